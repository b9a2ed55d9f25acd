using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Identity;

namespace Citess.Server.Security;

/// <summary>Sessions of people: a cookie for pages, and never for the API, where it would let other sites act for them.</summary>
internal static class Sessions
{
    private const string ByPath = "citess";

    public static void AddSessions(this IServiceCollection services)
    {
        services.AddAuthentication(ByPath)
            .AddPolicyScheme(ByPath, null, scheme => scheme.ForwardDefaultSelector = http =>
                http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) ? JwtBearerDefaults.AuthenticationScheme : IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme)
            .AddJwtBearer();
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<CookieNames>(Configure);
        services.AddAntiforgery();
        services.AddOptions<AntiforgeryOptions>().Configure<CookieNames>((options, names) =>
        {
            names.Apply(options.Cookie, names.Form);

            // The content security policy says it, and for frames of every origin.
            options.SuppressXFrameOptionsHeader = true;
        });
    }

    private static void Configure(CookieAuthenticationOptions options, CookieNames names)
    {
        names.Apply(options.Cookie, names.Session);
        options.ExpireTimeSpan = TimeSpan.FromDays(14);
        options.SlidingExpiration = true;
        options.LoginPath = "/sign-in";
        options.ReturnUrlParameter = "returnUrl";
        options.Events = new()
        {
            OnValidatePrincipal = context => context.HttpContext.RequestServices.GetRequiredService<ISecurityStampValidator>().ValidateAsync(context),

            // A page that says no is no reason to sign in again.
            OnRedirectToAccessDenied = Forbid,
        };
    }

    private static Task Forbid(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}

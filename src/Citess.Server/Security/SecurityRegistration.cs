using Citess.ActivityPub.Fetching;
using Citess.Poles.Kernel.Access;
using Microsoft.AspNetCore.DataProtection;

namespace Citess.Server.Security;

/// <summary>Who comes in, by which door, how often, and what a browser may do with our pages.</summary>
public static class SecurityRegistration
{
    /// <summary>Needs <see cref="Origin"/>, the feature Accounts and the storage. Headers are put on every answer without a further call.</summary>
    public static WebApplicationBuilder AddCitessSecurity(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<CookieNames>();
        builder.Services.AddSingleton<IStartupFilter, SecurityHeaders>();
        builder.AddForwarding();
        builder.AddLimits();
        builder.Services.AddSessions();
        builder.Services.AddTokens();

        // Two poles of one machine share a folder of keys at most by mistake; their names keep them apart even then.
        builder.Services.AddDataProtection();
        builder.Services.AddOptions<DataProtectionOptions>().Configure<Origin>((options, origin) => options.ApplicationDiscriminator = origin.Url);

        var authorization = builder.Services.AddAuthorizationBuilder();
        foreach (var (permission, roles) in Permissions.Holders)
        {
            authorization.AddPolicy(permission, policy => policy.RequireRole(roles));
        }

        return builder;
    }

    /// <summary>
    /// After <c>UseCultureFromPath</c> and <c>UseRouting</c>, before any endpoint: which scheme holds is read from the path
    /// without its language, else <c>/fr/api</c> would take a cookie.
    /// </summary>
    public static WebApplication UseCitessSecurity(this WebApplication app)
    {
        app.UseDoorLimits();
        app.UseMiddleware<SignedLimit>();
        app.UseMiddleware<SetUpFirst>();
        app.UseAuthentication();
        app.UseMiddleware<PrivatePages>();
        app.UseApiLimits();
        app.UseAuthorization();
        app.UseAntiforgery();
        return app;
    }
}

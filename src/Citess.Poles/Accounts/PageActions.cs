using System.Security.Claims;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Citess.Poles.Accounts;

/// <summary>Buttons of the pages: each does one thing and leads back, so that reloading the page repeats nothing.</summary>
internal static class PageActions
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var all = routes.MapGroup("").ExcludeFromDescription().AddEndpointFilter(OwnFormsOnly);
        all.MapPost("/sign-out", SignOutAsync).AllowAnonymous();

        var team = all.MapGroup("/people").RequireAuthorization(Permissions.Administer);
        team.MapPost("/{id}/roles", (string id, PeopleDesk desk, ClaimsPrincipal who, HttpContext http) => DoAsync(http, "roles", async () => await desk.SetRolesAsync(who, id, [.. (await http.Request.ReadFormAsync())["Roles"].OfType<string>()])));
        team.MapPost("/{id}/disable", (string id, PeopleDesk desk, ClaimsPrincipal who, HttpContext http) => DoAsync(http, "disabled", () => desk.DisableAsync(who, id)));
        team.MapPost("/{id}/enable", (string id, PeopleDesk desk, ClaimsPrincipal who, HttpContext http) => DoAsync(http, "enabled", () => desk.EnableAsync(who, id)));
        team.MapPost("/invitations/{hash}/withdraw", (string hash, InvitationDesk desk, ClaimsPrincipal who, HttpContext http) => DoAsync(http, "invitation", () => desk.WithdrawAsync(who, hash)));
        team.MapPost("/programs/{clientId}/withdraw", (string clientId, ProgramDesk desk, ClaimsPrincipal who, HttpContext http) => DoAsync(http, "program", () => desk.WithdrawAsync(who, clientId)));
    }

    private static async Task<IResult> SignOutAsync(SignInDesk desk, HttpContext http)
    {
        await desk.SignOutAsync();
        return TypedResults.LocalRedirect(http.Request.PathBase + "/");
    }

    private static async Task<IResult> DoAsync(HttpContext http, string done, Func<Task> act)
    {
        try
        {
            await act();
            return TypedResults.LocalRedirect($"{http.Request.PathBase}/people?done={done}");
        }
        catch (RefusedException refused)
        {
            var key = refused.Problems.IsDefaultOrEmpty ? "accounts.check.again" : refused.Problems[0].TextKey;
            return TypedResults.LocalRedirect($"{http.Request.PathBase}/people?problem={Uri.EscapeDataString(key)}");
        }
    }

    /// <summary>A button on a page of somebody else would otherwise sign people out or change their team.</summary>
    private static async ValueTask<object?> OwnFormsOnly(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        await context.HttpContext.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context.HttpContext)
            ? await next(context)
            : TypedResults.Problem(type: Problems.Address("refused"), statusCode: StatusCodes.Status400BadRequest, title: "This form is too old", detail: "Open the page again and repeat what you did.");
}

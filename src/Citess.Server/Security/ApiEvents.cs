using System.Security.Claims;
using Citess.Poles.Accounts;
using Citess.Poles.Kernel;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Net.Http.Headers;

namespace Citess.Server.Security;

/// <summary>What the API answers instead of a redirect, and the end of a withdrawn program's tokens.</summary>
internal sealed class ApiEvents : JwtBearerEvents
{
    /// <summary>One row by its key at each request: half an hour is long for a secret that was lost.</summary>
    public override async Task TokenValidated(TokenValidatedContext context)
    {
        var programs = context.HttpContext.RequestServices.GetRequiredService<ProgramDesk>();
        var id = context.Principal?.FindFirstValue("sub") ?? "";
        if (await programs.FindAsync(id, context.HttpContext.RequestAborted) is not { } program || !context.Principal!.IsInRole(program.Role))
        {
            context.Fail("The program was withdrawn.");
        }
    }

    public override Task Challenge(JwtBearerChallengeContext context)
    {
        context.HandleResponse();
        context.Response.Headers.WWWAuthenticate = context.AuthenticateFailure is null ? "Bearer" : "Bearer error=\"invalid_token\"";
        return Refusals.WriteAsync(context.HttpContext, StatusCodes.Status401Unauthorized, "signed-out", "No valid token", "Ask POST /api/token for one and send it as Authorization: Bearer.");
    }

    public override Task Forbidden(ForbiddenContext context) =>
        Refusals.WriteAsync(context.HttpContext, StatusCodes.Status403Forbidden, "forbidden", "Not allowed", "The role of this program does not hold this permission.");
}

/// <summary>Problem documents of what never reaches an endpoint.</summary>
internal static class Refusals
{
    public static Task WriteAsync(HttpContext http, int status, string slug, string title, string detail)
    {
        http.Response.StatusCode = status;
        http.Response.Headers[HeaderNames.CacheControl] = "no-store";
        return TypedResults.Problem(type: Problems.Address(slug), statusCode: status, title: title, detail: detail).ExecuteAsync(http);
    }
}

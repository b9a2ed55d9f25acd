using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Citess.Poles.Kernel;

/// <summary>Problem documents, RFC 9457. Each type is a heading of specs/problems.md, which every pole serves at this address.</summary>
public static class Problems
{
    public static string Address(string slug) => "/problems#" + slug;

    /// <summary>To software, of what is not there or not for it: the same bytes whichever it is.</summary>
    public static Task WriteNotFoundAsync(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status404NotFound;
        response.ContentType = "application/problem+json";
        return response.WriteAsync($$"""{"type":"{{Address("not-found")}}","title":"Not found","status":404}""");
    }

    /// <summary>What is said when a part of the house does not answer: nothing of the part, and that repeating is safe.</summary>
    public static ProblemDetails Unavailable() => new()
    {
        Type = Address("unavailable"),
        Status = StatusCodes.Status503ServiceUnavailable,
        Title = "Not available just now",
        Detail = "A part of this pole does not answer. Send the same again in a few seconds: what was done already is not done twice.",
    };

    public static ProblemDetails Of(RefusedException refused)
    {
        var (status, slug, title) = refused.Reason switch
        {
            Refusal.Invalid => (StatusCodes.Status400BadRequest, "refused", "Some fields need a second look"),
            Refusal.Conflict => (StatusCodes.Status409Conflict, "conflict", "Changed meanwhile"),
            Refusal.AlreadyThere => (StatusCodes.Status409Conflict, "already-there", "Already there"),
            Refusal.NotFound => (StatusCodes.Status404NotFound, "not-found", "Not found"),
            Refusal.Forbidden => (StatusCodes.Status403Forbidden, "forbidden", "Not allowed"),
            Refusal.NotSetUp => (StatusCodes.Status503ServiceUnavailable, "not-set-up", "Not set up yet"),
            Refusal.Recovering => (StatusCodes.Status503ServiceUnavailable, "recovering", "Restored, and not complete yet"),
            Refusal.Busy => (StatusCodes.Status503ServiceUnavailable, "busy", "Too much at once"),
            _ => throw new ArgumentOutOfRangeException(nameof(refused)),
        };
        var problem = new ProblemDetails { Type = Address(slug), Status = status, Title = title, Detail = refused.Message };
        if (!refused.Problems.IsDefaultOrEmpty)
        {
            problem.Extensions["problems"] = refused.Problems;
        }

        return problem;
    }
}

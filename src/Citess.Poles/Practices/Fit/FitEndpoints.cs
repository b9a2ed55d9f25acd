using System.Security.Claims;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Records;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Citess.Poles.Practices.Fit;

/// <summary>All answers as they shall be; a determinant that is left out is not known.</summary>
public sealed record FitDraft(IReadOnlyList<FitReply> Answers);

/// <summary>The revision that the answers have now; the next edit names it in <c>If-Match</c>.</summary>
public sealed record FitReceipt(int Revision);

internal static class FitEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/fit").WithTags("fit").RequireAuthorization(Permissions.Write);
        group.MapGet("/", ReadAsync).WithName("read-fit");
        group.MapPut("/", PutAsync).WithName("put-fit").ProducesProblem(400).ProducesProblem(409).ProducesProblem(428);
    }

    private static async Task<Ok<FitProfile>> ReadAsync(FitDesk desk, ClaimsPrincipal who, HttpResponse response)
    {
        var held = await desk.ReadAsync(who);
        response.Headers.ETag = RecordEndpoints.Tag(held.Revision);
        return TypedResults.Ok(held);
    }

    private static async Task<Results<Ok<FitReceipt>, ProblemHttpResult>> PutAsync([FromBody] FitDraft draft, FitDesk desk, ClaimsPrincipal who, HttpRequest request)
    {
        if (!RecordEndpoints.TrySeen(request, out var seen))
        {
            return RecordEndpoints.NeedsPrecondition();
        }

        var revision = await desk.EditAsync(who, [.. draft.Answers ?? []], seen);
        request.HttpContext.Response.Headers.ETag = RecordEndpoints.Tag(revision);
        return TypedResults.Ok(new FitReceipt(revision));
    }
}

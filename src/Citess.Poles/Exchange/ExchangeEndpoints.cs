using System.Security.Claims;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Records;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Citess.Poles.Exchange;

/// <summary>What offers and wants have beyond other records: renewal.</summary>
internal static class ExchangeEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        Map<Offering>(routes, "offers", OfferingKind.Kind);
        Map<Want>(routes, "wants", WantKind.Kind);
    }

    private static void Map<TContent>(IEndpointRouteBuilder routes, string path, string kind)
        where TContent : class =>
        routes.MapRecords<TContent>(path)
            .MapPost("/{id}/renew", (string id, Proposals proposals, ClaimsPrincipal who, HttpRequest request) => RenewAsync(kind, id, proposals, who, request))
            .WithName("renew-" + path).RequireAuthorization(Permissions.Write).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(428);

    private static async Task<Results<Ok<RecordReceipt>, ProblemHttpResult>> RenewAsync(string kind, string id, Proposals proposals, ClaimsPrincipal who, HttpRequest request)
    {
        if (!RecordEndpoints.TrySeen(request, out var seen))
        {
            return RecordEndpoints.NeedsPrecondition();
        }

        if (!RecordKey.TryRecord(kind, id, out var key))
        {
            throw new RefusedException(Refusal.NotFound, "There is no such record.");
        }

        var revision = await proposals.RenewAsync(who, key, seen);
        request.HttpContext.Response.Headers.ETag = RecordEndpoints.Tag(revision);
        return TypedResults.Ok(new RecordReceipt(id, revision));
    }
}

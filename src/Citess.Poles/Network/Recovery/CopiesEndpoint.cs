using System.Text.Json;
using Citess.ActivityPub.Contexts;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Ledger;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Citess.Poles.Network.Recovery;

/// <summary>
/// <c>/copies</c>: what this pole holds of the pole that asks, for one that was restored. Nobody gets anything but what it
/// signed itself.
/// </summary>
internal static class CopiesEndpoint
{
    public const string Path = "/copies";
    private const int PageSize = 100;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Path, ReadAsync).ExcludeFromDescription().AllowAnonymous();

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> ReadAsync(string? after, HttpContext http, SignedFetch fetch, IDocuments documents, Pole pole, CancellationToken stop)
    {
        if (await fetch.WhoAsync(http) is not { } who)
        {
            return TypedResults.Problem(statusCode: StatusCodes.Status401Unauthorized, type: Problems.Address("signature-missing"), title: "signature missing", detail: "Sign the request with the key of the pole whose copies you ask for.");
        }

        var held = await documents.OfAsync(who.Origin.Authority, after ?? "", PageSize, stop);
        var own = held.Where(document => Ap.Read<ApObject>(JsonElement.Parse(document.Json))?.AttributedTo == who.Id);
        var address = pole.Origin + Path;
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Content(
            Ap.Write(new OrderedCollectionPage
            {
                Context = Context.Value,
                Id = address + http.Request.QueryString,
                Type = "OrderedCollectionPage",
                PartOf = address,
                OrderedItems = [.. own.Select(document => JsonElement.Parse(document.Json))],
                Next = held.Count == PageSize ? address + "?after=" + Uri.EscapeDataString(held[^1].Key) : null,
            }).GetRawText(),
            Ap.MediaType);
    }
}

using System.Text.Json;
using Citess.ActivityPub.Contexts;
using Citess.ActivityPub.Inbox;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Network.Incoming;
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

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Path, ReadAsync).ExcludeFromDescription().AllowAnonymous().WithMetadata(Signed.Required);

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> ReadAsync(string? after, HttpContext http, SignedFetch fetch, IDocuments documents, Pole pole, CancellationToken stop)
    {
        var verdict = await fetch.WhoAsync(http);
        if (verdict is not SignerVerdict.Known(var who, _))
        {
            return ((SignerVerdict.Refused)verdict).Why.ToProblem();
        }

        var held = await documents.OfAsync(who.Origin.Authority, after ?? "", PageSize, stop);
        var own = held.Where(document => document.Owner == who.Id);
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

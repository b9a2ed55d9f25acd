using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Kernel.Records;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Citess.Poles.Network.Repair;

/// <summary>
/// <c>/kind/{id}/history</c>, FEP-bad1: what was said of a record of ours, the newest first, as far as the asker may see
/// it. Inside each activity stands the document that was signed then, word for word.
/// </summary>
internal static class HistoryEndpoint
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var kind in routes.ServiceProvider.GetServices<IRecordKind>().Where(kind => kind.KeepsVersions).Select(kind => kind.Name))
        {
            routes.MapGet($"/{kind}/{{id}}{Frame.HistoryPath}", (string id, int? below, HttpContext http, Sights sights, IDocuments documents, IVersions versions, Pole pole, CancellationToken stop) =>
                ReadAsync(kind, id, below, http, sights, documents, versions, pole, stop)).ExcludeFromDescription().AllowAnonymous().WithMetadata(Signed.Required);
        }
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> ReadAsync(string kind, string id, int? below, HttpContext http, Sights sights, IDocuments documents, IVersions versions, Pole pole, CancellationToken stop)
    {
        var asker = await sights.OfAsync(http);
        if (asker.Refusal is { } refusal)
        {
            return refusal;
        }

        // Whoever does not see what it says today does not see what it said.
        if (!RecordKey.TryRecord(kind, id, out var key) || await documents.FindAsync("", key, stop) is not { IsTombstone: false } now || now.Audience < asker.Sight.Least)
        {
            return TypedResults.Problem(statusCode: StatusCodes.Status404NotFound, type: Problems.Address("not-found"), title: "Not found", detail: "There is nothing here that may be shown.");
        }

        var address = pole.Address(key) + Frame.HistoryPath;
        if (below is null)
        {
            return RepairDocuments.Write(http, address, "OrderedCollection", json =>
            {
                json.WriteString("attributedTo", pole.ActorAddress);
                json.WriteString("first", $"{address}?below={int.MaxValue}");
            });
        }

        var found = await versions.OfAsync("", key, asker.Sight.Least, below.Value, PageRoom.MaxItems + 1, stop);
        var page = PageRoom.Fill(found);
        return RepairDocuments.Write(http, $"{address}?below={below}", "OrderedCollectionPage", json =>
        {
            json.WriteString("partOf", address);
            if (page.Count < found.Count)
            {
                json.WriteString("next", $"{address}?below={page[^1].Revision}");
            }

            json.WriteStartArray("orderedItems");
            foreach (var version in page)
            {
                json.WriteStartObject();
                json.WriteString("type", version == found[^1] && page.Count == found.Count ? Verbs.Create : Verbs.Update);
                json.WriteString("actor", pole.ActorAddress);
                json.Raw("object", version.Json);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }
}

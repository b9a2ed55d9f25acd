using System.Text.Json;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Network.Blocks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Citess.Poles.Network.Repair;

/// <summary>
/// What this pole holds of another origin, as third poles are asked for it: to anyone what is public, to the origin itself
/// all that it signed. Who belongs to a network is not for a third pole to say, so what is for one is given to nobody else.
/// </summary>
internal sealed class HeldOf(IChanges changes, IRepairTable repairs, IBlocks blocks, Pole pole)
{
    private const int PageSize = 100;
    private const int PageBytes = 512 * 1024;

    public async Task<Results<FileContentHttpResult, ProblemHttpResult>> ReadAsync(HttpContext http, Asker asker, string of, string? after, CancellationToken stop)
    {
        var stand = await repairs.FindAsync(of, stop);
        var actor = (await changes.OfAsync(of, Audience.Public, Pole.PoleKind + "/", take: 1, stop)).FirstOrDefault(each => each.Key.StartsWith(Pole.PoleKind + "/", StringComparison.Ordinal));

        // A key that is believed here only because others showed it gains no weight by being shown once more.
        // What came from a host that is blocked now is not given on either.
        if (stand is null or { IsUnconfirmed: true } || actor is null || (await blocks.ReadAsync(stop)).IsBlocked(of))
        {
            return TypedResults.Problem(statusCode: StatusCodes.Status404NotFound, type: Problems.Address("not-found"), title: "Not found", detail: "Nothing is held here of this pole.");
        }

        var least = asker.Actor is { } who && who.Origin.Authority == of && who.Id == Ap.Read<ApObject>(JsonElement.Parse(actor.Json))?.Id ? Audience.Network : Audience.Public;
        var address = pole.Origin + ChangesEndpoint.Path + "?of=" + Uri.EscapeDataString(of);
        return after is null
            ? await HeadAsync(http, address, of, least, actor, stand, stop)
            : await PageAsync(http, address, of, least, after, stop);
    }

    private async Task<FileContentHttpResult> HeadAsync(HttpContext http, string address, string of, Audience least, SignedDocument actor, RepairStand stand, CancellationToken stop)
    {
        var total = await changes.CountOfAsync(of, least, stop);
        return RepairDocuments.Write(http, pole.Origin + ChangesEndpoint.Path + http.Request.QueryString, "OrderedCollection", json =>
        {
            json.WriteNumber("totalItems", total);
            json.WriteString("first", address + "&after=0");
            json.Raw("actor", actor.Json);
            if (stand.Checkpoint is { } checkpoint)
            {
                json.Raw("checkpoint", checkpoint);
            }
        });
    }

    private async Task<FileContentHttpResult> PageAsync(HttpContext http, string address, string of, Audience least, string after, CancellationToken stop)
    {
        var held = await changes.OfAsync(of, least, after == "0" ? "" : after, PageSize + 1, stop);
        var bytes = 0L;
        var page = held.Take(PageSize).TakeWhile((document, place) => (bytes += document.Json.Length) < PageBytes || place == 0).ToList();
        return RepairDocuments.Write(http, pole.Origin + ChangesEndpoint.Path + http.Request.QueryString, "OrderedCollectionPage", json =>
        {
            json.WriteString("partOf", address);
            if (page.Count < held.Count)
            {
                json.WriteString("next", address + "&after=" + Uri.EscapeDataString(page[^1].Key));
            }

            json.Items(page.Select(document => document.Json));
        });
    }
}

using System.Text.Json;
using Citess.ActivityPub.Inbox;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Network.Blocks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Citess.Poles.Network.Repair;

/// <summary>
/// What this pole holds of another origin, as third poles are asked for it: to anyone what is public. Who belongs to a network
/// is not for a third pole to say, so what is for one is given to nobody; but the origin itself, that may have lost it, gets
/// back all that it signed.
/// </summary>
internal sealed class HeldOf(IChanges changes, IRepairTable repairs, IBlocks blocks, Pole pole)
{
    public async Task<Results<FileContentHttpResult, ProblemHttpResult>> ReadAsync(HttpContext http, Asker asker, string of, string? after, CancellationToken stop)
    {
        var address = pole.Origin + ChangesEndpoint.Path + "?of=" + Uri.EscapeDataString(of);
        if (asker.Actor is { } who && who.Origin.Authority == of)
        {
            return await PageAsync(http, address, of, Audience.Own, after ?? "0", document => IsOf(who, document), stop);
        }

        if (await KnownAsync(of, stop) is not var (actor, stand))
        {
            return TypedResults.Problem(statusCode: StatusCodes.Status404NotFound, type: Problems.Address("not-found"), title: "Not found", detail: "Nothing is held here of this pole.");
        }

        return after is null
            ? await HeadAsync(http, address, of, actor, stand, stop)
            : await PageAsync(http, address, of, Audience.Public, after, _ => true, stop);
    }

    /// <summary>
    /// The pole's own document, by which anybody can verify what else is held of it. Null when a key is believed only because
    /// others showed it, which gains no weight by being shown once more, and when the host is blocked now.
    /// </summary>
    public async Task<(SignedDocument Actor, RepairStand Stand)?> KnownAsync(string of, CancellationToken stop)
    {
        var stand = await repairs.FindAsync(of, stop);
        var actor = (await changes.OfAsync(of, Audience.Public, Pole.PoleKind + "/", take: 1, stop)).FirstOrDefault(each => each.Key.StartsWith(Pole.PoleKind + "/", StringComparison.Ordinal));
        return stand is null or { IsUnconfirmed: true } || actor is null || (await blocks.ReadAsync(stop)).IsBlocked(of) ? null : (actor, stand);
    }

    private async Task<FileContentHttpResult> HeadAsync(HttpContext http, string address, string of, SignedDocument actor, RepairStand stand, CancellationToken stop)
    {
        var total = await changes.CountOfAsync(of, Audience.Public, stop);
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

    private async Task<FileContentHttpResult> PageAsync(HttpContext http, string address, string of, Audience least, string after, Func<SignedDocument, bool> isShown, CancellationToken stop)
    {
        var held = await changes.OfAsync(of, least, after == "0" ? "" : after, PageRoom.MaxItems + 1, stop);
        var page = PageRoom.Fill(held);
        return RepairDocuments.Write(http, pole.Origin + ChangesEndpoint.Path + http.Request.QueryString, "OrderedCollectionPage", json =>
        {
            json.WriteString("partOf", address);
            if (page.Count < held.Count)
            {
                json.WriteString("next", address + "&after=" + Uri.EscapeDataString(page[^1].Key));
            }

            json.Items(page.Where(isShown).Select(document => document.Json));
        });
    }

    /// <summary>Nobody gets anything but what it signed itself: several actors may live at one host.</summary>
    private static bool IsOf(RemoteActor who, SignedDocument document) =>
        Ap.Read<ApObject>(JsonElement.Parse(document.Json)) is { } read && (read.AttributedTo == who.Id || read.Id == who.Id);
}

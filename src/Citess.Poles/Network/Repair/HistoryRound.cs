using System.Text.Json;
using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Inbox;
using Citess.ActivityPub.Repair;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Network.Repair;

/// <summary>
/// Takes from an origin what its practices said before, where versions went past this pole: it was away, or is new. Each is
/// verified by the proof that it was given then.
/// </summary>
internal sealed class HistoryRound(IVersions versions, Feed feed, RemoteActors actors, TimeProvider clock)
{
    /// <summary>In one round: whoever joins a large library has its present first, and its past by and by.</summary>
    private const int Most = 100;

    /// <summary>Of one practice. Whoever has more of them has them at home alone.</summary>
    private const int MaxVersions = 200;

    public async Task RunAsync(string origin, string actor, DateTimeOffset until, CancellationToken stop)
    {
        if (await versions.LackingAsync(origin, Most, stop) is not { Count: > 0 } lacking || await actors.FindAsync(actor, new FetchBudget(4), stop) is not { } owner)
        {
            return;
        }

        foreach (var document in lacking)
        {
            if (clock.GetUtcNow() >= until || !await TakeAsync(document, owner, stop))
            {
                return;
            }
        }
    }

    /// <summary>False when the origin does not answer: the others would not be answered either. What a page brings is kept before the next is asked for.</summary>
    private async Task<bool> TakeAsync(SignedDocument held, RemoteActor owner, CancellationToken stop)
    {
        var address = Ap.Read<ApObject>(JsonElement.Parse(held.Json)) is { Id: { } id } read && Terms.Word(read, "history") is { Length: > 0 } history && Origin.Same(history, id)
            ? $"{history}?below={held.Revision}" : null;
        for (var count = 0; address is not null && count < MaxVersions;)
        {
            switch (await feed.GetAsync(address, stop))
            {
                case FetchResult.Fetched fetched when ChangesPage.TryRead(fetched.Root, address) is { } page:
                    await versions.KeepAsync(held, [.. page.Items.Take(PageRoom.MaxItems).Select(item => Version(item, held, owner)).OfType<SignedDocument>()], isAll: false, stop);
                    (count, address) = (count + page.Items.Count, page.Items.Count > 0 ? page.Next : null);
                    break;
                case FetchResult.Unreachable:
                    return false;
                case FetchResult.Refused { Fault: not FetchFault.NotFound }:
                    // A relation may just be renewed: later once more.
                    return true;
                default:
                    // It may have been taken back meanwhile, of which we shall hear.
                    address = null;
                    break;
            }
        }

        await versions.KeepAsync(held, [], isAll: true, stop);
        return true;
    }

    private SignedDocument? Version(JsonElement activity, SignedDocument held, RemoteActor owner) =>
        activity.ValueKind == JsonValueKind.Object && activity.TryGetProperty("object", out var document)
        && CopyRule.Judge(document, owner, clock.GetUtcNow()) is CopyVerdict.Good { IsRemoval: false, Document: { Type: not "Tombstone" } good }
        && Incoming.ForeignKey.TryParse(good.Id!, out var key) && key.ToString() == held.Key && good.Revision is { } revision && revision < held.Revision
            ? held with { Revision = revision, Audience = AudienceNames.Of(good), Json = document.GetRawText() } : null;
}

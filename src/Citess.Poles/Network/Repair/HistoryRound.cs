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

    /// <summary>Of one practice; as many pages as hold thousands of versions.</summary>
    private const int MaxPages = 50;

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

    /// <summary>False when the origin does not answer: the others would not be answered either.</summary>
    private async Task<bool> TakeAsync(SignedDocument held, RemoteActor owner, CancellationToken stop)
    {
        var earlier = new List<SignedDocument>();
        var (isSilent, isAll) = (false, true);
        var address = Ap.Read<ApObject>(JsonElement.Parse(held.Json)) is { Id: { } id } read && Terms.Word(read, "history") is { Length: > 0 } history && Origin.Same(history, id)
            ? $"{history}?below={held.Revision}" : null;
        for (var pages = 0; address is not null && pages < MaxPages; pages++)
        {
            var answer = await feed.GetAsync(address, stop);
            isSilent = answer is FetchResult.Unreachable;
            if (answer is not FetchResult.Fetched fetched || ChangesPage.TryRead(fetched.Root, address) is not { } page)
            {
                // It may have been taken back meanwhile, of which we shall hear.
                isAll = !isSilent;
                break;
            }

            earlier.AddRange(page.Items.Select(item => Version(item, held, owner)).OfType<SignedDocument>());
            address = page.Items.Count > 0 ? page.Next : null;
        }

        await versions.KeepAsync(held, earlier, isAll, stop);
        return !isSilent;
    }

    private SignedDocument? Version(JsonElement activity, SignedDocument held, RemoteActor owner) =>
        activity.ValueKind == JsonValueKind.Object && activity.TryGetProperty("object", out var document)
        && CopyRule.Judge(document, owner, clock.GetUtcNow()) is CopyVerdict.Good { IsRemoval: false, Document: { Type: not "Tombstone" } good }
        && Incoming.ForeignKey.TryParse(good.Id!, out var key) && key.ToString() == held.Key && good.Revision is { } revision && revision < held.Revision
            ? held with { Revision = revision, Audience = AudienceNames.Of(good), Json = document.GetRawText() } : null;
}

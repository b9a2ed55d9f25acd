using System.Text.Json;
using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Inbox;
using Citess.ActivityPub.Repair;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Ledger;

namespace Citess.Poles.Network.Repair;

/// <summary>Whose keys count for documents that did not come from their origin.</summary>
internal sealed class Owners(RemoteActors actors, Feed feed, IChanges changes, TimeProvider clock)
{
    /// <summary>
    /// The keys that the origin itself shows; else those of its document that is kept here, whoever showed it first; else, if
    /// the origin cannot be reached, those of a document that is proved by its own key. Null when what is shown is another pole.
    /// </summary>
    public async Task<(RemoteActor? Owner, bool IsConfirmed)> OfAsync(string origin, RepairStand? stand, JsonElement shown, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (CopyRule.ReadActor(shown, now) is not { } actor || actor.Origin.Authority != origin || actor.Document.Kind != Pole.PoleKind
            || (stand is { Actor.Length: > 0 } && actor.Id != stand.Actor))
        {
            return default;
        }

        if (await actors.FindAsync(actor.Id, new FetchBudget(4), stop) is { } known)
        {
            return (known, true);
        }

        // Actors are forgotten now and then, and origins do not always answer: what is kept of the origin holds all the same.
        if (await BelievedAsync(origin, stop) is { } kept)
        {
            return CopyRule.Judge(shown, kept, now) is CopyVerdict.Good ? (kept, stand is not { IsUnconfirmed: true }) : default;
        }

        // First use. An origin that answers, and does not know the actor, is believed before anybody else.
        return await feed.GetAsAnyoneAsync(actor.Id, stop) is FetchResult.Unreachable ? (actor, false) : default;
    }

    /// <summary>The origin's actor as its document is kept here.</summary>
    public async Task<RemoteActor?> BelievedAsync(string origin, CancellationToken stop) =>
        (await changes.OfAsync(origin, Audience.Public, Pole.PoleKind + "/", take: 1, stop)).FirstOrDefault() is { } kept
            ? CopyRule.ReadActor(JsonElement.Parse(kept.Json), clock.GetUtcNow()) : null;
}

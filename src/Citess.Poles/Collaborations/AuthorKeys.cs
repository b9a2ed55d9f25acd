using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Inbox;
using Citess.ActivityPub.Logs;
using Citess.ActivityPub.Proofs;
using Citess.Poles.Kernel.Identity;

namespace Citess.Poles.Collaborations;

/// <summary>
/// Whether the key in an event is its author's, as that says itself. Of an author that cannot be asked any more, the keys
/// that proved earlier events of the same log are believed, since they were confirmed when those came.
/// </summary>
internal sealed class AuthorKeys(Pole pole, RemoteActors actors, TimeProvider clock)
{
    /// <summary>Those events whose authors' keys are confirmed, in their order; what is left out may be asked about again.</summary>
    public async Task<IReadOnlyList<SignedEvent>> ConfirmedAsync(IEnumerable<SignedEvent> events, IEnumerable<SignedEvent> held)
    {
        var pinned = held.Select(each => (each.Method, each.Key)).ToHashSet();
        var authors = new Dictionary<string, RemoteActor?>(StringComparer.Ordinal);
        var confirmed = new List<SignedEvent>();
        foreach (var each in events)
        {
            if (each.Said.Author == pole.ActorAddress ? IsOurs(each, pinned) : await IsTheirsAsync(each, authors, pinned))
            {
                confirmed.Add(each);
            }
        }

        return confirmed;
    }

    /// <summary>What we said comes back after a restore: with a key that is ours, whether it is in use or retired.</summary>
    private bool IsOurs(SignedEvent each, HashSet<(string, string)> pinned) => pole.PoleKeys.Proved(each.Document, clock.GetUtcNow()) || pinned.Contains((each.Method, each.Key));

    private async Task<bool> IsTheirsAsync(SignedEvent each, Dictionary<string, RemoteActor?> authors, HashSet<(string, string)> pinned)
    {
        var author = each.Said.Author;
        if (!authors.TryGetValue(author, out var actor))
        {
            authors[author] = actor = await actors.FindAsync(author, new FetchBudget(4), CancellationToken.None);
        }

        if (actor is null)
        {
            return pinned.Contains((each.Method, each.Key));
        }

        if (actor.FaultOfProof(each.Document, clock.GetUtcNow()) is not ProofFault.WrongKey and var fault)
        {
            return fault is null;
        }

        authors[author] = await actors.RefreshAsync(actor, new FetchBudget(4), CancellationToken.None) ?? actor;
        return authors[author]!.FaultOfProof(each.Document, clock.GetUtcNow()) is null;
    }
}

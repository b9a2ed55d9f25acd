using System.Collections.Concurrent;
using System.Text;
using Citess.ActivityPub.Logs;
using Citess.ActivityPub.Proofs;

namespace Citess.Poles.Collaborations;

/// <summary>
/// Reads collaborations out of their events, and remembers how far: a log only grows. Each row is verified when it is read,
/// so that nothing counts which was altered in the database.
/// </summary>
internal sealed class CollaborationBook(ICollaborationEvents events)
{
    /// <summary>Events of all that is remembered. Lists go through every collaboration: were few of them remembered, each list would verify all anew.</summary>
    private const int MaxRemembered = 50_000;

    private readonly ConcurrentDictionary<string, HeldCollaboration> known = new(StringComparer.Ordinal);

    /// <summary>Without any event when there is no such collaboration here.</summary>
    public async Task<HeldCollaboration> ReadAsync(string id, CancellationToken stop = default)
    {
        var held = known.GetValueOrDefault(id) ?? HeldCollaboration.Nothing(id);
        if (DigestMultibase.Decode(id) is null)
        {
            return held;
        }

        var rows = await events.ReadAsync(id, held.Position, stop);
        if (rows.Count == 0)
        {
            return held;
        }

        if (known.Values.Sum(each => each.Events.Count) > MaxRemembered)
        {
            known.Clear();
        }

        // Two that read at once come to the same; whichever is remembered, the next goes on from there.
        return known[id] = Add(held, rows);
    }

    /// <summary>Those that this pole takes part in, is invited to, or left; the latest first.</summary>
    public async Task<IReadOnlyList<HeldCollaboration>> AllAsync(CancellationToken stop = default)
    {
        var all = new List<HeldCollaboration>();
        foreach (var id in await events.AllAsync(stop))
        {
            all.Add(await ReadAsync(id, stop));
        }

        return all;
    }

    private static HeldCollaboration Add(HeldCollaboration held, IReadOnlyList<EventRow> rows)
    {
        var (read, arrived, damaged) = (held.Events.ToBuilder(), held.Arrived.ToBuilder(), held.Damaged.ToBuilder());
        foreach (var row in rows)
        {
            if (SignedEvent.TryRead(Encoding.UTF8.GetBytes(row.Body), out var said) is null && said.Hash == row.Hash && said.Log == held.Id)
            {
                read[row.Hash] = said;
                arrived[row.Hash] = row.Arrived;
            }
            else
            {
                damaged.Add(row.Hash);
            }
        }

        return new(held.Id, read.ToImmutable(), arrived.ToImmutable(), damaged.ToImmutable(), rows[^1].Position);
    }
}

using System.Collections.Concurrent;
using System.Text;
using Citess.ActivityPub.Logs;
using Citess.ActivityPub.Proofs;

namespace Citess.Poles.Collaborations;

/// <summary>
/// Reads collaborations out of their events, and remembers how far: a log only grows. Each row is verified when it is read,
/// so that nothing counts which was altered in the database.
/// </summary>
/// <param name="events">Where they are kept.</param>
/// <param name="most">Events of all that is remembered. Lists go through every collaboration: were few of them remembered, each list would verify all anew.</param>
internal sealed class CollaborationBook(ICollaborationEvents events, int most = 50_000)
{
    private readonly ConcurrentDictionary<string, HeldCollaboration> known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> used = new(StringComparer.Ordinal);
    private long uses;

    /// <summary>Without any event when there is no such collaboration here.</summary>
    public async Task<HeldCollaboration> ReadAsync(string id, CancellationToken stop = default)
    {
        var held = await ReadAsync(id, isList: false, stop);
        if (known.ContainsKey(id))
        {
            used[id] = Interlocked.Increment(ref uses);
        }

        return held;
    }

    /// <summary>Those that this pole takes part in, is invited to, or left; the latest first.</summary>
    public async Task<IReadOnlyList<HeldCollaboration>> AllAsync(CancellationToken stop = default)
    {
        var all = new List<HeldCollaboration>();
        foreach (var id in await events.AllAsync(stop))
        {
            all.Add(await ReadAsync(id, isList: true, stop));
        }

        return all;
    }

    private async Task<HeldCollaboration> ReadAsync(string id, bool isList, CancellationToken stop)
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

        // Two that read at once come to the same; whichever is remembered, the next goes on from there.
        var read = Add(held, rows);
        Remember(read, isList);
        return read;
    }

    /// <summary>
    /// A list goes through all in the same order: did it drop the least lately used for each that does not fit, it would find none
    /// of them the next time. What does not fit is not remembered by it.
    /// </summary>
    private void Remember(HeldCollaboration read, bool isList)
    {
        var others = known.Where(each => each.Key != read.Id).Sum(each => each.Value.Events.Count);
        if (isList && !known.ContainsKey(read.Id) && others + read.Events.Count > most)
        {
            return;
        }

        known[read.Id] = read;
        foreach (var (id, dropped) in known.Where(each => each.Key != read.Id).OrderBy(each => used.GetValueOrDefault(each.Key)).ToList())
        {
            if (others + read.Events.Count <= most)
            {
                return;
            }

            known.TryRemove(id, out _);
            used.TryRemove(id, out _);
            others -= dropped.Events.Count;
        }
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

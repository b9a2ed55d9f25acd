using System.Diagnostics.CodeAnalysis;
using Citess.Poles.Kernel.Ledger;

namespace Citess.Poles.Network.Outgoing;

/// <summary>
/// The sends to one partner that are under way at the same time, and what was read ahead for them. Two about the same
/// record are never under way together, so that no Delete overtakes its Create; acknowledged is only what has nothing
/// unsettled before it, so that a crash sends at most this window again.
/// </summary>
/// <param name="acknowledged">Where it begins.</param>
/// <param name="last">An entry that failed before: all others go first, and show whether it is the entry or the partner.</param>
internal sealed class Window(long acknowledged, long? last = null)
{
    private readonly List<LedgerEntry> ahead = [];
    private readonly Dictionary<long, string> flying = [];
    private readonly Queue<long> order = new();
    private readonly HashSet<long> settled = [];
    private long through = acknowledged;
    private bool alone;

    /// <summary>The highest number below which all is settled.</summary>
    public long Acknowledged { get; private set; } = acknowledged;

    /// <summary>How many were read ahead, beside the one that is to go last.</summary>
    public int Ahead => ahead.Count - (ahead.Exists(entry => entry.Number == last) ? 1 : 0);

    public int InFlight => flying.Count;

    /// <summary>Numbers that are settled although an earlier one is not.</summary>
    public IReadOnlyCollection<long> Above => settled;

    /// <summary>What was read; an entry that was settled in an earlier round is not sent again.</summary>
    public void Add(CourierLoad load, IReadOnlySet<long> before)
    {
        foreach (var entry in load.Entries)
        {
            order.Enqueue(entry.Number);
            if (before.Contains(entry.Number))
            {
                settled.Add(entry.Number);
            }
            else
            {
                ahead.Add(entry);
            }
        }

        through = load.Through;
        Advance();
    }

    /// <summary>The next entry whose lane is free; none when as many fly as may.</summary>
    public bool TryTake(int limit, [NotNullWhen(true)] out LedgerEntry? entry)
    {
        entry = null;
        if (flying.Count >= limit || alone)
        {
            return false;
        }

        var held = -1;
        for (var place = 0; place < ahead.Count; place++)
        {
            var next = ahead[place];
            if (next.Number == last && !IsBarrier(next))
            {
                held = place;
                continue;
            }

            if (IsBarrier(next))
            {
                // Nothing passes it: what is shared is taken in only by who knows that it was accepted.
                if (place > 0 || flying.Count > 0)
                {
                    return false;
                }

                alone = true;
            }
            else if (flying.ContainsValue(next.About) || (held >= 0 && ahead[held].About == next.About))
            {
                continue;
            }

            entry = Launch(place);
            return true;
        }

        entry = held >= 0 && flying.Count == 0 ? Launch(held) : null;
        return entry is not null;
    }

    /// <summary>It landed, and the other side has it or refused it for good.</summary>
    public void Settle(LedgerEntry entry)
    {
        settled.Add(entry.Number);
        Advance();
    }

    /// <summary>It is not under way any more, whatever came of it.</summary>
    public void Land(LedgerEntry entry)
    {
        flying.Remove(entry.Number);
        alone = false;
    }

    /// <summary>Follow, its answers and its end decide whether anything else is taken in.</summary>
    public static bool IsBarrier(LedgerEntry entry) => entry.About.StartsWith(PartnerListing.Kind + "/", StringComparison.Ordinal);

    private LedgerEntry Launch(int place)
    {
        var entry = ahead[place];
        ahead.RemoveAt(place);
        flying.Add(entry.Number, entry.About);
        return entry;
    }

    private void Advance()
    {
        while (order.TryPeek(out var first) && settled.Remove(first))
        {
            Acknowledged = order.Dequeue();
        }

        if (order.Count == 0)
        {
            Acknowledged = Math.Max(Acknowledged, through);
        }
    }
}

namespace Citess.Poles.Matching;

/// <summary>
/// The best offers for a want, with some to spare: when one goes, the next is at hand. Nothing that is not in it is better than
/// its floor, so that a new one need only be compared with that.
/// </summary>
internal sealed class TopList(int room)
{
    private readonly MatchEntry[] entries = new MatchEntry[room];
    private MatchEntry floor;

    public int Count { get; private set; }

    /// <summary>Whether there may be more than it has: once full, what is not better than the last of it is left out.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The best first.</summary>
    public ReadOnlySpan<MatchEntry> All => entries.AsSpan(0, Count);

    /// <summary>A lower score than this has no place.</summary>
    public int LeastScore => IsCut ? floor.Score : 0;

    /// <summary>Score of one that is in it, else 0.</summary>
    public int ScoreOf(HeldOffer offer)
    {
        foreach (var entry in All)
        {
            if (ReferenceEquals(entry.Offer, offer))
            {
                return entry.Score;
            }
        }

        return 0;
    }

    public void Clear() => (Count, IsCut, floor) = (0, false, default);

    /// <summary>Takes it in where it is good enough; what has to go for it comes out.</summary>
    public bool TryAdd(MatchEntry entry, out HeldOffer? dropped)
    {
        dropped = null;
        if (IsCut && entry.CompareTo(floor) > 0)
        {
            return false;
        }

        var place = entries.AsSpan(0, Count).BinarySearch(entry);
        place = place < 0 ? ~place : place;
        if (Count == room)
        {
            dropped = floor.Offer;
            Count--;
        }

        Array.Copy(entries, place, entries, place + 1, Count - place);
        entries[place] = entry;
        Count++;
        if (Count == room)
        {
            (IsCut, floor) = (true, entries[room - 1]);
        }

        return true;
    }

    /// <summary>Takes one out, if it is in it; what is not in it stays below the floor.</summary>
    public bool Remove(HeldOffer offer)
    {
        for (var place = 0; place < Count; place++)
        {
            if (ReferenceEquals(entries[place].Offer, offer))
            {
                Array.Copy(entries, place + 1, entries, place, Count - place - 1);
                Count--;
                return true;
            }
        }

        return false;
    }
}

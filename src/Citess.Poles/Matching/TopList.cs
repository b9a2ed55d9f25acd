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

    /// <summary>Whether there are more than it has.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The best first.</summary>
    public ReadOnlySpan<MatchEntry> All => entries.AsSpan(0, Count);

    /// <summary>A lower score than this has no place.</summary>
    public int LeastScore => IsCut ? floor.Score : Count == room ? entries[room - 1].Score : 0;

    public void Clear() => (Count, IsCut, floor) = (0, false, default);

    /// <summary>Says that something was left out which could not have a place.</summary>
    public void Cut()
    {
        if (Count == room && !IsCut)
        {
            (IsCut, floor) = (true, entries[room - 1]);
        }
    }

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
            IsCut = true;
            if (place == room)
            {
                floor = entries[room - 1];
                return false;
            }

            floor = entries[room - 1];
            dropped = floor.Offer;
            Count--;
        }

        Array.Copy(entries, place, entries, place + 1, Count - place);
        entries[place] = entry;
        Count++;
        return true;
    }

    /// <summary>Takes one out; what is not in it stays below the floor.</summary>
    public void Remove(HeldOffer offer)
    {
        for (var place = 0; place < Count; place++)
        {
            if (ReferenceEquals(entries[place].Offer, offer))
            {
                Array.Copy(entries, place + 1, entries, place, Count - place - 1);
                Count--;
                return;
            }
        }
    }
}

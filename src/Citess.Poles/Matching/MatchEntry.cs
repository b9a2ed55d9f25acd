namespace Citess.Poles.Matching;

/// <summary>An offer in the list of a want, as it is ordered: by score, then by words in common, then by address.</summary>
internal readonly record struct MatchEntry(HeldOffer Offer, int Score, int Words) : IComparable<MatchEntry>
{
    /// <summary>Below 0 when this one stands before the other.</summary>
    public int CompareTo(MatchEntry other)
    {
        var order = other.Score.CompareTo(Score);
        order = order != 0 ? order : other.Words.CompareTo(Words);
        return order != 0 ? order : string.CompareOrdinal(Offer.Offering.Id, other.Offer.Offering.Id);
    }
}

using System.Collections.Immutable;

namespace Citess.Poles.Matching;

/// <summary>A pole with all that is its own.</summary>
internal sealed class HeldPole(PoleFacts facts)
{
    public PoleFacts Facts { get; set; } = facts;

    public List<HeldNeed> Needs { get; } = [];

    public List<HeldOffer> Offers { get; } = [];
}

/// <summary>An offer with its words and concepts as numbers. A changed offer is another one.</summary>
internal sealed class HeldOffer(Offering offering, HeldPole pole, int[] concepts, int[] words)
{
    public Offering Offering => offering;

    public HeldPole Pole => pole;

    public int[] Concepts => concepts;

    public int[] Words => words;

    /// <summary>Its place in the arrays that are counted in.</summary>
    public int Number { get; set; }

    /// <summary>Practices of its pole about a concept of its own.</summary>
    public ImmutableArray<PracticeProof> Proofs { get; } = [.. pole.Facts.Practices.Where(practice => practice.Adoptions > 0 && Constraints.Share(practice.Concepts, offering.Concepts)).OrderBy(practice => practice.Id, StringComparer.Ordinal)];

    /// <summary>Wants whose list it is in.</summary>
    public List<HeldNeed> HeldBy { get; } = [];
}

/// <summary>A want with its words and concepts as numbers, and its list.</summary>
internal sealed class HeldNeed(Need need, HeldPole pole, int[] concepts, int[] words)
{
    public Need Need => need;

    public HeldPole Pole => pole;

    public int[] Concepts => concepts;

    public int[] Words => words;

    /// <summary>Its place in the arrays that are counted in.</summary>
    public int Number { get; set; }

    public TopList Best { get; } = new(MatchIndex.Held);
}

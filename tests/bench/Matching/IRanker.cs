namespace Citess.Bench.Matching;

/// <summary>Ranks offers for a want.</summary>
internal interface IRanker
{
    string Name { get; }

    /// <summary>Numbers of the best offers, the best first.</summary>
    IReadOnlyList<int> Rank(PlantedItem want);
}

/// <summary>Offers drawn by lot.</summary>
internal sealed class ByLot(PlantedNetwork network) : IRanker
{
    private readonly Random random = new(1);

    public string Name => "random";

    public IReadOnlyList<int> Rank(PlantedItem want) => [.. Enumerable.Range(0, Measures.Depth).Select(_ => random.Next(network.Offers.Count)).Distinct()];
}

namespace Citess.Poles.Practices;

/// <summary>Who gives the money.</summary>
public enum FundingSource
{
    Municipal,
    National,
    International,
    Foundation,
    Members,
    Sales,
    InKind,
    Loans,
}

/// <summary>How much of the whole comes from there.</summary>
[GenerateSerializer, Immutable, Alias("funding-share")]
public sealed record FundingShare
{
    [Id(0)]
    public FundingSource Source { get; init; }

    /// <summary>1 to 100.</summary>
    [Id(1)]
    public int Percent { get; init; }
}

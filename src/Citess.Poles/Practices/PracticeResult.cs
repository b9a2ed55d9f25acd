using Citess.Poles.Kernel;

namespace Citess.Poles.Practices;

/// <summary>What changed: with its figure, source and date, or with the day by which it will be known.</summary>
[GenerateSerializer, Immutable, Alias("practice-result")]
public sealed record PracticeResult
{
    public const int Most = 12;
    public const int MaxWhat = 300;
    public const int MaxFigure = 40;
    public const int MaxSource = 300;

    [Id(0)]
    public MultilingualText What { get => field ?? MultilingualText.Empty; init; }

    /// <summary>A number as people write it, the same in every language.</summary>
    [Id(1)]
    public string Figure { get => field ?? ""; init; } = "";

    /// <summary>Where the figure comes from: words or an address.</summary>
    [Id(2)]
    public string Source { get => field ?? ""; init; } = "";

    /// <summary>As of when; a <see cref="PartialDate"/>, or empty.</summary>
    [Id(3)]
    public string Date { get => field ?? ""; init; } = "";

    /// <summary>By when it will be known; a <see cref="PartialDate"/>, or empty when it is.</summary>
    [Id(4)]
    public string ExpectedBy { get => field ?? ""; init; } = "";
}

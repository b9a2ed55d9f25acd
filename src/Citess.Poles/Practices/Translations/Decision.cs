using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Contributions;

namespace Citess.Poles.Practices.Translations;

/// <summary>What the pole of a practice decided.</summary>
public enum DecisionVerdict
{
    /// <summary>It stands in the practice now.</summary>
    Accepted,
    Declined,
}

/// <summary>What the pole of a practice says to a translation that another one proposed, or to words that do not belong there.</summary>
[GenerateSerializer, Immutable, Alias("decision")]
public sealed record Decision : Contribution
{
    public const int MaxWord = 600;

    [Id(0)]
    public DecisionVerdict Verdict { get; init; }

    /// <summary>Thanks, or the reason.</summary>
    [Id(1)]
    public MultilingualText Word { get => field ?? MultilingualText.Empty; init; }
}

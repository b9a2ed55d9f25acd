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
public sealed record Decision : IContribution
{
    public const int MaxWord = 600;

    /// <summary>The translation, or the words.</summary>
    [Id(0)]
    public RecordReference About { get => field ?? RecordReference.None; init; }

    [Id(1)]
    public int AboutRevision { get; init; }

    [Id(2)]
    public MultilingualText AboutName { get => field ?? MultilingualText.Empty; init; }

    [Id(3)]
    public DecisionVerdict Verdict { get; init; }

    /// <summary>Thanks, or the reason.</summary>
    [Id(4)]
    public MultilingualText Word { get => field ?? MultilingualText.Empty; init; }
}

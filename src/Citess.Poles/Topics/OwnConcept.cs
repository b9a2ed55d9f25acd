using Citess.Poles.Kernel;

namespace Citess.Poles.Topics;

/// <summary>A concept that the thesaurus does not have and a pole needs: a local product, a programme, a craft.</summary>
[GenerateSerializer, Immutable, Alias("own-concept")]
public sealed record OwnConcept
{
    public const int MaxName = 80;

    /// <summary>Of all further words of a language together.</summary>
    public const int MaxOthers = 600;
    public const int MaxNote = 600;

    [Id(0)]
    public MultilingualText Name { get => field ?? MultilingualText.Empty; init; }

    /// <summary>Further words for it, one a line.</summary>
    [Id(1)]
    public MultilingualText Others { get => field ?? MultilingualText.Empty; init; }

    /// <summary>Code of the concept in the thesaurus that it is part of, and counts as wherever it is not known.</summary>
    [Id(2)]
    public string Broader { get => field ?? ""; init; } = "";

    /// <summary>What is meant, and what is not.</summary>
    [Id(3)]
    public MultilingualText Note { get => field ?? MultilingualText.Empty; init; }
}

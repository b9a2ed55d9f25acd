using Citess.Poles.Kernel;

namespace Citess.Poles.Practices;

/// <summary>A piece that another pole can take over alone.</summary>
[GenerateSerializer, Immutable, Alias("practice-block")]
public sealed record PracticeBlock
{
    public const int Most = 8;
    public const int MaxId = 40;
    public const int MaxName = 100;
    public const int MaxText = 600;

    /// <summary>Names it for good within its practice, so that whoever took it over goes on meaning this one; small letters, digits and hyphens.</summary>
    [Id(0)]
    public string Id { get => field ?? ""; init; } = "";

    [Id(1)]
    public MultilingualText Name { get => field ?? MultilingualText.Empty; init; }

    /// <summary>What it is and what it needs.</summary>
    [Id(2)]
    public MultilingualText Text { get => field ?? MultilingualText.Empty; init; }

    public static bool IsId(string id) => id.Length is > 0 and <= MaxId && id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
}

using System.Collections.Immutable;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Contributions;

namespace Citess.Poles.Practices.Translations;

/// <summary>Texts of another pole's practice in one more language, which that pole may take over, change or decline.</summary>
[GenerateSerializer, Immutable, Alias("translation")]
public sealed record Translation : Contribution
{
    public const int MaxFields = 150;

    [Id(0)]
    public string Language { get => field ?? ""; init; } = "";

    [Id(1)]
    public Making How { get; init; }

    [Id(2)]
    public ImmutableArray<TranslatedField> Fields { get => field.IsDefault ? [] : field; init; } = [];
}

/// <summary>One text.</summary>
[GenerateSerializer, Immutable, Alias("translated-field")]
public sealed record TranslatedField
{
    public const int MaxPath = 120;

    /// <summary>As <see cref="PracticeField.Path"/>.</summary>
    [Id(0)]
    public string Path { get => field ?? ""; init; } = "";

    /// <summary>Hash of the text that it was made from.</summary>
    [Id(1)]
    public string OfHash { get => field ?? ""; init; } = "";

    [Id(2)]
    public string Text { get => field ?? ""; init; } = "";

    /// <summary>Its place in a practice as it is now: where its source stands, though rows were moved; null when that was changed, or is gone.</summary>
    public PracticeField? PlaceIn(IReadOnlyList<PracticeField> fields) =>
        fields.Where(each => MultilingualText.Hash(each.Text.SourceText) == OfHash).OrderByDescending(each => each.Path == Path).FirstOrDefault();
}

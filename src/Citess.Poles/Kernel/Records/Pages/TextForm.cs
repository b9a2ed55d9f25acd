using System.Collections.Immutable;

namespace Citess.Poles.Kernel.Records.Pages;

/// <summary>A multilingual text as a form sends it. Binding writes null into whatever was not sent: here that is nothing written.</summary>
public sealed class TextForm
{
    public string Source { get; set => field = value ?? ""; } = "";

    public Dictionary<string, string?> Texts { get; set => field = value ?? new(StringComparer.Ordinal); } = new(StringComparer.Ordinal);

    /// <summary>Languages whose translation was made from an earlier source.</summary>
    public IReadOnlyCollection<string> Outdated { get; init => field = value ?? []; } = [];

    public bool IsEmpty => Texts.Values.All(string.IsNullOrWhiteSpace);

    public static TextForm Of(MultilingualText text, string source) => new()
    {
        Source = text.Source.Length > 0 ? text.Source : source,
        Texts = text.Texts.ToDictionary(each => each.Key, each => (string?)each.Value.Text, StringComparer.Ordinal),
        Outdated = [.. text.Texts.Keys.Where(text.IsOutdated)],
    };

    /// <summary>
    /// What was typed, with who and from which source for what changed. A translation that was left alone keeps the source
    /// that it was made from, so that it shows as outdated when the source changed.
    /// </summary>
    public MultilingualText ToText(MultilingualText before, string by)
    {
        var source = Typed(Source);
        var texts = Texts
            .Select(each => (Language: each.Key, Text: Typed(each.Key)))
            .Where(each => each.Text.Length > 0)
            .ToImmutableSortedDictionary(
                each => each.Language,
                each => before.Texts.TryGetValue(each.Language, out var held) && held.Text == each.Text && before.Source == Source
                    ? held
                    : new LanguageText(each.Text, by, Making.Human, each.Language == Source ? null : MultilingualText.Hash(source)),
                StringComparer.Ordinal);
        return texts.IsEmpty ? MultilingualText.Empty : new() { Source = Source, Texts = texts };
    }

    /// <summary>Browsers send line ends as CR LF; kept texts have LF.</summary>
    private string Typed(string language) => (Texts.GetValueOrDefault(language) ?? "").ReplaceLineEndings("\n").Trim();
}

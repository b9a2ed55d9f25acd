using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace Citess.Poles.Kernel;

/// <summary>How a text in one language was made.</summary>
public enum Making
{
    Human,
    Machine,
    Official,
}

/// <summary>The text in one language: by whom (an account's pseudonymous id, or empty), how, and from which source text.</summary>
[GenerateSerializer, Immutable, Alias("language-text")]
public sealed record LanguageText(
    [property: Id(0)] string Text,
    [property: Id(1)] string By = "",
    [property: Id(2)] Making How = Making.Human,
    [property: Id(3)] string? OfHash = null);

/// <summary>What a reader is shown, always with its language.</summary>
public readonly record struct Shown(string Text, string Language, bool IsSource, bool IsOutdated, Making How);

/// <summary>
/// A text that people write in one language and translate into others. A translation is outdated when the hash of the
/// source that it was made from differs from the present source, not when a clock says so.
/// </summary>
[GenerateSerializer, Immutable, Alias("multilingual-text")]
public sealed record MultilingualText
{
    public static MultilingualText Empty { get; } = new();

    [Id(0)]
    public string Source { get; init; } = "";

    [Id(1)]
    public ImmutableSortedDictionary<string, LanguageText> Texts { get => field ?? ImmutableSortedDictionary<string, LanguageText>.Empty; init; }

    [JsonIgnore]
    public bool IsEmpty => Texts.Values.All(text => text.Text.Length == 0);

    [JsonIgnore]
    public string SourceText => Texts.TryGetValue(Source, out var text) ? text.Text : "";

    /// <summary>Sixteen hexadecimal digits of the SHA-256 of a source text; enough to tell two versions of one text apart.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));

    /// <summary>A text with translations that are all made from the present source.</summary>
    public static MultilingualText Of(string source, string text, params (string Language, string Text)[] translations) => new()
    {
        Source = source,
        Texts = translations
            .Select(each => KeyValuePair.Create(each.Language, new LanguageText(each.Text, OfHash: Hash(text))))
            .Append(KeyValuePair.Create(source, new LanguageText(text)))
            .ToImmutableSortedDictionary(StringComparer.Ordinal),
    };

    /// <summary>The reader's language, else the reader's next ones, else the source, else whatever there is.</summary>
    public Shown Show(string language, params IReadOnlyList<string> next)
    {
        foreach (var wanted in next.Prepend(language).Append(Source).Concat(Texts.Keys))
        {
            if (Texts.TryGetValue(wanted, out var text) && text.Text.Length > 0)
            {
                return new(text.Text, wanted, wanted == Source, IsOutdated(wanted), text.How);
            }
        }

        return new("", language, IsSource: true, IsOutdated: false, Making.Human);
    }

    public bool IsOutdated(string language) =>
        language != Source && Texts.TryGetValue(language, out var text) && text.OfHash is { } hash && hash != Hash(SourceText);

    /// <summary>The same in another form, each language for itself.</summary>
    public MultilingualText Each(Func<string, string> form) =>
        this with { Texts = Texts.ToImmutableSortedDictionary(text => text.Key, text => text.Value with { Text = form(text.Value.Text) }, StringComparer.Ordinal) };

    /// <summary>By language, as AS2 has it; null when there is nothing.</summary>
    public IReadOnlyDictionary<string, string>? ToMap() =>
        IsEmpty ? null : Texts.Where(text => text.Value.Text.Length > 0).ToImmutableSortedDictionary(text => text.Key, text => text.Value.Text, StringComparer.Ordinal);
}

using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using Citess.ActivityPub.Vocabulary;

namespace Citess.Poles.Kernel.Records;

/// <summary>Our terms beside those of AS2: written into documents, and read from documents of others with care.</summary>
public static class Terms
{
    /// <summary>Terms with a value; empty ones are left out.</summary>
    public static Dictionary<string, JsonElement> Of(params ReadOnlySpan<(string Name, object? Value)> terms)
    {
        var all = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var (name, value) in terms)
        {
            var written = value switch
            {
                null or "" => (JsonElement?)null,
                IEnumerable<string> words when !words.Any() => null,
                IEnumerable<string> words => JsonSerializer.SerializeToElement(words.ToArray(), StateJson.Options),
                IReadOnlyDictionary<string, string> map => JsonSerializer.SerializeToElement(map, StateJson.Options),
                JsonElement whole => whole,
                int number => JsonSerializer.SerializeToElement(number, StateJson.Options),
                long number => JsonSerializer.SerializeToElement(number, StateJson.Options),
                IReadOnlyCollection<ApObject> things when things.Count == 0 => null,
                IEnumerable<ApObject> things => JsonSerializer.SerializeToElement(things.Select(Ap.Write)),
                _ => JsonSerializer.SerializeToElement(value.ToString(), StateJson.Options),
            };
            if (written is { } element)
            {
                all[name] = element;
            }
        }

        return all;
    }

    public static string Word(ApObject document, string name) =>
        document.Other is { } other && other.TryGetValue(name, out var value) ? Word(value) ?? "" : "";

    public static IEnumerable<string> Words(ApObject document, string name) =>
        document.Other is null || !document.Other.TryGetValue(name, out var value) ? []
        : value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(Word).OfType<string>()
        : Word(value) is { } word ? [word] : [];

    public static int? Number(ApObject document, string name) => Long(document, name) is { } number and >= int.MinValue and <= int.MaxValue ? (int)number : null;

    public static long? Long(ApObject document, string name) =>
        document.Other is { } other && other.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : null;

    /// <summary>What stands as a list of things under one of our terms; no more than <paramref name="most"/> are looked at.</summary>
    public static IEnumerable<ApObject> Things(ApObject document, string name, int most) =>
        document.Other is { } other && other.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray().Take(most).Select(Ap.Read<ApObject>).OfType<ApObject>() : [];

    /// <summary>A text of an AS2 pair of members such as <c>name</c> and <c>nameMap</c>; every map entry is kept.</summary>
    public static MultilingualText Text(ApObject document, string? plain, IReadOnlyDictionary<string, string>? map) => Text(document, plain, map, Word(document, "sourceLanguage"));

    /// <summary>The same of a thing inside a document, which says its language once for all.</summary>
    public static MultilingualText Text(ApObject document, string? plain, IReadOnlyDictionary<string, string>? map, string source)
    {
        if (source.Length == 0)
        {
            source = map?.FirstOrDefault(each => each.Value == plain).Key ?? "und";
        }

        // A reader of JSON lets a null pass for a text.
        var texts = (map ?? ImmutableSortedDictionary<string, string>.Empty).Where(each => each.Value is not null).ToImmutableSortedDictionary(each => each.Key, each => new LanguageText(each.Value), StringComparer.Ordinal);
        return plain is null && texts.IsEmpty ? MultilingualText.Empty : new() { Source = source, Texts = plain is null || texts.ContainsKey(source) ? texts : texts.Add(source, new LanguageText(plain)) };
    }

    /// <summary>A text that stands as a map under one of our own terms.</summary>
    public static MultilingualText Text(ApObject document, string name) => Text(document, name, Word(document, "sourceLanguage"));

    /// <summary>The same of a thing inside a document, which says its language once for all.</summary>
    public static MultilingualText Text(ApObject document, string name, string source)
    {
        var map = document.Other is { } other && other.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.Object
            ? value.EnumerateObject().Where(each => each.Value.ValueKind == JsonValueKind.String).ToDictionary(each => each.Name, each => each.Value.GetString()!, StringComparer.Ordinal)
            : [];
        return Text(document, plain: null, map, source);
    }

    /// <summary>A line as AS2 has its <c>summary</c>, which is HTML: what people wrote is text in it and no sign of its own.</summary>
    public static MultilingualText AsSummary(MultilingualText line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.Each(text => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal));
    }

    /// <summary>The line that <see cref="AsSummary"/> wrote, as it was.</summary>
    public static MultilingualText OfSummary(ApObject document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Text(document, document.Summary, document.SummaryMap).Each(text => WebUtility.HtmlDecode(text)!);
    }

    private static string? Word(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

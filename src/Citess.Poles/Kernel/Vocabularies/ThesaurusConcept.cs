using System.Collections.Immutable;
using System.Text.Json;

namespace Citess.Poles.Kernel.Vocabularies;

/// <summary>A concept of the thesaurus: what people know, do, need or have, and what stands around it.</summary>
public sealed record ThesaurusConcept(string Code, string Uri, ImmutableSortedDictionary<string, string> Labels, ImmutableArray<string> Unchecked)
    : Concept(Code, Uri, Labels, Unchecked)
{
    /// <summary>Other words for it, by language, the most common first.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Others { get; init; } = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty;

    /// <summary>Codes of what it is part of; the first is where the tree shows it.</summary>
    public ImmutableArray<string> Broader { get; init; } = [];

    /// <summary>Codes of what is part of it, in the order of the list.</summary>
    public ImmutableArray<string> Narrower { get; init; } = [];

    /// <summary>Codes of what is often meant together with it.</summary>
    public ImmutableArray<string> Related { get; init; } = [];

    /// <summary>Addresses of the same concept in lists of others.</summary>
    public ImmutableArray<string> Same { get; init; } = [];

    /// <summary>Where the labels are from of the languages that are not under <see cref="Concept.Unchecked"/>.</summary>
    public string Source { get; init; } = "";

    internal static ThesaurusConcept Read(JsonElement json) =>
        new(json.GetProperty("notation").GetString()!, json.GetProperty("@id").GetString()!, EmbeddedList.Texts(json.GetProperty("prefLabel")), Words(json, "unchecked"))
        {
            Others = json.GetProperty("altLabel").EnumerateObject().ToImmutableSortedDictionary(each => each.Name, each => Words(each.Value), StringComparer.Ordinal),
            Broader = Words(json, "broader"),
            Related = Words(json, "related"),
            Same = Words(json, "exactMatch"),
            Source = json.GetProperty("source").GetString()!,
        };

    private static ImmutableArray<string> Words(JsonElement json, string name) => json.TryGetProperty(name, out var list) ? Words(list) : [];

    private static ImmutableArray<string> Words(JsonElement list) => [.. list.EnumerateArray().Select(word => word.GetString()!)];
}

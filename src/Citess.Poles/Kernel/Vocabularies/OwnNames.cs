using System.Collections.Immutable;
using Citess.Poles.Kernel.Catalogue;

namespace Citess.Poles.Kernel.Vocabularies;

/// <summary>A concept that a pole added, as it is listed.</summary>
public sealed record OwnNames(string Code, MultilingualText Name, MultilingualText Others, string Broader)
{
    /// <summary>Facet of a listed one: the code in the thesaurus that it is part of.</summary>
    public const string BroaderFacet = "broader";

    /// <summary>Further words for it: one fact for each language, one word a line.</summary>
    private const string OthersFact = "others.";

    /// <summary>As the catalogue has it.</summary>
    public static OwnNames Of(CatalogueEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var others = entry.Facts.Where(fact => fact.Key.StartsWith(OthersFact, StringComparison.Ordinal))
            .ToImmutableSortedDictionary(fact => fact.Key[OthersFact.Length..], fact => new LanguageText(fact.Value), StringComparer.Ordinal);
        return new(ConceptCode.Of(RecordKey.Parse(entry.Key)), entry.Name, new() { Source = entry.Name.Source, Texts = others }, entry.Tags.GetValueOrDefault(BroaderFacet, []).FirstOrDefault(""));
    }

    /// <summary>The entry with these words in it.</summary>
    public static CatalogueEntry Into(CatalogueEntry entry, MultilingualText name, MultilingualText others, string broader)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(others);
        return entry with
        {
            Name = name,
            Text = string.Join('\n', others.Texts.Values.Select(text => text.Text)),
            Facts = others.Texts.ToImmutableSortedDictionary(text => OthersFact + text.Key, text => text.Value.Text, StringComparer.Ordinal),
            Tags = broader.Length == 0 ? entry.Tags : entry.Tags.SetItem(BroaderFacet, [broader]),
        };
    }

    /// <summary>Words that stand one a line.</summary>
    public static IReadOnlyList<string> Lines(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return words.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>All words for it, under a number.</summary>
    public IEnumerable<Naming> Namings(int number) =>
        Name.Texts.Select(text => new Naming(number, text.Key, text.Value.Text, IsFirst: true))
            .Concat(Others.Texts.SelectMany(text => Lines(text.Value.Text).Select(word => new Naming(number, text.Key, word, IsFirst: false))));
}

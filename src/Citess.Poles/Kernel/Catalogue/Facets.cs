using System.Collections.Immutable;
using Citess.Poles.Kernel.Vocabularies;

namespace Citess.Poles.Kernel.Catalogue;

/// <summary>The names of what lists are narrowed by, and what the values are called in each language.</summary>
public static class Facets
{
    public const string Sector = "sector";
    public const string Language = "language";
    public const string Territory = "territory";
    public const string Status = "status";
    public const string Goal = "sdg";
    public const string Level = "level";

    /// <summary>The record that another one is about, or was made from.</summary>
    public const string About = "about";

    /// <summary>Something that must be in place in the territory.</summary>
    public const string Condition = "condition";

    public const string Beneficiary = "beneficiary";

    /// <summary>The country in which its territory lies.</summary>
    public const string Country = "country";

    /// <summary>What an offer or a want is about, and what kind of help it is.</summary>
    public const string Concept = "concept";
    public const string Means = "means";

    /// <summary>How soon a want waits for an answer.</summary>
    public const string Urgency = "urgency";

    /// <summary>What is said about it: a review that confirms it, somebody who tries it.</summary>
    public const string Review = "review";
    public const string Adoption = "adoption";

    /// <summary>The facets whose values are concepts.</summary>
    public static ImmutableSortedDictionary<string, ConceptList> Concepts { get; } = new Dictionary<string, ConceptList>(StringComparer.Ordinal)
    {
        [Sector] = Vocabularies.Concepts.Sectors,
        [Goal] = Vocabularies.Concepts.Sdgs,
        [Condition] = Vocabularies.Concepts.Determinants,
        [Beneficiary] = Vocabularies.Concepts.Beneficiaries,
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>What is asked for, without the facets that nothing is asked of.</summary>
    public static ImmutableSortedDictionary<string, string> Of(params ReadOnlySpan<(string Facet, string? Value)> asked)
    {
        var tags = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (facet, value) in asked)
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                tags[facet] = value;
            }
        }

        return tags.ToImmutable();
    }

    /// <summary>What is asked to be said, without what is not asked for.</summary>
    public static ImmutableArray<SaidOf> Said(params IEnumerable<(string Kind, string? Value)> asked) =>
        [.. asked.Where(each => !string.IsNullOrWhiteSpace(each.Value)).Select(each => new SaidOf(each.Kind, each.Value!))];

    /// <summary>Every value that has a name, with its names in all languages.</summary>
    public static IEnumerable<(FacetValue Value, IEnumerable<string> Names)> Named() =>
        Concepts.SelectMany(facet => facet.Value.All.Select(concept => (new FacetValue(facet.Key, concept.Code), concept.Labels.Values)))
            .Concat(Territories.All.Select(territory => (new FacetValue(Territory, territory.Code), territory.Names.Values)));

    /// <summary>What a value is called in the language of the request; the value itself when nothing says.</summary>
    public static string NameOf(FacetValue tag) =>
        Concepts.GetValueOrDefault(tag.Facet)?.Find(tag.Value)?.Label ?? (tag.Facet is Territory or Country ? Territories.NameOf(tag.Value) : tag.Value);
}

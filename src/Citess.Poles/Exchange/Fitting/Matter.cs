using System.Collections.Immutable;
using System.Globalization;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Kernel.Texts;
using Citess.Poles.Kernel.Vocabularies;
using Citess.Poles.Matching;
using Citess.Poles.Network;

namespace Citess.Poles.Exchange.Fitting;

/// <summary>What the matcher is told of the rows of the catalogue. A row is named as every pole names it, ours too, so that all come to the same.</summary>
internal sealed class Matter(Pole pole)
{
    /// <summary>Words of a title that settle ties; more say no more.</summary>
    private const int MaxWords = 30;

    public string IdOf(CatalogueEntry entry) => $"{AuthorityOf(entry)}/{entry.Key}";

    public string AuthorityOf(CatalogueEntry entry) => entry.IsOurs ? pole.Authority : entry.Origin;

    public Matching.Offering Offering(CatalogueEntry entry) => new()
    {
        Id = IdOf(entry),
        Pole = AuthorityOf(entry),
        Concepts = ConceptsOf(entry),
        Languages = entry.Languages,
        Means = MeansOf(entry) ?? Means.Expertise,
        Confirmed = DateOnly.FromDateTime(entry.Updated.UtcDateTime),
        From = FirstDay(entry),
        Until = LastDay(entry),
        Words = WordsOf(entry),
    };

    public Need Need(CatalogueEntry entry) => new()
    {
        Id = IdOf(entry),
        Pole = AuthorityOf(entry),
        Concepts = ConceptsOf(entry),
        Languages = entry.Languages,
        Means = MeansOf(entry),
        Urgency = Word(entry, Facets.Urgency) is { } word ? EnumWords.Choice<Urgency>(word) ?? Urgency.Whenever : Urgency.Whenever,
        From = FirstDay(entry),
        Until = LastDay(entry),
        Words = WordsOf(entry),
    };

    public PoleFacts Facts(CatalogueEntry entry) => new()
    {
        Id = entry.Kind == PartnerListing.Kind ? entry.Id : AuthorityOf(entry),
        Territory = entry.Territory,
        Longitude = (int)Math.Round(Territories.Find(entry.Territory)?.Longitude ?? 0),
        Languages = entry.Languages,
    };

    public static ImmutableArray<string> ConceptsOf(CatalogueEntry entry) =>
        [.. entry.Facts.GetValueOrDefault(ProposalFacts.Concepts, "").Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private static Means? MeansOf(CatalogueEntry entry) => Word(entry, Facets.Means) is { } word ? EnumWords.Choice<Means>(word) : null;

    private static string? Word(CatalogueEntry entry, string facet) => entry.Tags.GetValueOrDefault(facet, []).FirstOrDefault();

    private static DateOnly FirstDay(CatalogueEntry entry) =>
        DateOnly.TryParseExact(entry.Facts.GetValueOrDefault(ProposalFacts.From, ""), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : default;

    private static DateOnly LastDay(CatalogueEntry entry) =>
        DateOnly.TryParseExact(entry.Facts.GetValueOrDefault(ProposalFacts.Until, ""), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : DateOnly.MaxValue;

    private static ImmutableArray<string> WordsOf(CatalogueEntry entry) =>
        [.. entry.Name.Texts.Values.SelectMany(text => Folding.Index(text.Text)).Distinct(StringComparer.Ordinal).Take(MaxWords)];
}

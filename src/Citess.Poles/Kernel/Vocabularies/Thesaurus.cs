using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Citess.Poles.Kernel.Vocabularies;

/// <summary>
/// What poles know, do, need and have, in six languages: the concepts of specs/vocabularies/concepts.jsonld. Text in any
/// of the languages is mapped to them, so that an Arabic want meets a Spanish offer.
/// </summary>
public sealed class Thesaurus
{
    /// <summary>The address of the list; a concept's own is behind it.</summary>
    public const string Scheme = "https://w3id.org/citess/concepts";

    /// <summary>Of what a longer text names, what is named this much less than the first is left out.</summary>
    internal const double Faint = 0.3;

    /// <summary>Below this a longer text has one common word with a name, and nothing more.</summary>
    internal const double Weak = 2;

    // Read when it is first asked for: a pole that starts does not wait for it.
    private static readonly Lazy<Thesaurus> s_built = new(() => new(EmbeddedList.File("concepts.jsonld").GetProperty("concepts").EnumerateArray().Select(ThesaurusConcept.Read)));
    private readonly FrozenDictionary<string, ThesaurusConcept> byName;

    /// <summary>A thesaurus of these concepts; what is narrower follows from what is broader.</summary>
    public Thesaurus(IEnumerable<ThesaurusConcept> concepts)
    {
        ImmutableArray<ThesaurusConcept> read = [.. concepts];
        var narrower = read.SelectMany(each => each.Broader.Select(broader => (broader, each.Code))).ToLookup(each => each.broader, each => each.Code, StringComparer.Ordinal);
        All = [.. read.Select(each => each with { Narrower = [.. narrower[each.Code]] })];
        byName = All.SelectMany(each => each.Same.Append(each.Uri).Append(each.Code), (each, name) => (name, each)).ToFrozenDictionary(each => each.name, each => each.each, StringComparer.Ordinal);
        Names = new(All.SelectMany(Namings));
    }

    /// <summary>The one that this version of the software comes with.</summary>
    public static Thesaurus Built => s_built.Value;

    /// <summary>In the order of the list.</summary>
    public ImmutableArray<ThesaurusConcept> All { get; }

    /// <summary>What is part of nothing else.</summary>
    public IEnumerable<ThesaurusConcept> Tops => All.Where(each => each.Broader.IsEmpty);

    /// <summary>All words for all concepts, numbered by their places in the list.</summary>
    public NameIndex Names { get; }

    /// <summary>The concept with this code, this address, or the address that another list has for it; or null.</summary>
    public ThesaurusConcept? Find(string? codeOrUri) => codeOrUri is null ? null : byName.GetValueOrDefault(codeOrUri);

    /// <summary>Whether this is the code of one.</summary>
    public bool HasCode(string code) => Find(code)?.Code == code;

    /// <summary>What a concept is part of, from the top down to it, as the tree shows it.</summary>
    public IReadOnlyList<ThesaurusConcept> PathTo(ThesaurusConcept concept)
    {
        ArgumentNullException.ThrowIfNull(concept);
        var path = new List<ThesaurusConcept>();
        for (var at = concept; at is not null; at = at.Broader.IsEmpty ? null : Find(at.Broader[0]))
        {
            path.Insert(0, at);
        }

        return path;
    }

    /// <summary>What somebody who types this may mean, best first: the last word may be begun.</summary>
    public IReadOnlyList<ConceptMatch> Search(string text, int limit, string? language = null) => Matches(Names.Find(text, language, isTyping: true, limit));

    /// <summary>What a longer text names, best first.</summary>
    public IReadOnlyList<ConceptMatch> Suggest(string text, int limit, string? language = null) => Clear(Matches(Names.Find(text, language, isTyping: false, limit)));

    /// <summary>What a text names in any of its languages, best first.</summary>
    public IReadOnlyList<ConceptMatch> Suggest(MultilingualText text, int limit)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Clear([.. text.Texts.SelectMany(each => Matches(Names.Find(each.Value.Text, each.Key, isTyping: false, limit)))
            .GroupBy(match => match.Concept.Code, StringComparer.Ordinal).Select(same => same.MaxBy(match => match.Score)!)
            .OrderByDescending(match => match.Score).ThenBy(match => match.Concept.Code, StringComparer.Ordinal).Take(limit)]);
    }

    private static IReadOnlyList<ConceptMatch> Clear(IReadOnlyList<ConceptMatch> matches) => [.. matches.Where(match => match.Score >= Math.Max(Weak, matches[0].Score * Faint))];

    private static IEnumerable<Naming> Namings(ThesaurusConcept concept, int place) =>
        concept.Labels.Select(label => new Naming(place, label.Key, label.Value, IsFirst: true))
            .Concat(concept.Others.SelectMany(words => words.Value.Select(word => new Naming(place, words.Key, word, IsFirst: false))));

    private IReadOnlyList<ConceptMatch> Matches(IReadOnlyList<Named> named) =>
        [.. named.Select(each => new ConceptMatch(All[each.Naming.Owner], each.Naming.Text, each.Naming.Language, each.Score, each.IsWhole))];
}

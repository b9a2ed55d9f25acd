using System.Security.Claims;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Culture;

namespace Citess.Poles.Kernel.Vocabularies;

/// <summary>Where forms and the API ask which concepts a text may mean: the thesaurus, and what the own pole added to it.</summary>
public sealed class ConceptDesk(ICatalogue catalogue)
{
    /// <summary>What is longer is asked up to here.</summary>
    public const int MaxText = 2000;

    /// <summary>The latest that a pole added; no pole has as many.</summary>
    private const int MostOwn = 300;

    /// <summary>The latest of partners among which one is looked for.</summary>
    private const int MostTheirs = 300;

    /// <summary>What somebody who types this may mean, best first.</summary>
    public async Task<IReadOnlyList<ConceptChoice>> SuggestAsync(ClaimsPrincipal who, string text, int limit, string language, CancellationToken stop = default) =>
        [.. (await FindAsync(who, Cut(text), language, isTyping: true, limit, stop)).Select(each => each.Choice)];

    /// <summary>What a text names that people wrote, best first, in the language of the request.</summary>
    public async Task<IReadOnlyList<ConceptChoice>> NamedAsync(ClaimsPrincipal who, MultilingualText text, int limit, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = new List<(ConceptChoice Choice, double Score, bool IsWhole)>();
        foreach (var (language, each) in text.Texts)
        {
            found.AddRange(await FindAsync(who, Cut(each.Text), language, isTyping: false, limit, stop));
        }

        var best = found.Count == 0 ? 0 : found.Max(each => each.Score);
        var codes = found.OrderByDescending(each => each.Score).ThenBy(each => each.Choice.Code, StringComparer.Ordinal).Where(each => each.Score >= Math.Max(Thesaurus.Weak, best * Thesaurus.Faint))
            .Select(each => each.Choice.Code).Distinct(StringComparer.Ordinal).Take(limit);
        return await OfAsync(who, codes, stop);
    }

    /// <summary>The one concept whose name or other word this is; null when there is none, or more than one.</summary>
    public async Task<ConceptChoice?> ExactAsync(ClaimsPrincipal who, string text, CancellationToken stop = default)
    {
        var whole = (await FindAsync(who, Cut(text), Languages.Current.Code, isTyping: false, limit: 20, stop)).Where(each => each.IsWhole).ToList();
        var first = whole.Where(each => each.Choice.Found is null).ToList();
        return first.Count == 1 ? first[0].Choice : whole.Count == 1 ? whole[0].Choice : null;
    }

    /// <summary>Concepts by their codes, in the order of the codes, as a pole means them; what is not known is left out.</summary>
    /// <param name="who">Who reads it.</param>
    /// <param name="codes">The codes.</param>
    /// <param name="stop">To give up.</param>
    /// <param name="origin">Authority of the pole that names them; empty for the own one.</param>
    public async Task<IReadOnlyList<ConceptChoice>> OfAsync(ClaimsPrincipal who, IEnumerable<string> codes, CancellationToken stop = default, string origin = "")
    {
        var found = new List<ConceptChoice>();
        foreach (var code in codes)
        {
            if (Thesaurus.Built.Find(code) is { } known)
            {
                found.Add(Choice(known, Languages.Current.Code, found: null));
            }
            else if (ConceptCode.IsOwn(code, out var key) && await catalogue.FindAsync(origin, key, stop) is { IsWithdrawn: false } added && added.Audience >= who.Least())
            {
                found.Add(Choice(OwnNames.Of(added), Languages.Current.Code, found: null));
            }
        }

        return found;
    }

    /// <summary>One concept by its code, whichever pole made it; null when none that is known here did, of partners among the latest.</summary>
    public async Task<ConceptChoice?> AnyAsync(ClaimsPrincipal who, string code, CancellationToken stop = default) =>
        (await OfAsync(who, [code], stop)).FirstOrDefault() is { } known ? known
        : ConceptCode.IsOwn(code, out var key) && await catalogue.AllAsync(new() { Kind = ConceptCode.OwnKind, Least = who.Least(), From = Provenance.Partners }, stop).Take(MostTheirs).FirstOrDefaultAsync(entry => entry.Key == key.ToString(), stop) is { } theirs
            ? Choice(OwnNames.Of(theirs), Languages.Current.Code, found: null)
        : null;

    private static string Cut(string text) => text.Length > MaxText ? text[..MaxText] : text;

    private static ConceptChoice Choice(ThesaurusConcept concept, string language, string? found) =>
        new(concept.Code, concept.Labels[language], language, concept.Broader.IsEmpty ? "" : Thesaurus.Built.Find(concept.Broader[0])!.Labels[language], found, Broader: null);

    private static ConceptChoice Choice(OwnNames own, string language, string? found)
    {
        var name = own.Name.Show(language);
        return new(own.Code, name.Text, name.Language, Thesaurus.Built.Find(own.Broader)?.Labels[language] ?? "", found, own.Broader);
    }

    private async Task<IReadOnlyList<(ConceptChoice Choice, double Score, bool IsWhole)>> FindAsync(ClaimsPrincipal who, string text, string language, bool isTyping, int limit, CancellationToken stop)
    {
        var shown = Languages.Find(language)?.Code ?? Languages.Current.Code;
        var built = Thesaurus.Built.Names.Find(text, language, isTyping, limit)
            .Select(each => (Choice(Thesaurus.Built.All[each.Naming.Owner], shown, Found(each)), each.Score, each.IsWhole));
        var own = await OwnAsync(who, stop);
        var added = new NameIndex(own.SelectMany((each, number) => each.Namings(number)), Thesaurus.Built.Names).Find(text, language, isTyping, limit)
            .Select(each => (Choice(own[each.Naming.Owner], shown, Found(each)), each.Score, each.IsWhole));
        return [.. built.Concat(added).OrderByDescending(each => each.Score).Take(limit)];
    }

    private static string? Found(Named named) => named.Naming.IsFirst ? null : named.Naming.Text;

    private async Task<IReadOnlyList<OwnNames>> OwnAsync(ClaimsPrincipal who, CancellationToken stop) =>
        await catalogue.AllAsync(new() { Kind = ConceptCode.OwnKind, Least = who.Least(), From = Provenance.Ours }, stop).Take(MostOwn).Select(OwnNames.Of).ToListAsync(stop);
}

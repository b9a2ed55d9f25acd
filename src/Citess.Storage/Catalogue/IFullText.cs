using Citess.Poles.Kernel.Catalogue;
using Citess.Storage.Sql;

namespace Citess.Storage.Catalogue;

/// <summary>The part of search that the two databases do differently.</summary>
internal interface IFullText
{
    /// <summary>
    /// The statement that gives the rows that fit <c>@words</c> and a condition on columns of the catalogue, as <c>c</c>:
    /// the latest <c>@max</c>, best match first.
    /// </summary>
    string Ranked(string where);

    /// <summary>
    /// A question as the value of <c>@words</c>: rows that have every word, or any of them, in one of its forms, and each of these
    /// marks. With <paramref name="begun"/> the last word also where it only begins so: it costs several times as much.
    /// </summary>
    string Match(IReadOnlyList<Sought> words, bool any, bool begun, IEnumerable<string> marks);

    /// <summary>What of an entry stands in the index.</summary>
    IReadOnlyList<string> Of(CatalogueEntry entry);

    /// <summary>Puts a row into the index that is not in it.</summary>
    Task AddAsync(Writing writing, long row, IReadOnlyList<string> text);

    /// <summary>Takes a row out of the index.</summary>
    Task RemoveAsync(Writing writing, long row);

    Task EmptyAsync(Writing writing);
}

/// <summary>What of an entry is searched, in the order of its weight.</summary>
internal static class SearchText
{
    public static (string Name, string Summary, string More) Of(CatalogueEntry entry) =>
        (All(entry.Name), All(entry.Summary), entry.Text);

    /// <summary>One word for each value by which the entry is listed.</summary>
    public static IEnumerable<string> Marks(CatalogueEntry entry) => entry.AllTags.Distinct().Select(Mark);

    /// <summary>Letters and digits alone, as an index takes them, and like no word's beginning: <c>zzterritorytn53</c>.</summary>
    public static string Mark(FacetValue tag) => "zz" + string.Concat((tag.Facet + tag.Value).Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    private static string All(Citess.Poles.Kernel.MultilingualText text) => string.Join(' ', text.Texts.Values.Select(each => each.Text));
}

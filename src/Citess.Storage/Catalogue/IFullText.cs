using Citess.Poles.Kernel.Catalogue;
using Citess.Storage.Sql;

namespace Citess.Storage.Catalogue;

/// <summary>The part of search that the two databases do differently.</summary>
internal interface IFullText
{
    /// <summary>Joins the rows <c>c</c> that have every word of <c>@words</c>.</summary>
    string Join { get; }

    /// <summary>How good a match is; lower is better.</summary>
    string Score { get; }

    /// <summary>Words as the value of <c>@words</c>.</summary>
    string Match(IReadOnlyList<string> words);

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

    private static string All(Citess.Poles.Kernel.MultilingualText text) => string.Join(' ', text.Texts.Values.Select(each => each.Text));
}

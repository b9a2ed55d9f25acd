using System.Runtime.CompilerServices;

namespace Citess.Poles.Kernel.Catalogue;

/// <summary>Reads a list to its end, page by page: one answer gives a hundred at most.</summary>
public static class CataloguePages
{
    private const int Page = 100;

    /// <summary>
    /// All that a list holds, wherever the query would begin and end. With text it is what a search ranks, up to
    /// <see cref="CatalogueQuery.MaxRanked"/>; without, there is no end but that of the list.
    /// </summary>
    public static async IAsyncEnumerable<CatalogueEntry> AllAsync(this ICatalogue catalogue, CatalogueQuery query, [EnumeratorCancellation] CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        var (at, isMore) = (query with { Skip = 0, Take = Page }, true);
        while (isMore)
        {
            var page = await catalogue.SearchAsync(at, stop);
            foreach (var entry in page.Entries)
            {
                yield return entry;
            }

            isMore = page.Total > at.Skip + Page;
            at = page.Entries.Count > 0 && query.Text.Length == 0 ? at with { Behind = page.Entries[^1], Skip = 0 } : at with { Skip = at.Skip + Page };
        }
    }
}

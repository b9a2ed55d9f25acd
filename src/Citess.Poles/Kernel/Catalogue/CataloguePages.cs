using System.Runtime.CompilerServices;

namespace Citess.Poles.Kernel.Catalogue;

/// <summary>Reads a list to its end, page by page: one answer gives a hundred at most.</summary>
public static class CataloguePages
{
    private const int Page = 100;

    /// <summary>All that a list holds, wherever the query would begin and end; up to <see cref="CatalogueQuery.MaxCounted"/>.</summary>
    public static async IAsyncEnumerable<CatalogueEntry> AllAsync(this ICatalogue catalogue, CatalogueQuery query, [EnumeratorCancellation] CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        for (var skip = 0; ; skip += Page)
        {
            var page = await catalogue.SearchAsync(query with { Skip = skip, Take = Page }, stop);
            foreach (var entry in page.Entries)
            {
                yield return entry;
            }

            if (skip + Page >= page.Total)
            {
                yield break;
            }
        }
    }
}

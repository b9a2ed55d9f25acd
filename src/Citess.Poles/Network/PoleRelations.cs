using System.Runtime.CompilerServices;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;

namespace Citess.Poles.Network;

/// <summary>All poles that there is a relation with, page by page: a list gives a hundred at most.</summary>
internal static class PoleRelations
{
    private const int Page = 100;

    /// <summary>Those that are connected.</summary>
    public static IAsyncEnumerable<CatalogueEntry> ConnectedAsync(ICatalogue catalogue, CancellationToken stop) => ReadAsync(catalogue, Audience.Public, stop);

    /// <summary>Those that are connected, asked, asking, or were once.</summary>
    public static IAsyncEnumerable<CatalogueEntry> AllAsync(ICatalogue catalogue, CancellationToken stop) => ReadAsync(catalogue, Audience.Own, stop);

    private static async IAsyncEnumerable<CatalogueEntry> ReadAsync(ICatalogue catalogue, Audience least, [EnumeratorCancellation] CancellationToken stop)
    {
        for (var skip = 0; ; skip += Page)
        {
            var page = await catalogue.SearchAsync(new() { Kind = PartnerListing.Kind, Least = least, Skip = skip, Take = Page }, stop);
            foreach (var entry in page.Entries.Where(each => each.Facts.GetValueOrDefault("kind") == "pole"))
            {
                yield return entry;
            }

            if (page.Entries.Count < Page)
            {
                yield break;
            }
        }
    }
}

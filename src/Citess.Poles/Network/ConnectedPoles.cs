using System.Runtime.CompilerServices;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;

namespace Citess.Poles.Network;

/// <summary>All partner poles that are connected, page by page: a list gives a hundred at most.</summary>
internal static class ConnectedPoles
{
    private const int Page = 100;

    public static async IAsyncEnumerable<CatalogueEntry> ReadAsync(ICatalogue catalogue, [EnumeratorCancellation] CancellationToken stop)
    {
        for (var skip = 0; ; skip += Page)
        {
            var page = await catalogue.SearchAsync(new() { Kind = PartnerListing.Kind, Least = Audience.Public, Skip = skip, Take = Page }, stop);
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

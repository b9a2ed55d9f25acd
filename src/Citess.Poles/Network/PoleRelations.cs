using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;

namespace Citess.Poles.Network;

/// <summary>All poles that there is a relation with; visitors are not listed.</summary>
internal static class PoleRelations
{
    /// <summary>Those that are connected.</summary>
    public static IAsyncEnumerable<CatalogueEntry> ConnectedAsync(ICatalogue catalogue, CancellationToken stop) => ReadAsync(catalogue, Audience.Public, stop);

    /// <summary>Those that are connected, asked, asking, or were once.</summary>
    public static IAsyncEnumerable<CatalogueEntry> AllAsync(ICatalogue catalogue, CancellationToken stop) => ReadAsync(catalogue, Audience.Own, stop);

    /// <summary>Those that somebody may see who belongs to an audience.</summary>
    public static IAsyncEnumerable<CatalogueEntry> ReadAsync(ICatalogue catalogue, Audience least, CancellationToken stop) =>
        catalogue.AllAsync(new() { Kind = PartnerListing.Kind, Least = least }, stop);
}

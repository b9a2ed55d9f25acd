using System.Collections.Immutable;
using Citess.Poles.Kernel.Catalogue;

namespace Citess.Poles.Practices.Collections;

/// <summary>A collection that a person follows.</summary>
/// <param name="Collection">As the catalogue names it.</param>
/// <param name="Seen">The practices that stood in it when they looked last, as the catalogue names them.</param>
public sealed record FollowedCollection(string Collection, ImmutableArray<string> Seen)
{
    /// <summary>What one person may follow: each is counted whenever the library is shown.</summary>
    public const int Most = 30;

    /// <summary>As it is now.</summary>
    public static FollowedCollection Of(CatalogueEntry entry) => new(entry.Reference, CollectionKind.In(entry));

    /// <summary>
    /// How many practices came in since then. What was seen is compared, and no time: what its pole put in while it was away
    /// is new here today.
    /// </summary>
    public int NewIn(CatalogueEntry entry) => CollectionKind.In(entry).Except(Seen, StringComparer.Ordinal).Count();
}

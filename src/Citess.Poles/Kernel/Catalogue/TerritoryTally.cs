using Citess.Poles.Kernel.Vocabularies;

namespace Citess.Poles.Kernel.Catalogue;

/// <summary>How many entries of a list are in one territory; <see cref="HasOurs"/> when at least one is not a partner's.</summary>
public sealed record TerritoryTally(string Code, Territory Territory, int Count, bool HasOurs)
{
    /// <summary>A map with more would say less; counting stops here.</summary>
    public const int MaxCounted = 500;

    /// <summary>The territories of what a list shows, whatever page of it and whichever territory it is narrowed to.</summary>
    public static async Task<IReadOnlyList<TerritoryTally>> OfAsync(ICatalogue catalogue, CatalogueQuery query)
    {
        var entries = await catalogue.AllAsync(query with { Territory = null }).Take(MaxCounted).ToListAsync();
        return
        [
            .. from entry in entries
               where !entry.IsWithdrawn
               group entry by entry.Territory into there
               let territory = Territories.Find(there.Key)
               where territory is not null
               orderby there.Count() descending, there.Key
               select new TerritoryTally(there.Key, territory, there.Count(), there.Any(entry => entry.IsOurs)),
        ];
    }
}

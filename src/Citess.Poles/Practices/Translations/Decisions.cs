using System.Globalization;
using System.Security.Claims;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Catalogue;

namespace Citess.Poles.Practices.Translations;

/// <summary>What poles decided about what was brought to their practices.</summary>
public sealed class Decisions(ICatalogue catalogue)
{
    /// <summary>
    /// What the pole whose the practice is decided, by what it is about, as the catalogue names it. Decisions of anybody else
    /// count for nothing.
    /// </summary>
    public async Task<ILookup<string, CatalogueEntry>> OfAsync(ClaimsPrincipal who, string? authority, CancellationToken stop = default) => (await catalogue
        .AllAsync(new() { Kind = DecisionKind.Kind, Least = who.Least(), From = authority is null ? Provenance.Ours : Provenance.Partners, Origin = authority }, stop).ToListAsync(stop))
        .ToLookup(decision => decision.About, StringComparer.Ordinal);

    /// <summary>The one on a revision; what was said anew since then waits for another.</summary>
    public static CatalogueEntry? On(ILookup<string, CatalogueEntry> decisions, string about, int revision) =>
        decisions[about].FirstOrDefault(decision => decision.Facts.GetValueOrDefault(DecisionKind.RevisionFact) == revision.ToString(CultureInfo.InvariantCulture));
}

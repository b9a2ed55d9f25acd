using System.Security.Claims;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Practices.Adoptions;

namespace Citess.Poles.Practices.Lineage;

/// <summary>One place on the way of a practice: a practice, or that a pole tries one.</summary>
/// <param name="Entry">As the catalogue has it.</param>
/// <param name="Pole">Whose it is.</param>
/// <param name="Children">What came of it.</param>
public sealed record LineageNode(CatalogueEntry Entry, Shown Pole, IReadOnlyList<LineageNode> Children)
{
    public bool IsAdoption => Entry.Kind == AdoptionKind.Kind;

    /// <summary>This and all that came of it.</summary>
    public IEnumerable<(LineageNode Node, LineageNode? Parent)> All() => Children.SelectMany(child => child.All().Select(each => (each.Node, (LineageNode?)(each.Parent ?? this)))).Prepend((this, null));
}

/// <summary>Follows a practice from where it came to what came of it, across poles, as far as this pole knows.</summary>
public sealed class Lineages(ICatalogue catalogue, IPoleNames poles)
{
    /// <summary>Deeper, and larger, than any that a page could show.</summary>
    private const int MaxDepth = 8;
    private const int MaxNodes = 300;

    /// <summary>The whole tree that a practice stands in; null when it is not there for this reader.</summary>
    public async Task<LineageNode?> OfAsync(ClaimsPrincipal who, string reference, CancellationToken stop = default)
    {
        if (await FindAsync(who, reference, stop) is not { } entry)
        {
            return null;
        }

        // Up to the first that is known here; a circle, which anybody could claim, ends where it began.
        var seen = new HashSet<string>(StringComparer.Ordinal) { entry.Reference };
        for (var up = 0; up < MaxDepth && entry.About.Length > 0 && await FindAsync(who, entry.About, stop) is { } parent && seen.Add(parent.Reference); up++)
        {
            entry = parent;
        }

        return await GrowAsync(who, entry, 0, new HashSet<string>(StringComparer.Ordinal) { entry.Reference }, stop);
    }

    private async Task<LineageNode> GrowAsync(ClaimsPrincipal who, CatalogueEntry entry, int depth, HashSet<string> seen, CancellationToken stop)
    {
        var children = new List<LineageNode>();
        if (depth < MaxDepth && entry.Facts.GetValueOrDefault(AdoptionKind.AdaptedFact) is { Length: > 0 } became && await FindAsync(who, became, stop) is { } practice && seen.Add(practice.Reference))
        {
            children.Add(await GrowAsync(who, practice, depth + 1, seen, stop));
        }

        if (depth < MaxDepth && entry.Kind == PracticeKind.Kind)
        {
            foreach (var kind in new[] { AdoptionKind.Kind, PracticeKind.Kind })
            {
                await foreach (var child in catalogue.AllAsync(new() { Kind = kind, Least = who.Least(), About = entry.Reference }, stop))
                {
                    if (seen.Count < MaxNodes && seen.Add(child.Reference))
                    {
                        children.Add(await GrowAsync(who, child, depth + 1, seen, stop));
                    }
                }
            }
        }

        return new(entry, await poles.OfAsync(entry.Origin), [.. children.OrderBy(child => child.Entry.Created)]);
    }

    private async Task<CatalogueEntry?> FindAsync(ClaimsPrincipal who, string reference, CancellationToken stop)
    {
        var parts = reference.Split('/');
        return parts.Length is 2 or 3 && RecordKey.TryParse(string.Join('/', parts[^2..]), out var key)
            && await catalogue.FindAsync(parts.Length == 3 ? parts[0] : "", key, stop) is { IsWithdrawn: false } entry && entry.Audience >= who.Least() ? entry : null;
    }
}

using System.Security.Claims;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Contributions;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Practices.Adoptions;

/// <summary>One adoption, whole, and whose it is.</summary>
public sealed record Tried(CatalogueEntry Entry, Shown Pole, Adoption Content);

/// <summary>What those who tried a practice tell of it.</summary>
public sealed class AdoptionsOf(RecordDesk<Adoption> desk, ICatalogue catalogue, IPoleNames poles)
{
    /// <summary>Each is read by itself.</summary>
    private const int Most = 20;

    /// <summary>The latest of them.</summary>
    public async Task<IReadOnlyList<Tried>> OfAsync(ClaimsPrincipal who, RecordReference practice, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(practice);
        var all = new List<Tried>();
        foreach (var entry in (await catalogue.SearchAsync(new() { Kind = AdoptionKind.Kind, Least = who.Least(), About = practice.ToString(), Take = Most }, stop)).Entries)
        {
            var view = entry.IsOurs ? await desk.ReadAsync(who, entry.Id) : await desk.ReadAsync(who, entry.Origin, entry.Id);
            if (view is { IsWithdrawn: false })
            {
                all.Add(new(entry, await poles.OfAsync(entry.Origin), view.Content));
            }
        }

        return all;
    }
}

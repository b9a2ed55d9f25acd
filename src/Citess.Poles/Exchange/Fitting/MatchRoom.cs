using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Vocabularies;
using Citess.Poles.Matching;
using Citess.Poles.Network;

namespace Citess.Poles.Exchange.Fitting;

/// <summary>
/// All offers and wants that this pole holds, matched. The first question of a day reads them all; each one after it reads what
/// came since the one before.
/// </summary>
internal sealed class MatchRoom(ICatalogue catalogue, Pole pole, TimeProvider clock) : IDisposable
{
    /// <summary>What came in the last moments is read once more: it may have been written, by another process too, and not yet be there to read.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(30);

    private static readonly Lazy<ConceptGraph> Graph = new(() => ConceptGraph.From(Thesaurus.Built.All.Select(concept => (concept.Code, concept.Broader.AsEnumerable()))));

    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Matter matter = new(pole);
    private MatchIndex? index;
    private DateOnly day;
    private DateTimeOffset seen;

    /// <summary>The best offers of others for a want, or the wants of others that an offer is among the best for, each with its reasons.</summary>
    public async Task<IReadOnlyList<Match>> ForAsync(CatalogueEntry entry, int most, CancellationToken stop = default)
    {
        await turn.WaitAsync(stop);
        try
        {
            var all = await RenewAsync(stop);
            var id = matter.IdOf(entry);
            return [.. (entry.Kind == WantKind.Kind ? all.Best(id).Take(most).Select(each => all.Explain(id, each.Offering, Lessons.None)) : all.WantsFor(id).Take(most).Select(want => all.Explain(want, id, Lessons.None))).OfType<Match>()];
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    /// <summary>All is read before anything is changed: whoever turns away in the middle leaves what is kept as it was.</summary>
    private async Task<MatchIndex> RenewAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var isNew = index is null || day != today;
        DateTimeOffset? since = isNew ? null : seen - Overlap;
        List<CatalogueEntry> poles = [.. await ReadAsync(Pole.PoleKind, since, stop), .. await ReadAsync(PartnerListing.Kind, since, stop)];
        var (needs, offers) = (await ReadAsync(WantKind.Kind, since, stop), await ReadAsync(OfferingKind.Kind, since, stop));
        index = isNew ? All(today, poles, needs, offers) : Change(index!, poles, needs, offers);
        (day, seen) = (today, now);
        return index;
    }

    private MatchIndex All(DateOnly today, List<CatalogueEntry> poles, List<CatalogueEntry> needs, List<CatalogueEntry> offers)
    {
        var facts = poles.Select(matter.Facts).ToDictionary(each => each.Id, StringComparer.Ordinal);
        foreach (var strange in needs.Concat(offers).Select(matter.AuthorityOf))
        {
            facts.TryAdd(strange, new() { Id = strange });
        }

        return MatchIndex.Of(Graph.Value, today, facts.Values, needs.Where(IsOpen).Select(matter.Need), offers.Where(IsOpen).Select(matter.Offering));
    }

    private MatchIndex Change(MatchIndex held, List<CatalogueEntry> poles, List<CatalogueEntry> needs, List<CatalogueEntry> offers)
    {
        foreach (var entry in poles)
        {
            held.Put(matter.Facts(entry));
        }

        // Of a pole that was never met, a third one may have passed something on.
        foreach (var strange in needs.Concat(offers).Select(matter.AuthorityOf).Where(authority => !held.Has(authority)))
        {
            held.Put(new PoleFacts { Id = strange });
        }

        foreach (var entry in needs)
        {
            held.RemoveNeed(matter.IdOf(entry));
            if (IsOpen(entry))
            {
                held.Put(matter.Need(entry));
            }
        }

        foreach (var entry in offers)
        {
            if (IsOpen(entry))
            {
                held.Put(matter.Offering(entry));
            }
            else
            {
                held.RemoveOffering(matter.IdOf(entry));
            }
        }

        return held;
    }

    private static bool IsOpen(CatalogueEntry entry) => !entry.IsWithdrawn && entry.Status != OfferingKind.Taken;

    private async Task<List<CatalogueEntry>> ReadAsync(string kind, DateTimeOffset? since, CancellationToken stop) =>
        await catalogue.AllAsync(new() { Kind = kind, Least = Audience.Own, Since = since, WithWithdrawn = since is not null }, stop).ToListAsync(stop);
}

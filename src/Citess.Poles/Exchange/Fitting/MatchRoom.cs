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

    private async Task<MatchIndex> RenewAsync(CancellationToken stop)
    {
        var (today, from) = (DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), seen);
        if (index is null || day != today)
        {
            var (poles, needs, offers) = (await PolesAsync(since: null, stop), await ReadAsync(WantKind.Kind, since: null, stop), await ReadAsync(OfferingKind.Kind, since: null, stop));
            var facts = poles.Select(matter.Facts).ToDictionary(each => each.Id, StringComparer.Ordinal);
            foreach (var strange in needs.Concat(offers).Select(matter.AuthorityOf))
            {
                facts.TryAdd(strange, new() { Id = strange });
            }

            index = MatchIndex.Of(Graph.Value, today, facts.Values, needs.Where(IsOpen).Select(matter.Need), offers.Where(IsOpen).Select(matter.Offering));
            day = today;
            return index;
        }

        foreach (var entry in await PolesAsync(from, stop))
        {
            index.Put(matter.Facts(entry));
        }

        foreach (var entry in await ReadAsync(WantKind.Kind, from, stop))
        {
            Change(entry, IsOpen(entry) ? () => index.Put(matter.Need(entry)) : () => index.RemoveNeed(matter.IdOf(entry)));
        }

        foreach (var entry in await ReadAsync(OfferingKind.Kind, from, stop))
        {
            Change(entry, IsOpen(entry) ? () => index.Put(matter.Offering(entry)) : () => index.RemoveOffering(matter.IdOf(entry)));
        }

        return index;

        void Change(CatalogueEntry entry, Action change)
        {
            // Of a pole that was never met, a third one may have passed something on.
            if (!index.Has(matter.AuthorityOf(entry)))
            {
                index.Put(new PoleFacts { Id = matter.AuthorityOf(entry) });
            }

            change();
        }
    }

    private static bool IsOpen(CatalogueEntry entry) => !entry.IsWithdrawn;

    /// <summary>Ours, and those that it knows.</summary>
    private async Task<List<CatalogueEntry>> PolesAsync(DateTimeOffset? since, CancellationToken stop) =>
        [.. await ReadAsync(Pole.PoleKind, since, stop), .. await ReadAsync(PartnerListing.Kind, since, stop)];

    private async Task<List<CatalogueEntry>> ReadAsync(string kind, DateTimeOffset? since, CancellationToken stop)
    {
        var all = await catalogue.AllAsync(new() { Kind = kind, Least = Audience.Own, Since = since, WithWithdrawn = since is not null }, stop).ToListAsync(stop);
        seen = all.Select(entry => entry.Came).Append(seen).Max();
        return all;
    }
}

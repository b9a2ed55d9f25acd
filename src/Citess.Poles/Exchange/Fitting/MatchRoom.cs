using System.Collections.Frozen;
using Citess.Poles.Exchange.Agreements;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Vocabularies;
using Citess.Poles.Matching;
using Citess.Poles.Matching.Fairness;
using Citess.Poles.Network;
using Citess.Poles.Network.Blocks;
using Citess.Poles.Practices.Adoptions;

namespace Citess.Poles.Exchange.Fitting;

/// <summary>One match for a page.</summary>
/// <param name="Match">With its reasons.</param>
/// <param name="Given">When it stands first because the best one gives way: that one.</param>
internal sealed record Fit(Match Match, GivenWay? Given = null);

/// <summary>
/// All offers and wants that this pole holds, matched. The first question of a day reads them all; each one after it reads what
/// came since the one before.
/// </summary>
internal sealed class MatchRoom(ICatalogue catalogue, IBlocks blocks, Pole pole, TimeProvider clock) : IDisposable
{
    /// <summary>What is looked at of the wants for which an offer is among the best.</summary>
    private const int MaxWants = 200;

    /// <summary>The whole is looked at anew when something changed, in a hundredth of the time at most.</summary>
    private const int Rest = 100;

    /// <summary>What came in the last moments is read once more: it may have been written, by another process too, and not yet be there to read.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(30);

    private static readonly string[] Kinds = [Pole.PoleKind, PartnerListing.Kind, Agreement.Kind, AdoptionKind.Kind, WantKind.Kind, OfferingKind.Kind];

    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Matter matter = new(pole);
    private Matched? held;
    private HashSet<(string Reference, int Revision, bool IsWithdrawn)> read = [];
    private FrozenSet<string> hidden = [];
    private DateOnly day;
    private DateTimeOffset seen;
    private (Standing Of, long Made, TimeSpan Took)? standing;
    private bool isStale = true;

    /// <summary>The best offers of others for a want, or the wants of others that an offer is among the best for, each with its reasons. What this pole put aside is not among them.</summary>
    public Task<IReadOnlyList<Fit>> ForAsync(CatalogueEntry entry, Lessons lessons, int most, CancellationToken stop = default) => InTurnAsync<IReadOnlyList<Fit>>(
        all =>
        {
            var id = matter.IdOf(entry);
            var fits = entry.Kind == WantKind.Kind ? Offers(all, id, lessons) : Wants(all, id, lessons);
            return [.. fits.Where(fit => !fit.Match.Lowered.Any(lesson => lesson.Factor == Lessons.Aside)).Take(most)];
        },
        stop);

    /// <summary>How it all stands; it says as of when.</summary>
    public Task<Standing> StandingAsync(CancellationToken stop = default) => InTurnAsync(Stand, stop);

    public void Dispose() => turn.Dispose();

    private IEnumerable<Fit> Offers(MatchIndex all, string id, Lessons lessons)
    {
        var (best, places) = (all.Best(id, lessons), Stand(all).Places);
        var fair = places.Order(id, best);
        return fair.Select((each, place) => (Match: all.Explain(id, each.Offering, lessons), Given: place == 0 && each != best[0] ? places.Of(id) : null))
            .Where(each => each.Match is not null).Select(each => new Fit(each.Match!, each.Given));
    }

    private static IEnumerable<Fit> Wants(MatchIndex all, string id, Lessons lessons) => all.WantsFor(id).Take(MaxWants)
        .Select(want => all.Explain(want, id, lessons)).OfType<Match>().OrderByDescending(match => match.Score).ThenBy(match => match.Need, StringComparer.Ordinal).Select(match => new Fit(match));

    private async Task<T> InTurnAsync<T>(Func<MatchIndex, T> question, CancellationToken stop)
    {
        await turn.WaitAsync(stop);
        try
        {
            return question(await RenewAsync(stop));
        }
        finally
        {
            turn.Release();
        }
    }

    private Standing Stand(MatchIndex all)
    {
        if (standing is not { } last || (isStale && clock.GetElapsedTime(last.Made) >= last.Took * Rest))
        {
            var begun = clock.GetTimestamp();
            standing = last = (Standing.Of(all, held!.WrittenOn, clock.GetUtcNow()), begun, clock.GetElapsedTime(begun));
            isStale = false;
        }

        return last.Of;
    }

    /// <summary>All is read before anything is changed: whoever turns away in the middle leaves what is kept as it was.</summary>
    private async Task<MatchIndex> RenewAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var blocked = (await blocks.ReadAsync(stop)).Hidden;
        var isNew = held is null || day != today || !blocked.SetEquals(hidden);
        DateTimeOffset? since = isNew ? null : seen - Overlap;
        var (rows, brought) = (new List<CatalogueEntry>(), new HashSet<(string, int, bool)>());
        foreach (var kind in Kinds)
        {
            await foreach (var row in catalogue.AllAsync(new() { Kind = kind, Least = Audience.Own, Since = since, WithWithdrawn = !isNew }, stop))
            {
                var version = (row.Reference, row.Revision, row.IsWithdrawn);
                brought.Add(version);
                if (isNew || !read.Contains(version))
                {
                    rows.Add(row);
                }
            }
        }

        held = isNew ? await Matched.OfAsync(new(catalogue, matter, pole.Authority), matter, BuiltGraph.Graph, now, rows, stop) : held!;
        if (!isNew)
        {
            await held.ChangeAsync(rows, now, stop);
        }

        (day, seen, hidden, read) = (today, now, blocked, isNew ? [] : brought);
        isStale |= isNew || rows.Count > 0;
        return held.Index;
    }
}

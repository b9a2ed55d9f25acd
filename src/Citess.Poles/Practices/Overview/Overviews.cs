using System.Security.Claims;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Kernel.Vocabularies;
using Citess.Poles.Practices.Adoptions;
using Citess.Poles.Practices.Reviews;
using Citess.Poles.Practices.Talk;
using Citess.Poles.Practices.Translations;

namespace Citess.Poles.Practices.Overview;

/// <summary>Counts what poles gave, took, and let lie. Everything is counted from records that the reader may see; nothing is kept.</summary>
public sealed class Overviews(ICatalogue catalogue, IArrivals arrivals, IPoleNames poles, TimeProvider clock)
{
    private const int Months = 12;

    /// <summary>Of these the arrivals are asked one by one.</summary>
    private const int MaxAsked = 100;

    private static readonly TimeSpan Adopting = TimeSpan.FromDays(90);
    private static readonly TimeSpan Answering = TimeSpan.FromDays(14);
    private static readonly TimeSpan Deciding = TimeSpan.FromDays(30);

    public async Task<NetworkOverview> OfAsync(ClaimsPrincipal who, CancellationToken stop = default)
    {
        var practices = await AllAsync(who, PracticeKind.Kind, stop);
        var adoptions = await AllAsync(who, AdoptionKind.Kind, stop);
        var reviews = await AllAsync(who, ReviewKind.Kind, stop);
        var translations = await AllAsync(who, TranslationKind.Kind, stop);
        var notes = await AllAsync(who, NoteKind.Kind, stop);
        var decided = (await AllAsync(who, DecisionKind.Kind, stop)).ToLookup(decision => decision.About, StringComparer.Ordinal);
        var names = new Dictionary<string, Shown>(StringComparer.Ordinal) { [""] = await poles.OfAsync("") };
        foreach (var origin in practices.Concat(adoptions).Concat(reviews).Concat(translations).Concat(notes).Select(entry => entry.Origin).Distinct(StringComparer.Ordinal))
        {
            names[origin] = await poles.OfAsync(origin);
        }

        var (tried, reviewed) = (adoptions.ToLookup(entry => entry.About, StringComparer.Ordinal), reviews.ToLookup(entry => entry.About, StringComparer.Ordinal));
        return new()
        {
            Poles = [.. names.Select(pole => new PoleShare(
                pole.Key,
                pole.Value,
                practices.Count(entry => entry.Origin == pole.Key),
                practices.Count(entry => entry.Origin == pole.Key && tried[entry.Reference].Any(adoption => adoption.Origin != pole.Key)),
                adoptions.Count(entry => entry.Origin == pole.Key && IsOfOthers(entry)),
                reviews.Count(entry => entry.Origin == pole.Key && IsOfOthers(entry)),
                translations.Count(entry => entry.Origin == pole.Key && IsOfOthers(entry)))).OrderByDescending(pole => pole.Shared).ThenBy(pole => pole.Name.Text, StringComparer.CurrentCulture)],
            Practices = await ReachAsync(who, practices, tried, reviewed, names, stop),
            Stalls = [.. Stalls(adoptions, translations, notes, decided).OrderBy(stall => stall.Since).Select(stall => new Stalled(stall.Why, stall.Since, stall.Entry, names[stall.Entry.Origin]))],
            Languages = [.. Kernel.Culture.Languages.All.Select(language => (language.Code, practices.Count(entry => entry.Languages.Contains(language.Code)))).OrderBy(language => language.Item2)],
            MissingSectors = [.. Concepts.Sectors.All.Select(sector => sector.Code).Where(code => !practices.Any(entry => entry.Sectors.Contains(code)))],
            Months = [.. Enumerable.Range(0, Months).Select(back => First(clock.GetUtcNow()).AddMonths(back - Months + 1)).Select(month => new MonthCount(
                month,
                practices.Count(entry => First(entry.Created) == month),
                adoptions.Count(entry => First(entry.Created) == month),
                adoptions.Count(entry => entry.Status == AdoptionStage.Stopped.Word() && First(entry.Updated) == month),
                reviews.Count(entry => First(entry.Created) == month)))],
        };
    }

    private async Task<IReadOnlyList<PracticeReach>> ReachAsync(
        ClaimsPrincipal who, IEnumerable<CatalogueEntry> practices, ILookup<string, CatalogueEntry> tried, ILookup<string, CatalogueEntry> reviewed, Dictionary<string, Shown> names, CancellationToken stop)
    {
        var reach = new List<PracticeReach>();
        var asked = 0;
        foreach (var entry in practices.OrderByDescending(entry => tried[entry.Reference].Count()).ThenByDescending(entry => entry.Updated))
        {
            var received = entry.IsOurs && who.Least() == Audience.Own && asked++ < MaxAsked
                ? (await arrivals.OfAsync(RecordKey.Parse(entry.Key), stop)).Count(arrival => arrival is { State: ArrivalState.Received, IsTakenBack: false, IsVisitor: false }) : (int?)null;
            reach.Add(new(entry, names[entry.Origin], PolesOf(tried[entry.Reference]), PolesOf(tried[entry.Reference].Where(adoption => adoption.Status == AdoptionStage.Stopped.Word())), reviewed[entry.Reference].Count(), received));
        }

        return reach;
    }

    private IEnumerable<(Stall Why, DateTimeOffset Since, CatalogueEntry Entry)> Stalls(
        IReadOnlyList<CatalogueEntry> adoptions, IReadOnlyList<CatalogueEntry> translations, IReadOnlyList<CatalogueEntry> notes, ILookup<string, CatalogueEntry> decided)
    {
        var now = clock.GetUtcNow();
        var answers = notes.ToLookup(note => note.Facts.GetValueOrDefault(NoteKind.ReplyFact, ""), StringComparer.Ordinal);
        return adoptions.Where(entry => (entry.Status == AdoptionStage.Intended.Word() || entry.Status == AdoptionStage.Adapting.Word()) && now - entry.Updated > Adopting).Select(entry => (Stall.Adoption, entry.Updated, entry))
            .Concat(translations.Where(entry => now - entry.Updated > Deciding && Decisions.On(ByItsPole(entry), entry.Reference, entry.Revision) is null).Select(entry => (Stall.Translation, entry.Updated, entry)))
            .Concat(notes.Where(entry => entry.Status == NoteKind.Question && now - entry.Created > Answering && !ByItsPole(entry)[entry.Reference].Any() && !IsAnswered(entry, [])).Select(entry => (Stall.Question, entry.Created, entry)));

        // Decided, and answered, by whose the practice is: another's kind word is none.
        ILookup<string, CatalogueEntry> ByItsPole(CatalogueEntry entry) =>
            decided[entry.Reference].Where(decision => decision.Origin == OriginOf(entry.About)).ToLookup(decision => decision.About, StringComparer.Ordinal);

        bool IsAnswered(CatalogueEntry note, HashSet<string> seen) =>
            seen.Add(note.Reference) && answers[note.Reference].Any(answer => answer.Origin == OriginOf(note.About) || IsAnswered(answer, seen));
    }

    private static int PolesOf(IEnumerable<CatalogueEntry> entries) => entries.Select(entry => entry.Origin).Distinct(StringComparer.Ordinal).Count();

    private async Task<List<CatalogueEntry>> AllAsync(ClaimsPrincipal who, string kind, CancellationToken stop) =>
        await catalogue.AllAsync(new() { Kind = kind, Least = who.Least() }, stop).ToListAsync(stop);

    private static bool IsOfOthers(CatalogueEntry entry) => OriginOf(entry.About) != entry.Origin;

    private static string OriginOf(string reference) => reference.Split('/') is [var origin, _, _] ? origin : "";

    private static DateOnly First(DateTimeOffset time) => new(time.Year, time.Month, 1);
}

using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Matching;

namespace Citess.Poles.Exchange.Fitting;

/// <summary>Rows of the catalogue as the matcher holds them, and kept so while they change.</summary>
internal sealed class Matched
{
    private readonly Evidence evidence;
    private readonly Matter matter;
    private readonly DateOnly today;
    private readonly Dictionary<string, DateTimeOffset> written = new(StringComparer.Ordinal);

    private Matched(Evidence evidence, Matter matter, DateOnly today, MatchIndex index) => (this.evidence, this.matter, this.today, Index) = (evidence, matter, today, index);

    public MatchIndex Index { get; }

    /// <summary>Everything at once.</summary>
    public static async Task<Matched> OfAsync(Evidence evidence, Matter matter, ConceptGraph graph, DateTimeOffset now, IReadOnlyCollection<CatalogueEntry> rows, CancellationToken stop)
    {
        var day = DateOnly.FromDateTime(now.UtcDateTime);
        var poles = await evidence.TakeAsync(rows.Where(row => !Proposals.IsKind(row.Kind)), stop);
        var open = rows.Where(row => Proposals.IsKind(row.Kind) && IsOpen(row, now)).ToLookup(row => row.Kind, StringComparer.Ordinal);

        // Of a pole that was never met, a third one may have passed something on.
        var facts = poles.Union(open.SelectMany(kind => kind).Select(matter.AuthorityOf), StringComparer.Ordinal).Select(pole => evidence.Of(pole, day));
        var index = MatchIndex.Of(graph, day, facts, open[WantKind.Kind].Select(matter.Need), open[OfferingKind.Kind].Select(matter.Offering));
        var matched = new Matched(evidence, matter, day, index);
        foreach (var row in open[WantKind.Kind])
        {
            matched.written[matter.IdOf(row)] = row.Created;
        }

        return matched;
    }

    /// <summary>What came or changed since; the same once more changes nothing.</summary>
    public async Task ChangeAsync(IReadOnlyCollection<CatalogueEntry> rows, DateTimeOffset now, CancellationToken stop)
    {
        var proposals = rows.Where(row => Proposals.IsKind(row.Kind)).ToList();
        var poles = await evidence.TakeAsync(rows.Where(row => !Proposals.IsKind(row.Kind)), stop);
        foreach (var pole in poles.Union(proposals.Select(matter.AuthorityOf).Where(authority => Index.Facts(authority) is null), StringComparer.Ordinal))
        {
            Index.Put(evidence.Of(pole, today));
        }

        foreach (var row in proposals)
        {
            var (id, isOpen) = (matter.IdOf(row), IsOpen(row, now));
            if (row.Kind == OfferingKind.Kind && isOpen)
            {
                Index.Put(matter.Offering(row));
            }
            else if (row.Kind == OfferingKind.Kind)
            {
                Index.RemoveOffering(id);
            }
            else if (isOpen)
            {
                Index.Put(matter.Need(row));
                written[id] = row.Created;
            }
            else
            {
                Index.RemoveNeed(id);
                written.Remove(id);
            }
        }
    }

    /// <summary>When a want that is here was written.</summary>
    public DateTimeOffset WrittenOn(string want) => written[want];

    private static bool IsOpen(CatalogueEntry row, DateTimeOffset now) => !row.IsWithdrawn && row.Status != OfferingKind.Taken && !row.IsOver(now);
}

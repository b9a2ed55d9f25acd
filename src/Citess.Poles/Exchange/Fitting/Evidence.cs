using Citess.Poles.Exchange.Agreements;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Kernel.Vocabularies;
using Citess.Poles.Matching;
using Citess.Poles.Practices.Adoptions;

namespace Citess.Poles.Exchange.Fitting;

/// <summary>
/// What of poles counts in a match, as far as this pole can see: where they are, which of their practices others took up, and what they
/// agreed upon with us. What two others agreed upon stays between them.
/// </summary>
internal sealed class Evidence(ICatalogue catalogue, Matter matter, string us)
{
    /// <summary>Of a practice's title and of its line, so many subjects.</summary>
    private const int MaxNamed = 3;

    private readonly Dictionary<string, PoleFacts> told = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Partner, string Receiver, DateOnly? Done)> agreed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, string>> tries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Pole, PracticeProof Proof)> proofs = new(StringComparer.Ordinal);

    /// <summary>All that is known of a pole.</summary>
    public PoleFacts Of(string pole, DateOnly today) => (told.GetValueOrDefault(pole) ?? new() { Id = pole }) with
    {
        Met = pole == us ? [.. agreed.Values.Select(each => each.Partner)] : agreed.Values.Any(each => each.Partner == pole) ? [us] : [],
        Served = agreed.Values.Count(each => each.Receiver == pole && each.Done > today.AddYears(-1)),
        Practices = [.. proofs.Values.Where(each => each.Pole == pole).Select(each => each.Proof).OrderBy(proof => proof.Id, StringComparer.Ordinal)],
    };

    /// <summary>Takes rows in, of any of these kinds and as often as they come; returns the poles of which something may be otherwise now.</summary>
    public async Task<IReadOnlySet<string>> TakeAsync(IEnumerable<CatalogueEntry> rows, CancellationToken stop)
    {
        var touched = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            switch (row.Kind)
            {
                case Agreement.Kind:
                    touched.Add(us);
                    touched.Add(Take(row));
                    break;
                case AdoptionKind.Kind:
                    touched.Add(await TakeAdoptionAsync(row, stop));
                    break;
                default:
                    var facts = matter.Facts(row);
                    told[facts.Id] = facts;
                    touched.Add(facts.Id);
                    break;
            }
        }

        return touched;
    }

    private string Take(CatalogueEntry row)
    {
        var partner = row.Facts.GetValueOrDefault("relation", "");
        var status = EnumWords.Choice<AgreementStatus>(row.Status);

        // Who is no pole has no offers and wants here.
        if (status is not (AgreementStatus.Accepted or AgreementStatus.Completed) || partner.Contains('~', StringComparison.Ordinal))
        {
            agreed.Remove(row.Key);
            return partner;
        }

        // A want serves whose it is; an offer serves whoever asked.
        var (origin, key) = Split(row.About);
        var isOurs = origin == us;
        var receiver = key.StartsWith(WantKind.Kind + "/", StringComparison.Ordinal) == isOurs ? us : partner;
        agreed[row.Key] = (partner, receiver, status == AgreementStatus.Completed ? DateOnly.FromDateTime(row.Updated.UtcDateTime) : null);
        return partner;
    }

    /// <summary>Who wants to try is not who took it up, and who gave it up is no proof.</summary>
    private async Task<string> TakeAdoptionAsync(CatalogueEntry row, CancellationToken stop)
    {
        var ((owner, key), by) = (Split(row.About), matter.AuthorityOf(row));
        var counts = by != owner && !row.IsWithdrawn && EnumWords.Choice<AdoptionStage>(row.Status) is AdoptionStage.Adapting or AdoptionStage.Running or AdoptionStage.Finished;
        var all = tries.TryGetValue(row.About, out var held) ? held : tries[row.About] = new(StringComparer.Ordinal);
        if (!counts)
        {
            all.Remove(row.Reference);
        }
        else
        {
            all[row.Reference] = by;
        }

        if (all.Count == 0 || !RecordKey.TryParse(key, out var practice) || await catalogue.FindAsync(owner == us ? "" : owner, practice, stop) is not { IsWithdrawn: false } entry)
        {
            proofs.Remove(row.About);
        }
        else
        {
            proofs[row.About] = (owner, new($"{owner}/{key}", About(entry), all.Values.Distinct(StringComparer.Ordinal).Count()));
        }

        return owner;
    }

    /// <summary>The sectors of a practice, and what its title and its line name.</summary>
    private static System.Collections.Immutable.ImmutableArray<string> About(CatalogueEntry practice) =>
    [
        .. practice.Sectors.Select(code => Thesaurus.Built.Find(Concepts.Sectors.Find(code)?.Uri)?.Code).OfType<string>()
            .Concat(Thesaurus.Built.Suggest(practice.Name, MaxNamed).Concat(Thesaurus.Built.Suggest(practice.Summary, MaxNamed)).Select(match => match.Concept.Code))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    private (string Pole, string Key) Split(string reference) => reference.Split('/') is [var origin, var kind, var id] ? (origin, $"{kind}/{id}") : (us, reference);
}

using System.Security.Claims;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Contributions;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Practices.Translations;

namespace Citess.Poles.Practices.Talk;

/// <summary>Words about a practice with those that answer them.</summary>
/// <param name="Entry">As the catalogue has them.</param>
/// <param name="Pole">Who said them.</param>
/// <param name="Answers">In the order of their saying.</param>
public sealed record Said(CatalogueEntry Entry, Shown Pole, IReadOnlyList<Said> Answers)
{
    public bool IsQuestion => Entry.Status == NoteKind.Question;

    /// <summary>True when the pole of the practice, whose host is given (empty for ours), has said something to it.</summary>
    public bool IsAnsweredBy(string origin) => Answers.Any(answer => answer.Entry.Origin == origin || answer.IsAnsweredBy(origin));
}

/// <summary>What is said about a practice, across poles.</summary>
public sealed class Conversations(ICatalogue catalogue, IPoleNames poles)
{
    /// <summary>A page shows no more; the latest count.</summary>
    public const int Most = 200;

    /// <summary>The beginnings, the latest first. What the pole of the practice has put aside is not among them, nor what hangs on it.</summary>
    public async Task<IReadOnlyList<Said>> OfAsync(ClaimsPrincipal who, RecordReference practice, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(practice);
        var entries = await catalogue.AllAsync(new() { Kind = NoteKind.Kind, Least = who.Least(), About = practice.ToString() }, stop).Take(Most).ToListAsync(stop);
        var kept = new List<CatalogueEntry>();
        foreach (var entry in entries)
        {
            if (!await IsPutAsideAsync(who, practice, entry, stop))
            {
                kept.Add(entry);
            }
        }

        var answers = kept.ToLookup(entry => entry.Facts.GetValueOrDefault(NoteKind.ReplyFact, ""), StringComparer.Ordinal);
        var names = new Dictionary<string, Shown>(StringComparer.Ordinal);
        foreach (var origin in kept.Select(entry => entry.Origin).Distinct(StringComparer.Ordinal))
        {
            names[origin] = await poles.OfAsync(origin);
        }

        var said = new HashSet<string>(StringComparer.Ordinal);
        return [.. answers[""].OrderByDescending(entry => entry.Created).Select(Grow)];

        Said Grow(CatalogueEntry entry) => new(entry, names[entry.Origin], said.Add(entry.Reference) ? [.. answers[entry.Reference].OrderBy(each => each.Created).Select(Grow)] : []);
    }

    private async Task<bool> IsPutAsideAsync(ClaimsPrincipal who, RecordReference practice, CatalogueEntry entry, CancellationToken stop)
    {
        if (entry.Origin == (practice.Authority ?? ""))
        {
            return false;
        }

        var decided = await catalogue.SearchAsync(new() { Kind = DecisionKind.Kind, Least = who.Least(), About = entry.Reference, Take = 20 }, stop);
        return decided.Entries.Any(decision => decision.Origin == (practice.Authority ?? "") && decision.Status == DecisionVerdict.Declined.Word());
    }
}

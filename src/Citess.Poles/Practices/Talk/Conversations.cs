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
public sealed class Conversations(ICatalogue catalogue, Decisions decisions, IPoleNames poles)
{
    /// <summary>A page shows no more; the latest count.</summary>
    public const int Most = 200;

    /// <summary>The beginnings, the latest first. What the pole of the practice has put aside is not among them, nor what hangs on it.</summary>
    public async Task<IReadOnlyList<Said>> OfAsync(ClaimsPrincipal who, RecordReference practice, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(practice);
        var entries = await catalogue.AllAsync(new() { Kind = NoteKind.Kind, Least = who.Least(), About = practice.ToString() }, stop).Take(Most).ToListAsync(stop);
        var decided = await decisions.OfAsync(who, practice.Authority, stop);
        var kept = entries.Where(entry => !IsPutAside(entry, practice, decided)).ToList();

        // What answers words that are not here stands for itself; what answers words that were put aside goes with them.
        var there = entries.Select(entry => entry.Reference).ToHashSet(StringComparer.Ordinal);
        var answers = kept.ToLookup(entry => entry.Facts.GetValueOrDefault(NoteKind.ReplyFact, "") is var reply && there.Contains(reply) ? reply : "", StringComparer.Ordinal);
        var names = new Dictionary<string, Shown>(StringComparer.Ordinal);
        foreach (var origin in kept.Select(entry => entry.Origin).Distinct(StringComparer.Ordinal))
        {
            names[origin] = await poles.OfAsync(origin);
        }

        var said = new HashSet<string>(StringComparer.Ordinal);
        return [.. answers[""].OrderByDescending(entry => entry.Created).Select(Grow)];

        Said Grow(CatalogueEntry entry) => new(entry, names[entry.Origin], said.Add(entry.Reference) ? [.. answers[entry.Reference].OrderBy(each => each.Created).Select(Grow)] : []);
    }

    /// <summary>Whichever revision it was: whoever was put aside does not come back by another word.</summary>
    public static bool IsPutAside(CatalogueEntry note, RecordReference practice, ILookup<string, CatalogueEntry> decided)
    {
        ArgumentNullException.ThrowIfNull(note);
        ArgumentNullException.ThrowIfNull(practice);
        ArgumentNullException.ThrowIfNull(decided);
        return note.Origin != (practice.Authority ?? "") && decided[note.Reference].Any(decision => decision.Status == DecisionVerdict.Declined.Word());
    }
}

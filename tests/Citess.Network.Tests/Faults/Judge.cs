using System.Text.Json;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;

namespace Citess.Network.Tests.Faults;

/// <summary>
/// Compares what stands in the books of all poles with what clients were promised. What was given up may have happened or
/// not. Each method adds what is wrong.
/// </summary>
internal sealed class Judge(IReadOnlyList<Books> all, IReadOnlyList<Promise> promised, IReadOnlyList<Promise> givenUp)
{
    private readonly List<string> findings = [];
    private readonly ILookup<(string Pole, string Key), Promise> promises = promised.ToLookup(each => (each.Pole, each.Key));
    private readonly ILookup<(string Pole, string Key), Promise> tries = givenUp.ToLookup(each => (each.Pole, each.Key));

    public IReadOnlyList<string> Findings => findings;

    /// <summary>How many copies at partners were found to be what they should be.</summary>
    public int Copies { get; private set; }

    public void Compare()
    {
        foreach (var books in all)
        {
            Own(books);
            Said(books);
            foreach (var other in all.Where(other => other != books))
            {
                Copied(books, other);
                Pushed(books, other);
            }

            Letters(books);
        }
    }

    /// <summary>
    /// What push alone did, whatever repair has mended since: a letter that the sender has settled stands in the inbox of
    /// the receiver, which keeps ids for ever and which repair never touches. What the receiver read from the feed, page
    /// after page, and acknowledged so, need not come by letter: that is held there.
    /// </summary>
    public void Pushed(Books from, Books to)
    {
        var way = from.Couriers.Single(each => each.Relation == to.Pole.Authority);
        var came = to.Inbox.Select(each => each.ActivityId).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in from.Ledger.Where(entry => entry.Number <= way.Cursor && !entry.IsSuperseded && entry.Shows && from.IsFor(entry, way) && !came.Contains(entry.ActivityId) && !IsReadThere(entry)))
        {
            findings.Add($"{from.Pole.Name} takes {entry.About} revision {entry.Revision} for delivered, and it never came to {to.Pole.Name}.");
        }

        bool IsReadThere(Books.Entry entry) =>
            from.Reads.Any(each => each.Relation == way.Relation && each.After < entry.Number && entry.Number <= each.Upto)
            && to.Documents.GetValueOrDefault((from.Pole.Authority, entry.About))?.Revision >= entry.Revision;

        findings.AddRange(from.Refusals.Where(each => each.Relation == way.Relation).Select(each => $"{to.Pole.Name} refused entry {each.Number} of {from.Pole.Name} for good: {each.Reason}"));
    }

    /// <summary>The pole's own library is what its clients were promised, and nothing else.</summary>
    private void Own(Books books)
    {
        var authority = books.Pole.Authority;
        foreach (var key in promises.Concat(tries).Select(each => each.Key).Where(each => each.Pole == authority).Select(each => each.Key).Distinct(StringComparer.Ordinal))
        {
            var listed = books.Catalogue.GetValueOrDefault(("", key));
            if (Final(authority, key, listed?.Revision ?? 0) is not { } final)
            {
                findings.Add($"{books.Pole.Name} has {key} at revision {listed?.Revision ?? 0}; promised were {string.Join(", ", promises[(authority, key)].Select(each => each.Revision))}.");
                continue;
            }

            if (listed is null)
            {
                continue;
            }

            var entry = StateJson.Read<CatalogueEntry>(listed.Body);
            if (entry.Name.SourceText != final.Title || entry.IsWithdrawn != final.IsWithdrawn || entry.Audience != final.Audience || entry.IsForList != final.Partners.Count > 0)
            {
                findings.Add($"{books.Pole.Name} lists {listed.Body} instead of {final}.");
            }

            OwnDocument(books, final);
        }

        findings.AddRange(books.Catalogue.Keys.Concat(books.Documents.Keys).Where(each => each.Origin.Length == 0 && !IsKnown(authority, each.Key)).Select(each => $"{books.Pole.Name} made {each.Key} up."));
    }

    private void OwnDocument(Books books, Promise final)
    {
        var held = books.Documents.GetValueOrDefault(("", final.Key));
        var wasShared = Ever(final, each => each.IsShared);
        if (final.IsWithdrawn ? wasShared : final.IsShared)
        {
            if (held is null || held.Revision != final.Revision || held.IsTombstone != final.IsWithdrawn || !(final.IsWithdrawn || TitleOf(held) == final.Title))
            {
                findings.Add($"{books.Pole.Name} has signed {held?.Body ?? "nothing"} for {final}.");
            }
        }

        // The tombstone of an earlier withdrawal stays: to everybody else the practice is gone.
        else if (held is not null && !(held.IsTombstone && held.Revision < final.Revision && wasShared))
        {
            findings.Add($"{books.Pole.Name} still has a document of {final}: revision {held.Revision}{(held.IsTombstone ? ", a tombstone" : "")}");
        }
    }

    /// <summary>The partner has what it may see, word for word, and holds nothing that it may not.</summary>
    private void Copied(Books owner, Books partner)
    {
        var (from, at) = (owner.Pole.Authority, partner.Pole.Authority);
        foreach (var listed in owner.Catalogue.Values.Where(each => each.Origin.Length == 0))
        {
            if (Final(from, listed.Key, listed.Revision) is not { } final)
            {
                continue;
            }

            var copy = partner.Documents.GetValueOrDefault((from, listed.Key));
            var shown = partner.Catalogue.GetValueOrDefault((from, listed.Key));
            if (!final.IsWithdrawn && final.IsFor(at))
            {
                var isRight = copy is not null && copy.Body == owner.Documents.GetValueOrDefault(("", listed.Key))?.Body
                    && shown is { IsWithdrawn: false } && shown.Revision == final.Revision && StateJson.Read<CatalogueEntry>(shown.Body).Name.SourceText == final.Title;
                Copies += isRight ? 1 : 0;
                if (!isRight)
                {
                    findings.Add($"{partner.Pole.Name} has {copy?.Body ?? "nothing"}, listed as {shown?.Body ?? "nothing"}, of {owner.Pole.Name}'s {final}.");
                }
            }
            else if (copy is { IsTombstone: false } || shown is { IsWithdrawn: false } || copy?.Revision > final.Revision)
            {
                findings.Add($"{partner.Pole.Name} still has {copy?.Body ?? shown?.Body} of {owner.Pole.Name}'s {final}.");
            }
            else if (copy is not null && !Ever(final, each => each.IsFor(at)))
            {
                findings.Add($"{partner.Pole.Name} was told of {final}, which was never for it.");
            }
        }

        findings.AddRange(partner.Catalogue.Keys.Concat(partner.Documents.Keys).Where(each => each.Origin == from && !owner.Catalogue.ContainsKey(("", each.Key))).Select(each => $"{partner.Pole.Name} has {each.Key}, which {owner.Pole.Name} does not."));
    }

    /// <summary>Each revision that was promised to others was said once, and taken back at most once.</summary>
    private void Said(Books books)
    {
        var authority = books.Pole.Authority;
        findings.AddRange(books.Ledger.CountBy(entry => (entry.About, entry.Revision, entry.Verb)).Where(each => each.Value > 1).Select(each => $"{books.Pole.Name} said {each.Key} {each.Value} times."));
        var said = books.Ledger.Where(entry => entry.Verb != "Remove").Select(entry => (entry.About, entry.Revision)).ToHashSet();
        findings.AddRange(promised.Where(each => each.Pole == authority && !each.IsWithdrawn && each.IsShared && !said.Contains((each.Key, each.Revision))).Select(each => $"{books.Pole.Name} never said {each}."));
        findings.AddRange(books.Ledger.Where(entry => entry.Shows && Known(authority, entry.About, entry.Revision) is not { IsShared: true }).Select(entry => $"{books.Pole.Name} said {entry.About} revision {entry.Revision}, which nobody asked for."));
    }

    /// <summary>What came is what was said, to whom it may concern; each was read, and has had its effect.</summary>
    private void Letters(Books books)
    {
        var senders = all.ToDictionary(each => each.Pole.Authority, each => each.Said, StringComparer.Ordinal);
        foreach (var letter in books.Inbox)
        {
            if (!senders[letter.Sender].Contains(letter.ActivityId))
            {
                findings.Add($"{books.Pole.Name} got {letter}, which its sender never said.");
            }

            if (!letter.IsDone || letter.Note is not null)
            {
                findings.Add($"{books.Pole.Name} did not take {letter}.");
            }
            else if (letter.Revision > (books.Documents.GetValueOrDefault((letter.Sender, letter.Key))?.Revision ?? 0))
            {
                findings.Add($"{books.Pole.Name} took {letter} without effect.");
            }

            if (letter.Shows && Known(letter.Sender, letter.Key, letter.Revision) is not { } shown)
            {
                findings.Add($"{books.Pole.Name} got {letter}, which nobody wrote.");
            }
            else if (letter.Shows && Known(letter.Sender, letter.Key, letter.Revision) is { } meant && !meant.IsFor(books.Pole.Authority))
            {
                findings.Add($"{books.Pole.Name} got {letter}, which is not for it: {meant}");
            }
        }
    }

    /// <summary>What the record must be, given the revision that it has; null when it may not have that one.</summary>
    private Promise? Final(string pole, string key, int revision)
    {
        var last = promises[(pole, key)].MaxBy(each => each.Revision);
        return last?.Revision == revision ? last
            : tries[(pole, key)].SingleOrDefault(each => each.Revision == revision && revision > (last?.Revision ?? 0))
            ?? (last is null && revision == 0 ? tries[(pole, key)].Single() : null);
    }

    private Promise? Known(string pole, string key, int revision) => promises[(pole, key)].Concat(tries[(pole, key)]).FirstOrDefault(each => each.Revision == revision);

    private bool IsKnown(string pole, string key) => promises.Contains((pole, key)) || tries.Contains((pole, key));

    private bool Ever(Promise final, Func<Promise, bool> was) => promises[(final.Pole, final.Key)].Append(final).Any(each => each.Revision <= final.Revision && was(each));

    private static string? TitleOf(Books.Held document)
    {
        using var json = JsonDocument.Parse(document.Body);
        return json.RootElement.TryGetProperty("name", out var name) ? name.GetString() : null;
    }
}

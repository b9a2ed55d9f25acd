using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Contributions;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Inbox;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Network.Contributions;

/// <summary>
/// What another pole says about a record of ours goes on, in its own signed words, to all that see the record: they hear of an
/// adoption whether they know the pole that made it or not.
/// </summary>
internal sealed class Appending(IDocuments documents, IChanges changes, IEnumerable<IContributionKind> kinds, Press press, Pole pole)
{
    private const int MaxRemembered = 1000;

    private readonly HashSet<string> kinds = kinds.Select(kind => kind.Name).ToHashSet(StringComparer.Ordinal);

    /// <summary>What was passed on a moment ago and may not be published yet: taken back in the same breath, it must not stay with others.</summary>
    private readonly ConcurrentDictionary<string, (string About, Audience Audience)> recent = new(StringComparer.Ordinal);

    /// <summary>The arrival, with what we say of it to others in the same commit. Our word on it has the revision of what it carries: after a restore it is made again as it was.</summary>
    public async Task<Arrival> OfAsync(Arrival arrival, CancellationToken stop = default)
    {
        var (document, listing) = arrival;
        if (listing is null || !kinds.Contains(listing.Kind))
        {
            return arrival;
        }

        var key = Addition.KeyOf(document.Origin, document.Key);
        var (about, audience) = document.IsTombstone ? await TakenBackAsync(key, stop) : (listing.About, await AudienceAsync(listing.About, document.Audience, stop));
        if (about is null || audience == Audience.Own)
        {
            return arrival;
        }

        var actor = (await changes.OfAsync(document.Origin, Audience.Public, Pole.PoleKind + "/", take: 1, stop)).FirstOrDefault(each => each.Key.StartsWith(Pole.PoleKind + "/", StringComparison.Ordinal));
        var sharing = press.Add(key, document.Revision, audience, document.Json, actor?.Json, $"{pole.Origin}/{about}{Addition.Collection}");
        if (Encoding.UTF8.GetByteCount(sharing.Activity) > PageRoom.MaxBytes)
        {
            // A page of our feed that is longer than anybody reads would end the feed there, for all.
            return arrival;
        }

        if (recent.Count >= MaxRemembered)
        {
            recent.Clear();
        }

        recent[key.ToString()] = (about, audience);
        return arrival with { Answers = [.. arrival.Answers, new() { Id = $"{key}@{document.Revision}/0", Key = key.ToString(), Sharing = sharing }] };
    }

    /// <summary>What is taken back, or is not for us any more, is taken back from wherever it was passed on to; nowhere when it never was.</summary>
    private async Task<(string? About, Audience Audience)> TakenBackAsync(RecordKey key, CancellationToken stop) =>
        recent.TryGetValue(key.ToString(), out var known) ? known
        : await documents.FindAsync("", key, stop) is { } held ? (Target(held), held.Audience) : default;

    /// <summary>Who may hear of it: those who see the record and for whom it was said.</summary>
    private async Task<Audience> AudienceAsync(string about, Audience said, CancellationToken stop) =>
        RecordKey.TryParse(about, out var key) && await documents.FindAsync("", key, stop) is { IsTombstone: false } record
            ? record.Audience < said ? record.Audience : said : Audience.Own;

    private string? Target(SignedDocument held) =>
        Ap.Read<Activity>(JsonElement.Parse(held.Json))?.Target is { } target && target.EndsWith(Addition.Collection, StringComparison.Ordinal) && pole.TryOwn(target[..^Addition.Collection.Length], out var key) ? key.ToString() : null;
}

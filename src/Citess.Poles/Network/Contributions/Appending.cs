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
internal sealed class Appending(IDocuments documents, IChanges changes, Press press, Pole pole)
{
    /// <summary>The arrival, with what we say of it to others in the same commit.</summary>
    public async Task<Arrival> OfAsync(Arrival arrival, CancellationToken stop = default)
    {
        var (document, listing) = arrival;
        if (listing is null || IsRemoval(document))
        {
            return arrival;
        }

        var key = Addition.KeyOf(document.Origin, document.Key);
        var held = listing.About.Length > 0 || document.IsTombstone ? await documents.FindAsync("", key, stop) : null;
        if (held is not null && Inside(held) >= document.Revision)
        {
            return arrival;
        }

        // What is taken back is taken back from wherever it was passed on to.
        var (about, audience) = document.IsTombstone
            ? (held is null ? null : Target(held), held?.Audience ?? Audience.Own)
            : (listing.About, await AudienceAsync(listing.About, document.Audience, stop));
        if (about is null || audience == Audience.Own)
        {
            return arrival;
        }

        var actor = (await changes.OfAsync(document.Origin, Audience.Public, Pole.PoleKind + "/", take: 1, stop)).FirstOrDefault(each => each.Key.StartsWith(Pole.PoleKind + "/", StringComparison.Ordinal));
        var revision = (held?.Revision ?? 0) + 1;
        return arrival with
        {
            Answers =
            [
                .. arrival.Answers,
                new()
                {
                    Id = $"{key}@{revision}/0",
                    Key = key.ToString(),
                    Sharing = press.Add(key, revision, audience, document.Json, actor?.Json, $"{pole.Origin}/{about}{Addition.Collection}"),
                },
            ],
        };
    }

    /// <summary>Who may hear of it: those who see the record and for whom it was said.</summary>
    private async Task<Audience> AudienceAsync(string about, Audience said, CancellationToken stop) =>
        RecordKey.TryParse(about, out var key) && await documents.FindAsync("", key, stop) is { IsTombstone: false } record
            ? record.Audience < said ? record.Audience : said : Audience.Own;

    /// <summary>A word to us alone, which proves nothing to others.</summary>
    private static bool IsRemoval(SignedDocument document) => document.IsTombstone && Ap.Read<ApObject>(JsonElement.Parse(document.Json))?.Type == Verbs.Remove;

    private static int Inside(SignedDocument held) =>
        JsonElement.Parse(held.Json).TryGetProperty("object", out var inside) && Ap.Read<ApObject>(inside) is { Revision: { } revision } ? revision : 0;

    private string? Target(SignedDocument held) =>
        Ap.Read<Activity>(JsonElement.Parse(held.Json))?.Target is { } target && target.EndsWith(Addition.Collection, StringComparison.Ordinal) && pole.TryOwn(target[..^Addition.Collection.Length], out var key) ? key.ToString() : null;
}

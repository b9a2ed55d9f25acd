using System.Collections.Concurrent;
using System.Text.Json;
using Citess.ActivityPub.Inbox;
using Citess.ActivityPub.Repair;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Contributions;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Inbox;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Network.Blocks;
using Citess.Poles.Network.Incoming;
using Citess.Poles.Network.Repair;

namespace Citess.Poles.Network.Contributions;

/// <summary>
/// Reads what another pole passes on. It may say that something belongs to its record, and no more: what that is counts by the
/// proof of whoever said it, and not at all when that host is blocked here.
/// </summary>
internal sealed class Additions(
    Arrivals arrivals, Owners owners, IDocuments documents, IGrainFactory grains, IRepairTable repairs, IBlocks blocks, IEnumerable<IContributionKind> kinds, Pole pole, TimeProvider clock)
{
    private const int MaxRemembered = 1000;

    /// <summary>So long a pole that does not answer is not asked again, however much of it is passed on.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    private readonly HashSet<string> kinds = kinds.Select(kind => kind.Name).ToHashSet(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Origin, string Shown), (RemoteActor Owner, DateTimeOffset Until)> silent = new();

    /// <summary>What is inside, and the actor whose it is; nothing when it cannot be believed or is ours. <paramref name="addition"/> is verified.</summary>
    public async Task<IReadOnlyList<Arrival>> InsideAsync(JsonElement addition, CancellationToken stop = default)
    {
        if (Ap.Read<Activity>(addition) is not { Object: { ValueKind: JsonValueKind.Object } thing, Target: { } target } said || !IsOwn(said, target)
            || Ap.Read<ApObject>(thing) is not { } read || CopyRule.AboutOf(thing) is not { } id || !ForeignKey.TryParse(id, out var origin, out var key) || !kinds.Contains(key.Kind) || origin.Url == pole.Origin || ActivityPub.Fetching.Origin.Same(id, said.Id)
            || !(read.Type is "Tombstone" or Verbs.Remove || Wants(thing, target)) || (await blocks.ReadAsync(stop)).IsBlocked(origin.Authority)
            || !addition.TryGetProperty(Addition.Contributor, out var shown)
            || await OwnerAsync(origin.Authority, shown, stop) is not { } owner)
        {
            return [];
        }

        var now = clock.GetUtcNow();
        return read.Type != Verbs.Remove ? [.. Take(shown, owner, now), .. Take(thing, owner, now)]
            : await IsOnlyHereByAsync(target, owner, key, stop) ? [.. Take(thing, owner, now, isRemoved: true)] : [];
    }

    /// <summary>
    /// A Remove is a word to some: it takes away only what came by the collection in which it is passed on, and nothing of a pole
    /// that we hear ourselves, which may have said at the same time that it is for us still.
    /// </summary>
    private async Task<bool> IsOnlyHereByAsync(string target, RemoteActor owner, RecordKey key, CancellationToken stop) =>
        await documents.FindAsync(owner.Origin.Authority, key, stop) is { IsTombstone: false } held && Wants(JsonElement.Parse(held.Json), target)
        && !await grains.GetGrain<IPartnerGrain>($"{PartnerListing.Kind}/{owner.Origin.Authority}").IsReceivingAsync(owner.Id);

    /// <summary>One that does not answer is believed on the first showing, as with third poles: it is written down, and asked until it says so itself.</summary>
    private async Task<RemoteActor?> OwnerAsync(string authority, JsonElement shown, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var asked = (authority, shown.GetRawText());
        if (silent.TryGetValue(asked, out var known) && known.Until > now)
        {
            return known.Owner;
        }

        var (owner, isConfirmed) = await owners.OfAsync(authority, await repairs.FindAsync(authority, stop), shown, stop);
        if (owner is not null && !isConfirmed)
        {
            await repairs.ShownAsync(authority, owner.Id, asOf: null, isUnconfirmed: true, now, stop);
            if (silent.Count >= MaxRemembered)
            {
                silent.Clear();
            }

            silent[asked] = (owner, now + Remembered);
        }

        return owner;
    }

    private IEnumerable<Arrival> Take(JsonElement document, RemoteActor owner, DateTimeOffset now, bool isRemoved = false) =>
        CopyRule.Judge(document, owner, now) is CopyVerdict.Good good && good.IsRemoval == isRemoved
        && arrivals.TryRead(owner.Origin.Authority, owner.Id, good.Document, document.GetRawText(), isRemoved, out var arrival, out _) ? [arrival] : [];

    /// <summary>A pole has a say in its own collections alone.</summary>
    private static bool IsOwn(Activity said, string target) => said.Type == Verbs.Add && ActivityPub.Fetching.Origin.Same(target, said.Id) && target.EndsWith(Addition.Collection, StringComparison.Ordinal);

    /// <summary>It was said to stand there: what was said of one thing is not passed on as said of another.</summary>
    private static bool Wants(JsonElement thing, string target) =>
        thing.TryGetProperty("target", out var wanted) && Ap.Read<ApObject>(wanted) is { } collection && collection.Id == target
        && thing.TryGetProperty("about", out var about) && about.ValueKind == JsonValueKind.String && about.GetString() + Addition.Collection == target;
}

using System.Text.Json;
using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Inbox;
using Citess.ActivityPub.Repair;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Microsoft.Extensions.Logging;

namespace Citess.Poles.Network.Repair;

/// <summary>
/// Takes what an origin that does not answer has shared from partner poles that hold it. Nothing is believed but the origin's
/// own proofs; which key is the origin's is known from before, or else believed on the first showing until it answers.
/// </summary>
internal sealed partial class ThirdRound(
    RemoteActors actors, Owners owners, Feed feed, Digests digests, Intake intake, IRepairTable table, ICatalogue catalogue, TimeProvider clock, ILogger<ThirdRound> log)
{
    /// <summary>Enough to find one that runs, few enough to be no burden on a large network.</summary>
    private const int MaxAsked = 8;

    public async Task<RepairStand> RunAsync(RepairStand stand, DateTimeOffset until, CancellationToken stop)
    {
        var silence = stand.Problem;
        var others = await PoleRelations.ConnectedAsync(catalogue, stop).Where(each => each.Id != stand.Origin).ToArrayAsync(stop);
        Random.Shared.Shuffle(others);
        foreach (var other in others.OrderBy(each => each.Id != stand.Via).Take(MaxAsked))
        {
            if (await TakeAsync(stand, other, until, stop) is { } better)
            {
                return better;
            }
        }

        return stand with { Problem = stand.AsOf is null && stand.Actor.Length == 0 ? RepairProblems.Nowhere : silence };
    }

    /// <summary>Null when this pole has nothing to give.</summary>
    private async Task<RepairStand?> TakeAsync(RepairStand stand, CatalogueEntry third, DateTimeOffset until, CancellationToken stop)
    {
        if (await actors.FindAsync(third.Facts["actor"], new FetchBudget(4), stop) is not { } pole || Places.Of(pole) is not { } places)
        {
            return null;
        }

        var head = await feed.GetAsync(places.Changes + "?of=" + Uri.EscapeDataString(stand.Origin), stop);
        if (head is not FetchResult.Fetched { Root: { ValueKind: JsonValueKind.Object } root } || !root.TryGetProperty("first", out var first) || first.ValueKind != JsonValueKind.String || !Origin.Same(first.GetString(), places.Changes)
            || !root.TryGetProperty("actor", out var shown))
        {
            return null;
        }

        var (owner, isConfirmed) = await owners.OfAsync(stand.Origin, stand, shown, stop);
        if (owner is null)
        {
            LogImposed(log, third.Id, stand.Origin);
            return null;
        }

        var isNew = stand.Via != third.Id || stand.Place is null;
        stand = stand with
        {
            Actor = owner.Id,
            IsUnconfirmed = !isConfirmed,
            Via = third.Id,
            Problem = null,
            AgreedSince = null,
            Place = isNew ? first.GetString() : stand.Place,
            Taken = isNew ? 0 : stand.Taken,
            Refused = isNew ? 0 : stand.Refused,
            Total = root.TryGetProperty("totalItems", out var total) && total.ValueKind == JsonValueKind.Number && total.TryGetInt32(out var count) ? count : 0,
        };

        // Its own document first: until it is kept, nobody could tell tomorrow whose key was believed today.
        await intake.TakeAsync(owner, mayRenew: isConfirmed, [shown], stop);
        await table.SaveAsync(stand, stop);
        if (!await IsWholeAsync(stand, owner, WordOf(root, owner), stop))
        {
            stand = await ReadAsync(stand, owner, isConfirmed, until, stop);
        }
        else
        {
            stand = stand with { Place = null };
        }

        return stand.Place is null ? await CloseAsync(stand, owner, root, stop) : stand;
    }

    private async Task<RepairStand> ReadAsync(RepairStand stand, RemoteActor owner, bool isConfirmed, DateTimeOffset until, CancellationToken stop)
    {
        while (stand.Place is { } address && clock.GetUtcNow() < until)
        {
            var answer = await feed.GetAsync(address, stop);
            if (answer is not FetchResult.Fetched fetched || ChangesPage.TryRead(fetched.Root, address) is not { } page)
            {
                return stand with { Problem = Feed.ProblemOf(answer), Place = null };
            }

            var taken = await intake.TakeAsync(owner, isConfirmed, page.Items, stop);
            foreach (var refused in taken.Refused)
            {
                LogRefused(log, stand.Via, refused.Id, refused.Reason);
            }

            // A list that never ends, or leads back, ends here.
            var isOn = page.Next is not null && page.Items.Count > 0 && stand.Taken <= Math.Min(stand.Total, Feed.Endless);
            stand = stand with { Place = isOn ? page.Next : null, Taken = stand.Taken + page.Items.Count, New = stand.New + taken.New, Refused = stand.Refused + taken.Refused.Count };
            await table.SaveAsync(stand, stop);
        }

        return stand;
    }

    /// <summary>As fresh as the origin's own word that came with it, and whole if that word says so.</summary>
    private async Task<RepairStand> CloseAsync(RepairStand stand, RemoteActor owner, JsonElement head, CancellationToken stop)
    {
        if (stand.Problem is not null)
        {
            return stand;
        }

        var word = WordOf(head, owner);
        var isWhole = await IsWholeAsync(stand, owner, word, stop);
        return stand with
        {
            ComparedAt = clock.GetUtcNow(),
            AgreedSince = isWhole ? clock.GetUtcNow() : null,
            AsOf = word?.Published > stand.AsOf || stand.AsOf is null ? word?.Published : stand.AsOf,
            Checkpoint = isWhole ? head.GetProperty("checkpoint").GetRawText() : stand.Checkpoint,
            Problem = isWhole ? null : RepairProblems.Differs,
        };
    }

    private Checkpoint? WordOf(JsonElement head, RemoteActor owner) =>
        head.TryGetProperty("checkpoint", out var signed) ? Checkpoint.TryRead(signed, owner, clock.GetUtcNow()) : null;

    private async Task<bool> IsWholeAsync(RepairStand stand, RemoteActor owner, Checkpoint? word, CancellationToken stop) =>
        word is { IsPublic: true } && (await digests.HeldAsync(stand.Origin, owner.Origin.Url, Audience.Public, stop)).Root == word.Root;

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Third} shows another actor for {Origin} than is known; nothing is taken from it")]
    private static partial void LogImposed(ILogger log, string third, string origin);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Refused {Id} as {Third} shows it: {Reason}")]
    private static partial void LogRefused(ILogger log, string third, string id, string reason);
}

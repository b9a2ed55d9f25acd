using System.Text.Json;
using System.Threading.Channels;
using Citess.ActivityPub.Delivery;
using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Inbox;
using Citess.ActivityPub.Repair;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Network.Recovery;
using Microsoft.Extensions.Logging;

namespace Citess.Poles.Network.Repair;

/// <summary>
/// Compares with an origin and takes from it what is missing here: one small question when both agree, else the feed from
/// where the last time ended, else the records that differ. It may stop after any request and goes on from what is stored.
/// </summary>
internal sealed partial class OriginRound(RemoteActors actors, Owners owners, Feed feed, Digests digests, IChanges changes, Purge purge, Differences differences, Intake intake, TakingBack takingBack, IRepairTable table, TimeProvider clock, ILogger<OriginRound> log)
{
    /// <summary>The origin changes while it is compared with; whoever never comes to an end is left for the next beat.</summary>
    private const int MaxAttempts = 6;

    /// <summary>Tombstones and the like that a feed may have beside what lives; an endless one is left for the next beat.</summary>
    private const int Beside = 10_000;

    /// <param name="partner">The relation, when it is a pole that has accepted us; null for one of which copies are made.</param>
    public async Task<RepairStand> RunAsync(RepairStand stand, IPartnerGrain? partner, DateTimeOffset until, CancellationToken stop)
    {
        if (await OwnerAsync(stand, stop) is not { } owner)
        {
            return stand with { Problem = RepairProblems.Silent };
        }

        var end = await CompareAsync(await ConfirmAsync(stand, owner, partner, stop), owner, partner, until, stop);

        // What has a higher revision here than there may be the word of a thief that came in at the last moment.
        return end.Problem == RepairProblems.Differs ? await PurgeAsync(end, await OwnerAsync(end, stop) ?? owner, partner, stop) : end;
    }

    private async Task<RepairStand> CompareAsync(RepairStand stand, RemoteActor owner, IPartnerGrain? partner, DateTimeOffset until, CancellationToken stop)
    {
        if (Places.Of(owner) is not { } places)
        {
            return stand with { Problem = RepairProblems.NotOffered };
        }

        if (partner is not null && stand.Epoch.Length == 0)
        {
            // Whoever is met for the first time may know this pole from before: a backup may be older than the relation.
            await takingBack.FromAsync(PartnerActor.Of(owner.Document), () => { }, stop);
        }

        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var answer = stand.Failures >= DeliveryPolicy.Dead ? await feed.ProbeAsync(places.Checkpoint, stop) : await feed.GetAsync(places.Checkpoint, stop);
            if (answer is not FetchResult.Fetched fetched || Checkpoint.TryRead(fetched.Root, owner, clock.GetUtcNow()) is not { } checkpoint)
            {
                if (answer is FetchResult.Fetched && await actors.RefreshAsync(owner, new FetchBudget(4), stop) is { } renewed)
                {
                    // It has another key than the one that is known here.
                    owner = renewed;
                    stand = await ConfirmAsync(stand, owner, partner, stop);
                    continue;
                }

                return stand with { Problem = Feed.ProblemOf(answer) };
            }

            var held = await digests.HeldAsync(stand.Origin, owner.Origin.Url, Differences.LeastOf(checkpoint), stop);
            stand = await AskAgainAsync(stand with { ComparedAt = clock.GetUtcNow() }, partner, checkpoint);
            if (held.Root == checkpoint.Root)
            {
                return await AgreeAsync(stand, owner, places, checkpoint, fetched, stop);
            }

            stand = await StepAsync(stand, owner, places, checkpoint, held, until, stop);
            if (stand.Problem is not null || clock.GetUtcNow() >= until)
            {
                return stand;
            }
        }

        return stand with { Problem = RepairProblems.Differs };
    }

    /// <summary>
    /// A partner that accepted us and shows us no more than everyone has lost the relation, with its database: it is asked
    /// once more, as on the first day, and once in the life of that database.
    /// </summary>
    private static async Task<RepairStand> AskAgainAsync(RepairStand stand, IPartnerGrain? partner, Checkpoint checkpoint)
    {
        if (partner is null || !checkpoint.IsPublic || stand.Asked == checkpoint.Cursor.Epoch)
        {
            return stand;
        }

        await partner.AskAgainAsync();
        return stand with { Asked = checkpoint.Cursor.Epoch };
    }

    /// <summary>One way towards agreement; the next comparison tells whether it sufficed.</summary>
    private async Task<RepairStand> StepAsync(RepairStand stand, RemoteActor owner, Places places, Checkpoint checkpoint, Digest held, DateTimeOffset until, CancellationToken stop)
    {
        var theirs = checkpoint.Cursor;
        if (stand.AgreedSince is not null || stand.Problem is not null || stand.Total == 0)
        {
            stand = stand with { Taken = 0, Refused = 0, Total = stand.Epoch == theirs.Epoch ? theirs.Number - stand.Number : checkpoint.Count, AgreedSince = null, Problem = null };
        }

        if (stand.Epoch != theirs.Epoch && held.Count < checkpoint.Count / 4)
        {
            // Next to nothing is here: the whole library, from its first number.
            stand = stand with { Epoch = theirs.Epoch, Number = 0, Total = checkpoint.Count };
        }

        await table.SaveAsync(stand, stop);
        if (stand.Epoch == theirs.Epoch && stand.Number < theirs.Number)
        {
            return await ReadOnAsync(stand, owner, places, Math.Min((2L * checkpoint.Count) + Beside, Feed.Endless), until, stop);
        }

        return await differences.TakeAsync(stand, owner, places, checkpoint, held, until, stop);
    }

    /// <summary>Page after page: while one is stored, the next is verified and the one after that is on its way.</summary>
    private async Task<RepairStand> ReadOnAsync(RepairStand stand, RemoteActor owner, Places places, long most, DateTimeOffset until, CancellationToken stop)
    {
        var stored = stand.Number;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var pages = Channel.CreateBounded<Page>(1);
        var asking = AskAsync(new(stand.Epoch, stand.Number));
        try
        {
            await foreach (var page in pages.Reader.ReadAllAsync(stop))
            {
                // First what it brings, then the place: a crash between the two reads the page once more.
                var taken = await intake.StoreAsync(await page.Verifying, stop);
                stand = stand with { Number = page.Upto, Taken = stand.Taken + page.Count, New = stand.New + taken.New, Refused = stand.Refused + taken.Refused.Count };
                await table.SaveAsync(stand, stop);
                Volatile.Write(ref stored, page.Upto);
                if (clock.GetUtcNow() >= until)
                {
                    return stand;
                }

                if (stand.Taken > most)
                {
                    return stand with { Problem = RepairProblems.Unfit };
                }
            }
        }
        finally
        {
            await end.CancelAsync();
            await ((Task)asking).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return await asking switch
        {
            null => await SayStoredAsync(),
            FetchResult.Refused { Fault: FetchFault.Gone } => stand with { Epoch = "", Number = 0 },
            var fault => stand with { Problem = Feed.ProblemOf(fault) },
        };

        // The next question says that the last page has come too; it may bring what was shared meanwhile, which the next reading takes.
        async Task<RepairStand> SayStoredAsync()
        {
            await feed.GetAsync($"{places.Changes}?after={new Cursor(stand.Epoch, stand.Number)}", stop);
            return stand;
        }

        // Null when all pages came; else the answer that was none.
        async Task<FetchResult?> AskAsync(Cursor after)
        {
            try
            {
                while (true)
                {
                    // What is stored is said beside what is asked for: it need not be carried here too.
                    var has = after with { Number = Volatile.Read(ref stored) };
                    var address = $"{places.Changes}?after={after}" + (after == has ? "" : $"&has={has}");
                    var answer = await feed.GetAsync(address, end.Token);
                    if (answer is not FetchResult.Fetched fetched || ChangesPage.TryRead(fetched.Root, address) is not { Cursor: { } cursor } page || cursor.Epoch != after.Epoch
                        || (page.Next is not null && (page.Items.Count == 0 || cursor.Number <= after.Number)))
                    {
                        return answer;
                    }

                    after = cursor with { Number = Math.Max(after.Number, cursor.Number) };
                    await pages.Writer.WriteAsync(new(after.Number, page.Items.Count, intake.VerifyAsync(owner, mayRenew: true, page.Items, stop)), end.Token);
                    if (page.Next is null)
                    {
                        return null;
                    }
                }
            }
            finally
            {
                pages.Writer.Complete();
            }
        }
    }

    private sealed record Page(long Upto, int Count, Task<Verified> Verifying);

    private async Task<RepairStand> AgreeAsync(RepairStand stand, RemoteActor owner, Places places, Checkpoint checkpoint, FetchResult.Fetched fetched, CancellationToken stop) => stand with
    {
        Actor = owner.Id,
        Epoch = checkpoint.Cursor.Epoch,
        Number = checkpoint.Cursor.Number,
        AgreedSince = stand.AgreedSince ?? clock.GetUtcNow(),
        Total = 0,
        Problem = null,
        Failures = 0,
        Via = "",
        Place = null,
        AsOf = null,
        Checkpoint = await PublicWordAsync(owner, places, checkpoint, fetched, stop) ?? stand.Checkpoint,
    };

    /// <summary>The word that may be passed on to others: on what everyone may see, and only if that is what is held here.</summary>
    private async Task<string?> PublicWordAsync(RemoteActor owner, Places places, Checkpoint checkpoint, FetchResult.Fetched fetched, CancellationToken stop)
    {
        if (checkpoint.IsPublic)
        {
            return fetched.Root.GetRawText();
        }

        return await feed.GetAsAnyoneAsync(places.Checkpoint, stop) is FetchResult.Fetched open
            && Checkpoint.TryRead(open.Root, owner, clock.GetUtcNow()) is { IsPublic: true } word
            && (await digests.HeldAsync(owner.Origin.Authority, owner.Origin.Url, Audience.Public, stop)).Root == word.Root
                ? open.Root.GetRawText() : null;
    }

    /// <summary>The origin's own word on who it is; a key that third poles showed never comes into this.</summary>
    private async Task<RemoteActor?> OwnerAsync(RepairStand stand, CancellationToken stop) =>
        stand.Actor.Length > 0 && await actors.FindAsync(stand.Actor, new FetchBudget(4), stop) is { } actor && actor.Origin.Authority == stand.Origin ? actor : null;

    /// <summary>
    /// Now that the origin answers, what was believed on the word of others holds only if it has the same keys; and what was
    /// taken earlier, only if it has them still.
    /// </summary>
    private async Task<RepairStand> ConfirmAsync(RepairStand stand, RemoteActor owner, IPartnerGrain? partner, CancellationToken stop)
    {
        if (stand.IsUnconfirmed && !await IsBelievedAsync(stand, owner, stop))
        {
            await changes.DropAsync(stand.Origin, stop);
            stand = FromStart(stand);
        }
        else if (Revocation.MayBe(stand, owner.Document))
        {
            stand = await PurgeAsync(stand, owner, partner, stop);
        }

        // Only now that all is dropped: a crash before begins it once more.
        var confirmed = stand with { Actor = owner.Id, Keys = Revocation.KeysOf(owner.Document) };
        if (stand.IsUnconfirmed || stand.Keys != confirmed.Keys)
        {
            await table.SaveAsync(confirmed, stop);
        }

        if (stand.IsUnconfirmed)
        {
            await table.ConfirmAsync(stand.Origin, stop);
        }

        return confirmed with { IsUnconfirmed = false };
    }

    private async Task<RepairStand> PurgeAsync(RepairStand stand, RemoteActor owner, IPartnerGrain? partner, CancellationToken stop)
    {
        if (await purge.RunAsync(owner, stop) is not (> 0 and var dropped))
        {
            return stand;
        }

        LogPurged(log, dropped, stand.Origin);
        await (partner?.OnRevokedAsync(PartnerActor.Of(owner.Document)) ?? Task.CompletedTask);
        return FromStart(stand);
    }

    private static RepairStand FromStart(RepairStand stand) => stand with { Epoch = "", Number = 0, Checkpoint = null, AsOf = null, Via = "", Place = null };

    private async Task<bool> IsBelievedAsync(RepairStand stand, RemoteActor owner, CancellationToken stop) =>
        await owners.BelievedAsync(stand.Origin, stop) is { } believed && CopyRule.Judge(JsonElement.Parse(believed.Bytes.Span), owner, clock.GetUtcNow()) is CopyVerdict.Good;

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} documents of {Origin} are dropped: no key that it lists now has made their proofs")]
    private static partial void LogPurged(ILogger log, int count, string origin);
}

using Citess.ActivityPub.Delivery;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Network.Blobs;
using Citess.Poles.Network.Blocks;
using Microsoft.Extensions.Logging;

namespace Citess.Poles.Network.Repair;

[GrainType("repair")]
internal sealed partial class RepairGrain(IRepairTable table, ICourierTable couriers, OriginRound origins, ThirdRound thirds, HistoryRound histories, IBlocks blocks, BlobDispatcher blobs, TimeProvider clock, ILogger<RepairGrain> log) : Grain, IRepairGrain
{
    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Beat = TimeSpan.FromHours(1);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(30);

    /// <summary>So long after its courier has knocked, one that was taken for dead is asked.</summary>
    private static readonly TimeSpan Behind = TimeSpan.FromMinutes(1);

    /// <summary>What was begun is due again after this, should the process die in the middle of it. Longer than any takes: a wish is known by being sooner.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    public async Task CompareAsync()
    {
        var origin = RecordKey.Parse(this.GetPrimaryKeyString()).Id;
        var now = clock.GetUtcNow();
        if (await table.FindAsync(origin) is not { } stand || stand.DueAt > now)
        {
            return;
        }

        if ((await blocks.ReadAsync()).IsBlocked(origin))
        {
            // Nothing is asked of it, nor of others about it. When it is unblocked it is due at once.
            await table.SaveAsync(stand with { Problem = RepairProblems.Blocked, DueAt = now + Beat });
            return;
        }

        var grain = RecordKey.TryParse(PartnerListing.Kind + "/" + origin, out var key) ? GrainFactory.GetGrain<IPartnerGrain>(key.ToString()) : null;
        var partner = grain is null ? null : await grain.ReadAsync();
        if (partner is { IsReceiving: true })
        {
            stand = stand with { Actor = partner.Actor.Id };
        }
        else if (!stand.IsCopied)
        {
            // The relation has ended: what was taken stays, and nothing is asked any more.
            await table.ForgetAsync(origin);
            return;
        }

        // Its courier knocks at the door of the dead, and nobody beside it; others may hold what it has shared since.
        var wasSilent = stand.Problem == RepairProblems.Silent || stand.Via.Length > 0;
        var knock = wasSilent && await couriers.FindAsync(origin) is { Failures: >= DeliveryPolicy.Dead, IsSilent: true, Rests: false } courier && courier.DueAt > now
            ? courier.DueAt + Behind : (DateTimeOffset?)null;

        // From here on it is under way: whoever wishes for a comparison now wants one that begins after this one.
        await table.SaveAsync(stand with { DueAt = now + Lease });
        stand = stand with { DueAt = now + Lease, ReadAt = now + Lease };
        var wasAgreed = stand.AgreedSince is not null;

        // Away from the grain's own thread: it would be the one that reads, verifies and stores.
        var end = await Task.Run(() => RunAsync(stand, partner is { IsReceiving: true } ? grain : null, isDead: knock is not null, now + Slice));
        var due = clock.GetUtcNow() + Pause(end);
        await table.SaveAsync(end with { DueAt = knock < due ? knock.Value : due });
        blobs.Nudge(origin);
        if (end.AgreedSince is null || !wasAgreed)
        {
            LogEnd(log, origin, end.Problem ?? (end.AgreedSince is null ? "more to come" : "in agreement"), end.Taken, end.Refused);
        }
    }

    private async Task<RepairStand> RunAsync(RepairStand stand, IPartnerGrain? partner, bool isDead, DateTimeOffset until)
    {
        try
        {
            var end = isDead ? stand with { Problem = RepairProblems.Silent } : await origins.RunAsync(stand, partner, until, CancellationToken.None);
            if (end is { Problem: null, AgreedSince: not null })
            {
                await histories.RunAsync(end.Origin, end.Actor, until, CancellationToken.None);
            }

            return end.Problem switch
            {
                RepairProblems.Silent => await thirds.RunAsync(end with { Failures = stand.Failures + 1 }, until, CancellationToken.None),

                // It may have changed while it was compared with: soon once more.
                RepairProblems.Differs => end with { Failures = stand.Failures + 1 },
                _ => end,
            };
        }
        catch (Exception problem)
        {
            // Whatever it was: begun again at once it would be met again at once, and keep the others from their turn.
            LogBroken(log, problem, stand.Origin);
            return (await table.FindAsync(stand.Origin) ?? stand) with { ReadAt = stand.ReadAt, Problem = RepairProblems.Unfit, Failures = stand.Failures + 1 };
        }
    }

    /// <summary>
    /// A partner that is away is asked again soon, as its courier would, and at the slow beat at last; nobody is asked at the
    /// same second of each hour as everybody else. Whoever has more to come goes on at once, as long as it is anything new.
    /// </summary>
    private static TimeSpan Pause(RepairStand stand)
    {
        if (stand is { Problem: null, AgreedSince: null })
        {
            return stand.New > 0 ? TimeSpan.Zero : FirstPause;
        }

        var pause = stand.Failures == 0 ? Beat
            : stand.Problem == RepairProblems.Silent ? DeliveryPolicy.Pause(stand.Failures, random: 0)
            : FirstPause * Math.Pow(2, Math.Min(stand.Failures - 1, 7));
        return (pause < Beat ? pause : Beat) * (0.75 + (Random.Shared.NextDouble() / 2));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Compared with {Origin}: {End}; looked at {Taken}, refused {Refused}")]
    private static partial void LogEnd(ILogger log, string origin, string end, long taken, long refused);

    [LoggerMessage(Level = LogLevel.Error, Message = "Comparing with {Origin} broke off, and is taken up later")]
    private static partial void LogBroken(ILogger log, Exception problem, string origin);
}

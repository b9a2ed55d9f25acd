using Citess.Poles.Kernel;
using Citess.Poles.Network.Blobs;
using Microsoft.Extensions.Logging;

namespace Citess.Poles.Network.Repair;

[GrainType("repair")]
internal sealed partial class RepairGrain(IRepairTable table, OriginRound origins, ThirdRound thirds, BlobDispatcher blobs, TimeProvider clock, ILogger<RepairGrain> log) : Grain, IRepairGrain
{
    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Beat = TimeSpan.FromHours(1);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(30);

    public async Task CompareAsync()
    {
        var origin = RecordKey.Parse(this.GetPrimaryKeyString()).Id;
        var now = clock.GetUtcNow();
        if (await table.FindAsync(origin) is not { } stand || stand.DueAt > now)
        {
            return;
        }

        var partner = RecordKey.TryParse(PartnerListing.Kind + "/" + origin, out var key) ? await GrainFactory.GetGrain<IPartnerGrain>(key.ToString()).ReadAsync() : null;
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

        var wasAgreed = stand.AgreedSince is not null;
        var end = await origins.RunAsync(stand, now + Slice, CancellationToken.None);
        if (end.Problem == RepairProblems.Silent)
        {
            end = await thirds.RunAsync(end with { Failures = stand.Failures + 1 }, now + Slice, CancellationToken.None);
        }

        await table.SaveAsync(end with { DueAt = clock.GetUtcNow() + Pause(end) });
        blobs.Nudge(origin);
        if (end.AgreedSince is null || !wasAgreed)
        {
            LogEnd(log, origin, end.Problem ?? (end.AgreedSince is null ? "more to come" : "in agreement"), end.Taken, end.Refused);
        }
    }

    /// <summary>
    /// A partner that is away is asked again soon and then ever more seldom, at the slow beat at last; nobody is asked at the
    /// same second of each hour as everybody else.
    /// </summary>
    private static TimeSpan Pause(RepairStand stand)
    {
        if (stand is { Problem: null, AgreedSince: null })
        {
            return TimeSpan.Zero;
        }

        var pause = stand.Failures > 0 ? FirstPause * Math.Pow(2, Math.Min(stand.Failures - 1, 7)) : Beat;
        return (pause < Beat ? pause : Beat) * (0.75 + (Random.Shared.NextDouble() / 2));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Compared with {Origin}: {End}; looked at {Taken}, refused {Refused}")]
    private static partial void LogEnd(ILogger log, string origin, string end, long taken, long refused);
}

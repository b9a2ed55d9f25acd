using Citess.Poles.Kernel.Blobs;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Kernel.Visitors;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace Citess.Poles.Kernel.Inbox;

[GrainType("housekeeping")]
internal sealed partial class HousekeepingGrain(IInbox inbox, IChanges changes, ICourierTable couriers, IBlobs blobs, IVisitorReplies visitors, TimeProvider clock, ILogger<HousekeepingGrain> log) : Grain, IHousekeepingGrain, IRemindable
{
    public const string Key = "housekeeping/pole";
    private const string Reminder = "put-away";

    /// <summary>Long enough to look into what came; ids and hashes stay for ever, against repeats.</summary>
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    /// <summary>Long enough for a courier to be late; whoever is later still is given the latest of each record, or pulls it.</summary>
    private static readonly TimeSpan WholeFor = TimeSpan.FromDays(90);
    private static readonly TimeSpan Beat = TimeSpan.FromHours(6);

    public Task BeginAsync() => this.RegisterOrUpdateReminder(Reminder, TimeSpan.FromMinutes(5), Beat);

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        var trimmed = await inbox.TrimAsync(clock.GetUtcNow() - KeptFor);
        LogTrimmed(log, trimmed);
        var compacted = 0;
        for (int some; (some = await changes.CompactAsync(clock.GetUtcNow() - WholeFor)) > 0;)
        {
            compacted += some;
        }

        LogCompacted(log, compacted);
        while (await couriers.TrimAsync(clock.GetUtcNow() - WholeFor) > 0)
        {
        }
        LogSwept(log, await blobs.SweepAsync(clock.GetUtcNow()));
        LogForgot(log, await visitors.TrimAsync(clock.GetUtcNow()));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Put away the bodies of {Count} letters that were done long ago")]
    private static partial void LogTrimmed(ILogger log, int count);

    [LoggerMessage(Level = LogLevel.Information, Message = "Put away the bodies of {Count} ledger entries that later ones took the place of")]
    private static partial void LogCompacted(ILogger log, int count);

    [LoggerMessage(Level = LogLevel.Information, Message = "Removed {Count} images and documents that no record names any more")]
    private static partial void LogSwept(ILogger log, int count);

    [LoggerMessage(Level = LogLevel.Information, Message = "Forgot {Count} replies of visitors that nobody wanted or looked at")]
    private static partial void LogForgot(ILogger log, int count);
}

/// <summary>Begins the housekeeping once the pole runs; a disk that is full at the start puts it off and ends nothing.</summary>
internal sealed partial class HousekeepingStart(IGrainFactory grains, TimeProvider clock, ILogger<HousekeepingStart> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await grains.GetGrain<IHousekeepingGrain>(HousekeepingGrain.Key).BeginAsync();
                return;
            }
            catch (Exception problem)
            {
                LogFailed(log, problem);
                await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The housekeeping could not begin; it is tried again")]
    private static partial void LogFailed(ILogger log, Exception problem);
}

using Citess.Poles.Kernel.Catalogue;
using Microsoft.Extensions.Logging;

namespace Citess.Poles.Network.Repair;

/// <summary>Wakes the repair of each origin that is due, a few at once; at the start of the pole every partner is.</summary>
public sealed partial class RepairDispatcher(IRepairTable table, ICatalogue catalogue, IGrainFactory grains, TimeProvider clock, ILogger<RepairDispatcher> log) : Dispatcher(clock, log)
{
    /// <summary>Enough that silent partners do not hold up the others, few enough that a start is no flood.</summary>
    private const int AtOnce = 24;

    /// <summary>A thousand partners are asked within a minute and a half.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(80);

    private bool isBegun;

    protected override async Task<IReadOnlyList<string>> DueAsync(CancellationToken stop)
    {
        if (!isBegun)
        {
            await BeginAsync(stop);
            isBegun = true;
        }

        return await table.DueAsync(Clock.GetUtcNow(), AtOnce, stop);
    }

    protected override Task DoAsync(string name) => grains.GetGrain<IRepairGrain>("repair/" + name).CompareAsync();

    private async Task BeginAsync(CancellationToken stop)
    {
        var due = Clock.GetUtcNow();
        var count = 0;
        await foreach (var partner in PoleRelations.ConnectedAsync(catalogue, stop))
        {
            count++;
            due += Step;
            await table.WantAsync(partner.Id, partner.Facts["actor"], isCopied: false, due, stop);
        }

        LogBegun(log, count);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Count} partner poles are compared with now")]
    private static partial void LogBegun(ILogger log, int count);
}

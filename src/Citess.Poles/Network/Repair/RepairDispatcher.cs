using Citess.Poles.Kernel.Catalogue;
using Microsoft.Extensions.Logging;

namespace Citess.Poles.Network.Repair;

/// <summary>Wakes the repair of each origin that is due, a few at once; at the start of the pole every partner is.</summary>
public sealed partial class RepairDispatcher(IRepairTable table, ICatalogue catalogue, IGrainFactory grains, TimeProvider clock, ILogger<RepairDispatcher> log) : Dispatcher(clock, log)
{
    /// <summary>Enough that silent partners do not hold up the others, few enough that a start is no flood.</summary>
    private const int AtOnce = 24;

    /// <summary>So many that are slow may be under way beside those that are begun.</summary>
    private const int MostRunning = 4 * AtOnce;

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

        // What is under way stays due until it ends: it is passed over, or two dozen slow ones would be all that is ever found.
        var due = await table.DueAsync(Clock.GetUtcNow(), AtOnce + MostRunning, stop);
        return [.. due.Where(origin => !IsRunning(origin)).Take(Math.Min(AtOnce, MostRunning - Running))];
    }

    protected override Task DoAsync(string name) => grains.GetGrain<IRepairGrain>("repair/" + name).CompareAsync();

    private async Task BeginAsync(CancellationToken stop)
    {
        var now = Clock.GetUtcNow();
        var partners = await PoleRelations.ConnectedAsync(catalogue, stop).ToListAsync(stop);
        await table.WantAllAsync([.. partners.Select((partner, place) => new RepairWish(partner.Id, partner.Facts["actor"], now + (Step * place)))], stop);
        LogBegun(log, partners.Count);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Count} partner poles are compared with now")]
    private static partial void LogBegun(ILogger log, int count);
}

using Citess.Poles.Kernel.Ledger;
using Microsoft.Extensions.Logging;

namespace Citess.Poles.Network.Outgoing;

/// <summary>Wakes the couriers that are due: as soon as the ledger grows, and once a second.</summary>
public sealed partial class CourierDispatcher(ILedger ledger, ICourierTable couriers, IGrainFactory grains, TimeProvider clock, ILogger<CourierDispatcher> log) : Dispatcher(clock, log)
{
    // The living come first in it, so that however many dead are probed, nobody waits for them.
    private const int AtOnce = 2000;
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(30);

    protected override Task<IReadOnlyList<string>> DueAsync(CancellationToken stop) => couriers.DueAsync(Clock.GetUtcNow(), AtOnce, stop);

    protected override async Task DoAsync(string relation)
    {
        while (await grains.GetGrain<ICourierGrain>("courier/" + relation).CarryAsync())
        {
        }
    }

    protected override Task WorkAsync(CancellationToken stop) => Task.WhenAll(base.WorkAsync(stop), FollowLedgerAsync(stop));

    private async Task FollowLedgerAsync(CancellationToken stop)
    {
        var head = 0L;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await ledger.WaitBeyondAsync(head, stop);
                head = await ledger.HeadAsync(stop);
                foreach (var relation in await couriers.DueAsync(Clock.GetUtcNow(), AtOnce, stop))
                {
                    Start(relation);
                }

                // Who is due is one question for all couriers, however many entries came: those of the next moment share it.
                await Task.Delay(Moment, Clock, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception problem)
            {
                LogBlind(log, problem);
                await Task.Delay(TimeSpan.FromSeconds(1), Clock, CancellationToken.None);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The ledger cannot be read; couriers rest until it can")]
    private static partial void LogBlind(ILogger log, Exception problem);
}

using Citess.Poles.Kernel.Identity;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Citess.Poles.Kernel.Records;

/// <summary>
/// At the start after keys were revoked: shares every living record anew, one revision higher and proved by the new key.
/// Others have dropped what the old one proved, since whoever took it may date a proof back. What is done is told by the
/// ledger, so that a crash begins nothing from the start.
/// </summary>
public sealed partial class Renewal(Recovering recovering, IGrainFactory grains, TimeProvider clock, ILogger<Renewal> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var isOver = false; !isOver && !stoppingToken.IsCancellationRequested;)
        {
            try
            {
                // As with any change: a pole that was restored takes no new revision before it knows the ones that it lost.
                isOver = !recovering.IsOn && await grains.GetGrain<IRenewalGrain>("renewal/records").RenewAsync();
            }
            catch (Exception problem)
            {
                LogFailed(log, problem);
            }

            if (!isOver)
            {
                await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Not all records could be shared anew under the new keys; it is tried again")]
    private static partial void LogFailed(ILogger log, Exception problem);
}

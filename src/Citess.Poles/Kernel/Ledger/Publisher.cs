using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Citess.Poles.Kernel.Ledger;

/// <summary>
/// Carries the outbox into ledger and catalogue as soon as there is something, and once a second in case a nudge was lost
/// with a process. That only one runs is an optimisation; the locked head row of the ledger is the guarantee.
/// </summary>
public sealed partial class Publisher(ILedger ledger, TimeProvider clock, ILogger<Publisher> log) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    private readonly Channel<bool> nudges = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Says that something was stored; never waits.</summary>
    public void Nudge() => nudges.Writer.TryWrite(true);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await ledger.PublishAsync(stoppingToken) > 0)
                {
                }

                await WaitAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception problem)
            {
                LogStopped(log, problem);
                await Task.Delay(Beat, clock, CancellationToken.None);
            }
        }
    }

    private async Task WaitAsync(CancellationToken stop)
    {
        using var beat = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var nudge = nudges.Reader.ReadAsync(beat.Token).AsTask();
        await Task.WhenAny(nudge, Task.Delay(Beat, clock, beat.Token));
        await beat.CancelAsync();
        stop.ThrowIfCancellationRequested();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Publishing stopped and is tried again; nothing is lost, it waits in the outbox")]
    private static partial void LogStopped(ILogger log, Exception problem);
}

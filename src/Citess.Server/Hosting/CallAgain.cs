using Orleans.Runtime;

namespace Citess.Server.Hosting;

/// <summary>
/// Repeats a call that was lost with another process of this pole, until that one is known to be dead and the grain lives
/// elsewhere. Every command may be repeated, so whoever asked waits a moment instead of hearing of it. Orleans' own calls are
/// left to Orleans: those to the dead process have no other place, and repeating them would hold up what waits behind them.
/// </summary>
internal sealed class CallAgain(TimeProvider clock) : IOutgoingGrainCallFilter
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public async Task Invoke(IOutgoingGrainCallContext context)
    {
        var started = clock.GetTimestamp();
        while (true)
        {
            try
            {
                await context.Invoke();
                return;
            }
            catch (Exception lost) when (lost is SiloUnavailableException or OrleansMessageRejectionException && !context.TargetId.Type.IsSystemTarget() && clock.GetElapsedTime(started) < Patience)
            {
                await Task.Delay(Pause, clock);
            }
        }
    }
}

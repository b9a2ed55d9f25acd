using Citess.ActivityPub.Delivery;
using Polly;
using Polly.CircuitBreaker;

namespace Citess.Poles.Network.Outgoing;

/// <summary>
/// Takes a partner for dead after five failed rounds in ten minutes, if at least half failed, and lets one probe through
/// after each pause. The courier's row keeps what a process forgets: failures in a row, and when it is due.
/// </summary>
internal sealed class Breaker
{
    private readonly CircuitBreakerStateProvider state = new();
    private readonly ResiliencePipeline<bool> pipeline;
    private int broken;
    private TimeSpan pause;

    private Breaker(TimeProvider clock, int broken)
    {
        this.broken = broken;
        pipeline = new ResiliencePipelineBuilder<bool> { TimeProvider = clock }
            .AddCircuitBreaker(new()
            {
                ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome is { Exception: null, Result: false }),
                FailureRatio = 0.5,
                MinimumThroughput = DeliveryPolicy.Dead,
                SamplingDuration = TimeSpan.FromMinutes(10),
                BreakDurationGenerator = _ => ValueTask.FromResult(pause),
                StateProvider = state,
            })
            .Build();
    }

    /// <summary>True when the next round is a probe: a single send, tried once.</summary>
    public bool IsOpen => state.CircuitState != CircuitState.Closed;

    /// <summary>As it was when the row was written: what failed before is played to it once more.</summary>
    public static async Task<Breaker> RestoreAsync(TimeProvider clock, int failures)
    {
        // No pause: whoever restores it found in the row that the courier is due.
        var breaker = new Breaker(clock, Math.Max(0, failures - DeliveryPolicy.Dead)) { pause = TimeSpan.Zero };
        for (var each = 0; each < Math.Min(failures, DeliveryPolicy.Dead); each++)
        {
            await breaker.pipeline.ExecuteAsync(_ => ValueTask.FromResult(false));
        }

        return breaker;
    }

    /// <summary>
    /// Runs one round, which says whether it went well. Returns how many failures in a row that makes: none after a success,
    /// at least <see cref="DeliveryPolicy.Dead"/> when the partner is taken for dead.
    /// </summary>
    public async Task<int> RunAsync(int failures, Func<Task<bool>> round)
    {
        // Polly asks for the pause while it opens: it must be known before.
        pause = DeliveryPolicy.Pause(DeliveryPolicy.Dead + broken + (IsOpen ? 1 : 0), random: 0);
        var wasOpen = IsOpen;
        if (await pipeline.ExecuteAsync(async _ => await round()))
        {
            broken = 0;
            return 0;
        }

        if (!IsOpen)
        {
            return Math.Min(failures + 1, DeliveryPolicy.Dead - 1);
        }

        broken += wasOpen ? 1 : 0;
        return DeliveryPolicy.Dead + broken;
    }
}

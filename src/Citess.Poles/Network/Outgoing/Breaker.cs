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
    private static readonly TimeSpan Sampled = TimeSpan.FromMinutes(10);

    private readonly CircuitBreakerStateProvider state = new();
    private readonly ResiliencePipeline<bool> pipeline;
    private readonly TimeProvider clock;

    /// <summary>The last rounds of one that is not taken for dead. Polly's own count takes five rounds of which three failed for enough.</summary>
    private readonly Queue<(DateTimeOffset At, bool IsGood)> rounds = new();
    private int broken;
    private TimeSpan pause;

    private Breaker(TimeProvider clock, int broken)
    {
        (this.clock, this.broken) = (clock, broken);
        pipeline = new ResiliencePipelineBuilder<bool> { TimeProvider = clock }
            .AddCircuitBreaker(new()
            {
                ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome is { Exception: null, Result: false }),
                FailureRatio = 0.5,
                MinimumThroughput = DeliveryPolicy.Dead,
                SamplingDuration = Sampled,
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
        var breaker = new Breaker(clock, Math.Max(0, failures - DeliveryPolicy.Dead));
        for (var each = 0; each < Math.Min(failures, DeliveryPolicy.Dead); each++)
        {
            breaker.Remember(isGood: false);
        }

        if (failures >= DeliveryPolicy.Dead)
        {
            // No pause: whoever restores it found in the row that the courier is due.
            await breaker.OpenAsync(TimeSpan.Zero);
        }

        return breaker;
    }

    /// <summary>
    /// Runs one round, which says whether it went well. Returns how many failures in a row that makes: none after a success,
    /// at least <see cref="DeliveryPolicy.Dead"/> when the partner is taken for dead.
    /// </summary>
    public async Task<int> RunAsync(int failures, Func<Task<bool>> round)
    {
        if (IsOpen)
        {
            return await ProbeAsync(round);
        }

        var isGood = await round();
        Remember(isGood);
        if (isGood)
        {
            broken = 0;
            return 0;
        }

        if (rounds.Count(each => !each.IsGood && clock.GetUtcNow() - each.At < Sampled) < DeliveryPolicy.Dead)
        {
            return Math.Min(failures + 1, DeliveryPolicy.Dead - 1);
        }

        await OpenAsync(DeliveryPolicy.Pause(DeliveryPolicy.Dead + broken, random: 0));
        return DeliveryPolicy.Dead + broken;
    }

    private async Task<int> ProbeAsync(Func<Task<bool>> round)
    {
        // Polly asks for the pause while it opens: it must be known before.
        pause = DeliveryPolicy.Pause(DeliveryPolicy.Dead + broken + 1, random: 0);
        if (await pipeline.ExecuteAsync(async _ => await round()))
        {
            broken = 0;
            rounds.Clear();
            return 0;
        }

        broken++;
        return DeliveryPolicy.Dead + broken;
    }

    /// <summary>Polly is told of failures alone, and of as many as it wants to hear.</summary>
    private async Task OpenAsync(TimeSpan until)
    {
        pause = until;
        for (var each = 0; each < DeliveryPolicy.Dead; each++)
        {
            await pipeline.ExecuteAsync(_ => ValueTask.FromResult(false));
        }
    }

    /// <summary>Of twice as many, five are half.</summary>
    private void Remember(bool isGood)
    {
        rounds.Enqueue((clock.GetUtcNow(), isGood));
        if (rounds.Count > 2 * DeliveryPolicy.Dead)
        {
            rounds.Dequeue();
        }
    }
}

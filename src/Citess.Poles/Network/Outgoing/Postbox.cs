using Citess.ActivityPub.Delivery;
using Citess.ActivityPub.Signatures;
using Polly;
using Polly.Retry;

namespace Citess.Poles.Network.Outgoing;

/// <summary>Posts an activity, with two quick second tries for what a moment mends; longer pauses are the courier's.</summary>
public sealed class Postbox(ActivityPoster poster, TimeProvider clock)
{
    private readonly ResiliencePipeline<DeliveryResult> pipeline = new ResiliencePipelineBuilder<DeliveryResult> { TimeProvider = clock }
        .AddRetry(new RetryStrategyOptions<DeliveryResult>
        {
            // A 401 may be a race of two first contacts; a Retry-After is the partner's own wish and is kept by the courier.
            ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Result is DeliveryResult.Retry { RetryAfter: null, Status: 401 or 502 or 503 or 504 } or DeliveryResult.Unreachable),
            MaxRetryAttempts = 2,
            Delay = TimeSpan.FromMilliseconds(250),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
        })
        .Build();

    /// <summary><paramref name="once"/> for a probe of a partner that is taken for dead: it costs one request.</summary>
    public async Task<DeliveryResult> PostAsync(string inbox, RequestBody activity, ISigner signer, bool once = false, CancellationToken stop = default) => once
        ? await poster.PostAsync(inbox, activity, signer, stop)
        : await pipeline.ExecuteAsync(async token => await poster.PostAsync(inbox, activity, signer, token), stop);
}

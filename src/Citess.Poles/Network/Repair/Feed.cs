using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Inbox;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Records;
using Polly;
using Polly.Retry;

namespace Citess.Poles.Network.Repair;

/// <summary>Where a pole offers what repair needs, by its own document; each on its own origin.</summary>
internal sealed record Places(string Changes, string Digest, string Checkpoint)
{
    /// <summary>Null when it does not offer all three.</summary>
    public static Places? Of(RemoteActor actor) =>
        Own(actor, "changes") is { } changes && Own(actor, "digest") is { } digest && Own(actor, "checkpoint") is { } checkpoint ? new(changes, digest, checkpoint) : null;

    private static string? Own(RemoteActor actor, string term) =>
        Terms.Word(actor.Document, term) is { Length: > 0 } address && Origin.Same(address, actor.Id) ? address : null;
}

/// <summary>Asks other poles, signed as this pole; a moment's silence is waited out, a longer one is the round's to deal with.</summary>
internal sealed class Feed(DocumentFetcher fetcher, Pole pole, TimeProvider clock)
{
    /// <summary>No pole has so many documents: a list that goes on longer leads nowhere, whatever its own count says.</summary>
    public const long Endless = 1_000_000;

    private readonly ResiliencePipeline<FetchResult> pipeline = new ResiliencePipelineBuilder<FetchResult> { TimeProvider = clock }
        .AddRetry(new RetryStrategyOptions<FetchResult>
        {
            ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Result is FetchResult.Unreachable),
            MaxRetryAttempts = 2,
            Delay = TimeSpan.FromMilliseconds(250),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
        })
        .Build();

    /// <summary>What this pole may see there.</summary>
    public Task<FetchResult> GetAsync(string address, CancellationToken stop) => GetAsync(address, isSigned: true, stop);

    /// <summary>The same with a single try, for one that was silent for long.</summary>
    public Task<FetchResult> ProbeAsync(string address, CancellationToken stop) => FetchAsync(address, isSigned: true, stop);

    /// <summary>What everyone may see there.</summary>
    public Task<FetchResult> GetAsAnyoneAsync(string address, CancellationToken stop) => GetAsync(address, isSigned: false, stop);

    /// <summary>What went wrong, as a word of <see cref="RepairProblems"/>.</summary>
    public static string ProblemOf(FetchResult answer) => answer switch
    {
        FetchResult.Unreachable => RepairProblems.Silent,
        FetchResult.Refused { Fault: FetchFault.Denied } => RepairProblems.Denied,
        FetchResult.Refused { Fault: FetchFault.NotFound } => RepairProblems.NotOffered,
        _ => RepairProblems.Unfit,
    };

    private async Task<FetchResult> GetAsync(string address, bool isSigned, CancellationToken stop) =>
        await pipeline.ExecuteAsync(async token => await FetchAsync(address, isSigned, token), stop);

    private Task<FetchResult> FetchAsync(string address, bool isSigned, CancellationToken stop) => fetcher.FetchAsync(address, new FetchBudget(4), isSigned ? pole.PoleRsa : null, stop);
}

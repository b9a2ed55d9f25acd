using System.Runtime.CompilerServices;
using System.Text.Json;
using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Signatures;

namespace Citess.ActivityPub.Inbox;

/// <summary>Remote actors and their keys: from the cache, else by one fetch; what failed is left alone for a while.</summary>
/// <param name="documents">Fetches what is not cached.</param>
/// <param name="cache">Keeps it.</param>
/// <param name="hosts">Says with whom there is a relation.</param>
/// <param name="time">For windows and ages.</param>
/// <param name="signer">The server actor's keys: servers with signed fetch show no key without them.</param>
/// <param name="options">How long things are remembered.</param>
public sealed class RemoteActors(DocumentFetcher documents, IActorCache cache, IHostPolicy hosts, TimeProvider time, ISigner? signer = null, RemoteActorsOptions? options = null)
{
    private readonly RemoteActorsOptions options = options ?? new();
    private readonly HostTurns turns = new(waiting: 32);
    private readonly SemaphoreSlim lookups = new((options ?? new()).MaxAtOnce);
    private readonly BoundedMemory<FetchResult> failures = new((options ?? new()).MaxRemembered, (options ?? new()).FailureWindow, time);
    private readonly BoundedMemory<StrongBox<int>> refusals = new((options ?? new()).MaxRemembered, (options ?? new()).FailureWindow, time);
    private readonly BoundedMemory<bool> pauses = new((options ?? new()).MaxRemembered, (options ?? new()).RefusalPause, time);
    private readonly BoundedMemory<bool> refreshed = new((options ?? new()).MaxRemembered, (options ?? new()).RefreshWindow, time);

    /// <summary>The key with this id, for HTTP signatures.</summary>
    public async Task<KeyLookup> FindKeyAsync(string keyId, FetchBudget budget, CancellationToken token)
    {
        if (await cache.FindByKeyAsync(keyId, token) is { } kept && kept.HttpKey(keyId, time.GetUtcNow()) is not null)
        {
            var current = time.GetUtcNow() - kept.FetchedAt < options.MaxAge ? kept : await RenewAsync(kept, budget, token);
            return current?.HttpKey(keyId, time.GetUtcNow()) is not { } now ? new KeyLookup.NotFound() : new KeyLookup.Known(current, now, WasCached: ReferenceEquals(current, kept));
        }

        var (actor, failure) = await FetchAsync(new(keyId, keyId, null), budget, token);
        return actor?.HttpKey(keyId, time.GetUtcNow()) is { } fetched ? new KeyLookup.Known(actor, fetched, WasCached: false)
            : failure is FetchResult.Unreachable ? new KeyLookup.Unreachable() : new KeyLookup.NotFound();
    }

    /// <summary>The actor with this id; null when it cannot be had now.</summary>
    public async Task<RemoteActor?> FindAsync(string actorId, FetchBudget budget, CancellationToken token) =>
        await cache.FindAsync(actorId, token) switch
        {
            null => await FetchAsync(new(actorId, null, null), budget, token) is ({ } actor, _) && actor.Id == actorId ? actor : null,
            { } kept when time.GetUtcNow() - kept.FetchedAt < options.MaxAge => kept,
            { } kept => await RenewAsync(kept, budget, token),
        };

    /// <summary>Fetches an actor again whose keys may have changed, once per window; null when it was done lately or failed.</summary>
    public async Task<RemoteActor?> RefreshAsync(RemoteActor known, FetchBudget budget, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(known);
        return refreshed.TryRemember(known.Id, true) && await FetchAsync(new(known.Id, null, known), budget, token) is ({ } actor, _) && actor.Id == known.Id ? actor : null;
    }

    internal Task<FetchResult> FetchObjectAsync(string url, FetchBudget budget, CancellationToken token) => documents.FetchAsync(url, budget, signer, token);

    // A silent host does not lose its actors. One that says "gone" does; one that does not find it may find it again.
    private async Task<RemoteActor?> RenewAsync(RemoteActor kept, FetchBudget budget, CancellationToken token)
    {
        var (actor, failure) = await FetchAsync(new(kept.Id, null, kept), budget, token);
        if (failure is FetchResult.Refused { Fault: FetchFault.Gone })
        {
            await cache.ForgetAsync(kept.Id, token);
        }

        return failure is FetchResult.Refused { Fault: FetchFault.Gone or FetchFault.NotFound } ? null : actor?.Id == kept.Id ? actor : kept;
    }

    /// <summary>A look-up goes on when who waits for it goes away: by hanging up nobody makes it begin again.</summary>
    private async Task<Answer> FetchAsync(Wanted wanted, FetchBudget budget, CancellationToken token) =>
        !Origin.TryParse(wanted.Url, allowHttp: true, out var host) ? new(null, new FetchResult.Refused(FetchFault.BadAddress))
        : await LookUpAsync(host, wanted, budget, await hosts.StandingAsync(host, token)).WaitAsync(token);

    private async Task<Answer> LookUpAsync(Origin host, Wanted wanted, FetchBudget budget, HostStanding standing)
    {
        using var end = new CancellationTokenSource(options.Patience, time);
        try
        {
            using var turn = await turns.TakeAsync(host.Authority, end.Token);
            if (turn is null)
            {
                return new(null, new FetchResult.Unreachable("too many wait for this host"));
            }

            if (await SinceAsync(wanted, end.Token) is { } known)
            {
                return new(known, null);
            }

            if (failures.TryRecall(host.Url, out var failed) || failures.TryRecall(wanted.Url, out failed))
            {
                return new(null, failed);
            }

            if (standing != HostStanding.Partner && refusals.TryRecall(host.Url, out var count) && count.Value >= options.MaxRefusals && !pauses.TryRemember(host.Url, true))
            {
                return new(null, new FetchResult.Refused(FetchFault.BudgetSpent));
            }

            await lookups.WaitAsync(end.Token);
            try
            {
                return await ReadAsync(host, wanted, budget, end.Token);
            }
            finally
            {
                lookups.Release();
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            return new(null, new FetchResult.Unreachable("no whole answer in time"));
        }
    }

    /// <summary>While this one waited for its turn, another may have fetched what it is for.</summary>
    private async ValueTask<RemoteActor?> SinceAsync(Wanted wanted, CancellationToken token) => wanted switch
    {
        { KeyId: { } key } => await cache.FindByKeyAsync(key, token) is { } known && known.HttpKey(key, time.GetUtcNow()) is not null ? known : null,
        { Old: { } old } => await cache.FindAsync(old.Id, token) is { } known && known.FetchedAt > old.FetchedAt ? known : null,
        _ => await cache.FindAsync(wanted.Url, token),
    };

    private async Task<Answer> ReadAsync(Origin host, Wanted wanted, FetchBudget budget, CancellationToken token)
    {
        FetchResult failure;
        try
        {
            var (actor, fault) = await ReadAsync(wanted.Url, budget, token);
            if (fault is null && (wanted.KeyId is not { } key || actor!.HttpKey(key, time.GetUtcNow()) is not null))
            {
                await cache.KeepAsync(actor!, wanted.KeyId, token);
                return new(actor, null);
            }

            failure = fault ?? new FetchResult.Refused(FetchFault.IdMismatch);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            failure = new FetchResult.Unreachable("no whole answer in time");
        }

        // A silent host is left alone as a whole: the sender invents key ids as fast as it can count.
        failures.TryRemember(failure is FetchResult.Unreachable ? host.Url : wanted.Url, failure);
        if (failure is FetchResult.Refused)
        {
            CountRefusal(host);
        }

        return new(null, failure);
    }

    // A host that answers no to each of a thousand invented keys is no accomplice but a target: of the sender, through us.
    // Only the holder of the host's turn comes here.
    private void CountRefusal(Origin host)
    {
        if (!refusals.TryRecall(host.Url, out var count))
        {
            refusals.TryRemember(host.Url, count = new());
        }

        count.Value++;
        pauses.TryRemember(host.Url, true);
    }

    private async Task<Answer> ReadAsync(string url, FetchBudget budget, CancellationToken token)
    {
        var answer = await documents.FetchAsync(url, budget, signer, token);
        if (answer is FetchResult.Fetched key && OwnerOfKey(key.Root) is { } owner && Origin.Same(owner, url))
        {
            answer = await documents.FetchAsync(owner, budget, signer, token);
        }

        return answer is not FetchResult.Fetched found ? new(null, answer)
            : RemoteActor.TryRead(found.Bytes, found.Root, time.GetUtcNow()) is { } actor ? new(actor, null)
            : new(null, new FetchResult.Refused(FetchFault.Malformed));
    }

    // Some servers keep a key as a document of its own, which names its owner.
    private static string? OwnerOfKey(JsonElement root) =>
        root.TryGetProperty("publicKeyPem", out _) && root.TryGetProperty("owner", out var owner) && owner.ValueKind == JsonValueKind.String ? owner.GetString() : null;

    /// <summary>What is looked for: a document, for a key, in place of what is known.</summary>
    private sealed record Wanted(string Url, string? KeyId, RemoteActor? Old);

    private readonly record struct Answer(RemoteActor? Actor, FetchResult? Failure);
}

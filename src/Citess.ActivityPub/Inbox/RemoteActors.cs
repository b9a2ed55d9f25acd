using System.Runtime.CompilerServices;
using System.Text.Json;
using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Signatures;

namespace Citess.ActivityPub.Inbox;

/// <summary>Remote actors and their keys: from the cache, else by one fetch; what failed is left alone for a while.</summary>
/// <param name="documents">Fetches what is not cached.</param>
/// <param name="cache">Keeps it.</param>
/// <param name="time">For windows and ages.</param>
/// <param name="signer">The server actor's keys: servers with signed fetch show no key without them.</param>
/// <param name="options">How long things are remembered.</param>
public sealed class RemoteActors(DocumentFetcher documents, IActorCache cache, TimeProvider time, ISigner? signer = null, RemoteActorsOptions? options = null)
{
    private readonly RemoteActorsOptions options = options ?? new();
    private readonly HostTurns turns = new(waiting: 32);
    private readonly BoundedMemory<FetchResult> failures = new((options ?? new()).MaxRemembered, (options ?? new()).FailureWindow, time);
    private readonly BoundedMemory<StrongBox<int>> refusals = new((options ?? new()).MaxRemembered, (options ?? new()).FailureWindow, time);
    private readonly BoundedMemory<bool> refreshed = new((options ?? new()).MaxRemembered, (options ?? new()).RefreshWindow, time);

    /// <summary>The key with this id, for HTTP signatures.</summary>
    public async Task<KeyLookup> FindKeyAsync(string keyId, FetchBudget budget, CancellationToken token)
    {
        if (await cache.FindByKeyAsync(keyId, token) is { } kept && kept.HttpKey(keyId, time.GetUtcNow()) is not null)
        {
            var current = time.GetUtcNow() - kept.FetchedAt < options.MaxAge ? kept : await RenewAsync(kept, budget, token);
            return current?.HttpKey(keyId, time.GetUtcNow()) is not { } now ? new KeyLookup.NotFound() : new KeyLookup.Known(current, now, WasCached: ReferenceEquals(current, kept));
        }

        var (actor, failure) = await FetchAsync(keyId, keyId, budget, token);
        return actor?.HttpKey(keyId, time.GetUtcNow()) is { } fetched ? new KeyLookup.Known(actor, fetched, WasCached: false)
            : failure is FetchResult.Unreachable ? new KeyLookup.Unreachable() : new KeyLookup.NotFound();
    }

    /// <summary>The actor with this id; null when it cannot be had now.</summary>
    public async Task<RemoteActor?> FindAsync(string actorId, FetchBudget budget, CancellationToken token) =>
        await cache.FindAsync(actorId, token) switch
        {
            null => await FetchAsync(actorId, null, budget, token) is ({ } actor, _) && actor.Id == actorId ? actor : null,
            { } kept when time.GetUtcNow() - kept.FetchedAt < options.MaxAge => kept,
            { } kept => await RenewAsync(kept, budget, token),
        };

    /// <summary>Fetches an actor again whose keys may have changed, once per window; null when it was done lately or failed.</summary>
    public async Task<RemoteActor?> RefreshAsync(RemoteActor known, FetchBudget budget, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(known);
        return refreshed.TryRemember(known.Id, true) && await FetchAsync(known.Id, null, budget, token) is ({ } actor, _) && actor.Id == known.Id ? actor : null;
    }

    internal ValueTask<RemoteActor?> KnownAsync(string actorId, CancellationToken token) => cache.FindAsync(actorId, token);

    internal Task<FetchResult> FetchObjectAsync(string url, FetchBudget budget, CancellationToken token) => documents.FetchAsync(url, budget, signer, token);

    // A silent host does not lose its actors; one that says "gone" does.
    private async Task<RemoteActor?> RenewAsync(RemoteActor kept, FetchBudget budget, CancellationToken token)
    {
        var (actor, failure) = await FetchAsync(kept.Id, null, budget, token);
        if (failure is FetchResult.Refused { Fault: FetchFault.Gone or FetchFault.NotFound })
        {
            await cache.ForgetAsync(kept.Id, token);
            return null;
        }

        return actor?.Id == kept.Id ? actor : kept;
    }

    private async Task<(RemoteActor? Actor, FetchResult? Failure)> FetchAsync(string url, string? keyId, FetchBudget budget, CancellationToken token)
    {
        if (!Origin.TryParse(url, allowHttp: true, out var host))
        {
            return (null, new FetchResult.Refused(FetchFault.BadAddress));
        }

        using var turn = await turns.TakeAsync(host.Authority, token);
        if (turn is null)
        {
            return (null, new FetchResult.Unreachable("too many wait for this host"));
        }

        // While this one waited for its turn, another may have fetched the key, or failed to.
        if (keyId is not null && await cache.FindByKeyAsync(keyId, token) is { } known && known.HttpKey(keyId, time.GetUtcNow()) is not null)
        {
            return (known, null);
        }

        if (failures.TryRecall(host.Url, out var silent) || failures.TryRecall(url, out silent))
        {
            return (null, silent);
        }

        var (actor, failure) = await ReadAsync(url, budget, token);
        failure ??= keyId is not null && actor!.HttpKey(keyId, time.GetUtcNow()) is null ? new FetchResult.Refused(FetchFault.IdMismatch) : null;
        if (failure is null)
        {
            await cache.KeepAsync(actor!, token);
            return (actor, null);
        }

        // A silent host is left alone as a whole: the sender invents key ids as fast as it can count.
        failures.TryRemember(failure is FetchResult.Unreachable ? host.Url : url, failure);
        if (failure is FetchResult.Refused && IsOneTooMany(host))
        {
            failures.TryRemember(host.Url, new FetchResult.Refused(FetchFault.BudgetSpent));
        }

        return (null, failure);
    }

    // A host that answers no to each of a thousand invented keys is no accomplice but a target: of the sender, through us.
    // Only the holder of the host's turn comes here.
    private bool IsOneTooMany(Origin host)
    {
        if (!refusals.TryRecall(host.Url, out var count))
        {
            refusals.TryRemember(host.Url, count = new());
        }

        return ++count.Value >= options.MaxRefusals;
    }

    private async Task<(RemoteActor? Actor, FetchResult? Failure)> ReadAsync(string url, FetchBudget budget, CancellationToken token)
    {
        var answer = await documents.FetchAsync(url, budget, signer, token);
        if (answer is FetchResult.Fetched key && OwnerOfKey(key.Root) is { } owner && Origin.Same(owner, url))
        {
            answer = await documents.FetchAsync(owner, budget, signer, token);
        }

        return answer is not FetchResult.Fetched found ? (null, answer)
            : RemoteActor.TryRead(found.Bytes, found.Root, time.GetUtcNow()) is { } actor ? (actor, null)
            : (null, new FetchResult.Refused(FetchFault.Malformed));
    }

    // Some servers keep a key as a document of its own, which names its owner.
    private static string? OwnerOfKey(JsonElement root) =>
        root.TryGetProperty("publicKeyPem", out _) && root.TryGetProperty("owner", out var owner) && owner.ValueKind == JsonValueKind.String ? owner.GetString() : null;
}

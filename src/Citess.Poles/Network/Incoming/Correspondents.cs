using Citess.ActivityPub.Inbox;

namespace Citess.Poles.Network.Incoming;

/// <summary>Who wrote a letter, as this pole knows it; asked once for many letters.</summary>
public sealed class Correspondent(RemoteActor actor, IGrainFactory grains)
{
    private Task<bool>? isReceiving;

    public RemoteActor Actor => actor;

    public PartnerActor Partner { get; } = PartnerActor.Of(actor.Document);

    public IPartnerGrain Grain => grains.GetGrain<IPartnerGrain>(Partner.Key.ToString());

    /// <summary>True when what it shares is taken in here.</summary>
    public Task<bool> IsReceivingAsync() => isReceiving ??= Grain.IsReceivingAsync(Partner.Id);
}

/// <summary>The correspondents of one batch of letters: hundreds mostly come from one.</summary>
internal sealed class Correspondents(IActorCache cache, RemoteActors actors, IGrainFactory grains)
{
    // As a wish for its key would cost: the actor, and its key when that is a document of its own.
    private const int Fetches = 4;

    private readonly Dictionary<string, Correspondent> known = new(StringComparer.Ordinal);

    /// <exception cref="ActorAwayException">The actor cannot be had now.</exception>
    public async Task<Correspondent> FindAsync(string actorId) => known.TryGetValue(actorId, out var correspondent)
        ? correspondent
        : known[actorId] = new(await LookAsync(actorId) ?? throw new ActorAwayException(actorId), grains);

    // The gate has just seen the newest; only what was pushed out of the cache meanwhile is asked for again.
    private async Task<RemoteActor?> LookAsync(string actorId) =>
        await cache.FindAsync(actorId, CancellationToken.None) ?? await actors.FindAsync(actorId, new(Fetches), CancellationToken.None);

    /// <summary>A letter of its own may have changed how it stands here.</summary>
    public void Forget(string actorId) => known.Remove(actorId);
}

/// <summary>Who wrote a letter is not known any more, and does not answer now.</summary>
internal sealed class ActorAwayException(string actor) : Exception($"{actor} cannot be had now.");

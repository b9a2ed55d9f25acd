using Citess.ActivityPub.Fetching;

namespace Citess.ActivityPub.Inbox;

/// <summary>Which hosts may knock.</summary>
public interface IHostPolicy
{
    /// <summary>How a host stands here; blocks hold for its subdomains too.</summary>
    ValueTask<HostStanding> StandingAsync(Origin host, CancellationToken token);
}

/// <summary>How a host stands.</summary>
public enum HostStanding
{
    /// <summary>May knock.</summary>
    Welcome,
    /// <summary>May knock, and there is a relation with it: what others do in its name does not shut it out.</summary>
    Partner,
    /// <summary>Is blocked.</summary>
    Blocked,
}

/// <summary>What came through the gate before, and who owns what is already held, so that another actor of the same host cannot change it.</summary>
public interface IHeldThings
{
    /// <summary>What is known of an activity of this actor, and of what it is about; one question, since it is asked with each activity.</summary>
    ValueTask<HeldThing> RecallAsync(string actorId, string activityId, string? objectId, CancellationToken token);
}

/// <summary>An activity and its object, as far as they are known.</summary>
/// <param name="Hash">SHA-256 of the activity that came from the actor under the id; null when none did.</param>
/// <param name="Owner">The actor that the object under its id belongs to, which of an actor is itself; null when nothing is held.</param>
public readonly record struct HeldThing(ReadOnlyMemory<byte>? Hash, string? Owner);

/// <summary>The actors of this server.</summary>
public interface IOwnActors
{
    /// <summary>Where they live.</summary>
    Origin Origin { get; }

    /// <summary>True when an actor of ours has this address.</summary>
    ValueTask<bool> HasAsync(string address, CancellationToken token);
}

/// <summary>Keeps the documents of remote actors; may forget any of them at any time.</summary>
public interface IActorCache
{
    /// <summary>The actor with this id; null when unknown.</summary>
    ValueTask<RemoteActor?> FindAsync(string actorId, CancellationToken token);

    /// <summary>The actor that lists this key in <see cref="RemoteActor.KeyIds"/>; null when unknown.</summary>
    ValueTask<RemoteActor?> FindByKeyAsync(string keyId, CancellationToken token);

    /// <summary>
    /// Keeps an actor in place of what was kept under its id. It is found by its <see cref="RemoteActor.OwnKeyIds"/>, by
    /// <paramref name="provenKeyId"/>, whose own document names it, and by what proved so before, as far as it still lists them;
    /// never by a key under which another is found.
    /// </summary>
    ValueTask KeepAsync(RemoteActor actor, string? provenKeyId, CancellationToken token);

    /// <summary>Forgets an actor that is gone, unless something of it is still to be read.</summary>
    ValueTask ForgetAsync(string actorId, CancellationToken token);
}

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
    /// <summary>Is blocked.</summary>
    Blocked,
    /// <summary>Is not on the list, and this server is closed to others.</summary>
    NotListed,
}

/// <summary>What came through the gate before.</summary>
public interface ISeenActivities
{
    /// <summary>SHA-256 of the activity that came under this id; null when none did.</summary>
    ValueTask<ReadOnlyMemory<byte>?> FindAsync(string activityId, CancellationToken token);
}

/// <summary>Who owns what is already held, so that another actor of the same host cannot change it.</summary>
public interface IHeldObjects
{
    /// <summary>The actor that the object under this id is attributed to; null when nothing is held.</summary>
    ValueTask<string?> OwnerAsync(string objectId, CancellationToken token);
}

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

    /// <summary>Keeps an actor in place of what was kept under its id, with the keys it lists now and no others.</summary>
    ValueTask KeepAsync(RemoteActor actor, CancellationToken token);

    /// <summary>Forgets an actor that is gone.</summary>
    ValueTask ForgetAsync(string actorId, CancellationToken token);
}

using System.Collections.Concurrent;
using System.Text.Json;
using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Json;
using Citess.ActivityPub.Signatures;
using Citess.ActivityPub.Vocabulary;

namespace Citess.ActivityPub.Inbox;

/// <summary>An actor of another server as its own host last showed it.</summary>
public sealed class RemoteActor
{
    // Reading a key costs more than using it once.
    private readonly ConcurrentDictionary<string, IVerifier?> verifiers = new(StringComparer.Ordinal);

    private RemoteActor(Actor document, Origin origin, ReadOnlyMemory<byte> bytes, DateTimeOffset fetchedAt) =>
        (Document, Origin, Bytes, FetchedAt) = (document, origin, bytes, fetchedAt);

    /// <summary>Its address, on its origin.</summary>
    public string Id => Document.Id!;
    /// <summary>The document as it reads.</summary>
    public Actor Document { get; }
    /// <summary>Where it lives.</summary>
    public Origin Origin { get; }
    /// <summary>The document word for word.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }
    /// <summary>When its host last showed it.</summary>
    public DateTimeOffset FetchedAt { get; }

    /// <summary>The keys for HTTP signatures that it claims and that claim it; each on its own origin.</summary>
    public IEnumerable<string> KeyIds => Claimed.Select(key => key.Id!);

    private IEnumerable<PublicKeyPem> Claimed =>
        (Document.PublicKey ?? []).Where(key => key.Owner == Id && Origin.Same(key.Id, Id));

    /// <summary>Reads a document that was fetched at its own id, or kept since; null when it is no actor with an inbox there.</summary>
    public static RemoteActor? TryRead(ReadOnlyMemory<byte> bytes, DateTimeOffset fetchedAt) =>
        StrictJson.TryParse(bytes, out var root) is null ? TryRead(bytes, root, fetchedAt) : null;

    internal static RemoteActor? TryRead(ReadOnlyMemory<byte> bytes, JsonElement root, DateTimeOffset fetchedAt) =>
        Ap.Read<Actor>(root) is { Id: not null, Inbox: not null } actor
        && Origin.TryParse(actor.Id, allowHttp: true, out var origin)
            ? new RemoteActor(actor, origin, bytes, fetchedAt) : null;

    /// <summary>The key with this id for HTTP signatures; null when the actor does not list it, or not in a usable form.</summary>
    public IVerifier? HttpKey(string keyId) => Claimed.FirstOrDefault(key => key.Id == keyId) is { Pem: { } pem }
        ? verifiers.GetOrAdd(keyId + pem, _ => VerificationKey.FromPem(keyId, Id, pem) is { Algorithm: KeyAlgorithm.RsaSha256 } key ? key : null) : null;

    /// <summary>The Ed25519 key with this id for proofs, which must stand under <c>assertionMethod</c>; null when it does not.</summary>
    public IVerifier? ProofKey(string keyId) =>
        (Document.AssertionMethod ?? []).FirstOrDefault(key => key.Id == keyId && key.Type == "Multikey" && key.Controller == Id && Origin.Same(key.Id, Id)) is { PublicKeyMultibase: { } text }
            ? verifiers.GetOrAdd(keyId + text, _ => VerificationKey.FromMultibase(keyId, Id, text) is { Algorithm: KeyAlgorithm.Ed25519 } key ? key : null) : null;
}

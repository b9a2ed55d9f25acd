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
    // Reading a key costs more than using it once. Only what is listed gets in: a signer can invent any number of others.
    private readonly ConcurrentDictionary<string, UsableKey> httpKeys = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, UsableKey> proofKeys = new(StringComparer.Ordinal);

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
    public IEnumerable<string> KeyIds => Claimed.Select(key => key.Id!).Concat(Multikeys(Authenticating).Select(key => key.Id!));

    private IEnumerable<PublicKeyPem> Claimed =>
        (Document.PublicKey ?? []).Where(key => key.Owner == Id && Origin.Same(key.Id, Id));

    // FEP-521a has keys for authentication in a list of their own; who publishes none signs requests with the key of its proofs.
    private IReadOnlyList<Multikey>? Authenticating => Document.Authentication is { Count: > 0 } own ? own : Document.AssertionMethod;

    /// <summary>Reads a document that was fetched at its own id, or kept since; null when it is no actor with an inbox there.</summary>
    public static RemoteActor? TryRead(ReadOnlyMemory<byte> bytes, DateTimeOffset fetchedAt) =>
        StrictJson.TryParse(bytes, out var root) is null ? TryRead(bytes, root, fetchedAt) : null;

    internal static RemoteActor? TryRead(ReadOnlyMemory<byte> bytes, JsonElement root, DateTimeOffset fetchedAt) =>
        Ap.Read<Actor>(root) is { Id: not null, Inbox: not null } actor
        && Origin.TryParse(actor.Id, allowHttp: true, out var origin)
            ? new RemoteActor(actor, origin, bytes, fetchedAt) : null;

    /// <summary>The key with this id for HTTP signatures; null when the actor does not list it, not in a usable form, or retired it longer ago than a request lives.</summary>
    public IVerifier? HttpKey(string keyId, DateTimeOffset now) =>
        (httpKeys.TryGetValue(keyId, out var known) ? known : ReadHttp(keyId)) is { Retired: var retired } key && IsInUse(retired, now) ? key.Verifier : null;

    /// <summary>The Ed25519 key with this id for proofs, which must stand under <c>assertionMethod</c>; null when it does not. Retired ones too: what they proved is still there.</summary>
    public IVerifier? ProofKey(string keyId) => Proving(keyId)?.Verifier;

    /// <summary>When the key with this id stopped making proofs; null when it has not, or is not listed.</summary>
    public DateTimeOffset? Retired(string keyId) => Proving(keyId)?.Retired;

    private UsableKey? ReadHttp(string keyId)
    {
        if (Claimed.FirstOrDefault(key => key.Id == keyId) is { Pem: { } pem } claimed)
        {
            return httpKeys.GetOrAdd(keyId, new UsableKey(VerificationKey.FromPem(keyId, Id, pem), claimed.Retired));
        }

        return Multikeys(Authenticating).FirstOrDefault(key => key.Id == keyId) is { PublicKeyMultibase: { } text } multikey
            ? httpKeys.GetOrAdd(keyId, new UsableKey(VerificationKey.FromMultibase(keyId, Id, text), multikey.Retired)) : null;
    }

    private UsableKey? Proving(string keyId) => proofKeys.TryGetValue(keyId, out var known) ? known
        : Multikeys(Document.AssertionMethod).FirstOrDefault(key => key.Id == keyId) is { PublicKeyMultibase: { } text } multikey
            ? proofKeys.GetOrAdd(keyId, new UsableKey(VerificationKey.FromMultibase(keyId, Id, text) is { Algorithm: KeyAlgorithm.Ed25519 } key ? key : null, multikey.Retired)) : null;

    private IEnumerable<Multikey> Multikeys(IReadOnlyList<Multikey>? list) =>
        (list ?? []).Where(key => key.Type == "Multikey" && key.Controller == Id && Origin.Same(key.Id, Id));

    // What was on its way when the key was changed still passes; whoever finds the old key later signs nothing with it.
    private static bool IsInUse(DateTimeOffset? retired, DateTimeOffset now) => retired is not { } end || now - end <= SignatureWindow.Width;

    private sealed record UsableKey(IVerifier? Verifier, DateTimeOffset? Retired);
}

using System.Collections.Concurrent;
using System.Text.Json;
using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Json;
using Citess.ActivityPub.Proofs;
using Citess.ActivityPub.Signatures;
using Citess.ActivityPub.Vocabulary;

namespace Citess.ActivityPub.Inbox;

/// <summary>An actor of another server as its own host last showed it.</summary>
public sealed class RemoteActor
{
    /// <summary>The largest document of an actor, in bytes: thousands are kept.</summary>
    public const int MaxBytes = 128 * 1024;

    // Reading a key costs more than using it once. Only what is listed gets in: a signer can invent any number of others.
    private readonly ConcurrentDictionary<string, UsableKey> httpKeys = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, UsableKey> proofKeys = new(StringComparer.Ordinal);

    private RemoteActor(Actor document, Origin origin, ReadOnlyMemory<byte> bytes, bool isOfKnownWire, DateTimeOffset fetchedAt) =>
        (Document, Origin, Bytes, IsOfKnownWire, FetchedAt) = (document, origin, bytes, isOfKnownWire, fetchedAt);

    /// <summary>Its address, on its origin.</summary>
    public string Id => Document.Id!;
    /// <summary>The document as it reads.</summary>
    public Actor Document { get; }
    /// <summary>Where it lives.</summary>
    public Origin Origin { get; }
    /// <summary>The document word for word.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }
    /// <summary>False when it says that it is of another major version of the wire.</summary>
    public bool IsOfKnownWire { get; }
    /// <summary>When its host last showed it.</summary>
    public DateTimeOffset FetchedAt { get; }

    /// <summary>The keys for HTTP signatures that it claims and that claim it; each on its own origin.</summary>
    public IEnumerable<string> KeyIds => Claimed.Select(key => key.Id!).Concat(Multikeys(Authenticating).Select(key => key.Id!)).Distinct(StringComparer.Ordinal);

    /// <summary>Those of <see cref="KeyIds"/> that nobody else can have: they stand in the actor's own document. Any other id may be a neighbour's, whatever this actor says.</summary>
    public IEnumerable<string> OwnKeyIds => KeyIds.Where(key => Origin.SameDocument(key, Id));

    private IEnumerable<PublicKeyPem> Claimed => (Document.PublicKey ?? []).Where(key => key.Owner == Id && IsOurs(key.Id));

    // FEP-521a has keys for authentication in a list of their own; who publishes none signs requests with the key of its proofs.
    private IReadOnlyList<Multikey>? Authenticating => Document.Authentication is { Count: > 0 } own ? own : Document.AssertionMethod;

    /// <summary>Reads a document that was fetched at its own id, or kept since; null when it is no actor with an inbox there.</summary>
    public static RemoteActor? TryRead(ReadOnlyMemory<byte> bytes, DateTimeOffset fetchedAt) =>
        StrictJson.TryParse(bytes, out var root) is null ? TryRead(bytes, root, fetchedAt) : null;

    internal static RemoteActor? TryRead(ReadOnlyMemory<byte> bytes, JsonElement root, DateTimeOffset fetchedAt) =>
        bytes.Length <= MaxBytes && Ap.Read<Actor>(root) is { } actor && IsReachable(actor) && Ids.Fit(actor.Id) && Origin.TryParse(actor.Id, allowHttp: true, out var origin)
            ? new RemoteActor(actor, origin, bytes, WireVersion.IsKnown(root), fetchedAt) : null;

    /// <summary>True when the actor has an inbox, and no inbox of another's: who follows must not be able to have what follows sent to a third (reflection).</summary>
    internal static bool IsReachable(Actor actor) =>
        Origin.Same(actor.Inbox, actor.Id) && (actor.Endpoints?.SharedInbox is not { } shared || Origin.Same(shared, actor.Id));

    /// <summary>The key with this id for HTTP signatures; null when the actor does not list it, not in a usable form, or retired it longer ago than a request lives.</summary>
    public IVerifier? HttpKey(string keyId, DateTimeOffset now) =>
        (httpKeys.TryGetValue(keyId, out var known) ? known : ReadHttp(keyId)) is { Retired: var retired } key && IsInUse(retired, now) ? key.Verifier : null;

    /// <summary>
    /// Null when the document's only proof is by an Ed25519 key under <c>assertionMethod</c>, made before that was retired: what
    /// retired keys proved is still there. <see cref="ProofFault.WrongKey"/> when this actor lists no such key. Never throws.
    /// </summary>
    public ProofFault? FaultOfProof(JsonElement document, DateTimeOffset now) =>
        DataIntegrity.Verify(document, method => Proving(method) is { Verifier: { } key, Retired: var retired } ? (key, retired) : null, now);

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
        (list ?? []).Where(key => key.Type == "Multikey" && key.Controller == Id && IsOurs(key.Id));

    private bool IsOurs(string? keyId) => Ids.Fit(keyId) && Origin.Same(keyId, Id);

    // What was on its way when the key was changed still passes; whoever finds the old key later signs nothing with it.
    private static bool IsInUse(DateTimeOffset? retired, DateTimeOffset now) => retired is not { } end || now - end <= SignatureWindow.Width;

    private sealed record UsableKey(IVerifier? Verifier, DateTimeOffset? Retired);
}

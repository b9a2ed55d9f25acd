using System.Globalization;
using Citess.ActivityPub.Signatures;

namespace Citess.Poles.Kernel.Identity;

/// <summary>
/// This pole as others address it: its configured origin joined with what the database says it is. The only place where
/// absolute addresses of ours are made.
/// </summary>
public sealed class Pole : IDisposable
{
    public const string PoleKind = "pole";
    public const string ServerKind = "server";

    public Pole(Uri origin, NodeRecord record)
    {
        Origin = origin.GetLeftPart(UriPartial.Authority);
        Authority = origin.Authority.ToLowerInvariant();
        Scheme = origin.Scheme;
        Epoch = record.Epoch;
        Key = RecordKey.Parse(PoleKind + "/" + record.PoleId);
        ServerKey = RecordKey.Parse(ServerKind + "/" + record.ServerId);
        PoleRsa = Rsa(record, KeyOwner.Pole, Address(Key));
        PoleEd25519 = Ed25519(record, KeyOwner.Pole, Address(Key));
        ServerRsa = Rsa(record, KeyOwner.Server, Address(ServerKey));
        ServerEd25519 = Ed25519(record, KeyOwner.Server, Address(ServerKey));
        PoleSigner = new(PoleRsa, PoleEd25519);
        ServerSigner = new(ServerRsa, ServerEd25519);
        PoleKeys = PublishedKeys.Of(record, KeyOwner.Pole, Address(Key));
        ServerKeys = PublishedKeys.Of(record, KeyOwner.Server, Address(ServerKey));
    }

    /// <summary>Scheme and authority, without a slash at the end.</summary>
    public string Origin { get; }

    public string Authority { get; }

    public string Scheme { get; }

    public string Epoch { get; }

    public RecordKey Key { get; }

    public RecordKey ServerKey { get; }

    public RsaKeyPair PoleRsa { get; }

    public Ed25519KeyPair PoleEd25519 { get; }

    public RsaKeyPair ServerRsa { get; }

    public Ed25519KeyPair ServerEd25519 { get; }

    /// <summary>Signs requests for the pole, in whichever dialect the peer takes.</summary>
    public ActorSigner PoleSigner { get; }

    /// <summary>Signs requests for the server.</summary>
    public ActorSigner ServerSigner { get; }

    /// <summary>The pole's keys as its actor shows them, retired ones too.</summary>
    public PublishedKeys PoleKeys { get; }

    public PublishedKeys ServerKeys { get; }

    public string ActorAddress => Address(Key);

    public string ServerAddress => Address(ServerKey);

    /// <summary>Opaque name of the partner poles as an audience: who they are stands in no signed document.</summary>
    public string NetworkAudience => Origin + "/audience/network";

    public string Address(RecordKey key) => Origin + "/" + key;

    /// <summary>The key of an address of ours; false for any other.</summary>
    public bool TryOwn(string? address, out RecordKey key)
    {
        key = default;
        return address is not null && address.StartsWith(Origin + "/", StringComparison.Ordinal)
            && RecordKey.TryParse(address[(Origin.Length + 1)..], out key);
    }

    /// <summary>A fresh identity with new keys.</summary>
    public static NodeRecord Fresh(TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return new()
        {
            Epoch = Ulid.NewUlid(now).ToString(),
            PoleId = Ulid.NewUlid(now).ToString(),
            ServerId = Ulid.NewUlid(now).ToString(),
            Keys = [.. Enum.GetValues<KeyOwner>().SelectMany(owner => FreshKeys(owner, now))],
        };
    }

    public void Dispose()
    {
        PoleRsa.Dispose();
        PoleEd25519.Dispose();
        ServerRsa.Dispose();
        ServerEd25519.Dispose();
    }

    /// <summary>
    /// The same identity with new keys under new names. Retired Ed25519 keys stay, since what they proved is still there;
    /// of the retired RSA keys those go that are older than a request can be.
    /// </summary>
    public static NodeRecord Rotated(NodeRecord record, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return WithFreshKeys(record, now, record.Keys
            .Where(key => key.Algorithm != "rsa" || key.Retired is null || now - key.Retired < PublishedKeys.RsaOverlap)
            .Select(key => key with { Retired = key.Retired ?? now }));
    }

    /// <summary>
    /// The same when others may have the keys, and then they have the retired ones too: none is published any more. Of the
    /// Ed25519 keys the names stay here, so that none comes back.
    /// </summary>
    public static NodeRecord Revoked(NodeRecord record, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return WithFreshKeys(record, now, record.Keys
            .Where(key => key.Algorithm != "rsa")
            .Select(key => key with { Private = "", Retired = key.Retired ?? now, Revoked = key.Revoked ?? now }));
    }

    private static NodeRecord WithFreshKeys(NodeRecord record, DateTimeOffset now, IEnumerable<NodeKey> kept) => record with
    {
        Keys = [.. kept, .. Enum.GetValues<KeyOwner>().SelectMany(owner => FreshKeys(owner, now, record.Keys.Count(key => key.Owner == owner && key.Algorithm == "ed25519")))],
    };

    private static IEnumerable<NodeKey> FreshKeys(KeyOwner owner, DateTimeOffset now, int before = 0)
    {
        using var rsa = RsaKeyPair.Create("");
        using var ed25519 = Ed25519KeyPair.Create("");

        // No name comes back: others remember keys by their names.
        var suffix = before == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"-{before + 1}");
        yield return new() { Name = "main-key" + suffix, Owner = owner, Algorithm = "rsa", Private = rsa.ExportPrivatePem(), Created = now };
        yield return new() { Name = "ed25519-key" + suffix, Owner = owner, Algorithm = "ed25519", Private = ed25519.ExportPrivateMultibase(), Created = now };
    }

    private static RsaKeyPair Rsa(NodeRecord record, KeyOwner owner, string actor)
    {
        var key = Current(record, owner, "rsa");
        return RsaKeyPair.Import(actor + "#" + key.Name, key.Private);
    }

    private static Ed25519KeyPair Ed25519(NodeRecord record, KeyOwner owner, string actor)
    {
        var key = Current(record, owner, "ed25519");
        return Ed25519KeyPair.Import(actor + "#" + key.Name, key.Private);
    }

    private static NodeKey Current(NodeRecord record, KeyOwner owner, string algorithm) =>
        record.Keys.Last(key => key.Owner == owner && key.Algorithm == algorithm && key.Retired is null);
}

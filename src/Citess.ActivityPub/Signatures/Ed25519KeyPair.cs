using NSec.Cryptography;

namespace Citess.ActivityPub.Signatures;

/// <summary>An Ed25519 key of ours, for object proofs.</summary>
public sealed class Ed25519KeyPair : ISigner, IDisposable
{
    private readonly Key key;

    private Ed25519KeyPair(string keyId, Key key)
    {
        KeyId = keyId;
        this.key = key;
        PublicMultibase = Multicodec.Encode(Multicodec.Ed25519Public, key.PublicKey.Export(KeyBlobFormat.RawPublicKey));
    }

    /// <summary>The absolute address under which the public half is published.</summary>
    public string KeyId { get; }

    /// <summary>Always <see cref="KeyAlgorithm.Ed25519"/>.</summary>
    public KeyAlgorithm Algorithm => KeyAlgorithm.Ed25519;

    /// <summary>The public key as a Multikey carries it in <c>publicKeyMultibase</c>, FEP-521a.</summary>
    public string PublicMultibase { get; }

    /// <summary>A new key.</summary>
    public static Ed25519KeyPair Create(string keyId) => new(keyId, Key.Create(SignatureAlgorithm.Ed25519, Policy));

    /// <summary>The key with this seed of 32 bytes; throws <see cref="FormatException"/> when it is none.</summary>
    public static Ed25519KeyPair Import(string keyId, byte[] seed) => new(keyId, Key.Import(SignatureAlgorithm.Ed25519, seed, KeyBlobFormat.RawPrivateKey, Policy));

    /// <summary>Takes back what <see cref="ExportPrivateMultibase"/> gave; throws <see cref="FormatException"/> for anything else.</summary>
    public static Ed25519KeyPair Import(string keyId, string secretMultibase)
    {
        var decoded = Multibase.Decode(secretMultibase);
        return decoded is not null && Multicodec.TryStrip(decoded, Multicodec.Ed25519Private, out var seed)
            ? Import(keyId, seed.ToArray())
            : throw new FormatException("An Ed25519 secret is written as multibase base58btc with the multicodec prefix 0x8026.");
    }

    /// <summary>The seed as multibase, unencrypted.</summary>
    public string ExportPrivateMultibase() => Multicodec.Encode(Multicodec.Ed25519Private, key.Export(KeyBlobFormat.RawPrivateKey));

    /// <summary>The signature of 64 bytes over <paramref name="data"/>.</summary>
    public byte[] Sign(ReadOnlySpan<byte> data) => SignatureAlgorithm.Ed25519.Sign(key, data);

    /// <summary>Wipes the key; signing is over.</summary>
    public void Dispose() => key.Dispose();

    private static KeyCreationParameters Policy => new() { ExportPolicy = KeyExportPolicies.AllowPlaintextExport };
}

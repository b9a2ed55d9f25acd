using System.Security.Cryptography;
using NSec.Cryptography;

namespace Citess.ActivityPub.Signatures;

/// <summary>Public keys of others, from the two forms that actors publish.</summary>
public static class VerificationKey
{
    /// <summary>RSA keys below this size are refused: they can be broken.</summary>
    public const int MinRsaBits = 2048;

    /// <summary>RSA keys above this size are refused: each verification would cost more than the rest of a request.</summary>
    public const int MaxRsaBits = 8192;

    private const int MaxPem = 4096;

    /// <summary>The RSA key in a <c>publicKeyPem</c>, SubjectPublicKeyInfo or PKCS#1; null when it is malformed, of another kind, or outside the sizes above.</summary>
    public static IVerifier? FromPem(string keyId, string owner, string pem)
    {
        // Exactly one block and nothing around it: two readers must not find two keys.
        if (pem.Length > MaxPem || !PemEncoding.TryFind(pem, out var fields) || !pem.AsSpan().Trim().SequenceEqual(pem.AsSpan()[fields.Location]))
        {
            return null;
        }

        var der = new byte[fields.DecodedDataLength];
        if (!Convert.TryFromBase64Chars(pem.AsSpan()[fields.Base64Data], der, out var length) || length != der.Length)
        {
            return null;
        }

        return pem.AsSpan()[fields.Label] switch
        {
            "PUBLIC KEY" => Rsa(keyId, owner, der, isPkcs1: false),
            "RSA PUBLIC KEY" => Rsa(keyId, owner, der, isPkcs1: true),
            _ => null,
        };
    }

    /// <summary>The Ed25519 or RSA key in a <c>publicKeyMultibase</c>, FEP-521a; null when it is malformed, of another kind, or outside the sizes above.</summary>
    public static IVerifier? FromMultibase(string keyId, string owner, string multibase)
    {
        if (Multibase.Decode(multibase) is not { } decoded)
        {
            return null;
        }

        if (Multicodec.TryStrip(decoded, Multicodec.Ed25519Public, out var point))
        {
            return PublicKey.TryImport(SignatureAlgorithm.Ed25519, point, KeyBlobFormat.RawPublicKey, out var key)
                ? new Ed25519Verifier(keyId, owner, key!)
                : null;
        }

        return Multicodec.TryStrip(decoded, Multicodec.RsaPublic, out var der) ? Rsa(keyId, owner, der, isPkcs1: true) : null;
    }

    private static RsaVerifier? Rsa(string keyId, string owner, ReadOnlySpan<byte> der, bool isPkcs1)
    {
        using var rsa = RSA.Create();
        try
        {
            int read;
            if (isPkcs1)
            {
                rsa.ImportRSAPublicKey(der, out read);
            }
            else
            {
                rsa.ImportSubjectPublicKeyInfo(der, out read);
            }

            var key = rsa.ExportParameters(includePrivateParameters: false);
            var fits = read == der.Length && rsa.KeySize is >= MinRsaBits and <= MaxRsaBits && IsUsual(key.Exponent);
            return fits ? new RsaVerifier(keyId, owner, key) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>An exponent as long as the modulus would make each verification cost as much as a signature, and 1 would let any bytes pass.</summary>
    private static bool IsUsual(ReadOnlySpan<byte> exponent)
    {
        exponent = exponent.TrimStart((byte)0);
        return exponent.Length is > 0 and <= 4 && (exponent[^1] & 1) == 1 && !exponent.SequenceEqual((ReadOnlySpan<byte>)[1]);
    }

    private sealed class RsaVerifier : IVerifier
    {
        private readonly RsaPool pool;
        private readonly RsaVerifier other;

        public RsaVerifier(string keyId, string owner, RSAParameters key)
        {
            (KeyId, Owner, Algorithm, pool) = (keyId, owner, KeyAlgorithm.RsaSha256, new RsaPool(key));
            other = new(this);
        }

        private RsaVerifier(RsaVerifier pkcs1) =>
            (KeyId, Owner, Algorithm, pool, other) = (pkcs1.KeyId, pkcs1.Owner, KeyAlgorithm.RsaPssSha512, pkcs1.pool, pkcs1);

        public string KeyId { get; }

        public string Owner { get; }

        public KeyAlgorithm Algorithm { get; }

        public IVerifier? For(KeyAlgorithm algorithm) => algorithm == Algorithm ? this : algorithm == other.Algorithm ? other : null;

        public bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
        {
            try
            {
                return Algorithm == KeyAlgorithm.RsaSha256 ? pool.Verify(data, signature) : pool.VerifyPss(data, signature);
            }
            catch (CryptographicException)
            {
                return false;
            }
        }
    }

    private sealed class Ed25519Verifier(string keyId, string owner, PublicKey key) : IVerifier
    {
        public string KeyId => keyId;

        public string Owner => owner;

        public KeyAlgorithm Algorithm => KeyAlgorithm.Ed25519;

        public bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) => SignatureAlgorithm.Ed25519.Verify(key, data, signature);
    }
}

using System.Security.Cryptography;

namespace Citess.ActivityPub.Signatures;

/// <summary>An RSA key of ours, for peers that know draft-cavage only.</summary>
public sealed class RsaKeyPair : ISigner, IDisposable
{
    private readonly RsaPool pool;
    private readonly string privatePem;

    private RsaKeyPair(string keyId, RSA rsa)
    {
        KeyId = keyId;
        PublicPem = rsa.ExportSubjectPublicKeyInfoPem();
        privatePem = rsa.ExportPkcs8PrivateKeyPem();
        pool = new RsaPool(rsa.ExportParameters(includePrivateParameters: true));
    }

    /// <summary>The absolute address under which the public half is published.</summary>
    public string KeyId { get; }

    /// <summary>Always <see cref="KeyAlgorithm.RsaSha256"/>.</summary>
    public KeyAlgorithm Algorithm => KeyAlgorithm.RsaSha256;

    /// <summary>SubjectPublicKeyInfo in PEM, as <c>publicKeyPem</c> wants it.</summary>
    public string PublicPem { get; }

    /// <summary>A new key of 2,048 bits, the size that every known peer takes.</summary>
    public static RsaKeyPair Create(string keyId)
    {
        using var rsa = RSA.Create(2048);
        return new RsaKeyPair(keyId, rsa);
    }

    /// <summary>Takes back what <see cref="ExportPrivatePem"/> gave; throws <see cref="ArgumentException"/> or <see cref="CryptographicException"/> for anything else.</summary>
    public static RsaKeyPair Import(string keyId, string pkcs8Pem)
    {
        using var rsa = RSA.Create();
        rsa.ImportFromPem(pkcs8Pem);
        if (rsa.KeySize is < VerificationKey.MinRsaBits or > VerificationKey.MaxRsaBits)
        {
            throw new CryptographicException($"An RSA key has {VerificationKey.MinRsaBits} to {VerificationKey.MaxRsaBits} bits, this one {rsa.KeySize}.");
        }

        return new RsaKeyPair(keyId, rsa);
    }

    /// <summary>The private key as PKCS#8 in PEM, unencrypted.</summary>
    public string ExportPrivatePem() => privatePem;

    /// <summary>The RSASSA-PKCS1-v1_5 signature over the SHA-256 of <paramref name="data"/>.</summary>
    public byte[] Sign(ReadOnlySpan<byte> data) => pool.Sign(data);

    /// <summary>Frees the key; signing is over.</summary>
    public void Dispose() => pool.Dispose();
}

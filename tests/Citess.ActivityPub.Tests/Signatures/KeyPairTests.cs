using System.Security.Cryptography;
using System.Text;
using Citess.ActivityPub.Signatures;
using FsCheck;
using FsCheck.Fluent;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Security;
using Xunit;

namespace Citess.ActivityPub.Tests.Signatures;

/// <summary>Our keys against BouncyCastle, which shares no code with what we use.</summary>
public sealed class KeyPairTests
{
    private const string KeyId = "https://mahdia.example/pole/01JCZ0000000000000000000AA#main-key";

    private static readonly byte[] Message = Encoding.UTF8.GetBytes("(request-target): post /inbox");

    private static byte[] FromMultibase(string text, int prefix) => Multibase.Decode(text)![prefix..];

    [Fact]
    public void An_exported_RSA_key_signs_the_same_after_import()
    {
        using var made = RsaKeyPair.Create(KeyId);
        using var back = RsaKeyPair.Import(KeyId, made.ExportPrivatePem());
        Assert.StartsWith("-----BEGIN PRIVATE KEY-----", made.ExportPrivatePem(), StringComparison.Ordinal);
        Assert.Equal(made.PublicPem, back.PublicPem);
        Assert.Equal(made.Sign(Message), back.Sign(Message));
        Assert.Equal(256, made.Sign(Message).Length);
        Assert.Equal((KeyId, KeyAlgorithm.RsaSha256), (back.KeyId, back.Algorithm));
    }

    [Fact]
    public void An_RSA_signature_is_the_one_BouncyCastle_makes()
    {
        using var key = RsaKeyPair.Create(KeyId);
        using var rsa = RSA.Create();
        rsa.ImportFromPem(key.ExportPrivatePem());
        var signer = new RsaDigestSigner(new Sha256Digest());
        signer.Init(forSigning: true, DotNetUtilities.GetRsaKeyPair(rsa).Private);
        signer.BlockUpdate(Message, 0, Message.Length);
        Assert.Equal(signer.GenerateSignature(), key.Sign(Message));
    }

    [Fact]
    public void An_RSA_signature_is_taken_by_BouncyCastle_and_refused_over_anything_else()
    {
        using var key = RsaKeyPair.Create(KeyId);
        var spki = PublicKeyFactory.CreateKey(PemToDer(key.PublicPem));
        Assert.True(Verifies(new RsaDigestSigner(new Sha256Digest()), spki, Message, key.Sign(Message)));
        Assert.False(Verifies(new RsaDigestSigner(new Sha256Digest()), spki, [.. Message, 0], key.Sign(Message)));
    }

    [Theory]
    [InlineData(1024)]
    [InlineData(2040)]
    public void A_private_RSA_key_that_is_too_short_is_not_imported(int bits)
    {
        using var rsa = RSA.Create(bits);
        Assert.Throws<CryptographicException>(() => RsaKeyPair.Import(KeyId, rsa.ExportPkcs8PrivateKeyPem()));
    }

    [Fact]
    public void A_public_key_is_no_key_pair()
    {
        using var key = RsaKeyPair.Create(KeyId);
        Assert.ThrowsAny<CryptographicException>(() => RsaKeyPair.Import(KeyId, key.PublicPem));
        Assert.Throws<ArgumentException>(() => RsaKeyPair.Import(KeyId, "no pem"));
    }

    [Fact]
    public async Task Several_threads_sign_and_verify_with_one_key()
    {
        using var key = RsaKeyPair.Create(KeyId);
        var verifier = VerificationKey.FromPem(KeyId, "https://mahdia.example/", key.PublicPem)!;
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(() => Enumerable.Range(0, 20).All(i =>
        {
            byte[] data = [(byte)worker, (byte)i];
            return verifier.Verify(data, key.Sign(data)) && !verifier.Verify(Message, key.Sign(data));
        }))));
        Assert.All(results, Assert.True);
    }

    [Fact]
    public void A_disposed_key_signs_no_more()
    {
        var rsa = RsaKeyPair.Create(KeyId);
        rsa.Dispose();
        Assert.Throws<ObjectDisposedException>(() => rsa.Sign(Message));
        var ed25519 = Ed25519KeyPair.Create(KeyId);
        ed25519.Dispose();
        Assert.Throws<ObjectDisposedException>(() => ed25519.Sign(Message));
    }

    [Fact]
    public void The_key_pair_of_the_W3C_vectors_is_read_and_written()
    {
        using var key = Ed25519KeyPair.Import(KeyId, "z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq");
        Assert.Equal("z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2", key.PublicMultibase);
        Assert.Equal("z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq", key.ExportPrivateMultibase());
        Assert.Equal((KeyId, KeyAlgorithm.Ed25519), (key.KeyId, key.Algorithm));
    }

    [Theory]
    [InlineData("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")]
    [InlineData("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb", "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")]
    public void The_vectors_of_RFC_8032_hold(string seed, string point, string message, string signature)
    {
        using var key = Ed25519KeyPair.Import(KeyId, Convert.FromHexString(seed));
        Assert.Equal(point, Convert.ToHexStringLower(FromMultibase(key.PublicMultibase, 2)));
        Assert.Equal(signature, Convert.ToHexStringLower(key.Sign(Convert.FromHexString(message))));
        Assert.True(VerificationKey.FromMultibase(KeyId, "owner", key.PublicMultibase)!.Verify(Convert.FromHexString(message), Convert.FromHexString(signature)));
    }

    [Fact]
    public void Ed25519_agrees_with_BouncyCastle_in_both_directions() =>
        Prop.ForAll<byte[]>(message =>
        {
            using var key = Ed25519KeyPair.Create(KeyId);
            var secret = new Ed25519PrivateKeyParameters(FromMultibase(key.ExportPrivateMultibase(), 2));
            Assert.Equal(FromMultibase(key.PublicMultibase, 2), secret.GeneratePublicKey().GetEncoded());
            Assert.True(Verifies(new Ed25519Signer(), secret.GeneratePublicKey(), message, key.Sign(message)));

            var signer = new Ed25519Signer();
            signer.Init(forSigning: true, secret);
            signer.BlockUpdate(message, 0, message.Length);
            Assert.True(VerificationKey.FromMultibase(KeyId, "owner", key.PublicMultibase)!.Verify(message, signer.GenerateSignature()));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("")]
    [InlineData("z")]
    [InlineData("z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2")]
    [InlineData("3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq")]
    [InlineData("z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjx")]
    public void What_is_no_Ed25519_secret_is_not_imported(string secret) => Assert.Throws<FormatException>(() => Ed25519KeyPair.Import(KeyId, secret));

    [Fact]
    public void A_seed_has_32_bytes()
    {
        Assert.Throws<FormatException>(() => Ed25519KeyPair.Import(KeyId, new byte[31]));
        Assert.Throws<FormatException>(() => Ed25519KeyPair.Import(KeyId, new byte[33]));
    }

    private static byte[] PemToDer(string pem) => Convert.FromBase64String(pem[PemEncoding.Find(pem).Base64Data]);

    private static bool Verifies(Org.BouncyCastle.Crypto.ISigner signer, AsymmetricKeyParameter key, byte[] message, byte[] signature)
    {
        signer.Init(forSigning: false, key);
        signer.BlockUpdate(message, 0, message.Length);
        return signer.VerifySignature(signature);
    }
}

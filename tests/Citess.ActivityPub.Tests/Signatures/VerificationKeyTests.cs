using System.Formats.Asn1;
using System.Security.Cryptography;
using Citess.ActivityPub.Signatures;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Citess.ActivityPub.Tests.Signatures;

public sealed class VerificationKeyTests
{
    private const string KeyId = "https://barcelona.example/pole/01JCZ0000000000000000000BB#main-key";
    private const string Owner = "https://barcelona.example/pole/01JCZ0000000000000000000BB";
    private static readonly RsaKeyPair Rsa = RsaKeyPair.Create(KeyId);
    private static readonly byte[] Message = "Barcelona"u8.ToArray();

    private static IVerifier? Pem(string pem) => VerificationKey.FromPem(KeyId, Owner, pem);

    private static IVerifier? Multi(string text) => VerificationKey.FromMultibase(KeyId, Owner, text);

    private static bool Works(IVerifier? key) => key is not null && key.Verify(Message, Rsa.Sign(Message)) && !key.Verify("Mahdia"u8, Rsa.Sign(Message));

    /// <summary>A public key of any size in PKCS#1: a number is enough, since nobody signs with it.</summary>
    private static byte[] Public(int bits, params byte[] exponent)
    {
        var modulus = new byte[(bits + 7) / 8];
        modulus.AsSpan().Fill(0x55);
        modulus[0] = (byte)(1 << ((bits - 1) % 8));
        var der = new AsnWriter(AsnEncodingRules.DER);
        using (der.PushSequence())
        {
            der.WriteIntegerUnsigned(modulus);
            der.WriteIntegerUnsigned(exponent.Length == 0 ? [1, 0, 1] : exponent);
        }

        return der.Encode();
    }

    [Fact]
    public void A_key_says_whose_it_is()
    {
        var key = Pem(Rsa.PublicPem)!;
        Assert.Equal((KeyId, Owner, KeyAlgorithm.RsaSha256), (key.KeyId, key.Owner, key.Algorithm));
        var multikey = Multi("z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2")!;
        Assert.Equal((KeyId, Owner, KeyAlgorithm.Ed25519), (multikey.KeyId, multikey.Owner, multikey.Algorithm));
    }

    [Fact]
    public void Both_forms_of_a_public_PEM_are_taken()
    {
        using var rsa = RSA.Create();
        rsa.ImportFromPem(Rsa.PublicPem);
        Assert.True(Works(Pem(Rsa.PublicPem)));
        Assert.True(Works(Pem(rsa.ExportRSAPublicKeyPem())));
        Assert.True(Works(Pem("\n" + Rsa.PublicPem.Replace("\n", "\r\n", StringComparison.Ordinal) + "\n\n")));
    }

    [Fact]
    public void A_PEM_that_is_not_one_public_RSA_key_is_refused()
    {
        using var ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var der = Convert.FromBase64String(Rsa.PublicPem[PemEncoding.Find(Rsa.PublicPem).Base64Data]);
        Assert.All(
            [
                "",
                "no pem",
                Rsa.ExportPrivatePem(),
                ec.ExportSubjectPublicKeyInfoPem(),
                Rsa.PublicPem + "\n" + Rsa.PublicPem,
                "mallory" + Rsa.PublicPem,
                Rsa.PublicPem + "\nmallory",
                Rsa.PublicPem + new string(' ', 4096),
                Rsa.PublicPem.Replace("PUBLIC KEY", "CERTIFICATE", StringComparison.Ordinal),
                Rsa.PublicPem.Replace("PUBLIC KEY", "RSA PUBLIC KEY", StringComparison.Ordinal),
                PemEncoding.WriteString("PUBLIC KEY", der[..^1]),
                PemEncoding.WriteString("PUBLIC KEY", [.. der, 0]),
                PemEncoding.WriteString("PUBLIC KEY", new byte[40]),
                // Ed25519 in SubjectPublicKeyInfo, RFC 8410.
                PemEncoding.WriteString("PUBLIC KEY", Convert.FromHexString("302a300506032b6570032100d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")),
            ],
            pem => Assert.Null(Pem(pem)));
    }

    [Theory]
    [InlineData(1024, false)]
    [InlineData(2040, false)]
    [InlineData(2047, false)]
    [InlineData(2048, true)]
    [InlineData(4096, true)]
    [InlineData(8192, true)]
    [InlineData(8200, false)]
    public void RSA_keys_of_2048_to_8192_bits_are_taken(int bits, bool taken)
    {
        Assert.Equal(taken, Pem(PemEncoding.WriteString("RSA PUBLIC KEY", Public(bits))) is not null);
        Assert.Equal(taken, Multi(Multicodec.Encode(Multicodec.RsaPublic, Public(bits))) is not null);
    }

    [Theory]
    [InlineData(true, 3)]
    [InlineData(true, 1, 0, 1)]
    [InlineData(true, 0xff, 0xff, 0xff, 0xff)]
    [InlineData(false, 1)]
    [InlineData(false, 4)]
    [InlineData(false, 1, 0, 0, 0, 1)]
    [InlineData(false, 0x7f, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)]
    public void An_exponent_that_is_weak_or_costly_is_refused(bool taken, params int[] exponent)
    {
        var der = Public(2048, [.. exponent.Select(b => (byte)b)]);
        Assert.Equal(taken, Pem(PemEncoding.WriteString("RSA PUBLIC KEY", der)) is not null);
    }

    [Fact]
    public void The_Ed25519_vector_of_FEP_521a_holds()
    {
        const string Published = "z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK";
        var point = Convert.FromHexString("2e6fcce36701dc791488e0d0b1745cc1e33a4c1c9fcc41c63bd343dbbe0970e6");
        Assert.Equal(Published, Multicodec.Encode(Multicodec.Ed25519Public, point));
        Assert.Equal([0xed, 0x01, .. point], Multibase.Decode(Published)!);
        Assert.Equal(KeyAlgorithm.Ed25519, Multi(Published)!.Algorithm);
    }

    [Fact]
    public void The_RSA_vector_of_FEP_521a_holds()
    {
        const string Published =
            "z4MXj1wBzi9jUstyPMS4jQqB6KdJaiatPkAtVtGc6bQEQEEsKTic4G7Rou3iBf9vPmT5dbkm9qsZsuVNjq8HCuW1w24nhBFGkRE4cd2Uf2tfrB3N7h4mnyPp1BF3ZttHTYv3DLUPi1zMdkULiow3M1GfXkoC6DoxDUm1jmN6GBj22SjVsr6dxezRVQc7aj9TxE7JLbMH1wh5X3kA58H3DFW8rnYMakFGbca5CB2Jf6CnGQZmL7o5uJAdTwXfy2iiiyPxXEGerMhHwhjTA1mKYobyk2CpeEcmvynADfNZ5MBvcCS7m3XkFCMNUYBS9NQ3fze6vMSUPsNa6GVYmKx2x6JrdEjCk3qRMMmyjnjCMfR4pXbRMZa3i";
        var der = Convert.FromHexString(
            "3082010a0282010100b1b5fcd8d4d5e88ca5c4287b31f578865caf6a78826a3b8ff7b1b23aa4af4e6a0474139f945bd9d3a911ffd0fa72db78e4593a86c91f9da836186ebd3402d51f6a3844247ab5088b46929c311b43604fed84499f06f0f39bf55590e2187f1bbe229ba8f49fd2e570cd0e3733c76bfede80e1e7e0881e4538ea1bc5782be9512f8bf132526e05f4923564fe6e1e21bf7087adebb660fa533fca06d0a8e66991e1312d70b64a61da8ca77c028cdf939601e2cffe2855759b1d479f0847bcac59d7d62427a431d4e3dfd2697428b9dd6309a7b1167db99fe01af1ff1b739566fb949e47089d1dae84aef1214ef7f5773e86a0d3e9da246f9bec09d60c705891183d0203010001");
        Assert.Equal(Published, Multicodec.Encode(Multicodec.RsaPublic, der));
        Assert.Equal([0x85, 0x24, .. der], Multibase.Decode(Published)!);
        Assert.Equal(KeyAlgorithm.RsaSha256, Multi(Published)!.Algorithm);
    }

    [Fact]
    public void An_RSA_Multikey_verifies_like_its_PEM()
    {
        using var rsa = RSA.Create();
        rsa.ImportFromPem(Rsa.PublicPem);
        Assert.True(Works(Multi(Multicodec.Encode(Multicodec.RsaPublic, rsa.ExportRSAPublicKey()))));
    }

    [Fact]
    public void A_multibase_that_is_no_public_key_is_refused()
    {
        var point = Multibase.Decode("z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2")![2..];
        Assert.All(
            [
                "",
                "z",
                "z1",
                "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ0",
                "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2 ",
                "u7QEGVoYoYmQ",
                "6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2",
                Multicodec.Encode(Multicodec.Ed25519Public, point.AsSpan(1)),
                Multicodec.Encode(Multicodec.Ed25519Public, [.. point, 0]),
                Multicodec.Encode(Multicodec.Ed25519Private, point),
                // x25519 and P-256, which sign nothing here.
                Multicodec.Encode([0xec, 0x01], point),
                Multicodec.Encode([0x80, 0x24], [2, .. point]),
                Multicodec.Encode(Multicodec.RsaPublic, point),
                "z" + new string('2', 5000),
            ],
            text => Assert.Null(Multi(text)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(63)]
    [InlineData(65)]
    [InlineData(256)]
    [InlineData(5000)]
    public void A_signature_of_another_length_verifies_nothing_and_does_not_throw(int length)
    {
        using var ed25519 = Ed25519KeyPair.Create(KeyId);
        Assert.False(Multi(ed25519.PublicMultibase)!.Verify(Message, new byte[length]));
        Assert.False(Pem(Rsa.PublicPem)!.Verify(Message, new byte[length]));
    }

    [Fact]
    public void A_point_of_small_order_verifies_nothing()
    {
        // With the neutral element as key, R equal to it and S of zero satisfy the equation for every message.
        byte[] neutral = [1, .. new byte[31]];
        var key = Multi(Multicodec.Encode(Multicodec.Ed25519Public, neutral));
        Assert.False(key?.Verify(Message, [.. neutral, .. new byte[32]]) ?? false);
    }

    [Fact]
    public void A_signature_has_no_second_spelling()
    {
        using var ed25519 = Ed25519KeyPair.Create(KeyId);
        var signature = ed25519.Sign(Message);
        // S + L, the same number modulo the order of the group.
        var order = System.Numerics.BigInteger.Pow(2, 252) + System.Numerics.BigInteger.Parse("27742317777372353535851937790883648493", System.Globalization.CultureInfo.InvariantCulture);
        var other = (new System.Numerics.BigInteger(signature.AsSpan(32), isUnsigned: true) + order).ToByteArray(isUnsigned: true);
        Assert.False(Multi(ed25519.PublicMultibase)!.Verify(Message, [.. signature[..32], .. other, .. new byte[32 - other.Length]]));
        Assert.True(Multi(ed25519.PublicMultibase)!.Verify(Message, signature));
    }

    [Fact]
    public void Base58_keeps_every_byte() =>
        Prop.ForAll<byte[]>(bytes => Assert.Equal([0, .. bytes], Multibase.Decode(Multibase.Encode([0, .. bytes]))!)).QuickCheckThrowOnFailure();
}

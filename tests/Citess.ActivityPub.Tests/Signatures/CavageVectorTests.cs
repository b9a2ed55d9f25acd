using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Citess.ActivityPub.Signatures;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Security;
using Xunit;

namespace Citess.ActivityPub.Tests.Signatures;

/// <summary>
/// Appendix C of draft-cavage-http-signatures-12. Its key has 1,024 bits, which this house refuses,
/// so its verifier here is BouncyCastle's RSA behind our seam: all else is the way that every message takes.
/// </summary>
public sealed class CavageVectorTests
{
    private const string PublicPem =
        """
        -----BEGIN PUBLIC KEY-----
        MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDCFENGw33yGihy92pDjZQhl0C3
        6rPJj+CvfSC8+q28hxA161QFNUd13wuCTUcq0Qd2qsBe/2hFyc2DCJJg0h1L78+6
        Z4UMR7EOcpfdUE9Hf3m/hs+FUR45uBJeDK1HSFHD8bHKD6kv8FPGfJTotc+2xjJw
        oYi+1hqp1fIekaxsyQIDAQAB
        -----END PUBLIC KEY-----
        """;

    private const string C1 = "SjWJWbWN7i0wzBvtPl8rbASWz5xQW6mcJmn+ibttBqtifLN7Sazz6m79cNfwwb8DMJ5cou1s7uEGKKCs+FLEEaDV5lp7q25WqS+lavg7T8hc0GppauB6hbgEKTwblDHYGEtbGmtdHgVCk9SuS13F0hZ8FD0k/5OxEPXe5WozsbM=";
    private const string C2 = "qdx+H7PHHDZgy4y/Ahn9Tny9V3GP6YgBPyUXMmoxWtLbHpUnXS2mg2+SbrQDMCJypxBLSPQR2aAjn7ndmw2iicw3HMbe8VfEdKFYRqzic+efkb3nndiv/x1xSHDJWeSWkx3ButlYSuBskLu6kd9Fswtemr3lgdDEmn04swr2Os0=";
    private const string C3 = "vSdrb+dS3EceC9bcwHSo4MlyKS59iFIrhgYkz8+oVLEEzmYZZvRs8rgOp+63LEM3v+MFHB32NfpB2bEKBIvB1q52LaEUHFv120V01IL+TAD48XaERZFukWgHoBTLMhYS2Gb51gWxpeIq8knRmPnYePbF5MOkR0Zkly4zKH7s1dE=";

    private static readonly DateTimeOffset Then = DateTimeOffset.Parse("2014-01-05T21:31:40Z", CultureInfo.InvariantCulture);

    private static Request Published(string parameters, string signature) => new(
        "POST",
        "/foo?param=value&pet=dog",
        "example.com",
        """{"hello": "world"}"""u8.ToArray(),
        [
            new("Host", "example.com"),
            new("Date", "Sun, 05 Jan 2014 21:31:40 GMT"),
            new("Content-Type", "application/json"),
            new("Digest", "SHA-256=X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE="),
            new("Content-Length", "18"),
            new("Signature", $"keyId=\"Test\",algorithm=\"rsa-sha256\",{parameters}signature=\"{signature}\""),
        ],
        Then);

    [Fact]
    public void C3_all_headers_verifies()
    {
        var request = Published("headers=\"(request-target) host date content-type digest content-length\",", C3);
        Assert.Null(request.Fault(new PublishedKey()));
        Assert.Equal(SignatureFault.Mismatch, request.With("Content-Type", "application/jsom").Fault(new PublishedKey()));
        Assert.Equal(SignatureFault.Mismatch, request.With("Content-Length", "19").Fault(new PublishedKey()));
        Assert.Equal(SignatureFault.Expired, (request with { Now = Request.Noon }).Fault(new PublishedKey()));
    }

    [Fact]
    public void C2_the_basic_test_verifies_without_a_body_and_is_refused_with_one()
    {
        var request = Published("headers=\"(request-target) host date\",", C2);
        Assert.Null((request with { Body = [] }).Fault(new PublishedKey(), hasBody: false));
        Assert.Equal(SignatureFault.NotCovered, request.Fault(new PublishedKey()));
        Assert.Equal(SignatureFault.NotCovered, request.Fault(new PublishedKey(), hasBody: false));
    }

    [Fact]
    public void C1_the_default_of_nothing_but_a_date_is_a_good_signature_that_we_refuse()
    {
        Assert.True(new PublishedKey().Verify("date: Sun, 05 Jan 2014 21:31:40 GMT"u8, Convert.FromBase64String(C1)));
        Assert.Equal(SignatureFault.NothingCovered, Published("", C1).Fault(new PublishedKey()));
        Assert.Equal(SignatureFault.NotCovered, Published("headers=\"date\",", C1).Fault(new PublishedKey()));
    }

    [Fact]
    public void The_published_key_itself_is_too_short_for_us()
    {
        Assert.Null(VerificationKey.FromPem("Test", "Test", PublicPem));
        using var rsa = RSA.Create();
        rsa.ImportFromPem(PublicPem);
        Assert.Equal(1024, rsa.KeySize);
    }

    private sealed class PublishedKey : IVerifier
    {
        public string KeyId => "Test";

        public string Owner => "Test";

        public KeyAlgorithm Algorithm => KeyAlgorithm.RsaSha256;

        public bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
        {
            var rsa = new RsaDigestSigner(new Sha256Digest());
            rsa.Init(forSigning: false, PublicKeyFactory.CreateKey(Convert.FromBase64String(PublicPem[PemEncoding.Find(PublicPem).Base64Data])));
            rsa.BlockUpdate(data.ToArray(), 0, data.Length);
            return rsa.VerifySignature(signature.ToArray());
        }
    }
}

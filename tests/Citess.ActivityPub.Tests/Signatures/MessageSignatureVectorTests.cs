using System.Security.Cryptography;
using System.Text;
using Citess.ActivityPub.Signatures;
using Xunit;

namespace Citess.ActivityPub.Tests.Signatures;

/// <summary>
/// RFC 9421, appendix B. Some of its signatures cover too little for us: their bases and their arithmetic must be right all the
/// same, and then they are refused.
/// </summary>
public sealed class MessageSignatureVectorTests
{
    private static readonly DateTimeOffset Then = DateTimeOffset.FromUnixTimeSeconds(1618884473);

    private static readonly IVerifier Pss = VerificationKey.FromPem("test-key-rsa-pss", "x", PublishedSignatures.RsaPssPem)!.For(KeyAlgorithm.RsaPssSha512)!;
    private static readonly IVerifier Ed = VerificationKey.FromMultibase("test-key-ed25519", "x", Multicodec.Encode(Multicodec.Ed25519Public, Convert.FromBase64String(PublishedSignatures.Ed25519)))!;

    public static TheoryData<string> OfRequests => ["B.2.1", "B.2.3", "B.2.6"];

    [Theory]
    [MemberData(nameof(OfRequests))]
    public void The_base_is_the_published_one_and_its_signature_holds(string name)
    {
        var (published, key) = Named(name);
        var message = PublishedSignatures.Request(published);
        var text = Base(published, message);
        Assert.True(key.Verify(text, SignatureOf(published)));
        Assert.False(key.Verify([.. text, (byte)' '], SignatureOf(published)));
    }

    [Fact]
    public void B23_full_coverage_verifies_by_the_way_of_every_message_with_its_SHA_512_digest()
    {
        var message = PublishedSignatures.Request(PublishedSignatures.Full);
        Assert.Null(Verify(message, PublishedSignatures.Body, Pss, Then));
        Assert.Equal(SignatureFault.DigestMismatch, Verify(message, [.. PublishedSignatures.Body, (byte)' '], Pss, Then));
        Assert.Equal(SignatureFault.Expired, Verify(message, PublishedSignatures.Body, Pss, Then.AddHours(2)));
        Assert.Equal(SignatureFault.Mismatch, Verify(PublishedSignatures.Request(PublishedSignatures.Full, "/foo?param=Value&Pet=cat"), PublishedSignatures.Body, Pss, Then));
        Assert.Equal(SignatureFault.Mismatch, Verify(message, PublishedSignatures.Body, Pss.For(KeyAlgorithm.RsaSha256)!, Then));
    }

    [Fact]
    public void B26_verifies_without_a_body_and_a_query_and_is_refused_with_either()
    {
        var message = PublishedSignatures.Request(PublishedSignatures.EdDsa, "/foo");
        Assert.Null(Verify(message, [], Ed, Then));
        Assert.Equal(SignatureFault.NotCovered, Verify(message, PublishedSignatures.Body, Ed, Then));
        Assert.Equal(SignatureFault.NotCovered, Verify(PublishedSignatures.Request(PublishedSignatures.EdDsa), [], Ed, Then));
        Assert.Equal(SignatureFault.Mismatch, Verify(message with { Method = "PUT" }, [], Ed, Then));
        Assert.Equal(SignatureFault.Mismatch, Verify(message with { Host = "mallory.example" }, [], Ed, Then));
    }

    [Fact]
    public void B26_is_the_signature_that_our_Ed25519_makes()
    {
        using var key = Ed25519KeyPair.Import("test-key-ed25519", Convert.FromBase64String(PublishedSignatures.Ed25519Secret));
        Assert.Equal(SignatureOf(PublishedSignatures.EdDsa), key.Sign(Encoding.ASCII.GetBytes(PublishedSignatures.EdDsa.Base.ReplaceLineEndings("\n"))));
    }

    [Fact]
    public void B21_covers_nothing_and_is_refused() =>
        Assert.Equal(SignatureFault.NothingCovered, RequestSignature.TryParse(PublishedSignatures.Request(PublishedSignatures.Minimal), out _));

    [Fact]
    public void B22_holds_over_its_base_and_names_a_part_of_the_query_that_we_do_not_read()
    {
        var request = PublishedSignatures.Request(PublishedSignatures.Selective);
        var text = Base(PublishedSignatures.Selective, request with { Header = name => name == "@query-param" ? ["dog"] : request.Header(name) });
        Assert.True(Pss.Verify(text, SignatureOf(PublishedSignatures.Selective)));
        Assert.Equal(SignatureFault.Malformed, RequestSignature.TryParse(request, out _));
    }

    [Fact]
    public void B24_of_a_response_holds_over_our_base_of_it_and_is_refused_on_a_request()
    {
        Assert.True(HoldsByEcdsa(Base(PublishedSignatures.OfAResponse, PublishedSignatures.Response), PublishedSignatures.OfAResponse));
        Assert.Equal(SignatureFault.Malformed, RequestSignature.TryParse(PublishedSignatures.Request(PublishedSignatures.OfAResponse), out _));
    }

    [Fact]
    public void B3_of_a_proxy_holds_over_our_base_with_its_certificate_and_no_other_and_its_key_is_none_of_ours()
    {
        Assert.True(HoldsByEcdsa(Base(PublishedSignatures.OfAProxy, PublishedSignatures.Passed()), PublishedSignatures.OfAProxy));
        Assert.False(HoldsByEcdsa(MessageSignatures.Base(Input(PublishedSignatures.OfAProxy), PublishedSignatures.Passed(":AAAA:"))!, PublishedSignatures.OfAProxy));
        Assert.Null(VerificationKey.FromPem("test-key-ecc-p256", "x", PublishedSignatures.EccP256Pem));
        var named = PublishedSignatures.OfAProxy.Input + ";alg=\"ecdsa-p256-sha256\"";
        var message = PublishedSignatures.Passed();
        Assert.Equal(SignatureFault.UnknownAlgorithm, RequestSignature.TryParse(message with { Header = name => name == "signature-input" ? [named] : message.Header(name) }, out _));
    }

    [Fact]
    public void B25_is_of_a_shared_secret_and_refused_whatever_key_is_at_its_id()
    {
        var message = PublishedSignatures.Request(PublishedSignatures.Hmac);
        Assert.Equal(SignatureOf(PublishedSignatures.Hmac), HMACSHA256.HashData(Convert.FromBase64String(PublishedSignatures.SharedSecret), Base(PublishedSignatures.Hmac, message)));
        Assert.Null(RequestSignature.TryParse(message, out var signature));
        var key = VerificationKey.FromPem("test-shared-secret", "x", PublishedSignatures.RsaPssPem)!;
        Assert.Equal(SignatureFault.NotCovered, signature.Verify(message, PublishedSignatures.Body, hasBody: true, key, Then));
        var named = PublishedSignatures.Hmac with { Input = PublishedSignatures.Hmac.Input + ";alg=\"hmac-sha256\"" };
        Assert.Equal(SignatureFault.UnknownAlgorithm, RequestSignature.TryParse(PublishedSignatures.Request(named), out _));
    }

    [Fact]
    public void B4_holds_through_the_transformations_that_leave_the_message_the_same_and_through_no_other()
    {
        var input = new Published("", """transform=("@method" "@path" "@authority" "accept");created=1618884473;keyid="test-key-ed25519" """.Trim(), "transform=:ZT1kooQsEHpZ0I1IjCqtQppOmIqlJPeo7DHR3SoMn0s5JZ1eRGS0A+vyYP9t/LXlh5QMFFQ6cpLt2m0pmj3NDA==:");
        Assert.True(Holds("GET", "example.org", "application/json", "*/*"));
        Assert.True(Holds("GET", "example.org", "application/json, */*"));
        Assert.False(Holds("POST", "example.com", "application/json", "*/*"));
        Assert.False(Holds("GET", "example.org", "*/*", "application/json"));

        bool Holds(string method, string host, params string[] accept) =>
            Ed.Verify(MessageSignatures.Base(Input(input), new SignedMessage(method, "/demo?name1=Value1&Name2=value2", host, name => name == "accept" ? accept : []))!, SignatureOf(input));
    }

    private static (Published, IVerifier) Named(string name) => name switch
    {
        "B.2.1" => (PublishedSignatures.Minimal, Pss),
        "B.2.3" => (PublishedSignatures.Full, Pss),
        _ => (PublishedSignatures.EdDsa, Ed),
    };

    /// <summary>Our base of a message, which is the published one.</summary>
    private static byte[] Base(Published published, SignedMessage message)
    {
        var text = MessageSignatures.Base(Input(published), message);
        Assert.Equal(published.Base.ReplaceLineEndings("\n"), text is null ? null : Encoding.ASCII.GetString(text));
        return text!;
    }

    /// <summary>By .NET: no peer of ours signs so, and the gate takes none.</summary>
    private static bool HoldsByEcdsa(byte[] text, Published published)
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(PublishedSignatures.EccP256Pem);
        return key.VerifyData(text, SignatureOf(published), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    private static FieldMember Input(Published published)
    {
        Assert.True(StructuredReader.TryReadDictionary([published.Input], out var members));
        return members.Values.Single();
    }

    private static byte[] SignatureOf(Published published)
    {
        Assert.True(StructuredReader.TryReadDictionary([published.Signature], out var members));
        return members.Values.Single().Value.Bytes!;
    }

    private static SignatureFault? Verify(SignedMessage message, byte[] body, IVerifier key, DateTimeOffset now)
    {
        Assert.Null(RequestSignature.TryParse(message, out var signature));
        return signature.Verify(message, body, hasBody: body.Length > 0, key, now);
    }
}

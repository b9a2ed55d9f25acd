using System.Security.Cryptography;
using System.Text;
using Citess.ActivityPub.Signatures;
using Xunit;

namespace Citess.ActivityPub.Tests.Signatures;

public sealed class MessageSignatureTests
{
    private static readonly long Noon = Request.Noon.ToUnixTimeSeconds();

    private static string Digest(string body, string name = "sha-256") =>
        $"{name}=:{Convert.ToBase64String(name == "sha-256" ? SHA256.HashData(Encoding.UTF8.GetBytes(body)) : SHA512.HashData(Encoding.UTF8.GetBytes(body)))}:";

    [Fact]
    public void What_we_sign_verifies_with_both_kinds_of_key()
    {
        Assert.Null(Labelled.Post().LabelledFault());
        Assert.Null(Labelled.Get().LabelledFault());
        Assert.Null(Labelled.Post(Request.Mahdia).LabelledFault(Request.MahdiaKey));
        Assert.Equal($"sig1=(\"@method\" \"@target-uri\" \"content-digest\");created={Noon};keyid=\"{Labelled.EdKeyId}\";alg=\"ed25519\"", Labelled.Post()["Signature-Input"]);
    }

    [Fact]
    public void A_signature_with_any_byte_changed_is_refused()
    {
        var request = Labelled.Post();
        var signature = Convert.FromBase64String(request["Signature"]["sig1=:".Length..^1]);
        for (var i = 0; i < signature.Length; i++)
        {
            byte[] changed = [.. signature];
            changed[i] ^= 1;
            Assert.Equal(SignatureFault.Mismatch, request.With("Signature", "sig1=:" + Convert.ToBase64String(changed) + ":").LabelledFault());
        }
    }

    [Fact]
    public void A_header_of_the_signature_with_any_character_changed_is_refused()
    {
        foreach (var name in new[] { "Signature-Input", "Signature", "Content-Digest" })
        {
            var request = Labelled.Post();
            var text = request[name];
            for (var i = 0; i < text.Length; i++)
            {
                var changed = text[..i] + (text[i] == 'x' ? 'y' : 'x') + text[(i + 1)..];
                Assert.True(request.With(name, changed).LabelledFault() is not null, changed);
            }
        }
    }

    [Fact]
    public void A_body_with_any_byte_changed_is_refused()
    {
        var request = Labelled.Post();
        for (var i = 0; i < request.Body.Length; i++)
        {
            byte[] changed = [.. request.Body];
            changed[i] ^= 1;
            Assert.Equal(SignatureFault.DigestMismatch, (request with { Body = changed }).LabelledFault());
        }

        Assert.Equal(SignatureFault.DigestMismatch, (request with { Body = [] }).LabelledFault());
        Assert.Equal(SignatureFault.Mismatch, (request with { Body = "{}"u8.ToArray() }).With("Content-Digest", Digest("{}")).LabelledFault());
    }

    [Fact]
    public void Method_path_query_host_and_scheme_are_covered()
    {
        var request = Labelled.Post();
        Assert.Equal(SignatureFault.Mismatch, (request with { Target = "/inbox?shared=2" }).LabelledFault());
        Assert.Equal(SignatureFault.Mismatch, (request with { Target = "/inbox" }).LabelledFault());
        Assert.Equal(SignatureFault.Mismatch, (request with { Host = "sidi-bouzid.example" }).LabelledFault());
        Assert.Equal(SignatureFault.Mismatch, (request with { Host = "barcelona.example:8443" }).LabelledFault());
        Assert.Equal(SignatureFault.NotCovered, (Labelled.Get() with { Method = "POST", Body = "{}"u8.ToArray() }).LabelledFault());
        Assert.Equal(SignatureFault.Mismatch, (Labelled.Get() with { Method = "HEAD" }).LabelledFault());
        var message = new SignedMessage("GET", "/practice/01JCZ", "barcelona.example", Labelled.Get().Values, "http");
        Assert.Null(RequestSignature.TryParse(message, out var signature));
        Assert.Equal(SignatureFault.Mismatch, signature.Verify(message, [], hasBody: false, Labelled.EdKey, Request.Noon));
    }

    [Theory]
    [InlineData("\"@target-uri\" \"content-digest\"")]
    [InlineData("\"@method\" \"content-digest\"")]
    [InlineData("\"@method\" \"@path\" \"content-digest\"")]
    [InlineData("\"@method\" \"@authority\" \"content-digest\"")]
    [InlineData("\"@method\" \"@authority\" \"@query\" \"content-digest\"")]
    [InlineData("\"@method\" \"@target-uri\"")]
    public void A_signature_that_leaves_out_what_matters_is_refused(string components) =>
        Assert.Equal(SignatureFault.NotCovered, Signed(components).LabelledFault());

    [Theory]
    [InlineData("\"@method\" \"@target-uri\" \"content-digest\"")]
    [InlineData("\"@method\" \"@authority\" \"@path\" \"content-digest\"")]
    [InlineData("\"@method\" \"@authority\" \"@request-target\" \"content-digest\"")]
    [InlineData("\"content-digest\" \"@query\" \"@path\" \"@method\" \"host\" \"@scheme\"")]
    public void Each_way_to_cover_the_whole_address_is_taken(string components) => Assert.Null(Signed(components).LabelledFault());

    [Theory]
    [InlineData("\"@method\" \"@target-uri\" \"content-digest\" \"@method\"")]
    [InlineData("\"@method\" \"@target-uri\" \"content-digest\" \"@status\"")]
    [InlineData("\"@method\" \"@target-uri\" \"content-digest\" \"@signature-params\"")]
    [InlineData("\"@method\" \"@target-uri\" \"content-digest\" \"@query-param\";name=\"a\"")]
    [InlineData("\"@method\" \"@target-uri\" \"content-digest\";req")]
    [InlineData("\"@method\" \"@target-uri\" \"content-digest\";sf")]
    [InlineData("\"@method\" \"@target-uri\" \"Content-Digest\"")]
    [InlineData("@method \"@target-uri\" \"content-digest\"")]
    [InlineData("\"@method\" \"@target-uri\" \"content-digest\" \"a b\"")]
    [InlineData("\"@method\" \"@target-uri\" \"content-digest\" \"\"")]
    public void A_component_that_is_unknown_or_comes_twice_is_refused(string components) => Assert.Equal(SignatureFault.Malformed, Signed(components).LabelledFault());

    [Fact]
    public void A_covered_header_that_is_absent_or_holds_more_than_ASCII_is_refused()
    {
        Assert.Equal(SignatureFault.Mismatch, Signed("\"@method\" \"@target-uri\" \"content-digest\" \"accept\"").LabelledFault());
        Assert.Equal(SignatureFault.Mismatch, Signed("\"@method\" \"@target-uri\" \"content-digest\" \"accept\"").And("Accept", "x\ny").LabelledFault());
        Assert.Equal(SignatureFault.Mismatch, Signed("\"@method\" \"@target-uri\" \"content-digest\" \"accept\"").And("Accept", "é").LabelledFault());
    }

    [Theory]
    [InlineData("", SignatureFault.NoTime)]
    [InlineData(";created", SignatureFault.Malformed)]
    [InlineData(";created=\"1795435200\"", SignatureFault.Malformed)]
    [InlineData(";created=1795435200.5", SignatureFault.Malformed)]
    [InlineData(";created=-1", SignatureFault.Malformed)]
    [InlineData(";created=999999999999999", SignatureFault.Malformed)]
    public void A_signature_without_a_readable_time_is_refused(string times, SignatureFault fault) => Assert.Equal(fault, Labelled.WithTimes(times).LabelledFault());

    [Theory]
    [InlineData(60, null)]
    [InlineData(61, SignatureFault.FromTheFuture)]
    [InlineData(-3600, null)]
    [InlineData(-3601, SignatureFault.Expired)]
    public void Created_is_taken_from_an_hour_ago_to_a_minute_ahead(int offset, SignatureFault? fault) =>
        Assert.Equal(fault, Labelled.WithTimes($";created={Noon + offset}").LabelledFault());

    [Theory]
    [InlineData(0, 1, null)]
    [InlineData(0, 0, SignatureFault.Expired)]
    [InlineData(-60, -1, SignatureFault.Expired)]
    [InlineData(60, 30, SignatureFault.Expired)]
    public void What_has_expired_or_expires_before_it_was_created_is_refused(int created, int expires, SignatureFault? fault) =>
        Assert.Equal(fault, Labelled.WithTimes($";created={Noon + created};expires={Noon + expires}").LabelledFault());

    [Fact]
    public void Of_the_digests_one_that_is_known_must_be_there_and_all_that_are_known_must_hold()
    {
        var other = Digest("other", "sha-512");
        Assert.Null(WithDigest(Digest("{}", "sha-512")).LabelledFault());
        Assert.Null(WithDigest(Digest("{}") + ", " + Digest("{}", "sha-512")).LabelledFault());
        Assert.Null(WithDigest("md5=:AAEC:, " + Digest("{}")).LabelledFault());
        Assert.Equal(SignatureFault.DigestMismatch, WithDigest(Digest("{}") + ", " + other).LabelledFault());
        Assert.Equal(SignatureFault.DigestMismatch, WithDigest(other).LabelledFault());
        Assert.Equal(SignatureFault.DigestMismatch, WithDigest("sha-256=\"x\"").LabelledFault());
        Assert.Equal(SignatureFault.DigestMissing, WithDigest("md5=:AAEC:").LabelledFault());
        Assert.Equal(SignatureFault.DigestMissing, Labelled.Post().Without("Content-Digest").LabelledFault());
        Assert.Equal(SignatureFault.Malformed, WithDigest(Digest("{}") + ", " + Digest("{}")).LabelledFault());
        Assert.Equal(SignatureFault.Malformed, WithDigest("SHA-256=" + Convert.ToBase64String(SHA256.HashData("{}"u8))).LabelledFault());
    }

    [Fact]
    public void A_signature_under_one_algorithm_is_not_taken_as_another()
    {
        var request = Labelled.Post();
        Assert.Equal(SignatureFault.WrongKey, Alter(request, "alg=\"ed25519\"", "alg=\"rsa-v1_5-sha256\"").LabelledFault());
        Assert.Equal(SignatureFault.UnknownAlgorithm, Alter(request, "alg=\"ed25519\"", "alg=\"none\"").LabelledFault());
        Assert.Equal(SignatureFault.UnknownAlgorithm, Alter(request, "alg=\"ed25519\"", "alg=\"hmac-sha256\"").LabelledFault());
        Assert.Equal(SignatureFault.Malformed, Alter(request, "alg=\"ed25519\"", "alg=ed25519").LabelledFault());
        Assert.Equal(SignatureFault.WrongKey, request.LabelledFault(Request.MahdiaKey));
        Assert.Equal(SignatureFault.Mismatch, Alter(Labelled.Post(Request.Mahdia), "rsa-v1_5-sha256", "rsa-pss-sha512").LabelledFault(Request.MahdiaKey));
    }

    [Fact]
    public void Two_signatures_none_and_halves_of_one_are_refused()
    {
        var request = Labelled.Post();
        var (input, signature) = (request["Signature-Input"], request["Signature"]);
        Assert.Equal(SignatureFault.Several, request.With("Signature-Input", input + ", " + input.Replace("sig1", "sig2", StringComparison.Ordinal)).LabelledFault());
        Assert.Equal(SignatureFault.Several, request.With("Signature", signature + ", " + signature.Replace("sig1", "sig2", StringComparison.Ordinal)).LabelledFault());
        Assert.Equal(SignatureFault.Malformed, request.And("Signature-Input", input).LabelledFault());
        Assert.Equal(SignatureFault.Malformed, request.With("Signature", signature.Replace("sig1", "sig2", StringComparison.Ordinal)).LabelledFault());
        Assert.Equal(SignatureFault.Missing, request.Without("Signature").LabelledFault());
        Assert.Equal(SignatureFault.Missing, request.With("Signature-Input", "").LabelledFault());
        Assert.Equal(SignatureFault.Malformed, request.With("Signature", "sig1=::").LabelledFault());
        Assert.Equal(SignatureFault.Malformed, request.With("Signature-Input", "sig1").LabelledFault());
        Assert.Equal(SignatureFault.NothingCovered, Labelled.ByHand("", $";created={Noon};keyid=\"{Labelled.EdKeyId}\"", []).LabelledFault());
        Assert.Equal(SignatureFault.Malformed, Labelled.ByHand("\"@method\" \"@target-uri\"", $";created={Noon}", ["\"@method\": GET", "\"@target-uri\": https://barcelona.example/inbox"], "").LabelledFault());
    }

    [Fact]
    public void A_request_that_carries_both_dialects_is_refused_even_when_both_would_hold()
    {
        var cavage = Request.Post();
        var both = Labelled.Post(Request.Mahdia) with { Headers = [.. Labelled.Post(Request.Mahdia).Headers, .. cavage.Headers] };
        Assert.Null(cavage.Fault());
        Assert.Equal(SignatureFault.Malformed, both.LabelledFault(Request.MahdiaKey));
        Assert.Equal(SignatureFault.Malformed, cavage.And("Signature-Input", Labelled.Post()["Signature-Input"]).LabelledFault(Request.MahdiaKey));
    }

    private static Request Alter(Request request, string what, string into) => request.With("Signature-Input", request["Signature-Input"].Replace(what, into, StringComparison.Ordinal));

    private static Request WithDigest(string digest) => Signed("\"@method\" \"@target-uri\" \"content-digest\"", digest);

    private static Request Signed(string components, string? digest = null)
    {
        digest ??= Digest("{}");
        var lines = components.Split(' ').Where(name => name.Length > 2).Select(name => name + ": " + name.Trim('"') switch
        {
            "@method" => "POST",
            "@target-uri" => "https://barcelona.example/inbox",
            "@path" or "@request-target" => "/inbox",
            "@query" => "?",
            "@scheme" => "https",
            "@authority" or "host" => "barcelona.example",
            "content-digest" => digest,
            _ => "x",
        });
        return Labelled.ByHand(components, $";created={Noon};keyid=\"{Labelled.EdKeyId}\"", [.. lines], "{}", new KeyValuePair<string, string>("Content-Digest", digest));
    }
}

using System.Security.Cryptography;
using System.Text;
using Citess.ActivityPub.Signatures;
using Xunit;

namespace Citess.ActivityPub.Tests.Signatures;

public sealed class CavageVerifyTests
{
    private static readonly KeyValuePair<string, string> Date = new("Date", "Mon, 23 Nov 2026 12:00:00 GMT");
    private static readonly long Noon = Request.Noon.ToUnixTimeSeconds();

    private static string Digest(string body) => "SHA-256=" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(body)));

    private static Request WithTimes(string created, string? expires = null, bool coverExpires = false) => Request.ByHand(
        $"algorithm=\"hs2019\",created={created}{(expires is null ? "" : $",expires={expires}")},headers=\"(request-target) (created){(coverExpires ? " (expires)" : "")} host\"",
        ["(request-target): get /inbox", $"(created): {created}", .. coverExpires ? [$"(expires): {expires}"] : Array.Empty<string>(), "host: barcelona.example"]);

    [Fact]
    public void What_we_sign_verifies()
    {
        Assert.Null(Request.Post().Fault());
        Assert.Null(Request.Get().Fault());
    }

    [Fact]
    public void A_signature_with_any_byte_changed_is_refused()
    {
        var request = Request.Post();
        var text = request["Signature"];
        var start = text.IndexOf(",signature=\"", StringComparison.Ordinal) + ",signature=\"".Length;
        var signature = Convert.FromBase64String(text[start..^1]);
        for (var i = 0; i < signature.Length; i++)
        {
            byte[] changed = [.. signature];
            changed[i] ^= 1;
            Assert.Equal(SignatureFault.Mismatch, request.With("Signature", text[..start] + Convert.ToBase64String(changed) + "\"").Fault());
        }
    }

    [Fact]
    public void A_signature_header_with_any_character_of_a_value_changed_is_refused()
    {
        var request = Request.Post();
        var text = request["Signature"];
        var isValue = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"')
            {
                isValue = !isValue;
            }
            else if (isValue)
            {
                var changed = text[..i] + (text[i] == 'x' ? 'y' : 'x') + text[(i + 1)..];
                Assert.True(request.With("Signature", changed).Fault() is not null, changed);
            }
        }
    }

    [Fact]
    public void A_body_with_any_byte_changed_is_refused()
    {
        var request = Request.Post();
        for (var i = 0; i < request.Body.Length; i++)
        {
            byte[] changed = [.. request.Body];
            changed[i] ^= 1;
            Assert.Equal(SignatureFault.DigestMismatch, (request with { Body = changed }).Fault());
        }

        Assert.Equal(SignatureFault.DigestMismatch, (request with { Body = [.. request.Body, (byte)' '] }).Fault());
        Assert.Equal(SignatureFault.DigestMismatch, (request with { Body = request.Body[..^1] }).Fault());
        Assert.Equal(SignatureFault.DigestMismatch, (request with { Body = [] }).Fault());
    }

    [Fact]
    public void A_body_and_its_digest_changed_together_are_refused()
    {
        const string Altered = """{"type":"Delete"}""";
        var request = Request.Post().With("Digest", Digest(Altered)) with { Body = Encoding.UTF8.GetBytes(Altered) };
        Assert.Equal(SignatureFault.Mismatch, request.Fault());
    }

    [Fact]
    public void Each_covered_header_changed_is_refused()
    {
        var request = Request.Post();
        Assert.Equal(SignatureFault.Mismatch, (request with { Target = "/inbox?shared=2" }).Fault());
        Assert.Equal(SignatureFault.Mismatch, (request with { Target = "/inbox" }).Fault());
        Assert.Equal(SignatureFault.Mismatch, (request with { Target = "/INBOX?shared=1" }).Fault());
        Assert.Equal(SignatureFault.Mismatch, (request with { Method = "PUT" }).Fault(hasBody: true));
        Assert.Equal(SignatureFault.Mismatch, (request with { Host = "sidi-bouzid.example" }).Fault());
        Assert.Equal(SignatureFault.Mismatch, (request with { Host = "barcelona.example:8443" }).Fault());
        Assert.Equal(SignatureFault.Mismatch, request.With("Date", "Mon, 23 Nov 2026 12:00:01 GMT").Fault());
        Assert.Equal(SignatureFault.Mismatch, request.With("Digest", request["Digest"].Replace("SHA-256", "sha-256", StringComparison.Ordinal)).Fault());
    }

    [Fact]
    public void The_host_is_the_configured_one_whatever_the_request_says() =>
        Assert.Null(Request.Post().With("Host", "mallory.example").Fault());

    [Theory]
    [InlineData("host date digest")]
    [InlineData("(request-target) date digest")]
    [InlineData("(request-target) host date")]
    [InlineData("content-type")]
    public void A_signature_that_leaves_out_what_matters_is_refused(string covered)
    {
        string[] names = covered.Split(' ');
        var request = Request.ByHand(
            $"headers=\"{covered}\"",
            [.. names.Select(n => n switch
            {
                "(request-target)" => "(request-target): post /inbox",
                "host" => "host: barcelona.example",
                "date" => "date: " + Date.Value,
                "digest" => "digest: " + Digest("{}"),
                _ => n + ": x",
            })],
            "{}",
            null,
            Date,
            new("Digest", Digest("{}")),
            new("Content-Type", "x"));
        Assert.Equal(SignatureFault.NotCovered, request.Fault());
    }

    [Fact]
    public void A_signature_without_a_time_is_refused() =>
        Assert.Equal(SignatureFault.NoTime, Request.ByHand("headers=\"(request-target) host\"", ["(request-target): get /inbox", "host: barcelona.example"], "", null, Date).Fault());

    [Theory]
    [InlineData("")]
    [InlineData("now")]
    [InlineData("2026-11-23T12:00:00Z")]
    [InlineData("Sun, 23 Nov 2026 12:00:00 GMT")]
    [InlineData("Mon, 23 Nov 2026 12:00:00 +0100")]
    public void A_date_that_cannot_be_read_is_no_time(string date)
    {
        var request = Request.ByHand("headers=\"(request-target) host date\"", ["(request-target): get /inbox", "host: barcelona.example", "date: " + date], "", null, new KeyValuePair<string, string>("Date", date));
        Assert.Equal(SignatureFault.NoTime, request.Fault());
    }

    [Fact]
    public void A_date_that_is_absent_or_given_twice_is_no_time()
    {
        Assert.Equal(SignatureFault.NoTime, Request.Post().Without("Date").Fault());
        Assert.Equal(SignatureFault.NoTime, Request.Post().And("Date", Date.Value).Fault());
    }

    [Theory]
    [InlineData(-3600, null)]
    [InlineData(-3601, SignatureFault.FromTheFuture)]
    [InlineData(3600, null)]
    [InlineData(3601, SignatureFault.Expired)]
    public void A_date_is_taken_within_an_hour_of_now(int secondsLater, SignatureFault? fault) =>
        Assert.Equal(fault, Request.Post().Later(TimeSpan.FromSeconds(secondsLater)).Fault());

    [Theory]
    [InlineData(60, null)]
    [InlineData(61, SignatureFault.FromTheFuture)]
    [InlineData(-3600, null)]
    [InlineData(-3601, SignatureFault.Expired)]
    public void Created_is_taken_from_an_hour_ago_to_a_minute_ahead(int offset, SignatureFault? fault) =>
        Assert.Equal(fault, WithTimes($"{Noon + offset}").Fault());

    [Theory]
    [InlineData(0, 1, null)]
    [InlineData(0, 0, SignatureFault.Expired)]
    [InlineData(-60, -1, SignatureFault.Expired)]
    [InlineData(60, 30, SignatureFault.Expired)]
    public void What_has_expired_or_expires_before_it_was_created_is_refused(int created, int expires, SignatureFault? fault)
    {
        Assert.Equal(fault, WithTimes($"{Noon + created}", $"{Noon + expires}").Fault());
        Assert.Equal(fault, WithTimes($"{Noon + created}", $"{Noon + expires}", coverExpires: true).Fault());
    }

    [Fact]
    public void Times_that_are_covered_cannot_be_changed()
    {
        var request = WithTimes($"{Noon}", $"{Noon + 300}", coverExpires: true);
        Assert.Null(request.Fault());
        Assert.Equal(SignatureFault.Mismatch, request.With("Signature", request["Signature"].Replace($"{Noon + 300}", $"{Noon + 301}", StringComparison.Ordinal)).Fault());
        Assert.Equal(SignatureFault.Mismatch, request.With("Signature", request["Signature"].Replace($"created={Noon}", $"created={Noon + 1}", StringComparison.Ordinal)).Fault());
    }

    [Fact]
    public void A_digest_is_due_once_and_in_SHA_256()
    {
        var request = Request.Post();
        var sha512 = "SHA-512=" + Convert.ToBase64String(SHA512.HashData(request.Body));
        Assert.Equal(SignatureFault.DigestMissing, request.Without("Digest").Fault());
        Assert.Equal(SignatureFault.DigestMissing, request.With("Digest", sha512).Fault());
        Assert.Equal(SignatureFault.DigestMissing, request.With("Digest", "mallory").Fault());
        Assert.Equal(SignatureFault.Several, request.And("Digest", Digest("other")).Fault());
        Assert.Equal(SignatureFault.Several, request.And("Digest", request["Digest"]).Fault());
        Assert.Equal(SignatureFault.Several, request.With("Digest", request["Digest"] + ", sha-256=AAAA").Fault());
        Assert.Equal(SignatureFault.DigestMismatch, request.With("Digest", "SHA-256=junk*").Fault());
        Assert.Equal(SignatureFault.DigestMismatch, request.With("Digest", "SHA-256=").Fault());
        Assert.Equal(SignatureFault.DigestMismatch, request.With("Digest", request["Digest"][..^1]).Fault());
    }

    [Theory]
    [InlineData("sha-256")]
    [InlineData("Sha-256")]
    [InlineData("SHA-512=AAAA,SHA-256")]
    public void The_name_of_the_digest_has_no_case_and_may_have_company(string name)
    {
        var digest = name + Digest("{}")["SHA-256".Length..];
        var request = Request.ByHand(
            "algorithm=\"rsa-sha256\",headers=\"(request-target) host date digest\"",
            ["(request-target): post /inbox", "host: barcelona.example", "date: " + Date.Value, "digest: " + digest],
            "{}",
            null,
            Date,
            new("digest", digest));
        Assert.Null(request.Fault());
    }

    [Fact]
    public void A_digest_that_is_covered_must_fit_even_where_none_is_due()
    {
        var lines = new[] { "(request-target): get /inbox", "host: barcelona.example", "date: " + Date.Value, "digest: " + Digest("x") };
        Assert.Equal(SignatureFault.DigestMismatch, Request.ByHand("headers=\"(request-target) host date digest\"", lines, "", null, Date, new("Digest", Digest("x"))).Fault());
    }

    [Fact]
    public void Headers_given_several_times_are_joined_and_one_that_is_empty_counts()
    {
        string[] lines = ["(request-target): get /inbox", "host: barcelona.example", "date: " + Date.Value, "accept: a, b", "x-empty: "];
        var request = Request.ByHand("headers=\"(request-target) host date accept x-empty\"", lines, "", null, Date, new("Accept", " a "), new("Accept", "b"), new("X-Empty", ""));
        Assert.Null(request.Fault());
        Assert.Equal(SignatureFault.Mismatch, request.Without("X-Empty").Fault());
        Assert.Equal(SignatureFault.Mismatch, request.And("Accept", "c").Fault());
    }

    [Fact]
    public void A_header_value_cannot_spell_a_second_line()
    {
        string[] lines = ["(request-target): get /inbox", "host: barcelona.example", "date: " + Date.Value, "x-a: 1\nx-b: 2"];
        Assert.Equal(SignatureFault.Mismatch, Request.ByHand("headers=\"(request-target) host date x-a\"", lines, "", null, Date, new("X-A", "1\nx-b: 2")).Fault());
    }

    [Fact]
    public void The_key_must_be_the_one_named_and_fit_the_algorithm()
    {
        using var mallory = RsaKeyPair.Create("https://mallory.example/#key");
        using var ed25519 = Ed25519KeyPair.Create(Request.KeyId);
        var request = Request.Post();
        Assert.Equal(SignatureFault.WrongKey, request.Fault(VerificationKey.FromPem(mallory.KeyId, Request.Owner, mallory.PublicPem)));
        Assert.Equal(SignatureFault.Mismatch, request.Fault(VerificationKey.FromPem(Request.KeyId, Request.Owner, mallory.PublicPem)));
        Assert.Equal(SignatureFault.WrongKey, request.Fault(VerificationKey.FromMultibase(Request.KeyId, Request.Owner, ed25519.PublicMultibase)));
        Assert.Equal(SignatureFault.WrongKey, request.Fault(VerificationKey.FromPem(Request.KeyId.ToUpperInvariant(), Request.Owner, Request.Mahdia.PublicPem)));
    }

    [Theory]
    [InlineData("algorithm=\"hs2019\",")]
    [InlineData("")]
    public void Without_the_name_of_an_older_algorithm_the_key_decides(string algorithm)
    {
        using var ed25519 = Ed25519KeyPair.Create(Request.KeyId);
        string[] lines = ["(request-target): get /inbox", "host: barcelona.example", "date: " + Date.Value];
        var parameters = algorithm + "headers=\"(request-target) host date\"";
        Assert.Null(Request.ByHand(parameters, lines, "", ed25519, Date).Fault(VerificationKey.FromMultibase(Request.KeyId, Request.Owner, ed25519.PublicMultibase)));
        Assert.Null(Request.ByHand(parameters, lines, "", null, Date).Fault());
    }
}

using System.Security.Cryptography;
using System.Text;
using Citess.ActivityPub.Signatures;
using Xunit;

namespace Citess.ActivityPub.Tests.Signatures;

public sealed class CavageSignTests
{
    private static Dictionary<string, string> Sign(string method, string target, string body) =>
        Cavage.Sign(Request.Mahdia, method, new Uri(target), Encoding.UTF8.GetBytes(body), Request.Noon).ToDictionary(StringComparer.Ordinal);

    [Fact]
    public void The_signed_text_is_the_one_of_the_draft()
    {
        var headers = Sign("POST", "https://barcelona.example/inbox?a=1&b=%D8%A8", "{}");
        Assert.Equal(["Host", "Date", "Digest", "Signature"], headers.Keys);
        Assert.Equal("barcelona.example", headers["Host"]);
        Assert.Equal("Mon, 23 Nov 2026 12:00:00 GMT", headers["Date"]);
        Assert.Equal("SHA-256=RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=", headers["Digest"]);

        var text = "(request-target): post /inbox?a=1&b=%D8%A8\nhost: barcelona.example\ndate: Mon, 23 Nov 2026 12:00:00 GMT\ndigest: " + headers["Digest"];
        const string Start = $"keyId=\"{Request.KeyId}\",algorithm=\"rsa-sha256\",headers=\"(request-target) host date digest\",signature=\"";
        Assert.StartsWith(Start, headers["Signature"], StringComparison.Ordinal);
        using var rsa = RSA.Create();
        rsa.ImportFromPem(Request.Mahdia.PublicPem);
        Assert.True(rsa.VerifyData(Encoding.UTF8.GetBytes(text), Convert.FromBase64String(headers["Signature"][Start.Length..^1]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    [Theory]
    [InlineData("GET", false)]
    [InlineData("get", false)]
    [InlineData("HEAD", false)]
    [InlineData("POST", true)]
    [InlineData("DELETE", true)]
    public void Only_GET_and_HEAD_go_without_a_digest(string method, bool hasDigest)
    {
        var headers = Sign(method, "https://barcelona.example/inbox", "");
        Assert.Equal(hasDigest, headers.ContainsKey("Digest"));
        Assert.Equal(hasDigest, headers["Signature"].Contains("headers=\"(request-target) host date digest\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://Barcelona.EXAMPLE/x", "barcelona.example")]
    [InlineData("https://barcelona.example:443/x", "barcelona.example")]
    [InlineData("https://barcelona.example:8443/x", "barcelona.example:8443")]
    [InlineData("http://localhost:5101/x", "localhost:5101")]
    [InlineData("https://xn--mgba.example/x", "xn--mgba.example")]
    [InlineData("https://café.example/x", "xn--caf-dma.example")]
    [InlineData("https://[2001:db8::1]:8443/x", "[2001:db8::1]:8443")]
    public void The_host_is_the_authority_in_lower_case_with_its_port_unless_that_is_the_default(string target, string host) =>
        Assert.Equal(host, Sign("GET", target, "")["Host"]);

    [Fact]
    public void A_fragment_is_never_signed_nor_sent()
    {
        var headers = Cavage.Sign(Request.Mahdia, "GET", new Uri("https://barcelona.example/practice/01JCZ#part"), [], Request.Noon);
        Assert.Null((Request.Get() with { Headers = headers }).Fault());
    }

    [Fact]
    public void A_key_that_is_not_RSA_does_not_sign_in_this_dialect()
    {
        using var key = Ed25519KeyPair.Create(Request.KeyId);
        Assert.Throws<ArgumentException>(() => Cavage.Sign(key, "GET", new Uri("https://barcelona.example/"), [], Request.Noon));
    }
}

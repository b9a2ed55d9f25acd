using Citess.ActivityPub.Signatures;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Citess.ActivityPub.Tests.Signatures;

public sealed class CavageParseTests
{
    private const string Good = "keyId=\"https://mahdia.example/#key\",algorithm=\"rsa-sha256\",headers=\"(request-target) host date\",signature=\"AAEC\"";

    private static SignatureFault? Fault(params string[] values) => Cavage.TryParse(values, out _);

    [Fact]
    public void A_header_is_read_into_its_parts()
    {
        Assert.Null(Cavage.TryParse([Good], out var header));
        Assert.Equal("https://mahdia.example/#key", header.KeyId);
        Assert.Equal("rsa-sha256", header.Algorithm);
        Assert.Equal(["(request-target)", "host", "date"], header.Covered);
        Assert.Equal([0, 1, 2], header.Signature);
        Assert.Null(header.Created);
        Assert.Null(header.Expires);
    }

    [Theory]
    [InlineData("created=1402170695,expires=1402170699.25")]
    [InlineData("created=\"1402170695\", expires=\"1402170699\"")]
    public void Times_are_read_with_and_without_quotation_marks(string times)
    {
        Assert.Null(Cavage.TryParse([$"keyId=\"k\",algorithm=\"hs2019\",{times},headers=\"(request-target) (created) (expires) host\",signature=\"AAEC\""], out var header));
        Assert.Equal(1402170695, header.Created);
        Assert.Equal(1402170699, header.Expires);
        Assert.Equal("hs2019", header.Algorithm);
    }

    [Theory]
    [InlineData("keyId=\"k\",headers=\"host\",signature=\"AAEC\"", "")]
    [InlineData("keyId=\"k\",algorithm=\"hs2019\",headers=\"host\",signature=\"AAEC\"", "hs2019")]
    [InlineData("keyId=\"k\" , algorithm=hs2019 ,\theaders=\"Host\", signature=\"AAEC\"", "hs2019")]
    [InlineData("signature=\"AAEC\",headers=\"host\",keyId=\"k\",opaque=\"x\",other=1", "")]
    public void Order_space_and_unknown_parameters_do_not_matter(string value, string algorithm)
    {
        Assert.Null(Cavage.TryParse([value], out var header));
        Assert.Equal(algorithm, header.Algorithm);
        Assert.Equal(["host"], header.Covered);
    }

    [Fact]
    public void No_header_or_an_empty_one_is_a_missing_signature()
    {
        Assert.Equal(SignatureFault.Missing, Fault());
        Assert.Equal(SignatureFault.Missing, Fault(""));
        Assert.Equal(SignatureFault.Missing, Fault("  "));
    }

    [Fact]
    public void Two_headers_are_refused_even_when_they_are_the_same()
    {
        Assert.Equal(SignatureFault.Several, Fault(Good, Good));
        Assert.Equal(SignatureFault.Several, Fault(Good, ""));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("")]
    [InlineData("hmac-sha256")]
    [InlineData("rsa-sha1")]
    [InlineData("rsa-sha512")]
    [InlineData("ecdsa-sha256")]
    [InlineData("RSA-SHA256")]
    [InlineData("rsa-sha256 ")]
    public void An_algorithm_that_is_not_known_is_refused(string algorithm) =>
        Assert.Equal(SignatureFault.UnknownAlgorithm, Fault(Good.Replace("rsa-sha256", algorithm, StringComparison.Ordinal)));

    [Theory]
    [InlineData("keyId=\"k\",algorithm=\"hs2019\",signature=\"AAEC\"")]
    [InlineData("keyId=\"k\",headers=\"\",signature=\"AAEC\"")]
    [InlineData("keyId=\"k\",headers=\"  \",signature=\"AAEC\"")]
    public void A_signature_that_covers_nothing_is_refused(string value) => Assert.Equal(SignatureFault.NothingCovered, Fault(value));

    [Theory]
    [InlineData("mallory")]
    [InlineData("=\"k\"")]
    [InlineData("headers=\"host\",signature=\"AAEC\"")]
    [InlineData("keyId=\"\",headers=\"host\",signature=\"AAEC\"")]
    [InlineData("keyId=\"k\",headers=\"host\"")]
    [InlineData("keyId=\"k\",headers=\"host\",signature=\"\"")]
    [InlineData("keyId=\"k\",headers=\"host\",signature=\"*AEC\"")]
    [InlineData("keyId=\"k\",headers=\"host\",signature=\"AAE\"")]
    [InlineData("keyId=\"k\",headers=\"host\",signature=\"AAEC AAEC\"")]
    [InlineData("keyId=\"k\",headers=\"host\",signature=\"AAF=\"")]
    [InlineData("keyId=\"k\",headers=\"host\",signature=\"AA-_\"")]
    [InlineData("keyId=\"k\",headers=\"host\",signature=\"AAEC\",")]
    [InlineData(",keyId=\"k\",headers=\"host\",signature=\"AAEC\"")]
    [InlineData("keyId=\"k\" headers=\"host\" signature=\"AAEC\"")]
    [InlineData("keyId=\"k\"x,headers=\"host\",signature=\"AAEC\"")]
    [InlineData("keyId=,headers=\"host\",signature=\"AAEC\"")]
    [InlineData("keyId=k\",headers=\"host\",signature=\"AAEC\"")]
    [InlineData("keyId=\"k,headers=\"host\",signature=\"AAEC\"")]
    [InlineData("keyId=\"k\\\"\",headers=\"host\",signature=\"AAEC\"")]
    [InlineData("keyId=\"k\",headers=\"host\",signature=\"AAEC")]
    [InlineData("key Id=\"k\",headers=\"host\",signature=\"AAEC\"")]
    [InlineData("keyId=\"k\",keyId=\"k\",headers=\"host\",signature=\"AAEC\"")]
    [InlineData("keyId=\"k\",KEYID=\"m\",headers=\"host\",signature=\"AAEC\"")]
    [InlineData("keyId=\"k\",headers=\"host\",signature=\"AAEC\",signature=\"AAED\"")]
    [InlineData("keyId=\"k\",headers=\"host\",headers=\"date\",signature=\"AAEC\"")]
    [InlineData("keyId=\"k\",headers=\"host host\",signature=\"AAEC\"")]
    [InlineData("keyId=\"k\",headers=\"host Host\",signature=\"AAEC\"")]
    [InlineData("keyId=\"k\",headers=\"(unknown)\",signature=\"AAEC\"")]
    [InlineData("keyId=\"k\",headers=\"host,date\",signature=\"AAEC\"")]
    [InlineData("keyId=\"k\",headers=\"host: date\",signature=\"AAEC\"")]
    [InlineData("keyId=\"k\",headers=\"(created)\",signature=\"AAEC\"")]
    [InlineData("keyId=\"k\",headers=\"(expires)\",created=1,signature=\"AAEC\"")]
    [InlineData("keyId=\"k\",algorithm=\"rsa-sha256\",headers=\"(created)\",created=1,signature=\"AAEC\"")]
    [InlineData("keyId=\"k\",algorithm=\"rsa-sha256\",headers=\"(expires)\",expires=1,signature=\"AAEC\"")]
    [InlineData("keyId=\"k\",headers=\"host\",created=now,signature=\"AAEC\"")]
    [InlineData("keyId=\"k\",headers=\"host\",created=-1,signature=\"AAEC\"")]
    [InlineData("keyId=\"k\",headers=\"host\",created=1e9,signature=\"AAEC\"")]
    [InlineData("keyId=\"k\",headers=\"host\",created=999999999999999999999999999999999,signature=\"AAEC\"")]
    [InlineData("keyId=\"k\",headers=\"host\",expires=253402300800,signature=\"AAEC\"")]
    [InlineData("keyId=\"k\",headers=\"host\",expires=,signature=\"AAEC\"")]
    [InlineData("sig1=:AAEC:")]
    public void What_does_not_follow_the_grammar_is_refused(string value) => Assert.Equal(SignatureFault.Malformed, Fault(value));

    [Fact]
    public void A_header_of_8192_characters_is_read_and_a_longer_one_is_not()
    {
        var padding = 8192 - Good.Length - ",opaque=\"\"".Length;
        Assert.Null(Fault(Good + ",opaque=\"" + new string('x', padding) + "\""));
        Assert.Equal(SignatureFault.Malformed, Fault(Good + ",opaque=\"" + new string('x', padding + 1) + "\""));
    }

    [Fact]
    public void No_text_makes_it_throw() =>
        Prop.ForAll<string>(text =>
        {
            var fault = Cavage.TryParse([text ?? ""], out var header);
            Assert.Equal(fault is null, header is not null);
            Cavage.TryParse([Good[..(Good.Length - (Math.Abs((text ?? "").Length) % Good.Length))] + text], out _);
        }).QuickCheckThrowOnFailure();
}

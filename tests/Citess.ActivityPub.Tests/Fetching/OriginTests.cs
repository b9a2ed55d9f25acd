using Citess.ActivityPub.Fetching;
using Xunit;

namespace Citess.ActivityPub.Tests.Fetching;

public sealed class OriginTests
{
    [Theory]
    [InlineData("https://barcelona.example/pole", "barcelona.example")]
    [InlineData("https://BARCELONA.Example/pole", "barcelona.example")]
    [InlineData("HTTPS://barcelona.example", "barcelona.example")]
    [InlineData("https://barcelona.example./pole", "barcelona.example")]
    [InlineData("https://barcelona.example:443/pole", "barcelona.example")]
    [InlineData("https://barcelona.example:8443?author=1", "barcelona.example:8443")]
    [InlineData("http://localhost:5103/", "localhost:5103")]
    [InlineData("http://mahdia.example:80/", "mahdia.example")]
    [InlineData("https://xn--bcher-kva.example/", "xn--bcher-kva.example")]
    [InlineData("https://bücher.example/", "xn--bcher-kva.example")]
    [InlineData("https://BÜCHER.example/", "xn--bcher-kva.example")]
    [InlineData("https://المهدية.example/", "xn--mgber7ffmw.example")]
    [InlineData("https://192.0.2.7/", "192.0.2.7")]
    [InlineData("https://[2001:DB8:0::1]/", "[2001:db8::1]")]
    public void Each_honest_spelling_has_one_normal_form(string url, string authority)
    {
        Assert.True(Origin.TryParse(url, allowHttp: true, out var origin));
        Assert.Equal(authority, origin.Authority);
    }

    [Theory]
    [InlineData("")]
    [InlineData("barcelona.example")]
    [InlineData("ftp://barcelona.example/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https:barcelona.example")]
    [InlineData("https:///pole")]
    [InlineData("https://")]
    [InlineData("https://barce_lona.example/")]
    [InlineData("https://barcelona.example..")]
    [InlineData("https://.barcelona.example/")]
    [InlineData("https://barcelona..example/")]
    [InlineData("https://barcelona.example@mallory.example/")]
    [InlineData("https://amira:secret@barcelona.example/")]
    [InlineData("https://@barcelona.example/")]
    [InlineData("https://barcelona.example\\@mallory.example/")]
    [InlineData("https://barcelona.example\\.mallory.example/")]
    [InlineData("https://barce\u200blona.example/")]
    [InlineData("https://barce\u200dlona.example/")]
    [InlineData("https://barce\u00adlona.example/")]
    [InlineData("https://\ufeffbarcelona.example/")]
    [InlineData("https://barcelona\uff0eexample/")]
    [InlineData("https://barcelona\u3002example/")]
    [InlineData("https://barcelona\uff61example/")]
    [InlineData("https://barcelona.example:0/")]
    [InlineData("https://barcelona.example:/")]
    [InlineData("https://barcelona.example:70000/")]
    [InlineData("https://barcelona.example:0443/")]
    [InlineData("https://barcelona.example:443:443/")]
    [InlineData("https://barcelona.example:+443/")]
    [InlineData("https://barcelona%2eexample/")]
    [InlineData("https://barcelona example/")]
    [InlineData(" https://barcelona.example/")]
    [InlineData("https://barcelona.example/\tpole")]
    [InlineData("https://-barcelona.example/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://0x7f000001/")]
    [InlineData("https://0x7f.0.0.1/")]
    [InlineData("https://0177.0.0.1/")]
    [InlineData("https://127.1/")]
    [InlineData("https://127.0.1/")]
    [InlineData("https://127.0.0.1.1/")]
    [InlineData("https://127.0.0.01/")]
    [InlineData("https://١٢٧.0.0.1/")]
    [InlineData("https://[::1/")]
    [InlineData("https://[fe80::1%25eth0]/")]
    [InlineData("https://[127.0.0.1]/")]
    [InlineData("https://::1/")]
    public void Each_spelling_that_hides_a_host_is_refused(string url) => Assert.False(Origin.TryParse(url, allowHttp: true, out _));

    [Fact]
    public void Http_is_refused_unless_it_is_allowed()
    {
        Assert.False(Origin.TryParse("http://mahdia.example/", allowHttp: false, out _));
        Assert.True(Origin.TryParse("http://mahdia.example/", allowHttp: true, out _));
    }

    [Fact]
    public void A_very_long_address_is_refused() => Assert.False(Origin.TryParse("https://barcelona.example/" + new string('a', 5000), allowHttp: false, out _));

    [Theory]
    [InlineData("https://barcelona.example/a", "https://BARCELONA.example.:443/b", true)]
    [InlineData("https://barcelona.example/", "https://barcelona.example:8443/", false)]
    [InlineData("https://barcelona.example/", "http://barcelona.example/", false)]
    [InlineData("https://barcelona.example/", "https://barcelona.example.mallory.example/", false)]
    [InlineData("https://barcelona.example/", "https://sub.barcelona.example/", false)]
    [InlineData("nonsense", "nonsense", false)]
    [InlineData(null, null, false)]
    public void Two_addresses_share_an_origin_only_by_scheme_host_and_port(string? one, string? other, bool same) => Assert.Equal(same, Origin.Same(one, other));

    [Theory]
    [InlineData("https://barcelona.example/pole#main-key", "https://Barcelona.example/pole", true)]
    [InlineData("https://barcelona.example", "https://barcelona.example/", true)]
    [InlineData("https://barcelona.example/pole", "https://barcelona.example/pole/", false)]
    [InlineData("https://barcelona.example/?author=1", "https://barcelona.example/?author=2", false)]
    [InlineData("https://barcelona.example/Pole", "https://barcelona.example/pole", false)]
    public void Two_addresses_name_one_document_but_for_host_spelling_and_fragment(string one, string other, bool same) => Assert.Equal(same, Origin.SameDocument(one, other));
}

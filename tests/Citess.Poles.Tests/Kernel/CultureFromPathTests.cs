using System.Globalization;
using Citess.Poles.Kernel.Culture;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Xunit;

namespace Citess.Poles.Tests.Kernel;

public sealed class CultureFromPathTests
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    [Fact]
    public async Task The_first_segment_becomes_the_base_and_the_language()
    {
        var seen = await Ask("/ar/practices", Browser);

        Assert.Equal(("/ar", "/practices", "ar-TN"), (seen.Base, seen.Path, seen.Culture));
        Assert.Equal("ar", seen.Response.Headers.ContentLanguage);
    }

    [Theory]
    [InlineData("/fr", "/")]
    [InlineData("/fr/", "/")]
    public async Task A_language_alone_is_the_home_page(string path, string expected)
        => Assert.Equal(expected, (await Ask(path, Browser)).Path);

    [Theory]
    [InlineData("/", "ca;q=0.5, ar-TN", null, "/ar/")]
    [InlineData("/practices", "de, it;q=0.2", null, "/it/practices")]
    [InlineData("/practices", "de", null, "/en/practices")]
    [InlineData("/practices", "fr;q=0, es;q=0.1", null, "/es/practices")]
    [InlineData("/practices", "fr", "ca", "/ca/practices")]
    [InlineData("/practices", "fr", "<script>", "/fr/practices")]
    [InlineData("/practice/01ARZ3NDEKTSV4RRFFQ69G5FAV", "fr", null, "/fr/practice/01ARZ3NDEKTSV4RRFFQ69G5FAV")]
    [InlineData("//mallory.example/", "fr", null, "/fr//mallory.example/")]
    public async Task A_page_without_a_language_is_found_in_the_readers_best(string path, string accepts, string? cookie, string location)
    {
        var seen = await Ask(path, Browser, accepts, cookie);

        Assert.Equal(302, seen.Response.StatusCode);
        Assert.Equal(location, seen.Response.Headers.Location);
        Assert.Contains("Accept-Language", seen.Response.Headers.Vary.ToString(), StringComparison.Ordinal);
        Assert.Null(seen.Path);
    }

    [Fact]
    public async Task The_query_survives_the_redirect()
        => Assert.Equal("/fr/practices?q=%D9%85%D8%A7%D8%A1", (await Ask("/practices", Browser, "fr", query: "?q=%D9%85%D8%A7%D8%A1")).Response.Headers.Location);

    [Theory]
    [InlineData("/api/practices", Browser)]
    [InlineData("/.well-known/webfinger", Browser)]
    [InlineData("/inbox", Browser)]
    [InlineData("/citess.css", "text/css,*/*;q=0.1")]
    [InlineData("/citess.css", Browser)]
    [InlineData("/practice/01ARZ3NDEKTSV4RRFFQ69G5FAV", "application/activity+json")]
    [InlineData("/practice/01ARZ3NDEKTSV4RRFFQ69G5FAV", "application/ld+json; profile=\"https://www.w3.org/ns/activitystreams\", text/html;q=0.1")]
    [InlineData("/french", "*/*")]
    public async Task What_is_no_page_goes_through_untouched(string path, string accept)
    {
        var seen = await Ask(path, accept);

        Assert.Equal((path, ""), (seen.Path, seen.Base));
        Assert.Equal(200, seen.Response.StatusCode);
    }

    [Fact]
    public async Task A_post_is_never_redirected()
        => Assert.Equal("/practices", (await Ask("/practices", Browser, method: "POST")).Path);

    [Fact]
    public async Task The_switcher_is_remembered_and_a_link_from_elsewhere_is_not()
    {
        var chosen = await Ask("/ar/practices", Browser, "fr", referer: "https://mahdia.example/fr/practices");
        var linked = await Ask("/ar/practices", Browser, "fr", referer: "https://mallory.example/");
        var same = await Ask("/fr/practices", Browser, "fr", referer: "https://mahdia.example/fr/");

        Assert.Contains("lang=ar", chosen.Response.Headers.SetCookie.ToString(), StringComparison.Ordinal);
        Assert.Empty(linked.Response.Headers.SetCookie.ToString());
        Assert.Empty(same.Response.Headers.SetCookie.ToString());
    }

    private static async Task<Seen> Ask(string path, string accept, string languages = "", string? cookie = null, string method = "GET", string query = "", string? referer = null)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        var context = new DefaultHttpContext();
        (context.Request.Method, context.Request.Scheme, context.Request.Host) = (method, "https", new("mahdia.example"));
        (context.Request.Path, context.Request.QueryString) = (path, new(query));
        context.Request.Headers.Accept = accept;
        context.Request.Headers.AcceptLanguage = languages;
        context.Request.Headers.Referer = referer;
        if (cookie is not null)
        {
            context.Request.Headers.Cookie = "lang=" + cookie;
        }

        var seen = new Seen(context.Response, null, null, null);
        await new CultureFromPath(next =>
        {
            seen = seen with { Base = next.Request.PathBase, Path = next.Request.Path, Culture = CultureInfo.CurrentUICulture.Name };
            return Task.CompletedTask;
        }, Options.Create(new CultureOptions())).InvokeAsync(context);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        return seen;
    }

    private sealed record Seen(HttpResponse Response, string? Base, string? Path, string? Culture);
}

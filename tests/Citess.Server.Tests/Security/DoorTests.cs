using System.Net;
using Citess.Server.Security;
using Xunit;

namespace Citess.Server.Tests.Security;

public sealed class DoorTests(LimitedHouse mahdia, House barcelona) : IClassFixture<LimitedHouse>, IClassFixture<House>
{
    [Fact]
    public async Task A_session_of_one_pole_is_none_at_another()
    {
        using var amira = mahdia.Visitor();
        amira.Headers.Add("X-Forwarded-For", "192.0.2.200");
        await amira.SignInAsync("amira", House.Password);
        var session = Session(amira);
        using var there = await barcelona.AmiraAsync();
        Assert.NotEqual(session.Name, Session(there).Name);

        foreach (var name in new[] { session.Name, Session(there).Name })
        {
            using var mallory = barcelona.Visitor();
            mallory.Cookies.Add(new Cookie(name, session.Value, "/", "localhost"));
            await mallory.OpenAsync("/en/people");
            Assert.StartsWith("/en/sign-in", mallory.Path, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/en/sign-in", "192.0.2.1")]
    [InlineData("/api/token", "192.0.2.2")]
    [InlineData("/en/invitation/guess", "192.0.2.3")]
    [InlineData("/en/way-back", "192.0.2.4")]
    [InlineData("/en/calls/01JDEMCA00MAHDA00000000001/sheet/guess", "192.0.2.5")]
    public async Task An_address_that_knocks_eleven_times_in_a_minute_waits(string door, string address)
    {
        using var mallory = mahdia.Visitor();
        mallory.Headers.Add("X-Forwarded-For", address);
        for (var knock = 0; knock < 10; knock++)
        {
            await mallory.PostAsync(door, ("grant_type", "client_credentials"));
            Assert.NotEqual(HttpStatusCode.TooManyRequests, mallory.Status);
        }

        await mallory.PostAsync(door, ("grant_type", "client_credentials"));
        Assert.Equal(HttpStatusCode.TooManyRequests, mallory.Status);
        Assert.InRange(mallory.Answer.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);

        using var youssef = mahdia.Visitor();
        youssef.Headers.Add("X-Forwarded-For", "192.0.2.99");
        await youssef.OpenAsync("/en/sign-in");
        Assert.Equal(HttpStatusCode.OK, youssef.Status);
    }

    [Fact]
    public async Task An_address_that_takes_the_whole_list_along_again_and_again_waits_and_still_reads_pages()
    {
        using var mallory = mahdia.Visitor();
        mallory.Headers.Add("X-Forwarded-For", "192.0.2.8");
        foreach (var file in Enumerable.Repeat(new[] { "table.csv", "table.xlsx", "signed.jsonl.gz", "table.csv?q=nothing" }, 5).SelectMany(each => each))
        {
            await mallory.OpenAsync("/en/practices/" + file);
            Assert.Equal(HttpStatusCode.OK, mallory.Status);
        }

        await mallory.OpenAsync("/fr/practices/table.csv");
        Assert.Equal(HttpStatusCode.TooManyRequests, mallory.Status);
        await mallory.OpenAsync("/fr/practices");
        Assert.Equal(HttpStatusCode.OK, mallory.Status);
    }

    [Fact]
    public async Task The_API_and_inboxes_have_limits_of_their_own()
    {
        using var mallory = mahdia.Visitor();
        mallory.Headers.Add("X-Forwarded-For", "192.0.2.7");
        for (var time = 0; time < 20; time++)
        {
            await mallory.AskAsync(HttpMethod.Get, "/api/practices");
            Assert.Equal(HttpStatusCode.OK, mallory.Status);
            await mallory.AskAsync(HttpMethod.Post, "/inbox", new { });
            Assert.NotEqual(HttpStatusCode.TooManyRequests, mallory.Status);
        }

        var problem = await mallory.AskAsync(HttpMethod.Get, "/api/practices");
        Assert.Equal(HttpStatusCode.TooManyRequests, mallory.Status);
        Assert.Equal("/problems#rate-limited", problem.GetProperty("type").GetString());
        foreach (var (method, path) in new[] { (HttpMethod.Post, "/inbox"), (HttpMethod.Post, "/inbox/"), (HttpMethod.Post, "/INBOX"), (HttpMethod.Get, "/changes"), (HttpMethod.Get, "/digest"), (HttpMethod.Get, "/checkpoint") })
        {
            await mallory.AskAsync(method, path, method == HttpMethod.Post ? new { } : null);
            Assert.True(mallory.Status == HttpStatusCode.TooManyRequests, path);
        }

        await mallory.OpenAsync("/en/practices");
        Assert.Equal(HttpStatusCode.OK, mallory.Status);
    }

    [Theory]
    [InlineData("/en/sign-in")]
    [InlineData("/")]
    [InlineData("/en/nothing-here")]
    [InlineData("/api/account")]
    [InlineData("/api/nothing-here")]
    public async Task Every_answer_tells_the_browser_what_is_allowed(string path)
    {
        using var visitor = barcelona.Visitor();
        await visitor.OpenAsync(path);
        Assert.Contains("default-src 'self'", Header(visitor, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", Header(visitor, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("nosniff", Header(visitor, "X-Content-Type-Options"));
        Assert.Equal("same-origin", Header(visitor, "Referrer-Policy"));
        Assert.NotEmpty(Header(visitor, "Permissions-Policy"));
    }

    [Theory]
    [InlineData("/practice/01JNPV3T000000000000000000")]
    [InlineData("/activity/01JNPV3T000000000000000000")]
    [InlineData("/pole/01JNPV3T000000000000000000/outbox")]
    [InlineData("/server/01JNPV3T000000000000000000")]
    public async Task Another_server_that_asks_for_what_is_not_there_gets_no_page_drawn(string path)
    {
        using var http = new HttpClient { BaseAddress = new Uri(barcelona.Origin) };
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd("application/activity+json");
        using var answer = await http.SendAsync(request);
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task What_a_signed_in_person_sees_is_kept_by_no_cache()
    {
        using var amira = await barcelona.AmiraAsync();
        await amira.OpenAsync("/en/practices");
        Assert.True(amira.Answer.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    public void An_IPv6_line_counts_as_one_address(string one, string other, bool isSame) =>
        Assert.Equal(isSame, ClientAddress.Of(IPAddress.Parse(one)) == ClientAddress.Of(IPAddress.Parse(other)));

    private static string Header(Visitor visitor, string name) => Assert.Single(visitor.Answer.GetValues(name));

    private static Cookie Session(Visitor visitor) =>
        Assert.Single(visitor.Cookies.GetAllCookies(), cookie => cookie.Name.StartsWith("citess-", StringComparison.Ordinal) && !cookie.Name.StartsWith("citess-form-", StringComparison.Ordinal));
}

using System.IO.Compression;
using System.Net;
using System.Text;
using Citess.ActivityPub.Fetching;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Citess.ActivityPub.Tests.Fetching;

public sealed class SafeHttpTests
{
    public static TheoryData<string> NotPublic => [.. new[]
    {
        "127.0.0.1", "169.254.169.254", "10.0.0.1", "172.16.0.1", "192.168.0.1", "100.64.0.1", "0.0.0.0", "[::]", "[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]",
        "[::127.0.0.1]", "[64:ff9b::7f00:1]", "[64:ff9b:1::7f00:1]", "[2002:7f00:1::]", "[2001:0:53aa:64c:0:7fff:80ff:fffe]", "[fc00::1]", "[fe80::1]", "localhost",
    }];

    [Theory]
    [MemberData(nameof(NotPublic))]
    public async Task A_private_address_is_refused_before_a_socket_opens(string host)
    {
        await using var inside = await Loopback.StartAsync((me, context) => context.WriteAsync(Wire.As2, $$"""{"id":"{{me.Url}}/a"}"""));
        Wire.Is(FetchFault.AddressNotPublic, await Wire.GetAsync($"http://{host}:{new Uri(inside.Url).Port}/a", Wire.Closed));
        Assert.Empty(inside.Requests);
    }

    [Theory]
    [MemberData(nameof(NotPublic))]
    public async Task A_redirect_to_a_private_address_is_refused(string host)
    {
        await using var inside = await Loopback.StartAsync((me, context) => context.WriteAsync(Wire.As2, $$"""{"id":"{{me.Url}}/a"}"""));
        using var real = Wire.Client(Wire.Closed);
        // Only the first answer is played: the second request goes through the real client.
        using var handler = new FirstThen(Answers.Redirect($"http://{host}:{new Uri(inside.Url).Port}/a"), real);
        using var client = new HttpClient(handler);
        var fetcher = new DocumentFetcher(client, Wire.Closed, TimeProvider.System);
        Wire.Is(FetchFault.AddressNotPublic, await fetcher.FetchAsync("http://mallory.example/a", new FetchBudget()));
        Assert.Empty(inside.Requests);
    }

    [Fact]
    public async Task A_name_that_turns_private_is_refused_when_the_socket_opens()
    {
        var asked = 0;
        await using var inside = await Loopback.StartAsync((me, context) => context.WriteAsync(Wire.As2, $$"""{"id":"{{me.Url}}/a"}"""));
        // The first answer passes the check and, being a documentation-free public address, is where the socket would go.
        var options = Wire.Closed with
        {
            ConnectTimeout = TimeSpan.FromMilliseconds(200),
            Resolve = (_, _) => Task.FromResult<IPAddress[]>([asked++ == 0 ? IPAddress.Parse("2a00:dead:beef::1") : IPAddress.Loopback]),
        };
        var url = $"http://rebind.mallory.example:{new Uri(inside.Url).Port}/a";
        using var client = Wire.Client(options);
        var fetcher = new DocumentFetcher(client, options, TimeProvider.System);
        Assert.IsType<FetchResult.Unreachable>(await fetcher.FetchAsync(url, new FetchBudget()));
        Wire.Is(FetchFault.AddressNotPublic, await fetcher.FetchAsync(url, new FetchBudget()));
        Assert.Equal(2, asked);
        Assert.Empty(inside.Requests);
    }

    [Fact]
    public async Task Of_several_addresses_the_private_ones_are_never_tried()
    {
        await using var inside = await Loopback.StartAsync((me, context) => context.WriteAsync(Wire.As2, $$"""{"id":"{{me.Url}}/a"}"""));
        var options = Wire.Closed with
        {
            ConnectTimeout = TimeSpan.FromMilliseconds(200),
            Resolve = (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback, IPAddress.Parse("2a00:dead:beef::1"), IPAddress.IPv6Loopback]),
        };
        Assert.IsType<FetchResult.Unreachable>(await Wire.GetAsync($"http://mallory.example:{new Uri(inside.Url).Port}/a", options));
        Assert.Empty(inside.Requests);
    }

    [Theory]
    [InlineData("http://barcelona.example:22/")]
    [InlineData("http://barcelona.example:25/")]
    [InlineData("http://barcelona.example:6/")]
    public async Task Ports_of_other_protocols_are_refused(string url) => Wire.Is(FetchFault.AddressNotPublic, await Wire.GetAsync(url, Wire.Closed));

    [Theory]
    [InlineData("http://0x7f.0.0.1/")]
    [InlineData("http://2130706433/")]
    [InlineData("ftp://barcelona.example/")]
    public async Task The_client_refuses_odd_addresses_whoever_uses_it(string url)
    {
        using var client = Wire.Client(Wire.Closed);
        var refusal = await Assert.ThrowsAnyAsync<HttpRequestException>(() => client.GetAsync(new Uri(url)));
        Assert.Contains("not a public address", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plain_http_is_refused_by_default()
    {
        var options = new SafeHttpOptions { UserAgent = "CitESS/0" };
        using var client = Wire.Client(options);
        var refusal = await Assert.ThrowsAnyAsync<HttpRequestException>(() => client.GetAsync(new Uri("http://barcelona.example/")));
        Assert.Contains("not a public address", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gzip_bomb_without_end_stops_at_the_limit()
    {
        await using var mallory = await Loopback.StartAsync(ExplodeAsync);
        Wire.Is(FetchFault.TooLarge, await Wire.GetAsync(mallory.Url + "/a", Wire.Open with { RequestTimeout = TimeSpan.FromSeconds(5) }));
    }

    [Fact]
    public async Task The_client_stops_at_the_limit_whoever_uses_it()
    {
        await using var mallory = await Loopback.StartAsync(ExplodeAsync);
        using var client = Wire.Client(Wire.Open with { RequestTimeout = TimeSpan.FromSeconds(5) });
        var refusal = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(new Uri(mallory.Url)));
        Assert.Equal(HttpRequestError.ConfigurationLimitExceeded, refusal.HttpRequestError);
    }

    private static async Task ExplodeAsync(Loopback me, HttpContext context)
    {
        context.Response.Headers.ContentType = Wire.As2;
        context.Response.Headers.ContentEncoding = "gzip";
        await using var zip = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
        var spaces = Encoding.ASCII.GetBytes(new string(' ', 1 << 16));
        while (!context.RequestAborted.IsCancellationRequested)
        {
            await zip.WriteAsync(spaces, context.RequestAborted);
            await zip.FlushAsync(context.RequestAborted);
        }
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task A_body_may_be_as_large_as_the_limit_and_no_larger(int over, bool passes)
    {
        await using var barcelona = await Loopback.StartAsync((me, context) =>
        {
            var head = $$"""{"id":"{{me.Url}}/a","x":""";
            return context.WriteAsync(Wire.As2, head + '"' + new string('x', (1 << 20) + over - head.Length - 3) + "\"}");
        });
        var result = await Wire.GetAsync(barcelona.Url + "/a");
        Assert.Equal(passes, result is FetchResult.Fetched);
        Assert.Equal(!passes, result is FetchResult.Refused { Fault: FetchFault.TooLarge });
    }

    [Fact]
    public async Task A_body_that_drips_is_given_up()
    {
        await using var mallory = await Loopback.StartAsync(async (_, context) =>
        {
            context.Response.Headers.ContentType = Wire.As2;
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.WriteAsync(" ", context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                await Task.Delay(20, context.RequestAborted);
            }
        });
        var result = await Wire.GetAsync(mallory.Url + "/a", Wire.Open with { RequestTimeout = TimeSpan.FromMilliseconds(300) });
        Assert.IsType<FetchResult.Unreachable>(result);
    }

    [Fact]
    public async Task A_closed_port_is_unreachable() =>
        Assert.IsType<FetchResult.Unreachable>(await Wire.GetAsync("http://127.0.0.1:1/a"));

    [Fact]
    public async Task A_name_that_nobody_knows_is_unreachable() =>
        Assert.IsType<FetchResult.Unreachable>(await Wire.GetAsync("http://nobody.example/a", Wire.Closed with { Resolve = (_, _) => Task.FromResult<IPAddress[]>([]) }));

    [Fact]
    public async Task No_cookie_and_no_trace_of_ours_travels()
    {
        using var activity = new System.Diagnostics.Activity("test").Start();
        await using var mallory = await Loopback.StartAsync((me, context) =>
        {
            context.Response.Headers.SetCookie = "who=mahdia";
            return context.WriteAsync(Wire.As2, $$"""{"id":"{{me.Url}}{{context.Request.Path}}"}""");
        });
        using var client = Wire.Client(Wire.Open);
        var fetcher = new DocumentFetcher(client, Wire.Open, TimeProvider.System);
        await fetcher.FetchAsync(mallory.Url + "/1", new FetchBudget());
        await fetcher.FetchAsync(mallory.Url + "/2", new FetchBudget());
        Assert.Equal(2, mallory.Requests.Count);
        Assert.All(mallory.Requests, request => Assert.DoesNotContain(request.Headers.Keys, name => name.ToLowerInvariant() is "cookie" or "traceparent" or "baggage" or "request-id"));
    }

    [Fact]
    public void Opening_private_networks_is_said_aloud()
    {
        var said = new List<string>();
        SafeHttp.Create(Wire.Closed, said.Add).Dispose();
        Assert.Empty(said);
        SafeHttp.Create(Wire.Open, said.Add).Dispose();
        Assert.Contains("PRIVATE ADDRESSES", Assert.Single(said), StringComparison.Ordinal);
    }

    private sealed class FirstThen(HttpResponseMessage first, HttpClient then) : HttpMessageHandler
    {
        private int requests;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Interlocked.Increment(ref requests) == 1 ? Task.FromResult(first) : then.SendAsync(Again(request), cancellationToken);

        private static HttpRequestMessage Again(HttpRequestMessage request) => new(request.Method, request.RequestUri);
    }
}

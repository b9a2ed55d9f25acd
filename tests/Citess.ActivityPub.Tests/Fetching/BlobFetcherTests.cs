using System.Security.Cryptography;
using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Inbox;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Citess.ActivityPub.Tests.Fetching;

public sealed class BlobFetcherTests
{
    private static readonly byte[] s_bytes = [0xff, 0xd8, 0xff, 0, 1, 2, 3];

    [Fact]
    public async Task The_bytes_of_a_hash_are_taken_from_anybody()
    {
        var found = Assert.IsType<FetchResult.Fetched>(await GetAsync("image/jpeg", s_bytes));
        Assert.Equal(s_bytes, found.Bytes.ToArray());
    }

    [Theory]
    [InlineData("image/png")]
    [InlineData("text/html")]
    [InlineData("image/jpeg; charset=utf-8")]
    [InlineData("application/activity+json")]
    [InlineData("")]
    public async Task Bytes_under_another_type_are_refused(string type) => Wire.Is(FetchFault.ContentType, await GetAsync(type, s_bytes));

    [Fact]
    public async Task Other_bytes_are_refused_whether_more_fewer_or_as_many()
    {
        Wire.Is(FetchFault.TooLarge, await GetAsync("image/jpeg", [.. s_bytes, 4]));
        Wire.Is(FetchFault.Malformed, await GetAsync("image/jpeg", s_bytes[..^1]));
        Wire.Is(FetchFault.Malformed, await GetAsync("image/jpeg", [.. s_bytes[..^1], 4]));
        Wire.Is(FetchFault.TooLarge, await GetAsync("image/jpeg", new byte[(1 << 20) + 1]));
    }

    [Fact]
    public async Task Nothing_is_asked_of_a_host_that_is_closed_not_even_by_a_redirect()
    {
        var asked = 0;
        await using var closed = await Loopback.StartAsync((_, _) => Task.FromResult(Interlocked.Increment(ref asked)));
        await using var barcelona = await Loopback.StartAsync((_, context) =>
        {
            context.Response.Redirect(closed.Url + "/blob/1");
            return Task.CompletedTask;
        });
        using var client = Wire.Client(Wire.Open);
        var answer = await new BlobFetcher(client, Wire.Open, TimeProvider.System, dialects: null, new Closed(new Uri(closed.Url).Authority))
            .FetchAsync(barcelona.Url + "/blob/1", SHA256.HashData(s_bytes), s_bytes.Length, "image/jpeg", new FetchBudget(), token: TestContext.Current.CancellationToken);
        Assert.IsNotType<FetchResult.Fetched>(answer);
        Assert.Equal(0, asked);
    }

    private static async Task<FetchResult> GetAsync(string type, byte[] served)
    {
        await using var barcelona = await Loopback.StartAsync(async (_, context) =>
        {
            context.Response.Headers.ContentType = type;
            await context.Response.Body.WriteAsync(served);
        });
        using var client = Wire.Client(Wire.Open);
        return await new BlobFetcher(client, Wire.Open, TimeProvider.System)
            .FetchAsync(barcelona.Url + "/blob/1", SHA256.HashData(s_bytes), s_bytes.Length, "image/jpeg", new FetchBudget(), token: TestContext.Current.CancellationToken);
    }

    private sealed class Closed(string authority) : IHostPolicy
    {
        public ValueTask<HostStanding> StandingAsync(Origin host, CancellationToken token) => new(host.Authority == authority ? HostStanding.Blocked : HostStanding.Welcome);
    }
}

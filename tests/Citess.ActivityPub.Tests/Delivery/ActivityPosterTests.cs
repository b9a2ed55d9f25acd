using System.Text;
using Citess.ActivityPub.Delivery;
using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Signatures;
using Citess.ActivityPub.Tests.Fetching;
using Citess.ActivityPub.Tests.Inbox;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Citess.ActivityPub.Tests.Delivery;

public sealed class ActivityPosterTests
{
    private static readonly byte[] Hello = Encoding.UTF8.GetBytes(Pole.Mahdia.Says("Follow", "\"x\"") + "  \n");

    [Fact]
    public async Task What_is_posted_arrives_word_for_word_and_verifies()
    {
        var arrived = new MemoryStream();
        await using var barcelona = await Loopback.StartAsync(async (_, context) =>
        {
            await context.Request.Body.CopyToAsync(arrived);
            context.Response.StatusCode = 202;
        });
        Assert.Equal(new DeliveryResult.Delivered(202), await PostAsync(barcelona.Url + "/inbox"));
        Assert.Equal(Hello, arrived.ToArray());

        var headers = barcelona.Requests.Single().Headers;
        Assert.Equal(("application/activity+json", Wire.Open.UserAgent), (headers["Content-Type"], headers["User-Agent"]));
        var message = new SignedMessage("POST", "/inbox", new Uri(barcelona.Url).Authority, name => headers.TryGetValue(name, out var value) ? [value] : []);
        Assert.Null(Cavage.TryParse([headers["Signature"]], out var signature));
        var key = VerificationKey.FromPem(Pole.Mahdia.Key.KeyId, Pole.Mahdia.Id, Pole.Mahdia.Key.PublicPem)!;
        Assert.Null(Cavage.Verify(signature, message, Hello, hasBody: true, key, TimeProvider.System.GetUtcNow()));
    }

    [Theory]
    [InlineData(200, typeof(DeliveryResult.Delivered))]
    [InlineData(202, typeof(DeliveryResult.Delivered))]
    [InlineData(204, typeof(DeliveryResult.Delivered))]
    [InlineData(301, typeof(DeliveryResult.Retry))]
    [InlineData(308, typeof(DeliveryResult.Retry))]
    [InlineData(400, typeof(DeliveryResult.Refused))]
    [InlineData(401, typeof(DeliveryResult.Retry))]
    [InlineData(403, typeof(DeliveryResult.Refused))]
    [InlineData(404, typeof(DeliveryResult.Refused))]
    [InlineData(405, typeof(DeliveryResult.Refused))]
    [InlineData(408, typeof(DeliveryResult.Retry))]
    [InlineData(409, typeof(DeliveryResult.Refused))]
    [InlineData(410, typeof(DeliveryResult.Refused))]
    [InlineData(413, typeof(DeliveryResult.Refused))]
    [InlineData(421, typeof(DeliveryResult.Retry))]
    [InlineData(422, typeof(DeliveryResult.Refused))]
    [InlineData(425, typeof(DeliveryResult.Retry))]
    [InlineData(429, typeof(DeliveryResult.Retry))]
    [InlineData(500, typeof(DeliveryResult.Retry))]
    [InlineData(503, typeof(DeliveryResult.Retry))]
    public async Task Each_status_says_whether_to_go_on_or_to_come_back(int status, Type outcome)
    {
        await using var barcelona = await Loopback.StartAsync((_, context) =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "/elsewhere";
            return Task.CompletedTask;
        });
        Assert.IsType(outcome, await PostAsync(barcelona.Url + "/inbox"));
        Assert.Single(barcelona.Requests);
    }

    [Theory]
    [InlineData("120", 120)]
    [InlineData("Wed, 01 Jul 2099 09:00:00 GMT", null)]
    [InlineData("Thu, 01 Jan 1970 00:00:00 GMT", 0)]
    [InlineData("soon", 0)]
    public async Task The_pause_that_a_peer_asks_for_is_told(string header, int? seconds)
    {
        await using var barcelona = await Loopback.StartAsync((_, context) =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = header;
            return Task.CompletedTask;
        });
        var retry = Assert.IsType<DeliveryResult.Retry>(await PostAsync(barcelona.Url + "/inbox"));
        var asked = retry.RetryAfter ?? TimeSpan.Zero;
        Assert.True(seconds is { } exact ? asked == TimeSpan.FromSeconds(exact) : asked > TimeSpan.FromDays(365));
    }

    [Theory]
    [InlineData("""{"type":"/problems#not-owner","detail":"The object is not the actor's own."}""", "the peer answered 403, not-owner: The object is not the actor's own.")]
    [InlineData("""{"type":"about:blank","title":"Forbidden"}""", "the peer answered 403, Forbidden")]
    [InlineData("""{"type":"x","detail":"a\u202eb\nc"}""", "the peer answered 403, x: a b c")]
    [InlineData("<html>no</html>", "the peer answered 403")]
    [InlineData("[]", "the peer answered 403")]
    [InlineData("", "the peer answered 403")]
    public async Task Why_a_peer_refused_is_told_as_far_as_it_says(string body, string reason)
    {
        await using var barcelona = await Loopback.StartAsync((_, context) =>
        {
            context.Response.StatusCode = 403;
            return context.WriteAsync("application/problem+json", body);
        });
        Assert.Equal(new DeliveryResult.Refused(403, reason), await PostAsync(barcelona.Url + "/inbox"));
    }

    [Fact]
    public async Task An_answer_that_never_ends_is_read_no_further_than_needed()
    {
        await using var barcelona = await Loopback.StartAsync(async (_, context) =>
        {
            context.Response.StatusCode = 202;
            for (var line = new byte[4096]; !context.RequestAborted.IsCancellationRequested;)
            {
                await context.Response.Body.WriteAsync(line, context.RequestAborted);
            }
        });
        Assert.Equal(new DeliveryResult.Delivered(202), await PostAsync(barcelona.Url + "/inbox"));
    }

    [Fact]
    public async Task A_silent_peer_is_unreachable_and_a_slow_one_is_too()
    {
        Assert.IsType<DeliveryResult.Unreachable>(await PostAsync("http://127.0.0.1:1/inbox"));
        await using var slow = await Loopback.StartAsync((_, context) => Task.Delay(Timeout.Infinite, context.RequestAborted));
        Assert.IsType<DeliveryResult.Unreachable>(await PostAsync(slow.Url + "/inbox", Wire.Open with { RequestTimeout = TimeSpan.FromMilliseconds(200) }));
    }

    [Fact]
    public async Task An_inbox_inside_the_house_is_refused_unsent()
    {
        await using var inside = await Loopback.StartAsync((_, _) => Task.CompletedTask);
        foreach (var inbox in new[] { inside.Url + "/inbox", inside.Url.Replace("127.0.0.1", "0x7f.1", StringComparison.Ordinal), "nonsense" })
        {
            Assert.Null(Assert.IsType<DeliveryResult.Refused>(await PostAsync(inbox, Wire.Closed)).Status);
        }

        // A name may lead elsewhere tomorrow: a fault of the names for a minute must not cost what was to be sent.
        Assert.IsType<DeliveryResult.Unreachable>(await PostAsync(inside.Url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal) + "/inbox", Wire.Closed));
        Assert.Empty(inside.Requests);
    }

    [Fact]
    public async Task Cancelling_is_no_result()
    {
        using var cancelled = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        await using var slow = await Loopback.StartAsync((_, context) => Task.Delay(Timeout.Infinite, context.RequestAborted));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => PostAsync(slow.Url + "/inbox", token: cancelled.Token));
    }

    private static async Task<DeliveryResult> PostAsync(string inbox, SafeHttpOptions? options = null, CancellationToken token = default)
    {
        using var client = Wire.Client(options ?? Wire.Open);
        return await new ActivityPoster(client, options ?? Wire.Open, TimeProvider.System).PostAsync(inbox, Hello, Pole.Mahdia.Key, token);
    }
}

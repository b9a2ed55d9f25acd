using Citess.ActivityPub.Discovery;
using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Tests.Fetching;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Citess.ActivityPub.Tests.Discovery;

public sealed class ActorFinderTests
{
    [Theory]
    [InlineData("{0}")]
    [InlineData("@pole@{0}")]
    [InlineData("pole@{0}")]
    [InlineData("acct:pole@{0}")]
    [InlineData("  @pole@{0}\n")]
    [InlineData("http://{0}")]
    [InlineData("http://{0}/")]
    [InlineData("http://{0}/pole")]
    [InlineData("http://{0}/ca/practices")]
    public async Task A_pole_is_found_by_its_host_its_handle_its_address_or_any_page(string typed)
    {
        await using var barcelona = await Loopback.StartAsync(AnswerAsync);
        var found = Assert.IsType<FindResult.Found>(await FindAsync(typed.Replace("{0}", new Uri(barcelona.Url).Authority, StringComparison.Ordinal)));
        Assert.Equal(barcelona.Url + "/pole", found.Actor.Id);
        Assert.Equal(found.Actor.Id, found.Document.Address.AbsoluteUri);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("@")]
    [InlineData("@pole@")]
    [InlineData("@@barcelona.example")]
    [InlineData("pole@barcelona.example@mallory.example")]
    [InlineData("Barcelona")]
    [InlineData("pole@barcelona.example/../etc")]
    [InlineData("a b@barcelona.example")]
    [InlineData("ftp://barcelona.example/")]
    [InlineData("https://amira:secret@barcelona.example/")]
    public async Task What_is_no_handle_host_or_address_is_not_looked_for(string? typed) =>
        Assert.IsType<FindResult.NotUnderstood>(await FindAsync(typed!));

    [Fact]
    public async Task A_handle_that_nobody_has_is_not_found()
    {
        await using var barcelona = await Loopback.StartAsync(AnswerAsync);
        Assert.Equal(FetchFault.NotFound, Assert.IsType<FindResult.NotFound>(await FindAsync("amira@" + new Uri(barcelona.Url).Authority)).Fault);
    }

    [Fact]
    public async Task A_silent_host_is_unreachable() => Assert.IsType<FindResult.Unreachable>(await FindAsync("127.0.0.1:1"));

    [Fact]
    public async Task A_private_host_is_not_asked_unless_that_is_allowed()
    {
        await using var inside = await Loopback.StartAsync(AnswerAsync);
        Assert.Equal(FetchFault.AddressNotPublic, Assert.IsType<FindResult.NotFound>(await FindAsync(new Uri(inside.Url).Authority, Wire.Closed)).Fault);
        Assert.Empty(inside.Requests);
    }

    [Fact]
    public async Task A_host_cannot_give_its_own_handle_to_an_actor_of_another_host()
    {
        await using var barcelona = await Loopback.StartAsync(AnswerAsync);
        await using var mallory = await Loopback.StartAsync((me, context) => WebFingerAsync(context, $"acct:pole@{new Uri(me.Url).Authority}", barcelona.Url + "/pole"));
        Assert.Equal(FetchFault.IdMismatch, Assert.IsType<FindResult.NotFound>(await FindAsync(new Uri(mallory.Url).Authority)).Fault);
    }

    [Fact]
    public async Task A_handle_may_stand_for_an_actor_on_another_host_when_both_say_so()
    {
        Loopback? front = null;
        await using var home = await Loopback.StartAsync((me, context) => context.Request.Path == "/pole"
            ? AnswerAsync(me, context) : WebFingerAsync(context, $"acct:pole@{new Uri(front!.Url).Authority}", me.Url + "/pole"));
        await using var shown = front = await Loopback.StartAsync((me, context) => WebFingerAsync(context, $"acct:pole@{new Uri(me.Url).Authority}", home.Url + "/pole"));
        Assert.Equal(home.Url + "/pole", Assert.IsType<FindResult.Found>(await FindAsync("@pole@" + new Uri(shown.Url).Authority)).Actor.Id);
    }

    [Theory]
    [InlineData("text/html", """{"links":[]}""", FetchFault.ContentType)]
    [InlineData("application/jrd+json", "[]", FetchFault.Malformed)]
    [InlineData("application/jrd+json", """{"links":{}}""", FetchFault.Malformed)]
    [InlineData("application/jrd+json", """{"subject":"acct:pole@x"}""", FetchFault.Malformed)]
    [InlineData("application/jrd+json", """{"links":[{"rel":"self","type":"text/html","href":"http://127.0.0.1/"}]}""", FetchFault.Malformed)]
    [InlineData("application/jrd+json", """{"links":[{"rel":"self","type":"application/activity+json","href":"file:///etc/passwd"}]}""", FetchFault.BadAddress)]
    public async Task An_answer_that_leads_nowhere_is_not_found(string type, string body, FetchFault fault)
    {
        await using var mallory = await Loopback.StartAsync((_, context) => context.WriteAsync(type, body));
        Assert.Equal(fault, Assert.IsType<FindResult.NotFound>(await FindAsync(new Uri(mallory.Url).Authority)).Fault);
    }

    private static async Task<FindResult> FindAsync(string typed, SafeHttpOptions? options = null)
    {
        using var client = Wire.Client(options ?? Wire.Open);
        return await new ActorFinder(client, options ?? Wire.Open, TimeProvider.System).FindActorAsync(typed);
    }

    private static Task AnswerAsync(Loopback me, HttpContext context)
    {
        var handle = $"acct:pole@{new Uri(me.Url).Authority}";
        switch (context.Request.Path.Value)
        {
            case "/.well-known/webfinger" when context.Request.Query["resource"] == handle:
                return WebFingerAsync(context, handle, me.Url + "/pole");
            case "/pole":
                return context.WriteAsync(Wire.As2, $$"""{"id":"{{me.Url}}/pole","type":"Organization","preferredUsername":"pole","inbox":"{{me.Url}}/pole/inbox"}""");
            case "/ca/practices":
                return context.WriteAsync("text/html", "<html>");
            default:
                context.Response.StatusCode = 404;
                return Task.CompletedTask;
        }
    }

    private static Task WebFingerAsync(HttpContext context, string subject, string actorId) =>
        context.WriteAsync(Jrd.MediaType, System.Text.Json.JsonSerializer.Serialize(Jrd.ForActor(subject, actorId, actorId), DiscoveryJson.Default.Jrd));
}

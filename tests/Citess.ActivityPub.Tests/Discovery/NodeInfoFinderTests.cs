using Citess.ActivityPub.Delivery;
using Citess.ActivityPub.Discovery;
using Citess.ActivityPub.Inbox;
using Citess.ActivityPub.Quirks;
using Citess.ActivityPub.Signatures;
using Citess.ActivityPub.Tests.Delivery;
using Citess.ActivityPub.Tests.Fetching;
using Citess.ActivityPub.Tests.Inbox;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Citess.ActivityPub.Tests.Discovery;

public sealed class NodeInfoFinderTests
{
    private static readonly ActorSigner Both = new(Pole.Mahdia.Key, Pole.Mahdia.Proof);

    [Theory]
    [InlineData("mastodon", "4.4.9", SignatureDialect.Cavage)]
    [InlineData("mastodon", "4.5.0+glitch", SignatureDialect.Rfc9421Rsa)]
    [InlineData("mastodon", "4.6.0-alpha.2", SignatureDialect.Rfc9421Rsa)]
    [InlineData("mastodon", "4.7.1", SignatureDialect.Rfc9421Ed25519)]
    [InlineData("mastodon", "10.0", SignatureDialect.Rfc9421Ed25519)]
    [InlineData("mastodon", "new", SignatureDialect.Cavage)]
    [InlineData("mastodon", null, SignatureDialect.Cavage)]
    [InlineData("lemmy", "4.7.0", SignatureDialect.Cavage)]
    public void The_version_of_Mastodon_says_what_it_verifies(string name, string? version, SignatureDialect dialect) =>
        Assert.Equal(dialect, Mastodon.Takes(new() { Name = name, Version = version }));

    [Fact]
    public async Task A_new_host_is_asked_what_it_runs_once_after_it_took_a_request()
    {
        await using var barcelona = await StartAsync("""{"version":"2.0","software":{"name":"mastodon","version":"4.7.0"}}""");
        var notes = new Notebook();
        await PostAsync(barcelona, notes, times: 3);
        Assert.Equal(["/inbox", "/.well-known/nodeinfo", "/nodeinfo/2.0", "/inbox", "/inbox"], barcelona.Requests.Select(request => request.Path));
        Assert.Equal([false, false, false, true, true], barcelona.Requests.Select(request => request.Headers.ContainsKey("Signature-Input")));
        Assert.DoesNotContain(barcelona.Requests.Skip(1).Take(2), request => request.Headers.ContainsKey("Signature"));
    }

    [Theory]
    [InlineData("""{"software":"mastodon"}""")]
    [InlineData("""[]""")]
    [InlineData("""{"software":{"name":"mastodon","version":7}}""")]
    [InlineData("not json")]
    public async Task A_host_that_does_not_say_is_not_asked_again(string document)
    {
        await using var barcelona = await StartAsync(document);
        var notes = new Notebook();
        await PostAsync(barcelona, notes, times: 3);
        Assert.Equal(5, barcelona.Requests.Count);
        Assert.Equal(SignatureDialect.Cavage, notes.Known.Values.Single().Dialect);
    }

    [Fact]
    public async Task A_document_on_another_host_is_not_asked_for()
    {
        await using var sidiBouzid = await StartAsync("{}");
        await using var barcelona = await StartAsync("{}", elsewhere: sidiBouzid.Url);
        await PostAsync(barcelona, new Notebook(), times: 1);
        Assert.Empty(sidiBouzid.Requests);
    }

    [Fact]
    public async Task A_host_that_refuses_or_is_known_is_not_asked()
    {
        await using var refusing = await StartAsync("{}", status: 500);
        await PostAsync(refusing, new Notebook(), times: 2);
        Assert.Equal(["/inbox", "/inbox"], refusing.Requests.Select(request => request.Path));

        await using var known = await StartAsync("{}");
        var notes = new Notebook();
        await new PeerDialects(notes, TimeProvider.System).ShownAsync(Notebook.Host(known.Url), SignatureDialect.Rfc9421Rsa);
        await PostAsync(known, notes, times: 2);
        Assert.Equal(["/inbox", "/inbox"], known.Requests.Select(request => request.Path));
    }

    [Fact]
    public async Task A_blocked_host_is_asked_nothing_neither_at_first_nor_by_redirect()
    {
        await using var mallory = await StartAsync("""{"software":{"name":"mastodon","version":"4.7.0"}}""");
        await using var barcelona = await Loopback.StartAsync((_, context) =>
        {
            context.Response.Redirect(mallory.Url + context.Request.Path);
            return Task.CompletedTask;
        });
        var door = new Doorway();
        using var client = Wire.Client(Wire.Open);
        var finder = new NodeInfoFinder(client, Wire.Open, TimeProvider.System, door);
        Assert.Equal("mastodon", (await finder.FindAsync(Notebook.Host(mallory.Url)))?.Name);
        var asked = mallory.Requests.Count;

        door.Standings[Notebook.Host(mallory.Url).Authority] = HostStanding.Blocked;
        Assert.Null(await finder.FindAsync(Notebook.Host(mallory.Url)));
        Assert.Null(await finder.FindAsync(Notebook.Host(barcelona.Url)));
        Assert.Equal((asked, 1), (mallory.Requests.Count, barcelona.Requests.Count));
    }

    private static Task<Loopback> StartAsync(string document, int status = 202, string? elsewhere = null) => Loopback.StartAsync((server, context) =>
    {
        context.Response.StatusCode = context.Request.Path == "/inbox" ? status : 200;
        return context.Request.Path.Value switch
        {
            "/.well-known/nodeinfo" => context.WriteAsync("application/json", $$"""{"links":[{"rel":"http://nodeinfo.diaspora.software/ns/schema/2.0","href":"{{elsewhere ?? server.Url}}/nodeinfo/2.0"}]}"""),
            "/nodeinfo/2.0" => context.WriteAsync("application/json; profile=\"http://nodeinfo.diaspora.software/ns/schema/2.0#\"", document),
            _ => Task.CompletedTask,
        };
    });

    private static async Task PostAsync(Loopback host, Notebook notes, int times)
    {
        using var client = Wire.Client(Wire.Open);
        var dialects = new PeerDialects(notes, TimeProvider.System, new NodeInfoFinder(client, Wire.Open, TimeProvider.System));
        var poster = new ActivityPoster(client, Wire.Open, TimeProvider.System, dialects);
        for (var i = 0; i < times; i++)
        {
            await poster.PostAsync(host.Url + "/inbox", "{}"u8.ToArray(), Both);
        }
    }
}

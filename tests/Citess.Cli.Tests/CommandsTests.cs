using System.Text;
using System.Text.Json;
using Citess.ActivityPub.Contexts;
using Citess.ActivityPub.Discovery;
using Citess.ActivityPub.Logs;
using Citess.ActivityPub.Proofs;
using Citess.ActivityPub.Signatures;
using Citess.ActivityPub.Vocabulary;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Citess.Cli.Tests;

/// <summary>The commands against a small Mahdia on loopback, with real keys.</summary>
public sealed class CommandsTests : IAsyncLifetime
{
    private readonly Dictionary<string, string> served = new(StringComparer.Ordinal);
    private readonly WebApplication app = Build();
    private string origin = "";

    public async ValueTask InitializeAsync()
    {
        app.MapGet("/{**path}", (HttpContext http) => served.TryGetValue(http.Request.Path, out var json)
            ? Results.Text(json, http.Request.Path.StartsWithSegments("/.well-known", StringComparison.Ordinal) ? Jrd.MediaType : Ap.MediaType)
            : Results.NotFound());
        await app.StartAsync();
        origin = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        var actor = origin + "/pole/1";
        using var rsa = RsaKeyPair.Create(actor + "#main-key");
        using var ed25519 = Ed25519KeyPair.Create(actor + "#ed25519-key");
        var document = Ap.Write(new Actor
        {
            Context = Context.Value,
            Id = actor,
            Type = "Organization",
            Kind = "pole",
            Name = "Mahdia",
            PreferredUsername = "pole",
            Inbox = actor + "/inbox",
            PublicKey = [new() { Id = rsa.KeyId, Owner = actor, Pem = rsa.PublicPem }],
            AssertionMethod = [new() { Id = ed25519.KeyId, Controller = actor, PublicKeyMultibase = ed25519.PublicMultibase }],
        });
        var practice = Ap.Write(new ApObject { Context = Context.Value, Id = origin + "/practice/1", Type = "Article", AttributedTo = actor, Kind = "practice", Revision = 3, Name = "Oil" });
        var good = Encoding.UTF8.GetString(DataIntegrity.Prove(practice, ed25519, TimeProvider.System.GetUtcNow()));
        Serve("/pole/1", document.GetRawText());
        Serve("/practice/1", good);
        Serve("/practice/2", good.Replace("/practice/1", "/practice/2", StringComparison.Ordinal));
        Serve("/.well-known/webfinger", JsonSerializer.Serialize(Jrd.ForActor("acct:pole@" + new Uri(origin).Authority, actor, origin), JsonSerializerOptions.Web));
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Lookup_says_who_answers_at_a_host()
    {
        var (code, said) = await RunAsync("lookup", new Uri(origin).Authority, "--local");
        Assert.Equal(0, code);
        Assert.Contains("Organization Mahdia", said, StringComparison.Ordinal);
        Assert.Contains(origin + "/pole/1#ed25519-key (proofs)", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lookup_of_nobody_fails() => Assert.NotEqual(0, (await RunAsync("lookup", "@nobody@localhost:1", "--local")).Code);

    [Fact]
    public async Task Lookup_reaches_no_private_address_unless_told_to() => Assert.NotEqual(0, (await RunAsync("lookup", origin + "/pole/1")).Code);

    [Fact]
    public async Task Verify_finds_a_good_proof_good()
    {
        var (code, said) = await RunAsync("verify", origin + "/practice/1", "--local");
        Assert.Equal(0, code);
        Assert.Contains("revision 3", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_finds_an_altered_record_not_good()
    {
        var (code, said) = await RunAsync("verify", origin + "/practice/2", "--local");
        Assert.Equal(1, code);
        Assert.Contains("Mismatch", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_checks_a_file_of_a_collaboration_without_asking_anybody()
    {
        const string Actor = "https://nobody.example/pole/1";
        using var key = Ed25519KeyPair.Create(Actor + "#ed25519-key");
        var begin = new EventDraft { Id = "https://nobody.example/event/1", Author = Actor, Number = 1, Time = TimeProvider.System.GetUtcNow(), Type = "begin", Payload = JsonSerializer.SerializeToElement(new { name = "Oil" }) };
        var first = SignedEvent.Prove(begin, key, begin.Time);
        var second = SignedEvent.Prove(begin with { Id = "https://nobody.example/event/2", Log = first.Hash, Heads = [first.Hash], Number = 2, Previous = first.Hash, Type = "task" }, key, begin.Time);
        var good = JsonSerializer.Serialize(new { id = first.Hash, events = new[] { second, first }.Select(each => new { hash = each.Hash, @event = each.Document.GetRawText() }) });

        var (code, said) = await CheckAsync(good);
        Assert.Equal(0, code);
        Assert.Contains($"Good: 2 events of {first.Hash}", said, StringComparison.Ordinal);
        Assert.Contains($"{Actor}: 2 events with the key {key.PublicMultibase}", said, StringComparison.Ordinal);

        (code, said) = await CheckAsync(good.Replace("Oil", "Gas", StringComparison.Ordinal));
        Assert.Equal(1, code);
        Assert.Contains($"{first.Hash} was altered", said, StringComparison.Ordinal);
        Assert.Contains($"{second.Hash} was altered", said, StringComparison.Ordinal);
        foreach (var other in new[] { "[]", "{}", "not JSON", $$"""{"id":"{{first.Hash}}","events":[{"hash":3}]}""" })
        {
            (code, said) = await CheckAsync(other);
            Assert.Equal(1, code);
            Assert.Contains("no log of a collaboration", said, StringComparison.Ordinal);
        }
    }

    private static async Task<(int Code, string Said)> CheckAsync(string file)
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(path, file, TestContext.Current.CancellationToken);
            return await RunAsync("verify", path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<(int Code, string Said)> RunAsync(params string[] args)
    {
        using var said = new StringWriter();
        var code = await Commands.Root().Parse(args).InvokeAsync(new() { Output = said, Error = said });
        return (code, said.ToString());
    }

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        return builder.Build();
    }

    private void Serve(string path, string json) => served[path] = json;
}

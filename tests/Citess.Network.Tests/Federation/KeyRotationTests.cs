using System.Text.Json;
using Citess.ActivityPub.Signatures;
using Citess.ActivityPub.Vocabulary;
using Citess.Network.Tests.House;
using Citess.Poles.Kernel;
using Xunit;

namespace Citess.Network.Tests.Federation;

/// <summary>Two real poles: they find each other's dialect by themselves, and one changes its keys.</summary>
public sealed class KeyRotationTests : IAsyncLifetime
{
    private PoleNetwork network = default!;

    public async ValueTask InitializeAsync() => network = await PoleNetwork.StartAsync();

    public ValueTask DisposeAsync() => network.DisposeAsync();

    [Fact]
    public async Task A_pole_with_new_keys_is_understood_by_a_partner_that_knew_the_old_ones()
    {
        var (mahdia, barcelona) = (network.Mahdia, network.Barcelona);
        var (before, after) = (Samples.NewId(), Samples.NewId());
        await mahdia.CreateAsync(before, Samples.Practice("Pressoir"), Audience.Public);
        await barcelona.ShowsAsync(mahdia, before, revision: 1);
        var old = await mahdia.ActorAsync();
        Assert.Equal(["Rfc9421Ed25519"], await DialectAsync(mahdia, barcelona));
        Assert.Equal(["Rfc9421Ed25519"], await DialectAsync(barcelona, mahdia));

        // Not while it runs: the process would go on with the old keys.
        Assert.Equal(1, (await mahdia.Process.RunAsync("rotate-keys")).ExitCode);
        await mahdia.Process.StopAsync();
        var (exit, said) = await mahdia.Process.RunAsync("rotate-keys");
        Assert.True(exit == 0, said);
        Assert.Contains("main-key-2 of the pole", said, StringComparison.Ordinal);
        await mahdia.Process.StartAsync();

        // The pole says so of itself, in a document that its new key proves, and Barcelona takes it.
        await Eventually.TrueAsync(async () => (await mahdia.ActorAsync()).GetProperty("revision").GetInt32() > old.GetProperty("revision").GetInt32(), () => string.Join('\n', mahdia.Process.Output));
        var renewed = await mahdia.ActorAsync();
        Assert.Equal(["#main-key-2", "#main-key"], Ids(renewed, "publicKey"));
        Assert.Equal(["#ed25519-key-2", "#ed25519-key"], Ids(renewed, "assertionMethod"));
        Assert.Equal(["#ed25519-key-2"], Ids(renewed, "authentication"));
        Assert.EndsWith("#ed25519-key-2", renewed.GetProperty("proof").GetProperty("verificationMethod").GetString(), StringComparison.Ordinal);

        // What is shared from now on arrives, and a record that the old key proved takes a revision of the new one.
        await mahdia.CreateAsync(after, Samples.Practice("Four solaire"), Audience.Public);
        await barcelona.ShowsAsync(mahdia, after, revision: 1);
        await mahdia.EditAsync(before, Samples.Practice("Pressoir partagé"), seen: 1);
        await barcelona.ShowsAsync(mahdia, before, revision: 2);
        var keys = await barcelona.Database.QueryAsync<string>("SELECT key_id FROM remote_actor_key WHERE actor_id = @id", new { id = renewed.GetProperty("id").GetString() });
        Assert.Contains(renewed.GetProperty("id").GetString() + "#ed25519-key-2", keys);

        // The way back works too.
        var answer = Samples.NewId();
        await barcelona.CreateAsync(answer, Samples.Practice("Taller"), Audience.Public);
        await mahdia.ShowsAsync(barcelona, answer, revision: 1);
    }

    [Fact]
    public async Task An_inbox_that_says_401_says_what_it_would_take()
    {
        using var answer = await network.Barcelona.Process.Http.PostAsync("/inbox", new StringContent(
            $$"""{"id":"{{network.Mahdia.Origin}}/activity/1","type":"Follow","actor":"{{network.Mahdia.Origin}}/pole/1","object":"x"}""", System.Text.Encoding.UTF8, Ap.MediaType));
        Assert.Equal(401, (int)answer.StatusCode);
        Assert.Equal([MessageSignatures.Wanted], answer.Headers.GetValues("Accept-Signature"));
    }

    private static async Task<IReadOnlyList<string>> DialectAsync(RunningPole here, RunningPole of) =>
        await here.Database.QueryAsync<string>("SELECT dialect FROM peer_dialect WHERE authority = @Authority", new { of.Authority });

    private static IEnumerable<string> Ids(JsonElement actor, string list) => actor.GetProperty(list).EnumerateArray().Select(key => key.GetProperty("id").GetString()![actor.GetProperty("id").GetString()!.Length..]);
}

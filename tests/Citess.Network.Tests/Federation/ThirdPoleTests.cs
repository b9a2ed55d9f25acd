using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Citess.Network.Tests.House;
using Citess.Poles.Kernel;
using Xunit;

namespace Citess.Network.Tests.Federation;

/// <summary>Mahdia is switched off; Sidi Bouzid holds what it shared; Barcelona knows Sidi Bouzid alone.</summary>
public sealed class ThirdPoleTests : IAsyncLifetime
{
    private readonly List<RunningPole> poles = [];

    private RunningPole Mahdia => poles[0];

    private RunningPole SidiBouzid => poles[1];

    private RunningPole Barcelona => poles[2];

    public async ValueTask InitializeAsync()
    {
        foreach (var name in new[] { "Mahdia", "Sidi Bouzid", "Barcelona" })
        {
            var process = await TestPole.StartAsync(name);
            poles.Add(await process.SetUpAsync());
        }

        await PoleNetwork.ConnectAsync(Mahdia, SidiBouzid);
        await PoleNetwork.ConnectAsync(SidiBouzid, Barcelona);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var pole in poles)
        {
            await pole.DisposeAsync();
        }
    }

    [Fact]
    public async Task Rule_7_a_pole_that_never_met_the_origin_gets_its_practices_from_a_third_verified_and_as_of_its_checkpoint()
    {
        var (whole, altered, withdrawn, shared) = (Samples.NewId(), Samples.NewId(), Samples.NewId(), Samples.NewId());
        await Mahdia.CreateAsync(whole, Samples.Practice("Pressoir partagé"));
        await Mahdia.CreateAsync(altered, Samples.Practice("Atelier"));
        await Mahdia.CreateAsync(withdrawn, Samples.Practice("Plus maintenant"));
        await Mahdia.CreateAsync(shared, Samples.Practice("Pour le réseau"), Audience.Network);
        await PoleNetwork.ArrivedAsync(Mahdia, SidiBouzid);
        var living = await BodyAsync(SidiBouzid, Mahdia.Authority, withdrawn);
        await Mahdia.WithdrawAsync(withdrawn, seen: 1);
        await PoleNetwork.ArrivedAsync(Mahdia, SidiBouzid);
        await SidiBouzid.AgreesAsync(Mahdia);
        await Mahdia.Process.KillAsync();

        // Sidi Bouzid, or whoever got at its disk, makes a word of it its own.
        var original = await BodyAsync(SidiBouzid, Mahdia.Authority, altered);
        await SidiBouzid.TamperAsync("UPDATE document SET body = replace(body, 'Atelier', 'Fermé') WHERE origin <> '' AND key = @key", new { key = "practice/" + altered });
        using (var answer = await Barcelona.Api.PostAsJsonAsync("/api/copies", new { address = Mahdia.Authority }))
        {
            Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        }

        await Barcelona.ShowsAsync(Mahdia, whole, revision: 1, within: TimeSpan.FromSeconds(60));
        var report = await EndedAsync();
        Assert.True(report is { IsUnconfirmed: true, Refused: 1, Problem: "differs", AsOf: not null } && report.Via == SidiBouzid.Authority, report.ToString());
        Assert.Equal(await BodyAsync(SidiBouzid, Mahdia.Authority, whole), await BodyAsync(Barcelona, Mahdia.Authority, whole));
        Assert.Null(await BodyAsync(Barcelona, Mahdia.Authority, altered));
        Assert.Null(await BodyAsync(Barcelona, Mahdia.Authority, shared));
        Assert.Contains("Tombstone", await BodyAsync(Barcelona, Mahdia.Authority, withdrawn), StringComparison.Ordinal);

        // What was withdrawn does not come back by any detour.
        await SidiBouzid.TamperAsync("UPDATE document SET body = @living, revision = 1, is_tombstone = 0 WHERE origin <> '' AND key = @key", new { living, key = "practice/" + withdrawn });
        await SidiBouzid.TamperAsync("UPDATE document SET body = @original WHERE origin <> '' AND key = @key", new { original, key = "practice/" + altered });
        report = await Barcelona.CompareAsync(Mahdia, TimeSpan.FromSeconds(60));
        Assert.True((await Barcelona.ShownAsync(Mahdia, withdrawn))!.IsWithdrawn);
        Assert.Equal(original, await BodyAsync(Barcelona, Mahdia.Authority, altered));
        Assert.True(report is { AgreedSince: not null, IsUnconfirmed: true, AsOf: not null }, report.ToString());

        // The origin answers again: its own word on who it is counts.
        await Mahdia.Process.StartAsync();
        report = await Barcelona.CompareAsync(Mahdia, TimeSpan.FromSeconds(60));
        Assert.True(report is { AgreedSince: not null, IsUnconfirmed: false, Via: null, AsOf: null }, report.ToString());
    }

    [Fact]
    public async Task What_was_believed_under_a_false_key_is_dropped_when_the_origin_answers()
    {
        var id = Samples.NewId();
        await Mahdia.CreateAsync(id, Samples.Practice("Pressoir partagé"));
        await PoleNetwork.ArrivedAsync(Mahdia, SidiBouzid);
        await SidiBouzid.AgreesAsync(Mahdia);
        var actor = await Mahdia.ActorAsync();
        await Mahdia.Process.KillAsync();

        // Mallory holds the disk of Sidi Bouzid, and makes a Mahdia of its own: key, actor and practice fit together.
        using var mallory = ActivityPub.Signatures.Ed25519KeyPair.Create(actor.GetProperty("id").GetString() + "#ed25519-key");
        await SidiBouzid.TamperAsync("UPDATE document SET body = @body WHERE origin = @Authority AND key LIKE 'pole/%'", new { body = Forged.Actor(actor, mallory), Mahdia.Authority });
        var practice = await BodyAsync(SidiBouzid, Mahdia.Authority, id);
        await SidiBouzid.TamperAsync("UPDATE document SET body = @body, revision = 2000 WHERE origin = @Authority AND key LIKE 'practice/%'", new { body = Forged.Practice(practice!, revision: 2000, mallory), Mahdia.Authority });
        using (var answer = await Barcelona.Api.PostAsJsonAsync("/api/copies", new { address = Mahdia.Authority }))
        {
            Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        }

        await Barcelona.ShowsAsync(Mahdia, id, revision: 2000, within: TimeSpan.FromSeconds(60));
        Assert.True((await EndedAsync()).IsUnconfirmed);

        await Mahdia.Process.StartAsync();
        var report = await Barcelona.CompareAsync(Mahdia, TimeSpan.FromSeconds(60));
        Assert.True(report is { AgreedSince: not null, IsUnconfirmed: false }, report.ToString());
        Assert.Equal(practice, await BodyAsync(Barcelona, Mahdia.Authority, id));
        await Barcelona.ShowsAsync(Mahdia, id, revision: 1);
    }

    [Fact]
    public async Task What_the_origin_showed_of_itself_holds_also_when_its_actor_was_forgotten_here_and_it_is_away()
    {
        await PoleNetwork.ConnectAsync(Mahdia, Barcelona);
        var id = Samples.NewId();
        await Mahdia.CreateAsync(id, Samples.Practice("Pressoir partagé"));
        await PoleNetwork.ArrivedAsync(Mahdia, SidiBouzid);
        await SidiBouzid.AgreesAsync(Mahdia);
        await Barcelona.AgreesAsync(Mahdia);
        var actor = await Mahdia.ActorAsync();
        var fingerprints = await FingerprintsAsync();
        await Mahdia.Process.KillAsync();
        await Barcelona.Process.StopAsync();
        await Barcelona.TamperAsync("DELETE FROM remote_actor WHERE authority = @Authority", new { Mahdia.Authority });

        // Mallory holds the disk of Sidi Bouzid: key, actor, inbox and practice fit together.
        using var mallory = ActivityPub.Signatures.Ed25519KeyPair.Create(actor.GetProperty("id").GetString() + "#ed25519-key");
        await SidiBouzid.TamperAsync("UPDATE document SET body = @body, revision = 1000 WHERE origin = @Authority AND key LIKE 'pole/%'", new { body = Forged.Actor(actor, mallory), Mahdia.Authority });
        var practice = await BodyAsync(SidiBouzid, Mahdia.Authority, id);
        await SidiBouzid.TamperAsync("UPDATE document SET body = @body, revision = 2000 WHERE origin = @Authority AND key LIKE 'practice/%'", new { body = Forged.Practice(practice!, revision: 2000, mallory), Mahdia.Authority });
        var before = await Barcelona.DocumentsAsync(Mahdia.Authority);
        await Barcelona.Process.StartAsync();

        await Eventually.TrueAsync(
            async () => Barcelona.Process.Output.Any(line => line.Contains("shows another actor for", StringComparison.Ordinal)) || await BodyAsync(Barcelona, Mahdia.Authority, id) != practice,
            () => $"Barcelona did not ask Sidi Bouzid.\n{string.Join('\n', Barcelona.Process.Output)}",
            TimeSpan.FromSeconds(120));
        Assert.Equal(before, await Barcelona.DocumentsAsync(Mahdia.Authority));
        Assert.Equal(fingerprints, await FingerprintsAsync());
        Assert.False((await Barcelona.CopyAsync(Mahdia.Authority))!.IsUnconfirmed);
    }

    /// <summary>What people at Barcelona are shown of the keys of their partners.</summary>
    private async Task<IReadOnlyList<string>> FingerprintsAsync() =>
    [
        .. (await Barcelona.Database.QueryAsync<byte[]>("SELECT PayloadBinary FROM OrleansStorage WHERE PayloadBinary IS NOT NULL")).Select(state => JsonElement.Parse(state))
            .Select(state => state.TryGetProperty("actor", out var actor) && actor.ValueKind == JsonValueKind.Object && actor.TryGetProperty("fingerprint", out var print) ? print.GetString() : null)
            .OfType<string>().Order(StringComparer.Ordinal),
    ];

    [Fact]
    public async Task While_an_origin_is_taken_for_dead_third_poles_are_asked_for_what_it_shared_meanwhile()
    {
        await PoleNetwork.ConnectAsync(Mahdia, Barcelona);
        await Barcelona.AgreesAsync(Mahdia);
        var id = Samples.NewId();
        await Barcelona.Process.StopAsync();
        await Mahdia.CreateAsync(id, Samples.Practice("Pressoir partagé"));
        await PoleNetwork.ArrivedAsync(Mahdia, SidiBouzid);
        await SidiBouzid.AgreesAsync(Mahdia);
        await Mahdia.Process.KillAsync();

        // To Barcelona it is as if it had been silent for days.
        Assert.Equal(1, await Barcelona.TamperAsync("UPDATE courier SET failures = 7, problem = 'no answer', due_at = @later WHERE relation = @Authority", new { Mahdia.Authority, later = TimeProvider.System.GetUtcNow().AddHours(2).ToUnixTimeMilliseconds() }));
        Assert.Equal(1, await Barcelona.TamperAsync("UPDATE repair SET failures = 7, problem = 'silent', agreed_since = NULL WHERE origin = @Authority", new { Mahdia.Authority }));
        await Barcelona.Process.StartAsync();
        await Barcelona.ShowsAsync(Mahdia, id, revision: 1, within: TimeSpan.FromSeconds(60));
    }

    private async Task<Poles.Network.Repair.CopyReport> EndedAsync()
    {
        Poles.Network.Repair.CopyReport? report = null;
        await Eventually.TrueAsync(
            async () => (report = await Barcelona.CopyAsync(Mahdia.Authority)) is { Compared: not null } && (report.Problem is not null || report.AgreedSince is not null),
            () => $"Barcelona came to no end: {report}\n{string.Join('\n', Barcelona.Process.Output)}");
        return report!;
    }

    private static async Task<string?> BodyAsync(RunningPole pole, string origin, string id) =>
        (await pole.Database.QueryAsync<string>("SELECT body FROM document WHERE origin = @origin AND key = @key", new { origin, key = "practice/" + id })).SingleOrDefault();
}

using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Citess.Network.Tests.House;
using Citess.Poles.Kernel;
using Xunit;

namespace Citess.Network.Tests.Federation;

/// <summary>
/// Somebody has the keys of Mahdia, and speaks with them: each signature and proof holds. Then Mahdia revokes them.
/// </summary>
public sealed class KeyTheftTests : IAsyncLifetime
{
    private PoleNetwork network = default!;

    private RunningPole Mahdia => network.Mahdia;

    private RunningPole Barcelona => network.Barcelona;

    private RunningPole SidiBouzid => network.SidiBouzid;

    public async ValueTask InitializeAsync() => network = await PoleNetwork.StartAsync("Mahdia", "Barcelona", "Sidi Bouzid");

    public ValueTask DisposeAsync() => network.DisposeAsync();

    [Fact]
    public async Task What_a_stolen_key_signed_is_dropped_everywhere_and_all_that_is_real_stands_again_under_the_new_one()
    {
        var (stolen, deleted, shared, listed, withdrawn, late) = (Samples.NewId(), Samples.NewId(), Samples.NewId(), Samples.NewId(), Samples.NewId(), Samples.NewId());
        await Mahdia.CreateAsync(stolen, Samples.Practice("Pressoir partagé"));
        await Mahdia.CreateAsync(deleted, Samples.Practice("Atelier"));
        await Mahdia.CreateAsync(shared, Samples.Practice("Pour le réseau"), Audience.Network);
        await Mahdia.ListAsync(listed, Samples.Practice("Pour Barcelone"), seen: null, Barcelona);
        await Mahdia.CreateAsync(withdrawn, Samples.Practice("Plus maintenant"));
        await Mahdia.WithdrawAsync(withdrawn, seen: 1);
        await Mahdia.CreateAsync(late, Samples.Practice("Bientôt retiré"));
        await AgreeAsync();
        var (file, updated) = (await Mahdia.ExportAsync(), JsonElement.Parse(await Mahdia.DocumentsOfAsync(stolen, "")).GetProperty("updated").GetString());

        using var thief = await PoleVoice.OfAsync(Mahdia);
        var planted = await StealAsync(thief, stolen, deleted);

        // What waits for a partner that is away is not lost with the key that signed it.
        await Barcelona.Process.StopAsync();
        await Mahdia.WithdrawAsync(late, seen: 1);
        await Mahdia.Process.StopAsync();
        var (exit, said) = await Mahdia.Process.RunAsync("rotate-keys", "--compromised");
        Assert.True(exit == 0, said);
        Assert.Contains("it shares 5 records anew", said, StringComparison.Ordinal);
        await Mahdia.Process.StartAsync();
        await Barcelona.Process.StartAsync();

        var actor = await Mahdia.ActorAsync();
        Assert.Equal(["#main-key-2", "#ed25519-key-2"], new[] { "publicKey", "assertionMethod" }.SelectMany(list => Ids(actor, list)));
        await Barcelona.ShowsAsync(Mahdia, stolen, revision: 2, within: TimeSpan.FromSeconds(60));
        await Barcelona.ShowsAsync(Mahdia, late, revision: 2, isWithdrawn: true);
        await SidiBouzid.ShowsAsync(Mahdia, stolen, revision: 2, within: TimeSpan.FromSeconds(60));
        await AgreeAsync();
        await Barcelona.ShowsAsync(Mahdia, deleted, revision: 2);
        await Barcelona.ShowsAsync(Mahdia, shared, revision: 2);
        await Barcelona.ShowsAsync(Mahdia, listed, revision: 2);
        await Barcelona.ShowsAsync(Mahdia, withdrawn, revision: 2, isWithdrawn: true);
        Assert.Null(await Barcelona.ShownAsync(Mahdia, planted));
        Assert.Equal("Mahdia", (await PoleNetwork.PartnerAsync(Barcelona, Mahdia.Authority))!.Value.GetProperty("name").GetString());
        foreach (var pole in new[] { Mahdia, Barcelona, SidiBouzid })
        {
            var documents = await pole.Database.QueryAsync<string>("SELECT body FROM document WHERE origin = @origin", new { origin = pole == Mahdia ? "" : Mahdia.Authority });
            Assert.NotEmpty(documents);
            Assert.All(documents, IsOfNewKey);
        }

        // What only answers or asks has its place in the ledger, and is proved anew there.
        Assert.All(await Mahdia.Database.QueryAsync<string>("SELECT activity FROM ledger WHERE is_superseded = 0 AND activity <> ''"), IsOfNewKey);

        // Nobody changed anything: it is as old as it was.
        Assert.Equal(updated, JsonElement.Parse(await Mahdia.DocumentsOfAsync(stolen, "")).GetProperty("updated").GetString());
        await NothingMoreAsync(thief, stolen, deleted, file);
    }

    /// <summary>A practice taken over, one withdrawn, one that never was, and the pole itself.</summary>
    private async Task<string> StealAsync(PoleVoice thief, string stolen, string deleted)
    {
        var (planted, signed) = (Samples.NewId(), await Mahdia.DocumentsOfAsync(stolen, ""));
        Assert.Equal(HttpStatusCode.Accepted, await SayAsync(thief, "Update", thief.Forge(signed, revision: 50, document => document["name"] = "Volé")));
        Assert.Equal(HttpStatusCode.Accepted, await SayAsync(thief, "Delete", thief.Forge(await Mahdia.DocumentsOfAsync(deleted, ""), revision: 60, document => (document["type"], document["formerType"]) = ("Tombstone", "Article"))));
        Assert.Equal(HttpStatusCode.Accepted, await SayAsync(thief, "Create", thief.Forge(signed, revision: 1, document => document["id"] = Mahdia.Address(planted))));
        Assert.Equal(HttpStatusCode.Accepted, await SayAsync(thief, "Update", thief.Forge((await Mahdia.ActorAsync()).GetRawText(), revision: 1000, Rename)));
        await Barcelona.ShowsAsync(Mahdia, stolen, revision: 50);
        await Barcelona.ShowsAsync(Mahdia, deleted, revision: 60, isWithdrawn: true);
        await Barcelona.ShowsAsync(Mahdia, planted, revision: 1);
        await Eventually.TrueAsync(
            async () => (await PoleNetwork.PartnerAsync(Barcelona, Mahdia.Authority))!.Value.GetProperty("name").GetString() == "Mallory", () => "Mahdia has its name still.");
        return planted;

        static void Rename(JsonObject actor)
        {
            actor["name"] = "Mallory";
            actor.Remove("nameMap");
        }
    }

    /// <summary>Neither by letter, nor dated back in a file, nor through a third pole while Mahdia is off.</summary>
    private async Task NothingMoreAsync(PoleVoice thief, string stolen, string lost, IReadOnlyList<string> oldFile)
    {
        var (now, before) = (await Mahdia.DocumentsOfAsync(stolen, ""), await Barcelona.DocumentsAsync(Mahdia.Authority));
        var forged = thief.Forge(now, revision: 90, document => document["name"] = "Volé", created: TimeProvider.System.GetUtcNow().AddDays(-30));
        Assert.Equal(HttpStatusCode.Unauthorized, await SayAsync(thief, "Update", forged));

        var head = (await Mahdia.ExportAsync())[0];
        var report = await Barcelona.ImportAsync([head, forged]);
        Assert.Equal((0, 1), (report.Taken, report.Refused));
        Assert.Contains("a key that the pole does not list", report.Lines.Single().Reason, StringComparison.Ordinal);
        report = await Barcelona.ImportAsync(oldFile);
        Assert.Equal(0, report.Taken);

        // One that was past the gate when the others were dropped is found when the two do not come to agree.
        Assert.Equal(1, await Barcelona.TamperAsync("UPDATE document SET body = @forged, revision = 90 WHERE origin = @Authority AND key = @key", new { forged, Mahdia.Authority, key = "practice/" + stolen }));

        // Twice: a comparison that was under way has not seen it yet.
        await AgreeAsync();
        await AgreeAsync();
        Assert.Equal(before, await Barcelona.DocumentsAsync(Mahdia.Authority));
        await Barcelona.ShowsAsync(Mahdia, stolen, revision: 2);

        // One that Barcelona has lost makes it ask Sidi Bouzid, who got at the forged one.
        await Mahdia.Process.StopAsync();
        await Barcelona.TamperAsync("DELETE FROM document WHERE origin = @Authority AND key = @key", new { Mahdia.Authority, key = "practice/" + lost });
        await SidiBouzid.TamperAsync("UPDATE document SET body = @forged, revision = 90 WHERE origin = @Authority AND key = @key", new { forged, Mahdia.Authority, key = "practice/" + stolen });
        var third = await Barcelona.CompareAsync(Mahdia, TimeSpan.FromSeconds(60));
        Assert.True(third.Refused == 1 && third.Via == SidiBouzid.Authority, third.ToString());
        Assert.Equal(before, await Barcelona.DocumentsAsync(Mahdia.Authority));
    }

    private static void IsOfNewKey(string document) =>
        Assert.EndsWith("#ed25519-key-2", JsonElement.Parse(document).GetProperty("proof").GetProperty("verificationMethod").GetString(), StringComparison.Ordinal);

    private Task<HttpStatusCode> SayAsync(PoleVoice thief, string verb, string document) => thief.PostAsync(Barcelona, thief.Prove(thief.Say(verb, document)));

    private async Task AgreeAsync()
    {
        foreach (var pole in new[] { Barcelona, SidiBouzid })
        {
            await PoleNetwork.ArrivedAsync(Mahdia, pole);
            await Eventually.TrueAsync(
                async () => (await pole.CompareAsync(Mahdia, TimeSpan.FromSeconds(60))).AgreedSince is not null, () => $"{pole.Name} does not agree.\n{string.Join('\n', pole.Process.Output)}", TimeSpan.FromSeconds(60));
        }
    }

    private static IEnumerable<string> Ids(JsonElement actor, string list) => One(actor.GetProperty(list)).Select(key => key.GetProperty("id").GetString()![actor.GetProperty("id").GetString()!.Length..]);

    private static IEnumerable<JsonElement> One(JsonElement list) => list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [list];
}

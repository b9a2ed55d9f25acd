using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Citess.Network.Tests.House;
using Xunit;

namespace Citess.Network.Tests.Federation.Rules;

/// <summary>Rules 1, 2 and 4: what a pole holds, and what comes later by any way.</summary>
[Collection(ThreePolesCollection.Name)]
public sealed class RevisionTests(ThreePoles poles)
{
    private RunningPole Mahdia => poles.Network.Mahdia;

    private RunningPole Barcelona => poles.Network.Barcelona;

    private RunningPole SidiBouzid => poles.Network.SidiBouzid;

    [Fact]
    public async Task Rule_1_an_older_revision_has_no_effect_whether_it_is_pushed_pulled_carried_or_shown_by_a_third_pole()
    {
        var (id, turns) = await TurnAsync(isWithdrawn: false);
        await Barcelona.ShowsAsync(Mahdia, id, revision: 4);
        await StandsAgainstAllAsync(id, turns);
        Assert.Equal("Atelier du samedi", (await Barcelona.ShownAsync(Mahdia, id))!.Name.SourceText);

        // A higher one does have one, by the very same way.
        using var voice = await PoleVoice.OfAsync(Mahdia);
        var next = Forward(turns[^1], 9, voice);
        Assert.Equal(HttpStatusCode.Accepted, await voice.PostAsync(Barcelona, voice.Say("Update", next)));
        await Barcelona.ShowsAsync(Mahdia, id, revision: 9);
    }

    [Fact]
    public async Task Rule_1_an_older_word_of_a_pole_about_itself_has_no_effect_on_how_it_is_known()
    {
        using var voice = await PoleVoice.OfAsync(Mahdia);
        var now = (await Mahdia.DocumentAsync(voice.Actor)).GetRawText();
        var revision = JsonElement.Parse(now).GetProperty("revision").GetInt32();
        await TellAsync("Mahdia la Neuve", revision + 2);
        await KnownAsAsync("Mahdia la Neuve");

        // A letter that was long on its way, of when it had another name.
        await TellAsync("Mahdia l'Ancienne", revision + 1);
        await PoleNetwork.ArrivedAsync(Mahdia, Barcelona);
        await KnownAsAsync("Mahdia la Neuve");
        await TellAsync(JsonElement.Parse(now).GetProperty("name").GetString()!, revision + 3);
        await KnownAsAsync(JsonElement.Parse(now).GetProperty("name").GetString()!);

        async Task TellAsync(string name, int number)
        {
            var document = JsonNode.Parse(now)!.AsObject();
            document.Remove("proof");
            (document["name"], document["nameMap"], document["revision"]) = (name, new JsonObject { ["fr"] = name }, number);
            Assert.Equal(HttpStatusCode.Accepted, await voice.PostAsync(Barcelona, voice.Say("Update", voice.Prove(document.ToJsonString()))));
        }

        Task KnownAsAsync(string name) => Eventually.TrueAsync(
            async () => (await PoleNetwork.PartnerAsync(Barcelona, Mahdia.Authority))!.Value.GetProperty("name").GetString() == name, $"Mahdia is not known as {name}.");
    }

    [Fact]
    public async Task Rule_4_what_was_withdrawn_stays_so_whatever_lower_revision_comes_by_whichever_way()
    {
        var (id, turns) = await TurnAsync(isWithdrawn: true);
        await Barcelona.ShowsAsync(Mahdia, id, revision: 3, isWithdrawn: true);
        await StandsAgainstAllAsync(id, turns);
        Assert.True((await Barcelona.ShownAsync(Mahdia, id))!.IsWithdrawn);

        // Signed, and served for ever as what is gone.
        Proofs.Holds(JsonElement.Parse(await Barcelona.DocumentsOfAsync(id, Mahdia.Authority)), await Mahdia.ActorAsync());
        using var gone = await Mahdia.GetAsync(Mahdia.Address(id));
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        Assert.Equal(turns[^1], await gone.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Rule_2_a_signed_document_is_kept_and_served_word_for_word_by_whoever_holds_it()
    {
        var id = Samples.NewId();
        await Mahdia.CreateAsync(id, Samples.Practice("Mot à mot"));
        await Barcelona.ShowsAsync(Mahdia, id, revision: 1);
        var signed = await Mahdia.DocumentsOfAsync(id, "");
        await Mahdia.Process.KillAsync();
        await Mahdia.Process.StartAsync();
        Assert.Equal(signed, await (await Mahdia.GetAsync(Mahdia.Address(id))).Content.ReadAsStringAsync());

        // Spaces, escapes, order and terms as no serialiser of ours would write them: the proof holds over these bytes' meaning,
        // and whoever comes next must be given the same.
        using var voice = await PoleVoice.OfAsync(Mahdia);
        var odd = Odd(Forward(signed, 2, voice));
        Assert.Equal(HttpStatusCode.Accepted, await voice.PostAsync(Barcelona, voice.Say("Update", odd)));
        await Barcelona.ShowsAsync(Mahdia, id, revision: 2);

        Assert.Equal(odd, await Barcelona.DocumentsOfAsync(id, Mahdia.Authority));
        Assert.Contains(odd, await (await Barcelona.GetAsync($"{Barcelona.Origin}/changes?of={Mahdia.Authority}&after=0")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Proofs.Holds(JsonElement.Parse(odd), await Mahdia.ActorAsync());
    }

    /// <summary>A practice with its revisions 1 to 3 or 4, each word for word as it was signed.</summary>
    private async Task<(string Id, IReadOnlyList<string> Turns)> TurnAsync(bool isWithdrawn)
    {
        var id = Samples.NewId();
        await Mahdia.CreateAsync(id, Samples.Practice("Atelier"));
        await Mahdia.EditAsync(id, Samples.Practice("Atelier du samedi"), seen: 1);
        await Mahdia.WithdrawAsync(id, seen: 2);
        if (!isWithdrawn)
        {
            await Mahdia.RestoreAsync(id, seen: 3);
        }

        var count = isWithdrawn ? 3 : 4;
        IReadOnlyList<string> sent = [];
        await Eventually.TrueAsync(
            async () => (sent = await Mahdia.Database.QueryAsync<string>("SELECT activity FROM ledger WHERE about = @about ORDER BY number", new { about = "practice/" + id })).Count == count,
            "Mahdia did not publish all.");
        return (id, [.. sent.Select(activity => JsonElement.Parse(activity).GetProperty("object").GetRawText())]);
    }

    private async Task StandsAgainstAllAsync(string id, IReadOnlyList<string> turns)
    {
        await PoleNetwork.ArrivedAsync(Mahdia, Barcelona);
        await PoleNetwork.ArrivedAsync(Mahdia, SidiBouzid);
        Assert.Equal(turns[^1], await Barcelona.DocumentsOfAsync(id, Mahdia.Authority));

        // Pushed, each once more and under a new id, months later and the latest first.
        using var voice = await PoleVoice.OfAsync(Mahdia);
        foreach (var turn in turns.Reverse())
        {
            var verb = turn.Contains("\"Tombstone\"", StringComparison.Ordinal) ? "Delete" : "Update";
            Assert.Equal(HttpStatusCode.Accepted, await voice.PostAsync(Barcelona, voice.Say(verb, turn)));
        }

        await PoleNetwork.ArrivedAsync(Mahdia, Barcelona);
        await StandsAsync();

        // Carried in a file.
        var report = await Barcelona.ImportAsync([(await Mahdia.ExportAsync())[0], .. turns]);
        Assert.Equal((0, 0), (report.Taken, report.Refused));
        await StandsAsync();

        // Pulled: Mahdia has fallen back, as by a copy of its disk. And shown by Sidi Bouzid, when Mahdia is off.
        foreach (var (pole, origin) in new[] { (Mahdia, ""), (SidiBouzid, Mahdia.Authority) })
        {
            Assert.Equal(1, await pole.TamperAsync("UPDATE document SET body = @body, revision = 2, is_tombstone = 0 WHERE origin = @origin AND key = @key", new { body = turns[1], origin, key = "practice/" + id }));
        }

        await Barcelona.CompareAsync(Mahdia);
        await StandsAsync();
        await Mahdia.Process.KillAsync();
        await Barcelona.CompareAsync(Mahdia, TimeSpan.FromSeconds(60));
        await StandsAsync();
        await Mahdia.TamperAsync("UPDATE document SET body = @body, revision = @revision, is_tombstone = @gone WHERE origin = '' AND key = @key", new { body = turns[^1], revision = turns.Count, gone = turns.Count == 3 ? 1 : 0, key = "practice/" + id });
        await Mahdia.Process.StartAsync();

        async Task StandsAsync() => Assert.Equal(turns[^1], await Barcelona.DocumentsOfAsync(id, Mahdia.Authority));
    }

    private static string Forward(string signed, int revision, PoleVoice voice)
    {
        var document = JsonNode.Parse(signed)!.AsObject();
        document.Remove("proof");
        document["revision"] = revision;
        document["x-unknown"] = new JsonObject { ["b"] = 1.0, ["a"] = "é/" };
        return voice.Prove(document.ToJsonString());
    }

    /// <summary>The same document in other bytes.</summary>
    private static string Odd(string signed)
    {
        var members = JsonElement.Parse(signed).EnumerateObject().Reverse().Select(member => $" \"{member.Name}\" :\t{member.Value.GetRawText().Replace("Mot", "M\\u006ft", StringComparison.Ordinal)} ");
        return "{" + string.Join(",", members) + "}";
    }
}

using System.Net;
using System.Text.Json;
using Citess.ActivityPub.Vocabulary;
using Citess.Network.Tests.House;
using Citess.Poles.Kernel;
using Xunit;

namespace Citess.Network.Tests.Federation;

/// <summary>A practice from its first revision to its last, as a partner pole and as anyone sees it.</summary>
[Collection(ThreePolesCollection.Name)]
public sealed class WithdrawTests(ThreePoles poles)
{
    private RunningPole Mahdia => poles.Network.Mahdia;

    private RunningPole Barcelona => poles.Network.Barcelona;

    [Fact]
    public async Task Each_turn_of_a_public_practice_reaches_Barcelona_and_whoever_asks()
    {
        var id = Samples.NewId();
        var address = Mahdia.Address(id);
        Assert.Equal(1, await Mahdia.CreateAsync(id, Samples.Practice("Atelier")));
        await Barcelona.ShowsAsync(Mahdia, id, revision: 1);
        await ServedAsync(address, HttpStatusCode.OK, "Article", revision: 1);

        Assert.Equal(2, await Mahdia.EditAsync(id, Samples.Practice("Atelier du samedi"), seen: 1));
        await Barcelona.ShowsAsync(Mahdia, id, revision: 2);
        Assert.Equal("Atelier du samedi", (await Barcelona.ShownAsync(Mahdia, id))!.Name.SourceText);
        Assert.Equal("Atelier du samedi", (await ServedAsync(address, HttpStatusCode.OK, "Article", revision: 2)).GetProperty("name").GetString());

        Assert.Equal(3, await Mahdia.WithdrawAsync(id, seen: 2));
        await Barcelona.ShowsAsync(Mahdia, id, revision: 3, isWithdrawn: true);
        var tombstone = await ServedAsync(address, HttpStatusCode.Gone, "Tombstone", revision: 3);
        Assert.Equal("Article", tombstone.GetProperty("formerType").GetString());
        Assert.False(tombstone.TryGetProperty("name", out _) || tombstone.TryGetProperty("content", out _), tombstone.GetRawText());
        Assert.True(tombstone.GetProperty("deleted").GetDateTimeOffset() > tombstone.GetProperty("published").GetDateTimeOffset());

        Assert.Equal(4, await Mahdia.RestoreAsync(id, seen: 3));
        await Barcelona.ShowsAsync(Mahdia, id, revision: 4);
        Assert.Equal("Atelier du samedi", (await Barcelona.ShownAsync(Mahdia, id))!.Name.SourceText);
        await ServedAsync(address, HttpStatusCode.OK, "Article", revision: 4);
        await HeldWordForWordAsync(id);
    }

    [Fact]
    public async Task A_practice_for_partner_poles_looks_to_anyone_else_as_if_it_were_not_there()
    {
        var id = Samples.NewId();
        await Mahdia.CreateAsync(id, Samples.Practice("Pour le réseau"), Audience.Network);
        await Barcelona.ShowsAsync(Mahdia, id, revision: 1);
        await HiddenAsync(id);
        await Mahdia.WithdrawAsync(id, seen: 1);
        await Barcelona.ShowsAsync(Mahdia, id, revision: 2, isWithdrawn: true);
        await HiddenAsync(id);
        await HeldWordForWordAsync(id);
    }

    [Fact]
    public async Task A_practice_that_was_shared_with_more_people_shows_from_then_on()
    {
        var id = Samples.NewId();
        await Mahdia.CreateAsync(id, Samples.Practice("Pour nous"), Audience.Own);
        await Mahdia.EditAsync(id, Samples.Practice("Pour le réseau"), seen: 1, Audience.Network);
        await Barcelona.ShowsAsync(Mahdia, id, revision: 2);
        await HiddenAsync(id);
        await Mahdia.EditAsync(id, Samples.Practice("Pour tous"), seen: 2);
        await Barcelona.ShowsAsync(Mahdia, id, revision: 3);
        await ServedAsync(Mahdia.Address(id), HttpStatusCode.OK, "Article", revision: 3);
        await Mahdia.EditAsync(id, Samples.Practice("Plus pour tous"), seen: 3, Audience.Network);
        await Barcelona.ShowsAsync(Mahdia, id, revision: 4);
        await HiddenAsync(id);
    }

    [Fact]
    public async Task What_was_withdrawn_before_it_was_ever_shared_is_told_to_nobody()
    {
        var (quiet, next) = (Samples.NewId(), Samples.NewId());
        await Mahdia.CreateAsync(quiet, Samples.Practice("Brouillon"), Audience.Own);
        await Mahdia.WithdrawAsync(quiet, seen: 1);
        await Mahdia.CreateAsync(next, Samples.Practice("Pour tous"));
        await Barcelona.ShowsAsync(Mahdia, next, revision: 1);
        Assert.Empty(await Barcelona.Database.QueryAsync<long>("SELECT number FROM inbox JOIN inbox_body USING (number) WHERE body LIKE '%' || @quiet || '%'", new { quiet }));
        await HiddenAsync(quiet);
    }

    /// <summary>What anyone gets who asks for AS2; its proof is verified with the actor's key.</summary>
    private async Task<JsonElement> ServedAsync(string address, HttpStatusCode status, string type, int revision)
    {
        using var answer = await Mahdia.GetAsync(address);
        Assert.Equal((status, Ap.MediaType), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        var document = JsonElement.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal((address, type, revision), (document.GetProperty("id").GetString(), document.GetProperty("type").GetString(), document.GetProperty("revision").GetInt32()));
        var actor = await Mahdia.ActorAsync();
        Assert.Equal(actor.GetProperty("id").GetString(), document.GetProperty("attributedTo").GetString());
        Proofs.Holds(document, actor);
        return document;
    }

    private async Task HiddenAsync(string id)
    {
        using var answer = await Mahdia.GetAsync(Mahdia.Address(id));
        using var missing = await Mahdia.GetAsync(Mahdia.Address(Samples.NewId()));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (answer.StatusCode, missing.StatusCode));
        Assert.Equal(await missing.Content.ReadAsStringAsync(), await answer.Content.ReadAsStringAsync());
        using var listed = await Mahdia.Process.Http.GetAsync("/api/practices/" + id);
        Assert.Equal(HttpStatusCode.NotFound, listed.StatusCode);
    }

    private async Task HeldWordForWordAsync(string id)
    {
        var key = "practice/" + id;
        var ours = await Mahdia.Database.QueryAsync<string>("SELECT body FROM document WHERE origin = '' AND key = @key", new { key });
        var theirs = await Barcelona.Database.QueryAsync<string>("SELECT body FROM document WHERE origin = @Authority AND key = @key", new { Mahdia.Authority, key });
        Assert.Equal(Assert.Single(ours), Assert.Single(theirs));
        Proofs.Holds(JsonElement.Parse(theirs[0]), await Mahdia.ActorAsync());
    }
}

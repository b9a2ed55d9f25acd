using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using Citess.Network.Tests.House;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Blobs;
using Xunit;

namespace Citess.Network.Tests.Fedify;

/// <summary>Mahdia and a real server of another kind find each other, follow, and part; what is shared reads there as an Article.</summary>
public sealed class FedifyFollowTests(FedifyPair pair) : IClassFixture<FedifyPair>
{
    private RunningPole Mahdia => pair.Mahdia;

    private FedifyPeer Fedify => pair.Fedify;

    [Fact]
    public async Task Fedify_finds_the_pole_by_WebFinger_and_reads_both_its_keys()
    {
        var found = await Fedify.LookUpAsync(pair.Pole);
        Assert.NotNull(found);
        Assert.Equal(("Organization", pair.Pole, "Mahdia", "pole"), (found.Class, found.Id, found.Name, found.Username));
        Assert.Equal((pair.Pole + "/inbox", Mahdia.Origin + "/inbox"), (found.Inbox, found.SharedInbox));
        Assert.Equal(pair.Pole + "#main-key", found.PublicKey);
        Assert.Equal([pair.Pole + "#ed25519-key"], found.AssertionMethods);
    }

    [Fact]
    public async Task A_visitor_on_Fedify_is_accepted_and_sees_a_practice_from_its_creation_to_its_end()
    {
        var follow = await pair.FollowAsync();
        Assert.Equal([("cavage", 202)], follow.Posts.Select(post => (post.Dialect, post.Status!.Value)));
        await GenuineAsync(await Fedify.GotAsync("Accept"));

        // A visitor is no partner; the pole that lives on the same server may have been asked before.
        Assert.True(await PoleNetwork.PartnerAsync(Mahdia, Fedify.Authority) is not { } partner || partner.GetProperty("actor").GetString() == Fedify.Pole);

        var id = Samples.NewId();
        byte[] picture = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 1, 2, 3];
        var image = new BlobLink { Hash = Convert.ToHexStringLower(SHA256.HashData(picture)), MediaType = "image/png", Size = picture.Length, Name = MultilingualText.Of("fr", "Le four") };
        using (var content = new ByteArrayContent(picture) { Headers = { ContentType = new(image.MediaType) } })
        using (var brought = await Mahdia.Api.PutAsync("/api/blobs/" + image.Hash, content))
        {
            Assert.True(brought.IsSuccessStatusCode, await brought.Content.ReadAsStringAsync());
        }

        await Mahdia.CreateAsync(id, Samples.Practice("Atelier de réparation") with { Images = [image] });
        var create = await Fedify.GotAsync("Create", each => each.Object?.Id == Mahdia.Address(id));
        await GenuineAsync(create);
        Assert.True(create.IsObjectProved);
        var article = create.Object!;
        Assert.Equal(("Article", "Atelier de réparation", "Réparer plutôt que jeter."), (article.Class, article.Name, article.Summary));
        Assert.Contains("<strong>ensemble</strong>", article.Content, StringComparison.Ordinal);
        Assert.StartsWith(Mahdia.Origin, article.Url, StringComparison.Ordinal);
        Assert.True(article.IsPublic);
        Assert.Equal("ورشة الإصلاح", article.Names["ar"]);
        Assert.Equal("Atelier de réparation", article.Names["fr"]);
        Assert.Contains("ensemble", article.Contents["fr"], StringComparison.Ordinal);
        Assert.Equal("Réparer plutôt que jeter.", article.Summaries["fr"]);
        Assert.Equal(new FedifyImage($"{Mahdia.Origin}/blob/{image.Hash}", "image/png", "Le four"), Assert.Single(article.Images));

        // What a reader gets who follows the link, and who fetches the object again.
        using (var page = await Mahdia.GetAsync(article.Url!, "text/html"))
        {
            Assert.Contains(page.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.SeeOther });
        }

        Assert.True((await Fedify.JudgeAsync(await Mahdia.DocumentAsync(Mahdia.Address(id)))).IsProved);

        await Mahdia.EditAsync(id, Samples.Practice("Atelier du quartier"), seen: 1);
        var update = await Fedify.GotAsync("Update", each => each.Object?.Id == Mahdia.Address(id));
        await GenuineAsync(update);
        Assert.Equal((true, "Atelier du quartier"), (update.IsObjectProved, update.Object!.Name));

        await Mahdia.WithdrawAsync(id, seen: 2);
        var delete = await Fedify.GotAsync("Delete", each => each.Object?.Id == Mahdia.Address(id));
        await GenuineAsync(delete);
        Assert.Equal((true, "Tombstone", (string?)null), (delete.IsObjectProved, delete.Object!.Class, delete.Object.Name));

        var undo = await Fedify.SayAsync(new { verb = "UndoFollow", to = pair.Pole });
        Assert.True(undo.Error is null, undo.Error);
        Assert.Null(await pair.NoteAsync(undo.Id));
        await pair.QuietAsync();
        var (before, after) = ((await Fedify.ReceivedAsync()).Count, Samples.NewId());
        await Mahdia.CreateAsync(after, Samples.Practice("Four solaire"));
        await pair.QuietAsync();
        Assert.Equal(before, (await Fedify.ReceivedAsync()).Count);
    }

    [Fact]
    public async Task A_pole_that_runs_on_Fedify_is_found_asked_and_connected_and_leaves_again()
    {
        // Found by WebFinger there: what a person types is the host alone.
        using (var asked = await Mahdia.Api.PostAsJsonAsync("/api/partners", new { address = Fedify.Origin }))
        {
            Assert.True(asked.StatusCode == HttpStatusCode.Accepted, await asked.Content.ReadAsStringAsync());
        }

        var follow = await Fedify.GotAsync("Follow");
        await GenuineAsync(follow);
        Assert.Equal(Fedify.Pole, follow.Activity.GetProperty("object").GetString());
        await Eventually.TrueAsync(
            async () => (await Mahdia.Database.QueryAsync<string?>("SELECT note FROM inbox WHERE verb = 'Accept' AND actor = @Pole AND done IS NOT NULL", new { Fedify.Pole })) is [null],
            () => $"Fedify's Accept was not taken.\n{string.Join('\n', Mahdia.Process.Output)}",
            TimeSpan.FromSeconds(60));

        // Fedify's own Follow needs no second question.
        var theirs = await pair.FollowAsync(name: "pole");
        await StandsAsync("connected");

        // An Article of no kind of ours is taken for what it is: let in, and not taken up.
        var create = await Fedify.SayAsync(new { verb = "Create", @as = "pole", to = pair.Pole, article = new { id = Samples.NewId(), name = "Taller", content = "<p>Taller</p>" } });
        Assert.True(create.Error is null, create.Error);
        Assert.Equal("not a record as poles share them", await pair.NoteAsync(create.Id));
        Assert.Empty(await Mahdia.Database.QueryAsync<string>("SELECT key FROM catalogue WHERE origin = @Authority", new { Fedify.Authority }));

        var undo = await Fedify.SayAsync(new { verb = "UndoFollow", @as = "pole", to = pair.Pole });
        Assert.True(undo.Error is null, undo.Error);
        Assert.Null(await pair.NoteAsync(undo.Id));
        await StandsAsync("asked");
        Assert.NotEqual(theirs.Id, undo.Id);

        // They follow again, and Mahdia is the one that leaves: it takes back its own Follow and ends theirs.
        var again = await pair.FollowAsync(name: "pole");
        await StandsAsync("connected");
        using (var left = await Mahdia.Api.PostAsync($"/api/partners/{Fedify.Authority}/disconnect", content: null))
        {
            Assert.True(left.IsSuccessStatusCode, await left.Content.ReadAsStringAsync());
        }

        var takenBack = await Fedify.GotAsync("Undo");
        await GenuineAsync(takenBack);
        Assert.Equal(("Follow", follow.Id), (takenBack.Activity.GetProperty("object").GetProperty("type").GetString(), takenBack.Activity.GetProperty("object").GetProperty("id").GetString()));
        var ended = await Fedify.GotAsync("Reject");
        await GenuineAsync(ended);
        Assert.Equal(again.Id, ended.Activity.GetProperty("object").GetProperty("id").GetString());
        await StandsAsync("ended");
    }

    /// <summary>Signature and proof hold each by itself, and Fedify's own handling came to the same.</summary>
    private async Task GenuineAsync(FedifyReceived received)
    {
        Assert.Equal((true, true), (received.IsSigned, received.IsProved));
        Assert.Equal(pair.Pole + "#main-key", received.KeyId);
        Assert.Matches("^CitESS/[0-9.]+ ", received.UserAgent);
        await Eventually.TrueAsync(async () => (await Fedify.HandledAsync()).Contains(received.Id, StringComparer.Ordinal), $"Fedify did not take {received.Id} for genuine.\n{Fedify.Output}");
    }

    private Task StandsAsync(string connection) => Eventually.TrueAsync(
        async () => await PoleNetwork.PartnerAsync(Mahdia, Fedify.Authority) is { } partner && partner.GetProperty("connection").GetString() == connection,
        () => $"Mahdia is not {connection} with Fedify.\n{string.Join('\n', Mahdia.Process.Output)}",
        TimeSpan.FromSeconds(60));
}

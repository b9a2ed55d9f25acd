using Citess.Network.Tests.House;
using Xunit;

namespace Citess.Network.Tests.Fedify;

/// <summary>What a real server of another kind sends is let in or refused as specs/FEDERATION.md says, in both dialects, and a refusal leaves nothing.</summary>
public sealed class FedifyGateTests(FedifyPair pair) : IClassFixture<FedifyPair>
{
    private RunningPole Mahdia => pair.Mahdia;

    private FedifyPeer Fedify => pair.Fedify;

    [Theory]
    [InlineData("cavage", true)]
    [InlineData("cavage", false)]
    [InlineData("rfc9421", true)]
    [InlineData("rfc9421", false)]
    public async Task A_note_of_a_visitor_is_let_in_at_the_first_knock_and_shown_to_nobody(string dialect, bool proves)
    {
        // One that has not yet learned what Mahdia takes.
        await using var stranger = await FedifyPeer.StartAsync();
        var (id, before) = (Samples.NewId(), await pair.QuietAsync());
        foreach (var verb in new[] { "Create", "Update" })
        {
            var said = await stranger.SayAsync(new { verb, to = pair.Pole, dialect, proves, article = new { id, name = verb, content = "<p>…</p>" } });
            Assert.Equal([(dialect, 202)], said.Posts.Select(post => (post.Dialect, post.Status!.Value)));
            Assert.Equal("not a partner pole of ours", await pair.NoteAsync(said.Id));
        }

        var delete = await stranger.SayAsync(new { verb = "Delete", to = pair.Pole, dialect, proves, about = $"{stranger.Origin}/articles/{id}" });
        Assert.Equal([(dialect, 202)], delete.Posts.Select(post => (post.Dialect, post.Status!.Value)));
        Assert.Equal("not a partner pole of ours", await pair.NoteAsync(delete.Id));

        // But for the letters, and what was learned of the dialect, nothing is as if they had come.
        var after = await pair.QuietAsync();
        Assert.All(after.Where(table => table.Value != before[table.Key]), table => Assert.Contains(table.Key, new[] { "inbox", "sqlite_sequence", "peer_dialect", "remote_actor", "remote_actor_key" }));
    }

    [Fact]
    public async Task A_Create_that_has_only_an_address_is_fetched_from_Fedify()
    {
        var id = Samples.NewId();
        var said = await Fedify.SayAsync(new { verb = "CreateByAddress", to = pair.Pole, article = new { id, name = "Taller", content = "<p>Taller</p>" } });
        Assert.Equal([202], said.Posts.Select(post => post.Status!.Value));
        await pair.NoteAsync(said.Id);

        // It was fetched and judged; of a stranger's thing no more than id and hash is kept.
        Assert.Contains(id, await Fedify.AskedAsync());
        Assert.Empty(await Mahdia.Database.QueryAsync<string>("SELECT body FROM inbox JOIN inbox_body USING (number) WHERE activity_id = @Id", new { said.Id }));
    }

    [Fact]
    public Task An_Announce_is_refused_and_leaves_nothing() =>
        RefusedAsync("verb-not-spoken", 422, new { verb = "Announce", to = pair.Pole, about = pair.Pole });

    [Fact]
    public Task An_Undo_of_an_Announce_is_refused_and_leaves_nothing() =>
        RefusedAsync("verb-not-spoken", 422, new { verb = "UndoAnnounce", to = pair.Pole, about = pair.Pole });

    [Fact]
    public async Task A_Delete_of_what_is_Mahdias_is_refused_and_leaves_nothing()
    {
        var id = Samples.NewId();
        await Mahdia.CreateAsync(id, Samples.Practice("Pressoir"));
        await RefusedAsync("not-owner", 403, new { verb = "Delete", to = pair.Pole, about = Mahdia.Address(id) });
        await RefusedAsync("not-owner", 403, new { verb = "DeleteByAddress", to = pair.Pole, about = Mahdia.Address(id) });
    }

    [Fact]
    public Task An_Update_of_what_is_Mahdias_is_refused_and_leaves_nothing() =>
        RefusedAsync("not-owner", 403, new { verb = "Update", to = pair.Pole, article = new { id = Mahdia.Address(Samples.NewId()), name = "De mallory", content = "" } });

    [Fact]
    public Task A_Delete_without_a_Tombstone_is_refused_and_leaves_nothing() =>
        RefusedAsync("object-unfit", 422, new { verb = "DeleteByAddress", to = pair.Pole, about = Fedify.Origin + "/articles/1" });

    [Fact]
    public Task A_proof_by_the_key_of_another_actor_of_the_same_server_is_refused_and_leaves_nothing() =>
        RefusedAsync("proof-wrong", 403, new { verb = "Create", to = pair.Pole, provesAs = "pole", article = new { id = Samples.NewId(), name = "De mallory", content = "" } });

    [Theory]
    [InlineData("cavage")]
    [InlineData("rfc9421")]
    public async Task A_signature_by_the_key_of_another_actor_of_the_same_server_is_refused_and_leaves_nothing(string dialect) =>
        await RefusedAsync("actor-not-key-owner", 401, new { verb = "Create", to = pair.Pole, dialect, signsAs = "pole", proves = false, article = new { id = Samples.NewId(), name = "De mallory", content = "" } });

    private async Task RefusedAsync(string slug, int status, object deed)
    {
        var before = await pair.QuietAsync();
        var said = await Fedify.SayAsync(deed);
        Assert.NotNull(said.Error);
        Assert.Equal((status, "/problems#" + slug), (said.Posts[0].Status, said.Posts[0].Type));

        // After a 401 Fedify tries as our Accept-Signature wishes, and 2.3.6 then names content-digest twice, which RFC 9421 §2 forbids.
        Assert.All(said.Posts, post => Assert.True(post.Type == "/problems#" + slug || (status == 401 && post.Type == "/problems#signature-malformed"), post.ToString()));
        Assert.Equal(before, await pair.QuietAsync());
    }
}

using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Citess.ActivityPub.Vocabulary;
using Citess.Network.Tests.House;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Kernel.Visitors;
using Citess.Poles.Practices;
using Xunit;

namespace Citess.Network.Tests.Federation.BadInput;

/// <summary>Replies of visitors that are none, or too much: what a figure on another server may not make wait here.</summary>
[Collection(BadInputCollection.Name)]
public sealed class RepliesTests(BadInputPole pole) : IAsyncLifetime
{
    private readonly string open = Samples.NewId();
    private readonly string hidden = Samples.NewId();

    public async ValueTask InitializeAsync()
    {
        await CreateAsync(open, Audience.Public);
        await CreateAsync(hidden, Audience.Network);
        await pole.SettledAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact, BadInput("verbs by strangers")]
    public async Task A_reply_in_another_name_or_of_another_host_leaves_nothing_and_nobody_changes_anothers()
    {
        var held = pole.Guest.NewId("note");
        Assert.Equal("202", await pole.PostAsync(pole.Guest.Say(Verbs.Create, Note(pole.Guest, open, note => note["id"] = held)), pole.Guest));
        await pole.SettledAsync();
        Assert.Equal(["Merci."], await RepliesAsync());
        using var neighbour = new Figure(pole.Web, "barcelona.example", kind: null, "/users/neighbour");
        Assert.Equal("422 verb-not-spoken", await pole.PostAsync(neighbour.Say("Listen", pole.Actor), neighbour));
        await pole.SettledAsync();
        await pole.RefusesAsync(
        [
            new("in the name of Barcelona", "403 not-owner", () => pole.PostAsync(pole.Guest.Say(Verbs.Create, Note(pole.Guest, open, note => note["attributedTo"] = pole.Barcelona.Id)), pole.Guest)),
            new("in the name of Mahdia", "403 not-owner", () => pole.PostAsync(pole.Guest.Say(Verbs.Create, Note(pole.Guest, open, note => note["attributedTo"] = pole.Actor)), pole.Guest)),
            new("under an id of another host", "403 not-owner", () => pole.PostAsync(pole.Guest.Say(Verbs.Create, Note(pole.Guest, open, note => note["id"] = pole.Mallory.NewId("note"))), pole.Guest)),
            new("under an id of Mahdia's", "403 not-owner", () => pole.PostAsync(pole.Guest.Say(Verbs.Create, Note(pole.Guest, open, note => note["id"] = $"{pole.Origin}/note/{Samples.NewId()}")), pole.Guest)),
            new("signed by another", "401 actor-not-key-owner", () => pole.PostAsync(pole.Guest.Say(Verbs.Create, Note(pole.Guest, open)), neighbour)),
            new("Create over a neighbour's", "403 not-owner", () => pole.PostAsync(neighbour.Say(Verbs.Create, Note(neighbour, open, note => note["id"] = held)), neighbour)),
            new("Update of a neighbour's", "403 not-owner", () => pole.PostAsync(neighbour.Say(Verbs.Update, Note(neighbour, open, note => Take(note, held))), neighbour)),
            new("Delete of a neighbour's", "403 not-owner", () => pole.PostAsync(neighbour.Say(Verbs.Delete, new JsonObject { ["id"] = held, ["type"] = "Tombstone" }), neighbour)),
        ]);
        Assert.Equal("202", await pole.PostAsync(pole.Guest.Say(Verbs.Delete, new JsonObject { ["id"] = held, ["type"] = "Tombstone" }), pole.Guest));
        await pole.SettledAsync();
        Assert.Empty(await RepliesAsync());

        static void Take(JsonObject note, string held)
        {
            note["id"] = held;
            note.Remove("attributedTo");
        }
    }

    [Fact, BadInput("unbounded state")]
    public async Task A_reply_that_is_too_long_or_empty_leaves_nothing_and_the_sixth_of_one_author_is_told_to_come_later()
    {
        JsonObject Long(string content) => pole.Guest.Say(Verbs.Create, Note(pole.Guest, open, note => note["content"] = content));
        await pole.RefusesAsync(
        [
            new("2,001 characters", "422 reply-unfit", () => pole.PostAsync(Long(new string('x', VisitorReply.MaxText + 1)), pole.Guest)),
            new("as many marks as go into a letter", "422 reply-unfit", () => pole.PostAsync(Long(string.Concat(Enumerable.Repeat("<b>", 60_000)) + "x"), pole.Guest)),
            new("no words", "422 reply-unfit", () => pole.PostAsync(Long("<p><img src='x'></p>"), pole.Guest)),
        ]);

        List<string> ids = [];
        for (var number = 0; number < VisitorReply.MostOfActor; number++)
        {
            ids.Add(pole.Guest.NewId("note"));
            Assert.Equal("202", await pole.PostAsync(pole.Guest.Say(Verbs.Create, Note(pole.Guest, open, note => note["id"] = ids[^1])), pole.Guest));
        }

        await pole.SettledAsync();
        await pole.RefusesAsync([new("one too many", "429 rate-limited", () => pole.PostAsync(pole.Guest.Say(Verbs.Create, Note(pole.Guest, open)), pole.Guest))]);
        foreach (var id in ids)
        {
            Assert.Equal("202", await pole.PostAsync(pole.Guest.Say(Verbs.Delete, new JsonObject { ["id"] = id, ["type"] = "Tombstone" }), pole.Guest));
        }

        await pole.SettledAsync();
        Assert.Empty(await RepliesAsync());
    }

    [Fact, BadInput("caches")]
    public async Task To_what_is_hidden_missing_or_not_ours_a_reply_is_answered_alike_and_not_kept()
    {
        foreach (var answers in new[] { hidden, Samples.NewId(), pole.HeldId, "https://elsewhere.example/notes/1", pole.Actor })
        {
            var said = pole.Guest.Say(Verbs.Create, Note(pole.Guest, answers));
            Assert.Equal("202", await pole.PostAsync(said, pole.Guest));
            var id = said["id"]!.GetValue<string>();
            Assert.Equal(["not a partner pole of ours"], await pole.Database.QueryAsync<string>("SELECT note FROM inbox WHERE activity_id = @id AND done IS NOT NULL", new { id }));
            Assert.Empty(await pole.Database.QueryAsync<string>("SELECT body FROM inbox JOIN inbox_body USING (number) WHERE activity_id = @id", new { id }));

            // Too long for what is public, and here no other than any.
            var tooLong = pole.Guest.Say(Verbs.Create, Note(pole.Guest, answers, note => note["content"] = new string('x', 3000)));
            Assert.Equal("202", await pole.PostAsync(tooLong, pole.Guest));
        }

        await pole.SettledAsync();
        Assert.Empty(await RepliesAsync());
    }

    [Fact, BadInput("blocked content on a detour")]
    public async Task A_reply_from_a_blocked_host_leaves_nothing()
    {
        using var blocked = new Figure(pole.Web, "replies-blocked.example", kind: null, "/users/mallory");
        Assert.Equal("202", await pole.PostAsync(blocked.Say(Verbs.Create, Note(blocked, open)), blocked));
        await pole.SettledAsync();
        Assert.Single(await RepliesAsync());

        // What waited goes with the block.
        await pole.BlockAsync("replies-blocked.example");
        Assert.Empty(await RepliesAsync());
        await pole.SettledAsync();
        await pole.RefusesAsync([new("blocked", "403 host-blocked", () => pole.PostAsync(blocked.Say(Verbs.Create, Note(blocked, open)), blocked))]);
    }

    private JsonObject Note(Figure by, string answers, Action<JsonObject>? change = null)
    {
        var note = new JsonObject
        {
            ["id"] = by.NewId("note"),
            ["type"] = "Note",
            ["attributedTo"] = by.Id,
            ["inReplyTo"] = answers.Contains('/', StringComparison.Ordinal) ? answers : $"{pole.Origin}/practice/{answers}",
            ["to"] = new JsonArray(Addresses.Public),
            ["content"] = "<p>Merci.</p>",
        };
        change?.Invoke(note);
        return note;
    }

    private Task<IReadOnlyList<string>> RepliesAsync() => pole.Database.QueryAsync<string>("SELECT text FROM visitor_reply");

    private async Task CreateAsync(string id, Audience audience)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/practices/{id}") { Content = JsonContent.Create(new RecordDraft<Practice>(Samples.Practice("Pressoir"), audience, null), options: StateJson.Options) };
        request.Headers.TryAddWithoutValidation("If-None-Match", "*");
        using var answer = await pole.Api.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}

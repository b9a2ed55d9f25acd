using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Citess.ActivityPub.Inbox;
using Citess.ActivityPub.Signatures;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Inbox;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Kernel.Visitors;
using Citess.Poles.Network.Incoming;
using Citess.Poles.Tests.Cast;
using Citess.Poles.Tests.Network.Outgoing;
using Xunit;

namespace Citess.Poles.Tests.Network.Visitors;

/// <summary>What people on other software answer to Mahdia: let in, read, changed and taken back, and what of it is nothing here.</summary>
public sealed class VisitorDoorTests : IAsyncLifetime
{
    private const string Practice = "practice/01JNPV3T000000000000000001";
    private const string Hidden = "practice/01JNPV3T000000000000000002";
    private const string Service = "service/01JNPV3T000000000000000003";
    private const string Question = "note/01JNPV3T000000000000000004";
    private const string HiddenQuestion = "note/01JNPV3T000000000000000005";
    private const string Montserrat = "https://social.example/users/montserrat";

    private PostOffice office = null!;
    private int sent;

    public async ValueTask InitializeAsync()
    {
        office = await PostOffice.OpenAsync();
        await ShareAsync(Practice, Audience.Public, $"\"replies\":\"{Address(Practice)}/contributions\"");
        await ShareAsync(Hidden, Audience.Network, $"\"replies\":\"{Address(Hidden)}/contributions\"");
        await ShareAsync(Service, Audience.Public, "\"status\":\"active\"");
        await ShareAsync(Question, Audience.Public, $"\"about\":\"{Address(Practice)}\"");
        await ShareAsync(HiddenQuestion, Audience.Public, $"\"about\":\"{Address(Hidden)}\"");
    }

    public ValueTask DisposeAsync() => office.DisposeAsync();

    [Fact]
    public async Task A_reply_to_a_public_practice_waits_as_plain_words_with_who_and_where()
    {
        Assert.Null(await SayAsync(Verbs.Create, Note(Address(Practice))));
        var reply = Assert.Single(await WaitingAsync());
        Assert.Equal(("@montserrat@social.example", "Merci !\nEt l’hiver ?", "fr"), (reply.Handle, reply.Text, reply.Language));
        Assert.Equal((Practice, Practice, "https://social.example/@montserrat/1"), (reply.About, reply.Answers, reply.Link));
        Assert.Equal((DateTimeOffset.Parse("2026-03-01T08:00:00Z", CultureInfo.InvariantCulture), office.Clock.GetUtcNow()), (reply.Said, reply.Received));
    }

    [Fact]
    public async Task An_answer_to_a_question_stands_in_the_conversation_of_its_practice()
    {
        Assert.Null(await SayAsync(Verbs.Create, Note(Address(Question))));
        var reply = Assert.Single(await WaitingAsync());
        Assert.Equal((Practice, Question), (reply.About, reply.Answers));
    }

    [Fact]
    public async Task An_answer_to_what_a_visitor_said_waits_too_unless_that_was_declined_or_is_its_own()
    {
        await SayAsync(Verbs.Create, Note(Address(Practice)));
        var jordi = Author("jordi", id: "https://other.example/users/jordi");
        Assert.Null(await SayAsync(Verbs.Create, Jordi(8), jordi));
        var answer = Assert.Single(await WaitingAsync(), reply => reply.Actor == jordi.Id);
        Assert.Equal((Practice, "https://social.example/notes/1"), (answer.About, answer.Answers));

        var first = Assert.Single(await WaitingAsync(), reply => reply.Actor == Montserrat);
        Assert.True(await office.Replies.DecideAsync(first.Address, first.Received, VisitorStanding.Declined, "amira", office.Clock.GetUtcNow()));
        Assert.Equal(Admission.Stranger, await SayAsync(Verbs.Create, Jordi(9), jordi));
        Assert.Equal(Admission.Stranger, await SayAsync(Verbs.Create, Note("https://social.example/notes/3", id: 3)));

        static JsonObject Jordi(int id) => Note("https://social.example/notes/1", note =>
        {
            note["id"] = string.Create(CultureInfo.InvariantCulture, $"https://other.example/notes/{id}");
            note["attributedTo"] = "https://other.example/users/jordi";
        });
    }

    [Fact]
    public async Task Once_the_practice_is_not_for_all_any_more_nothing_that_answers_a_visitor_waits()
    {
        await SayAsync(Verbs.Create, Note(Address(Practice)));
        await ShareAsync(Practice, Audience.Network, $"\"replies\":\"{Address(Practice)}/contributions\"", revision: 2);
        Assert.Equal(Admission.Stranger, await SayAsync(Verbs.Create, Note("https://social.example/notes/1", id: 2)));
        Assert.Single(await WaitingAsync());
    }

    [Fact]
    public async Task What_answers_nothing_here_that_is_for_all_or_is_not_for_all_itself_is_any_strangers_word()
    {
        string[] elsewhere = [Address(Hidden), Address(HiddenQuestion), Address(Service), Address("practice/01JNPV3T000000000000000009"), Mahdia.Pole.ActorAddress, "https://barcelona.example/" + Practice, "https://social.example/notes/9", Address(Practice) + "/", Address(Practice).ToUpperInvariant()];
        JsonObject[] notes =
        [
            .. elsewhere.Select(address => Note(address)),
            Note(Address(Practice), note => note["inReplyTo"] = new JsonArray(Address(Practice), Address(Question))),
            Note(Address(Practice), note => note["to"] = Montserrat + "/followers"),
            Note(Address(Practice), note => note["to"] = Mahdia.Pole.ActorAddress),
            Note(Address(Practice), note => note["type"] = "Article"),
            Note(Address(Practice), note => note["kind"] = "note"),
            Note(Address(Practice), note => note.Remove("inReplyTo")),
        ];
        foreach (var note in notes)
        {
            Assert.Equal(Admission.Stranger, await SayAsync(Verbs.Create, note));
        }

        Assert.Empty(await WaitingAsync());
    }

    [Fact]
    public async Task A_pole_is_no_visitor()
    {
        Assert.Equal(Admission.Stranger, await SayAsync(Verbs.Create, Note(Address(Practice)), Author("montserrat", isPole: true)));
        Assert.Empty(await WaitingAsync());
    }

    [Fact]
    public async Task What_has_no_words_or_too_many_is_refused()
    {
        foreach (var content in new[] { "", "<p><img src=x></p>", $"<p>{new string('x', VisitorReply.MaxText + 1)}</p>", string.Concat(Enumerable.Repeat("<b></b>", 10_000)) + "x" })
        {
            Assert.IsType<Admission.Unfit>(await JudgeAsync(Verbs.Create, Note(Address(Practice), note => note["content"] = content)));
        }

        Assert.IsType<Admission.Kept>(await JudgeAsync(Verbs.Create, Note(Address(Practice), note => note["content"] = new string('x', VisitorReply.MaxText))));
    }

    [Fact]
    public async Task A_name_that_could_pass_for_another_is_left_out_and_a_link_goes_to_the_host_of_the_author()
    {
        await SayAsync(Verbs.Create, Note(Address(Practice), note => note["url"] = "https://mallory.example/"), Author("a\u202eb"));
        var reply = Assert.Single(await WaitingAsync());
        Assert.Equal(("social.example", reply.Address), (reply.Handle, reply.Link));
    }

    [Fact]
    public async Task So_many_of_one_author_wait_and_what_more_comes_is_told_to_come_later()
    {
        for (var number = 0; number < VisitorReply.MostOfActor; number++)
        {
            Assert.Null(await SayAsync(Verbs.Create, Note(Address(Practice), id: number)));
        }

        Assert.IsType<Admission.Later>(await JudgeAsync(Verbs.Create, Note(Address(Practice), id: 99)));
        Assert.IsType<Admission.Kept>(await JudgeAsync(Verbs.Update, Note(Address(Practice), id: 0)));
        Assert.IsType<Admission.Kept>(await JudgeAsync(Verbs.Create, Note(Address(Practice), id: 99), Author("jordi", id: "https://social.example/users/jordi")));
    }

    [Fact]
    public async Task Other_words_wait_again_and_the_same_ones_do_not()
    {
        await SayAsync(Verbs.Create, Note(Address(Practice)));
        await DecideAsync(VisitorStanding.Shown);
        await SayAsync(Verbs.Update, Note(Address(Practice), note => note["sensitive"] = true));
        Assert.Empty(await WaitingAsync());

        await SayAsync(Verbs.Update, Note(Address(Practice), note => note["content"] = "<p>Autre chose.</p>"));
        Assert.Equal("Autre chose.", Assert.Single(await WaitingAsync()).Text);
        Assert.Empty(await office.Replies.ListAsync(VisitorStanding.Shown, about: null, 10));
    }

    [Fact]
    public async Task What_was_declined_does_not_wait_again_whatever_is_sent_of_it()
    {
        await SayAsync(Verbs.Create, Note(Address(Practice)));
        await DecideAsync(VisitorStanding.Declined);
        foreach (var verb in new[] { Verbs.Create, Verbs.Update })
        {
            Assert.Equal("was declined here", await SayAsync(verb, Note(Address(Practice), note => note["content"] = verb)));
        }

        Assert.Empty(await WaitingAsync());
    }

    [Fact]
    public async Task Its_author_takes_it_back_however_it_stands_and_so_does_an_Update_that_answers_nothing_any_more()
    {
        foreach (var standing in Enum.GetValues<VisitorStanding>())
        {
            await SayAsync(Verbs.Create, Note(Address(Practice)));
            await DecideAsync(standing);
            Assert.Null(await SayAsync(Verbs.Delete, Tombstone()));
            Assert.False(await office.Replies.HasAsync(Montserrat));
        }

        await SayAsync(Verbs.Create, Note(Address(Practice)));
        Assert.Null(await SayAsync(Verbs.Update, Note(Address(Practice), note => note["to"] = Montserrat + "/followers")));
        Assert.False(await office.Replies.HasAsync(Montserrat));

        await SayAsync(Verbs.Create, Note(Address(Practice)));
        Assert.Null(await SayAsync(Verbs.Delete, JsonValue.Create(Montserrat)));
        Assert.False(await office.Replies.HasAsync(Montserrat));
        Assert.Equal(Admission.Stranger, await SayAsync(Verbs.Delete, Tombstone()));
    }

    [Fact]
    public async Task A_Delete_right_behind_its_Create_is_kept_though_that_is_not_read_yet()
    {
        await office.Inbox.KeepAsync(Letter(Verbs.Create, "{}", Author("montserrat")));
        Assert.Null(Assert.IsType<Admission.Kept>(await JudgeAsync(Verbs.Delete, Tombstone())).Note);
    }

    [Fact]
    public async Task What_a_host_sent_before_it_was_blocked_is_not_taken_up_after()
    {
        await office.Blocks.BlockAsync(new("social.example", "", "amira", office.Clock.GetUtcNow()));
        Assert.Equal("its host was blocked meanwhile", await SayAsync(Verbs.Create, Note(Address(Practice))));
        Assert.Empty(await WaitingAsync());
    }

    private static string Address(string key) => Mahdia.Pole.Origin + "/" + key;

    private static JsonObject Note(string answers, Action<JsonObject>? change = null, int id = 1)
    {
        var note = new JsonObject
        {
            ["id"] = string.Create(CultureInfo.InvariantCulture, $"https://social.example/notes/{id}"),
            ["type"] = "Note",
            ["attributedTo"] = Montserrat,
            ["inReplyTo"] = answers,
            ["to"] = Addresses.Public,
            ["url"] = string.Create(CultureInfo.InvariantCulture, $"https://social.example/@montserrat/{id}"),
            ["published"] = "2026-03-01T08:00:00Z",
            ["content"] = "<p>Merci !</p><p>Et l’hiver ?</p>",
            ["contentMap"] = new JsonObject { ["fr"] = "<p>Merci !</p><p>Et l’hiver ?</p>" },
        };
        change?.Invoke(note);
        return note;
    }

    private static JsonObject Tombstone() => new() { ["id"] = "https://social.example/notes/1", ["type"] = "Tombstone" };

    private static RemoteActor Author(string name, bool isPole = false, string id = Montserrat) => RemoteActor.TryRead(
        JsonSerializer.SerializeToUtf8Bytes(Ap.Write(new Actor { Id = id, Type = "Person", Kind = isPole ? "pole" : null, PreferredUsername = name, Inbox = id + "/inbox" })),
        DateTimeOffset.UnixEpoch)!;

    private Letter Letter(string verb, string body, RemoteActor author) => new()
    {
        ActivityId = string.Create(CultureInfo.InvariantCulture, $"https://social.example/activity/{++sent}"),
        Sender = "social.example",
        Actor = author.Id,
        Verb = verb,
        Hash = "00",
        Body = body,
        Received = office.Clock.GetUtcNow(),
    };

    private Task<IReadOnlyList<VisitorReply>> WaitingAsync() => office.Replies.ListAsync(VisitorStanding.Waiting, about: null, 10);

    private async Task DecideAsync(VisitorStanding standing)
    {
        var reply = Assert.Single(await WaitingAsync());
        Assert.True(await office.Replies.DecideAsync(reply.Address, reply.Received, standing, "amira", office.Clock.GetUtcNow()));
    }

    /// <summary>Through both doors: the gate's side, and then the inbox; returns why nothing came of it, or null.</summary>
    private async Task<string?> SayAsync(string verb, JsonNode about, RemoteActor? author = null)
    {
        author ??= Author("montserrat");
        var admission = Assert.IsType<Admission.Kept>(await JudgeAsync(verb, about, author));
        if (admission.Note is { } note)
        {
            return note;
        }

        office.Clock.Advance(TimeSpan.FromSeconds(1));
        var letter = Letter(verb, new JsonObject { ["object"] = about.DeepClone() }.ToJsonString(), author);
        Assert.True(IncomingLetter.TryRead(letter, new Correspondent(author, null!), out var incoming));
        return await office.Visitors().TakeAsync(incoming) switch
        {
            null => Admission.Stranger,
            Outcome.Nothing nothing => nothing.Reason,
            _ => null,
        };
    }

    private async Task<Admission> JudgeAsync(string verb, JsonNode about, RemoteActor? author = null)
    {
        var admissions = new Admissions(new(new(), office.Clock), office.Couriers, office.Documents, office.Visitors(), [], office.Clock);
        return await admissions.JudgeAsync(new("https://social.example/activity/1", verb, JsonElement.Parse(about.ToJsonString()), false, "{}"u8.ToArray(), new byte[32], author ?? Author("montserrat"), SignatureDialect.Cavage), CancellationToken.None);
    }

    private Task ShareAsync(string key, Audience audience, string more, int revision = 1) => office.PublishAsync(new OutboxEntry
    {
        Id = $"{key}@{revision}/0",
        Key = key,
        Sharing = new()
        {
            About = key,
            Revision = revision,
            Verb = Verbs.Create,
            Audience = audience,
            ActivityId = $"{Mahdia.Pole.Origin}/activity/{key.Replace('/', '.')}.{revision}",
            Activity = $$"""{"id":"{{Mahdia.Pole.Origin}}/activity/{{key.Replace('/', '.')}}.{{revision}}","type":"Create","object":{"id":"{{Address(key)}}","type":"Article","revision":{{revision}},{{more}} } }""",
        },
    });
}

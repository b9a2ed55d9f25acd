using System.Globalization;
using Citess.Poles.Kernel.Inbox;
using Citess.Poles.Kernel.Visitors;
using Citess.Poles.Network.Blocks;
using Citess.Storage.Tests.Lab;
using Xunit;

namespace Citess.Storage.Tests.Inbox;

/// <summary>Replies of visitors: bounded, theirs to change and take back, a person's to let through, and forgotten.</summary>
public abstract class VisitorRowsTests<TDatabase> : StorageTest<TDatabase>
    where TDatabase : TestDatabase, new()
{
    private const string Host = "social.example";

    private IVisitorReplies Replies => Store.Get<IVisitorReplies>();

    [Fact]
    public async Task It_is_given_back_as_it_came_and_counted_where_it_waits()
    {
        var reply = Reply(1) with { Language = "fr", Link = "https://social.example/@a/1" };
        Assert.True(await Replies.KeepAsync(reply));
        Assert.Equal([reply], await ListAsync(VisitorStanding.Waiting));
        Assert.Equal((1, 1, 0), (await Replies.WaitingAsync(), await Replies.WaitingAsync(Sample.Key(1)), await Replies.WaitingAsync(Sample.Key(2))));
        Assert.Equal(new VisitorRoom(VisitorStanding.Waiting, 1, 1, 1), await Replies.RoomAsync(reply.Actor, Host, reply.Address));
        Assert.Equal(new VisitorRoom(null, 0, 1, 1), await Replies.RoomAsync("https://social.example/users/b", Host, reply.Address));
    }

    [Fact]
    public async Task Five_of_one_author_and_fifty_of_one_host_wait_and_room_comes_back_with_each_decision()
    {
        for (var number = 0; number < VisitorReply.MostOfHost; number++)
        {
            Assert.True(await Replies.KeepAsync(Reply(number, actor: number / VisitorReply.MostOfActor)));
            Assert.Equal(number % VisitorReply.MostOfActor < VisitorReply.MostOfActor - 1 && number < VisitorReply.MostOfHost - 1, (await Replies.RoomAsync(Actor(number / VisitorReply.MostOfActor), Host, "x")).IsThere);
        }

        Assert.False(await Replies.KeepAsync(Reply(99, actor: 99)));
        Assert.True(await Replies.KeepAsync(Reply(100) with { Actor = "https://other.example/users/a", Host = "other.example" }));
        Assert.True(await Replies.DecideAsync(Reply(0).Address, Sample.Day, VisitorStanding.Declined, "amira", Sample.Day));
        Assert.False(await Replies.KeepAsync(Reply(98, actor: 1)));
        Assert.True(await Replies.KeepAsync(Reply(99)));
    }

    [Fact]
    public async Task A_thousand_wait_in_all()
    {
        await Store.ExecuteAsync(
            $"""
            WITH RECURSIVE each (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM each WHERE number < {VisitorReply.MostWaiting})
            INSERT INTO visitor_reply (address, actor, host, name, about, answers, link, text, language, said, received, standing)
            SELECT 'https://h' || number || '.example/1', 'a', 'h' || number || '.example', '', 'practice/1', 'practice/1', 'x', 'x', '', 0, 0, 0 FROM each
            """);
        Assert.False(await Replies.KeepAsync(Reply(1)));
    }

    [Fact]
    public async Task Only_the_wording_that_was_read_is_decided_on()
    {
        await Replies.KeepAsync(Reply(1));
        await Replies.KeepAsync(Reply(1) with { Text = "Autre", Received = Sample.Day.AddSeconds(1) });
        Assert.False(await Replies.DecideAsync(Reply(1).Address, Sample.Day, VisitorStanding.Shown, "amira", Sample.Day));
        Assert.True(await Replies.DecideAsync(Reply(1).Address, Sample.Day.AddSeconds(1), VisitorStanding.Shown, "amira", Sample.Day.AddDays(1)));
        var shown = Assert.Single(await ListAsync(VisitorStanding.Shown));
        Assert.Equal(("Autre", Sample.Day.AddDays(1)), (shown.Text, shown.Decided!.Value));

        // Other words wait again, the same ones do not, and what was declined never does.
        Assert.True(await Replies.KeepAsync(Reply(1) with { Text = "Autre", Received = Sample.Day.AddSeconds(2) }));
        Assert.Empty(await ListAsync(VisitorStanding.Waiting));
        Assert.True(await Replies.KeepAsync(Reply(1) with { Received = Sample.Day.AddSeconds(3) }));
        Assert.Null(Assert.Single(await ListAsync(VisitorStanding.Waiting)).Decided);
        await Replies.DecideAsync(Reply(1).Address, Sample.Day.AddSeconds(3), VisitorStanding.Declined, "amira", Sample.Day);
        Assert.True(await Replies.KeepAsync(Reply(1) with { Text = "Encore", Received = Sample.Day.AddSeconds(4) }));
        Assert.Empty(await ListAsync(VisitorStanding.Waiting));
    }

    [Fact]
    public async Task Nobody_else_changes_it_or_takes_it_back_and_the_gate_knows_whose_it_is()
    {
        await Replies.KeepAsync(Reply(1));
        Assert.False(await Replies.KeepAsync(Reply(1, actor: 2) with { Text = "De mallory" }));
        Assert.False(await Replies.RemoveAsync(Actor(2), Reply(1).Address));
        Assert.Equal([Reply(1)], await ListAsync(VisitorStanding.Waiting));
        Assert.Equal(new Recalled(null, Actor(0)), await Store.Inbox.RecallAsync("x", "y", Reply(1).Address, "", ""));

        Assert.True(await Replies.RemoveAsync(Actor(0), Reply(1).Address));
        Assert.False(await Replies.RemoveAsync(Actor(0), Reply(1).Address));
        await Replies.KeepAsync(Reply(1));
        await Replies.KeepAsync(Reply(2));
        Assert.Equal((2, false), (await Replies.RemoveAllAsync(Actor(0)), await Replies.HasAsync(Actor(0))));
    }

    [Fact]
    public async Task A_block_drops_what_waits_and_hides_what_was_let_through_as_long_as_it_lasts()
    {
        await Replies.KeepAsync(Reply(1));
        await Replies.DecideAsync(Reply(1).Address, Sample.Day, VisitorStanding.Shown, "amira", Sample.Day);
        await Replies.KeepAsync(Reply(2));
        await Replies.KeepAsync(Reply(3) with { Actor = "https://other.example/users/a", Host = "other.example" });
        var blocks = Store.Get<IBlocks>();
        await blocks.BlockAsync(new("example", "", "amira", Sample.Day));
        await blocks.UnblockAsync("example", Sample.Day);
        Assert.Empty(await ListAsync(VisitorStanding.Waiting));
        Assert.Single(await ListAsync(VisitorStanding.Shown));

        await blocks.BlockAsync(new(Host, "", "amira", Sample.Day));
        Assert.Empty(await ListAsync(VisitorStanding.Shown));
    }

    [Fact]
    public async Task What_nobody_looked_at_is_forgotten_after_90_days_and_what_was_declined_after_30()
    {
        foreach (var (number, standing) in new[] { (1, VisitorStanding.Shown), (2, VisitorStanding.Declined), (3, VisitorStanding.Waiting) })
        {
            await Replies.KeepAsync(Reply(number));
            await Replies.DecideAsync(Reply(number).Address, Sample.Day, standing, "amira", Sample.Day);
        }

        Assert.Equal(0, await Replies.TrimAsync(Sample.Day.AddDays(30)));
        Assert.Equal(1, await Replies.TrimAsync(Sample.Day.AddDays(30.1)));
        Assert.Equal(0, await Replies.TrimAsync(Sample.Day.AddDays(90)));
        Assert.Equal(1, await Replies.TrimAsync(Sample.Day.AddDays(90.1)));
        Assert.Equal([Reply(1).Address], (await ListAsync(VisitorStanding.Shown)).Select(reply => reply.Address));
    }

    private static string Actor(int number) => string.Create(CultureInfo.InvariantCulture, $"https://social.example/users/{number}");

    private static VisitorReply Reply(int number, int actor = 0) => new()
    {
        Address = string.Create(CultureInfo.InvariantCulture, $"https://social.example/notes/{number}"),
        Actor = Actor(actor),
        Host = Host,
        Name = "a",
        About = Sample.Key(1),
        Answers = Sample.Key(1),
        Link = "https://social.example/1",
        Text = "Merci !",
        Said = Sample.Day,
        Received = Sample.Day,
    };

    private Task<IReadOnlyList<VisitorReply>> ListAsync(VisitorStanding standing) => Replies.ListAsync(standing, about: null, 10);
}

public sealed class VisitorRowsOnSqlite : VisitorRowsTests<SqliteFile>;

public sealed class VisitorRowsOnPostgreSql : VisitorRowsTests<PostgresDatabase>;

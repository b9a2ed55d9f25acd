using System.Collections.Immutable;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Inbox;
using Citess.Storage.Tests.Lab;
using Xunit;

namespace Citess.Storage.Tests.Inbox;

public abstract class InboxTests<TDatabase> : StorageTest<TDatabase>
    where TDatabase : TestDatabase, new()
{
    private static readonly IReadOnlyDictionary<long, string> NoNote = ImmutableDictionary<long, string>.Empty;

    [Fact]
    public async Task Of_many_that_bring_the_same_letter_at_once_one_is_first()
    {
        var other = await OpenAsync();
        var kept = await Task.WhenAll(Enumerable.Range(0, 32).Select(number =>
            Task.Run(() => (number % 2 == 0 ? Store : other).Inbox.KeepAsync(Sample.Letter("https://barcelona.example/activity/1")))));

        Assert.Equal(1, kept.Count(each => each == Keeping.Kept));
        Assert.Equal(31, kept.Count(each => each == Keeping.Repeated));
        Assert.Single(await Store.Inbox.WaitingAsync(Sample.Barcelona, 10));
    }

    [Fact]
    public async Task A_letter_is_on_the_disk_when_its_sender_is_told()
    {
        await Task.WhenAll(Enumerable.Range(0, 500).Select(async number =>
        {
            var id = $"https://barcelona.example/activity/{number}";
            Assert.Equal(Keeping.Kept, await Store.Inbox.KeepAsync(Sample.Letter(id)));
            Assert.Equal("00", await Store.Inbox.HashOfAsync(id));
        }));

        Assert.Equal(500, (await Store.Inbox.WaitingAsync(Sample.Barcelona, 1000)).Count);
    }

    [Fact]
    public async Task Of_two_letters_under_one_id_the_second_is_told_whether_it_is_the_same()
    {
        var letters = new[] { Sample.Letter("a"), Sample.Letter("a") with { Hash = "01" }, Sample.Letter("a") };
        Assert.Equal([Keeping.Kept, Keeping.Reused, Keeping.Repeated], await Task.WhenAll(letters.Select(letter => Store.Inbox.KeepAsync(letter))));
    }

    [Fact]
    public async Task A_neighbour_on_a_host_does_not_take_an_id_away_beforehand()
    {
        await Store.Inbox.KeepAsync(Sample.Letter("a") with { Actor = "https://barcelona.example/users/mallory", Hash = "ff" });
        Assert.Equal(Keeping.Kept, await Store.Inbox.KeepAsync(Sample.Letter("a")));
        Assert.Equal("00", await Store.Inbox.HashOfAsync("a"));
    }

    [Fact]
    public async Task An_id_as_long_as_the_gate_lets_through_is_kept()
    {
        var far = "https://barcelona.example/" + string.Concat(Enumerable.Range(0, 400).Select(number => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(BitConverter.GetBytes(number)))))[..2000];
        Assert.Equal(Keeping.Kept, await Store.Inbox.KeepAsync(Sample.Letter(far) with { Actor = far }));
    }

    [Fact]
    public async Task One_question_tells_whose_a_thing_is_that_is_held()
    {
        var arrival = Sample.Arrival(Sample.Key(1), 1, "bo");
        await ArriveAsync(arrival with { Document = arrival.Document with { Owner = "https://barcelona.example/pole/1" } });
        Assert.Equal(new Recalled(null, "https://barcelona.example/pole/1"), await Store.Inbox.RecallAsync("x", "y", "https://barcelona.example/" + Sample.Key(1), Sample.Barcelona, Sample.Key(1)));
        Assert.Equal(new Recalled(null, null), await Store.Inbox.RecallAsync("x", "y", "https://barcelona.example/" + Sample.Key(2), Sample.Barcelona, Sample.Key(2)));
    }

    [Fact]
    public async Task A_letter_that_cannot_be_kept_fails_alone()
    {
        var tasks = Enumerable.Range(0, 40)
            .Select(number => Store.Inbox.KeepAsync(Sample.Letter($"a{number}") with { Verb = number == 7 ? null! : "Create" }))
            .ToList();

        foreach (var (task, number) in tasks.Select((task, number) => (task, number)))
        {
            if (number == 7)
            {
                await Assert.ThrowsAnyAsync<Exception>(() => task);
            }
            else
            {
                Assert.Equal(Keeping.Kept, await task);
            }
        }
    }

    [Fact]
    public async Task Letters_of_one_sender_wait_in_the_order_of_their_arrival()
    {
        foreach (var (id, sender) in new[] { ("a", Sample.Barcelona), ("b", "sidibouzid.example"), ("c", Sample.Barcelona), ("d", Sample.Barcelona) })
        {
            await Store.Inbox.KeepAsync(Sample.Letter(id, sender) with { ObjectBody = "{\"à\":1}" });
        }

        var waiting = await Store.Inbox.WaitingAsync(Sample.Barcelona, 2);
        Assert.Equal(["a", "c"], waiting.Select(letter => letter.ActivityId));
        Assert.Equal(Sample.Letter("a") with { Number = waiting[0].Number, ObjectBody = "{\"à\":1}" }, waiting[0]);
        Assert.Equal([Sample.Barcelona, "sidibouzid.example"], (await Store.Inbox.SendersAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_mark_and_what_the_letter_brings_come_together_or_not_at_all()
    {
        await Store.Inbox.KeepAsync(Sample.Letter("a"));
        var letters = await Store.Inbox.WaitingAsync(Sample.Barcelona, 1);
        var broken = Sample.Arrival(Sample.Key(2), 1, "trencat") with { Document = Sample.Arrival(Sample.Key(2), 1, "trencat").Document with { Json = null! } };

        await Assert.ThrowsAnyAsync<Exception>(() => Store.Inbox.DoneAsync(letters, [Sample.Arrival(Sample.Key(1), 1, "bo"), broken], NoNote));
        Assert.Null(await FindAsync());
        Assert.Single(await Store.Inbox.WaitingAsync(Sample.Barcelona, 1));

        await Store.Inbox.DoneAsync(letters, [Sample.Arrival(Sample.Key(1), 1, "bo")], NoNote);
        Assert.NotNull(await FindAsync());
        Assert.Empty(await Store.Inbox.WaitingAsync(Sample.Barcelona, 1));
        Assert.Equal(Keeping.Repeated, await Store.Inbox.KeepAsync(Sample.Letter("a")));
    }

    [Theory]
    [InlineData(1, 2, 3)]
    [InlineData(3, 2, 1)]
    [InlineData(2, 3, 1)]
    [InlineData(3, 3, 2)]
    public async Task The_highest_revision_stays_in_whatever_order_they_come(params int[] revisions)
    {
        foreach (var revision in revisions)
        {
            await ArriveAsync(Sample.Arrival(Sample.Key(1), revision, "revisió" + revision));
        }

        Assert.Equal("revisió3", (await FindAsync())!.Name.SourceText);
        Assert.Contains("revisió3", (await Store.Documents.FindAsync(Sample.Barcelona, RecordKey.Parse(Sample.Key(1))))!.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tombstone_beats_lower_revisions_and_a_higher_one_beats_it()
    {
        await ArriveAsync(Sample.Arrival(Sample.Key(1), 3, "fora", tombstone: true));
        await ArriveAsync(Sample.Arrival(Sample.Key(1), 2, "abans"));
        await ArriveAsync(Sample.Arrival(Sample.Key(1), 3, "igual"));
        Assert.True((await FindAsync())!.IsWithdrawn);
        Assert.True((await Store.Documents.FindAsync(Sample.Barcelona, RecordKey.Parse(Sample.Key(1))))!.IsTombstone);

        await ArriveAsync(Sample.Arrival(Sample.Key(1), 4, "tornat"));
        Assert.False((await FindAsync())!.IsWithdrawn);
    }

    [Fact]
    public async Task A_letter_never_writes_a_row_of_ours_or_of_a_third()
    {
        await Store.PublishAsync(Sample.Outgoing(Sample.Key(1), 1));
        var foreign = Sample.Arrival(Sample.Key(1), 99, "mallory");

        await Assert.ThrowsAsync<ArgumentException>(() => ArriveAsync(Sample.Arrival(Sample.Key(1), 99, "mallory", origin: "")));
        await Assert.ThrowsAsync<ArgumentException>(() => ArriveAsync(foreign with { Listing = foreign.Listing! with { Origin = "" } }));
        await Assert.ThrowsAsync<ArgumentException>(() => ArriveAsync(foreign with { Listing = foreign.Listing! with { Origin = "sidibouzid.example" } }));

        Assert.Equal(1, (await Store.Catalogue.FindAsync("", RecordKey.Parse(Sample.Key(1))))!.Revision);
        Assert.Equal(1, await Store.ScalarAsync<long>("SELECT COUNT(*) FROM catalogue"));
    }

    [Fact]
    public async Task Trimming_takes_bodies_of_old_done_letters_and_keeps_what_tells_a_repeat()
    {
        await Store.Inbox.KeepAsync(Sample.Letter("old", body: "{\"secret\":1}"));
        await Store.Inbox.KeepAsync(Sample.Letter("waiting"));
        var letters = await Store.Inbox.WaitingAsync(Sample.Barcelona, 1);
        await Store.Inbox.DoneAsync(letters, [], new Dictionary<long, string> { [letters[0].Number] = "nothing new" });

        Assert.Equal(0, await Store.Inbox.TrimAsync(Sample.Day));
        Assert.Equal(1, await Store.Inbox.TrimAsync(DateTimeOffset.UtcNow.AddMinutes(1)));
        Assert.Equal("00", await Store.Inbox.HashOfAsync("old"));
        Assert.Equal("nothing new", await Store.ScalarAsync<string>("SELECT note FROM inbox WHERE activity_id = 'old'"));
        Assert.Equal(["waiting"], (await Store.Inbox.WaitingAsync(Sample.Barcelona, 9)).Select(letter => letter.ActivityId));
    }

    [Fact]
    public async Task Of_a_letter_from_which_nothing_comes_only_what_tells_a_repeat_is_kept()
    {
        Assert.Equal(Keeping.Kept, await Store.Inbox.KeepAsync(Sample.Letter("stranger", body: "{\"long\":1}") with { Note = "not a partner pole of ours", ObjectBody = "{}" }));

        Assert.Empty(await Store.Inbox.WaitingAsync(Sample.Barcelona, 10));
        Assert.Empty(await Store.Inbox.SendersAsync());
        Assert.Equal("00", await Store.Inbox.HashOfAsync("stranger"));
        Assert.Equal(1, await Store.ScalarAsync<long>("SELECT COUNT(*) FROM inbox WHERE number NOT IN (SELECT number FROM inbox_body) AND done IS NOT NULL AND note = 'not a partner pole of ours'"));
    }

    [Fact]
    public async Task Trimming_many_takes_them_all_a_few_at_a_time()
    {
        await Task.WhenAll(Enumerable.Range(0, 1200).Select(number => Store.Inbox.KeepAsync(Sample.Letter("a" + number))));
        await Store.Inbox.DoneAsync(await Store.Inbox.WaitingAsync(Sample.Barcelona, 2000), [], NoNote);

        Assert.Equal(1200, await Store.Inbox.TrimAsync(DateTimeOffset.UtcNow.AddMinutes(1)));
        Assert.Equal(0, await Store.ScalarAsync<long>("SELECT COUNT(*) FROM inbox_body"));
    }

    [Fact]
    public async Task A_revision_that_comes_later_takes_the_place_of_tags_and_words_too()
    {
        await ArriveAsync(Sample.Arrival(Sample.Key(1), 1, "cistell"));
        var second = Sample.Arrival(Sample.Key(1), 2, "forn");
        await ArriveAsync(second with { Listing = second.Listing! with { Languages = ["ca", "fr"] } });

        Assert.Equal(["ca", "fr"], await Store.ListAsync<string>("SELECT value FROM catalogue_tag ORDER BY value"));
        Assert.Equal(0, (await Store.Catalogue.SearchAsync(new() { Kind = "practice", Least = Audience.Own, Text = "cistell" })).Total);
        Assert.Equal(1, (await Store.Catalogue.SearchAsync(new() { Kind = "practice", Least = Audience.Own, Text = "forn" })).Total);
    }

    private Task<CatalogueEntry?> FindAsync() => Store.Catalogue.FindAsync(Sample.Barcelona, RecordKey.Parse(Sample.Key(1)));

    private Task ArriveAsync(Arrival arrival) => Store.Inbox.DoneAsync([], [arrival], NoNote);
}

public sealed class InboxOnSqlite : InboxTests<SqliteFile>;

public sealed class InboxOnPostgreSql : InboxTests<PostgresDatabase>;

using Citess.Poles.Kernel;
using Citess.Storage.Tests.Lab;
using Xunit;

namespace Citess.Storage.Tests.Ledger;

public abstract class PublisherTests<TDatabase> : StorageTest<TDatabase>
    where TDatabase : TestDatabase, new()
{
    [Fact]
    public async Task Publishers_at_once_number_each_entry_once_without_a_gap()
    {
        await Store.EnqueueAsync([.. Enumerable.Range(0, 450).Select(number => Sample.Outgoing(Sample.Key(number), 1))]);
        var other = await OpenAsync();

        await Task.WhenAll(new[] { Store, other, Store, other }.Select(store => Task.Run(async () =>
        {
            while (await store.Ledger.PublishAsync() > 0)
            {
            }
        })));

        Assert.Equal(450, await Store.Ledger.HeadAsync());
        var entries = await Store.Ledger.ReadAsync(0, 1000);
        Assert.Equal(Enumerable.Range(1, 450).Select(number => (long)number), entries.Select(entry => entry.Number));
        Assert.Equal(Enumerable.Range(0, 450).Select(Sample.Key), entries.Select(entry => entry.About));
        Assert.Equal(0, await Store.ScalarAsync<long>("SELECT COUNT(*) FROM outbox"));
    }

    [Fact]
    public async Task A_fault_in_the_middle_leaves_everything_as_it_was_and_the_next_run_does_it_all()
    {
        await Store.EnqueueAsync(Sample.Outgoing(Sample.Key(1), 1), Sample.Outgoing(Sample.Key(2), 1));

        // The second entry meets a number that is taken: the transaction dies after the first was published.
        await Store.ExecuteAsync(
            """
            INSERT INTO ledger (number, entry_id, about, revision, verb, audience, activity_id, activity, recorded, first_number)
            VALUES (2, 'taken', 'practice/x', 1, 'Create', 0, 'x', '{}', 0, 2)
            """);
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Store.Ledger.PublishAsync());

        Assert.Equal(0, await Store.Ledger.HeadAsync());
        Assert.Equal(2, await Store.ScalarAsync<long>("SELECT COUNT(*) FROM outbox"));
        Assert.Null(await Store.Documents.FindAsync("", RecordKey.Parse(Sample.Key(1))));
        Assert.Null(await Store.Catalogue.FindAsync("", RecordKey.Parse(Sample.Key(1))));

        await Store.ExecuteAsync("DELETE FROM ledger WHERE entry_id = 'taken'");
        Assert.Equal(2, await Store.Ledger.PublishAsync());
        Assert.Equal(2, await Store.Ledger.HeadAsync());
        Assert.NotNull(await Store.Catalogue.FindAsync("", RecordKey.Parse(Sample.Key(2))));
    }

    [Fact]
    public async Task An_entry_that_comes_again_is_not_numbered_again()
    {
        await Store.PublishAsync(Sample.Outgoing(Sample.Key(), 1));
        await Store.PublishAsync(Sample.Outgoing(Sample.Key(), 1));

        Assert.Equal(1, await Store.Ledger.HeadAsync());
        Assert.Single(await Store.Ledger.ReadAsync(0, 10));
    }

    [Fact]
    public async Task The_document_is_kept_word_for_word()
    {
        var outgoing = Sample.Outgoing(Sample.Key(), 1);
        await Store.PublishAsync(outgoing);

        var document = (await Store.Documents.FindAsync("", RecordKey.Parse(Sample.Key())))!;
        Assert.Equal(Sample.Document(Sample.Key(), 1, "تعاونية"), document.Json);
        Assert.Equal((1, Audience.Network, false), (document.Revision, document.Audience, document.IsTombstone));
        Assert.Equal(outgoing.Sharing!.Activity, (await Store.Ledger.FindActivityAsync(outgoing.Sharing.ActivityId))!.Activity);
    }

    [Fact]
    public async Task A_tombstone_takes_the_place_of_the_document()
    {
        await Store.PublishAsync(Sample.Outgoing(Sample.Key(), 1));
        await Store.PublishAsync(Sample.Outgoing(Sample.Key(), 2) with { Sharing = Sample.Sharing(Sample.Key(), 2, "Delete", type: "Tombstone") });

        Assert.True((await Store.Documents.FindAsync("", RecordKey.Parse(Sample.Key())))!.IsTombstone);
    }

    [Theory]
    [InlineData("\"https://barcelona.example/pole/x\"")]
    [InlineData("{\"id\":\"https://barcelona.example/follow/1\",\"type\":\"Follow\"}")]
    [InlineData("[]")]
    public async Task An_activity_that_does_not_carry_its_record_makes_no_document(string value)
    {
        var sharing = Sample.Sharing(Sample.Key(), 1) with { Verb = "Accept", Activity = $$"""{"type":"Accept","object":{{value}}}""" };
        await Store.PublishAsync(Sample.Outgoing(Sample.Key(), 1) with { Sharing = sharing });

        Assert.Null(await Store.Documents.FindAsync("", RecordKey.Parse(Sample.Key())));
        Assert.Equal(1, await Store.Ledger.HeadAsync());
    }

    [Fact]
    public async Task What_one_relation_was_sent_is_not_thereby_for_all()
    {
        await Store.PublishAsync(Sample.Outgoing(Sample.Key(), 1) with { Sharing = Sample.Sharing(Sample.Key(), 1, audience: Audience.Public) with { Addressee = Sample.Barcelona } });

        Assert.Null(await Store.Documents.FindAsync("", RecordKey.Parse(Sample.Key())));
        Assert.Empty(await Store.Ledger.ReadPublicAsync(long.MaxValue, 10));
    }

    [Fact]
    public async Task A_later_share_takes_the_place_of_every_earlier_one_whoever_it_was_for()
    {
        var key = Sample.Key();
        await Store.PublishAsync(
            Sample.Outgoing(key, 1, audience: Audience.Network),
            Sample.Outgoing(key, 2, audience: Audience.Public),
            Sample.Outgoing(key, 3, audience: Audience.Network),
            Sample.Outgoing(key, 4) with { Sharing = Sample.Sharing(key, 4) with { Addressee = Sample.Barcelona } },
            Sample.Outgoing(Sample.Key(2), 1));

        var entries = await Store.Ledger.ReadAsync(0, 10);
        Assert.Equal([true, true, false, false, false], entries.Select(entry => entry.IsSuperseded));
        Assert.Equal([1L, 1, 1, 1, 5], entries.Select(entry => entry.FirstNumber));
    }

    [Fact]
    public async Task The_outbox_shows_what_is_public_and_still_holds_newest_first()
    {
        await Store.PublishAsync(
            Sample.Outgoing(Sample.Key(1), 1, audience: Audience.Public),
            Sample.Outgoing(Sample.Key(2), 1, audience: Audience.Network),
            Sample.Outgoing(Sample.Key(3), 1, audience: Audience.Public),
            Sample.Outgoing(Sample.Key(1), 2, audience: Audience.Public));

        Assert.Equal([4L, 3], (await Store.Ledger.ReadPublicAsync(long.MaxValue, 10)).Select(entry => entry.Number));
        Assert.Equal([3L], (await Store.Ledger.ReadPublicAsync(4, 10)).Select(entry => entry.Number));
        Assert.Equal(2, await Store.Ledger.CountPublicAsync());
    }

    [Theory]
    [InlineData("{\"id\":")]
    [InlineData("{\"id\":\"x@1/0\",\"key\":\"practice/x\",\"listing\":{\"key\":\"no key\",\"revision\":1,\"audience\":\"own\"}}")]
    [InlineData("{\"id\":\"x@1/0\",\"key\":\"practice/x\",\"sharing\":{\"about\":\"practice/x\",\"revision\":1,\"verb\":\"Create\",\"audience\":\"own\",\"activityId\":\"a\",\"activity\":\"no json\"}}")]
    public async Task An_entry_that_cannot_be_read_holds_nobody_up(string body)
    {
        await Store.ExecuteAsync("INSERT INTO outbox (entry_id, body) VALUES ('x@1/0', @body)", new { body });
        await Store.PublishAsync(Sample.Outgoing(Sample.Key(), 1));

        Assert.Equal(1, await Store.Ledger.HeadAsync());
        Assert.Equal("x@1/0", await Store.ScalarAsync<string>("SELECT entry_id FROM outbox WHERE problem IS NOT NULL"));
        Assert.Equal(0, await Store.Ledger.PublishAsync());
    }

    /// <summary>Some of what one database takes another does not, and nobody foresees all of it.</summary>
    [Fact]
    public async Task An_entry_that_the_database_refuses_holds_nobody_up()
    {
        if (Store.Database.IsSqlite)
        {
            await Store.ExecuteAsync("CREATE TRIGGER unfit BEFORE INSERT ON catalogue_tag WHEN NEW.value LIKE 'unfit%' BEGIN INSERT INTO catalogue_tag (row_id, updated, facet, value) VALUES (NEW.row_id, 0, 'unfit', NULL); END");
        }

        var unfit = Sample.Outgoing(Sample.Key(2), 1);
        await Store.PublishAsync(
            Sample.Outgoing(Sample.Key(1), 1),
            unfit with { Listing = unfit.Listing! with { Status = "unfit\0" } },
            Sample.Outgoing(Sample.Key(3), 1));

        Assert.Equal([1L, 2], (await Store.Ledger.ReadAsync(0, 10)).Select(entry => entry.Number));
        Assert.Equal(unfit.Id, await Store.ScalarAsync<string>("SELECT entry_id FROM outbox WHERE problem IS NOT NULL"));
        Assert.Null(await Store.Catalogue.FindAsync("", RecordKey.Parse(Sample.Key(2))));
        Assert.NotNull(await Store.Catalogue.FindAsync("", RecordKey.Parse(Sample.Key(3))));
        Assert.Equal(0, await Store.Ledger.PublishAsync());
    }

    [Fact]
    public async Task Whoever_waits_is_woken_by_the_publisher()
    {
        var ledger = Store.Ledger.WaitBeyondAsync(0, CancellationToken.None);
        var listed = Store.Catalogue.WaitForAsync(RecordKey.Parse(Sample.Key()), 1);
        await Store.PublishAsync(Sample.Outgoing(Sample.Key(), 1));

        await ledger;
        Assert.True(await listed);
        Assert.False(await Store.Catalogue.WaitForAsync(RecordKey.Parse(Sample.Key()), 2));
    }

    [Fact]
    public async Task A_listing_from_the_outbox_is_ours_whatever_it_says()
    {
        var outgoing = Sample.Outgoing(Sample.Key(), 1);
        await Store.PublishAsync(outgoing with { Listing = outgoing.Listing! with { Origin = "mallory.example" } });

        Assert.NotNull(await Store.Catalogue.FindAsync("", RecordKey.Parse(Sample.Key())));
        Assert.Null(await Store.Catalogue.FindAsync("mallory.example", RecordKey.Parse(Sample.Key())));
    }
}

public sealed class PublisherOnSqlite : PublisherTests<SqliteFile>;

public sealed class PublisherOnPostgreSql : PublisherTests<PostgresDatabase>;

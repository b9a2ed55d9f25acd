using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Ledger;
using Citess.Storage.Tests.Lab;
using Xunit;

namespace Citess.Storage.Tests.Ledger;

public abstract class ChangesTests<TDatabase> : StorageTest<TDatabase>
    where TDatabase : TestDatabase, new()
{
    private const string SidiBouzid = "sidi-bouzid.example";
    private static readonly Sight Partner = new(Audience.Network, 0);
    private static readonly Sight Barcelona = new(Audience.Network, 0, Sample.Barcelona);

    private IChanges Changes => Store.Get<IChanges>();

    [Fact]
    public async Task The_feed_shows_each_record_once_at_its_latest_change_in_the_order_of_the_ledger()
    {
        await Store.PublishAsync(
            Sample.Outgoing(Sample.Key(1), 1), Sample.Outgoing(Sample.Key(2), 1), Sample.Outgoing(Sample.Key(3), 1), Sample.Outgoing(Sample.Key(1), 2, "الثانية"));

        var slice = await Changes.ReadAsync(Partner, 0);

        Assert.Equal([(2L, Sample.Key(2)), (3, Sample.Key(3)), (4, Sample.Key(1))], slice.Items.Select(item => (item.Number, item.Document.Key)));
        Assert.Equal(Sample.Document(Sample.Key(1), 2, "الثانية"), slice.Items[^1].Document.Json);
        Assert.True(slice is { Upto: 4, IsLast: true });
        Assert.Equal(3, await Changes.CountAsync(Partner));
    }

    [Fact]
    public async Task A_page_ends_after_a_hundred_and_the_next_begins_where_it_ended()
    {
        await Store.PublishAsync([.. Enumerable.Range(0, 250).Select(number => Sample.Outgoing(Sample.Key(number), 1))]);

        var seen = new List<string>();
        var (after, pages) = (0L, 0);
        ChangesSlice slice;
        do
        {
            slice = await Changes.ReadAsync(Partner, after);
            seen.AddRange(slice.Items.Select(item => item.Document.Key));
            (after, pages) = (slice.Upto, pages + 1);
        }
        while (!slice.IsLast);

        Assert.Equal(3, pages);
        Assert.Equal(Enumerable.Range(0, 250).Select(Sample.Key), seen);
        Assert.Empty((await Changes.ReadAsync(Partner, after)).Items);
    }

    [Fact]
    public async Task A_page_ends_before_the_record_with_which_it_would_have_more_than_half_a_megabyte_on_the_wire()
    {
        // Two bytes a letter.
        await Store.PublishAsync([.. Enumerable.Range(0, 10).Select(number => Sample.Outgoing(Sample.Key(number), 1, new string('م', 100_000)))]);

        var slice = await Changes.ReadAsync(Partner, 0);

        Assert.Equal(2, slice.Items.Count);
        Assert.False(slice.IsLast);
        Assert.Equal(slice.Items[^1].Number, slice.Upto);
    }

    [Fact]
    public async Task A_record_that_is_longer_than_a_page_goes_alone_and_the_next_page_goes_on()
    {
        await Store.PublishAsync([.. Enumerable.Range(0, 3).Select(number => Sample.Outgoing(Sample.Key(number), 1, new string('م', 300_000)))]);

        var first = await Changes.ReadAsync(Partner, 0);
        var last = await Changes.ReadAsync(Partner, 2);

        Assert.Equal([Sample.Key(0)], first.Items.Select(item => item.Document.Key));
        Assert.True(first is { Upto: 1, IsLast: false } && last is { Items.Count: 1, Upto: 3, IsLast: true });
    }

    [Fact]
    public async Task Rule_3_what_is_for_a_list_is_pulled_by_who_stands_on_it_and_by_no_other()
    {
        await Store.PublishAsync(Sample.Outgoing(Sample.Key(1), 1), Listed(2, 1, Sample.Barcelona), Listed(3, 1, SidiBouzid));

        var seen = await Changes.ReadAsync(Barcelona, 0);
        Assert.Equal([Sample.Key(1), Sample.Key(2)], seen.Items.Select(item => item.Document.Key));
        Assert.Equal([Sample.Key(2)], (await Changes.FindAsync(Barcelona, [Sample.Key(2), Sample.Key(3)])).Select(document => document.Key));
        Assert.Equal([new Living(Sample.Key(2), 1, Audience.Own)], await Changes.ListedAsync(Sample.Barcelona));
        Assert.Equal(2, await Changes.CountAsync(Barcelona));
        Assert.Equal([Sample.Key(1)], (await Changes.ReadAsync(Partner, 0)).Items.Select(item => item.Document.Key));
        Assert.Empty(await Changes.ListedAsync(""));
    }

    [Fact]
    public async Task Rule_8_who_lost_sight_of_a_record_pulls_its_remove_and_who_never_saw_it_does_not()
    {
        await Store.PublishAsync(Listed(1, 1, Sample.Barcelona, SidiBouzid));
        await Store.PublishAsync(Removed(1, 2), Listed(1, 2, SidiBouzid) with { Id = Sample.Key(1) + "@2/1" });
        var gabes = new Sight(Audience.Network, 0, "gabes.example");

        var told = Assert.Single((await Changes.ReadAsync(Barcelona, 0)).Items).Document;
        Assert.Equal((Sample.Key(1), 2, true), (told.Key, told.Revision, told.IsTombstone));
        Assert.Contains("\"Remove\"", told.Json, StringComparison.Ordinal);
        Assert.Equal(told, Assert.Single(await Changes.FindAsync(Barcelona, [Sample.Key(1)])));
        Assert.Equal(1, await Changes.CountAsync(Barcelona));

        var shown = Assert.Single((await Changes.ReadAsync(new(Audience.Network, 0, SidiBouzid), 0)).Items).Document;
        Assert.Equal((2, false), (shown.Revision, shown.IsTombstone));
        Assert.Empty((await Changes.ReadAsync(gabes, 0)).Items);
        Assert.Empty(await Changes.FindAsync(gabes, [Sample.Key(1)]));
        Assert.Empty((await Changes.ReadAsync(Barcelona with { Joined = 9 }, 0)).Items);
    }

    [Fact]
    public async Task Rule_8_the_remove_ends_when_the_record_comes_back_into_sight_and_gives_way_to_a_tombstone()
    {
        await Store.PublishAsync(Sample.Outgoing(Sample.Key(1), 1), Sample.Outgoing(Sample.Key(2), 1));
        await Store.PublishAsync(Removed(1, 2), Removed(2, 2));
        await Store.PublishAsync(Sample.Outgoing(Sample.Key(1), 3), Withdrawn(2, Audience.Own));

        var seen = (await Changes.ReadAsync(Barcelona, 0)).Items.Select(item => (item.Document.Key, item.Document.Revision, item.Document.IsTombstone));
        Assert.Equal([(Sample.Key(1), 3, false), (Sample.Key(2), 9, true)], seen);
        Assert.Empty((await Changes.ReadAsync(Sight.OfAnyone, 0)).Items);
    }

    [Fact]
    public async Task A_remove_to_one_partner_leaves_the_document_to_the_others()
    {
        var removal = Removed(1, 2);
        await Store.PublishAsync(Sample.Outgoing(Sample.Key(1), 2));
        await Store.PublishAsync(removal with { Id = removal.Id + "x", Sharing = removal.Sharing! with { Addressee = SidiBouzid } });

        Assert.Equal([Sample.Key(1)], (await Changes.ReadAsync(Barcelona, 0)).Items.Where(item => !item.Document.IsTombstone).Select(item => item.Document.Key));
    }

    [Fact]
    public async Task Whoever_is_no_partner_sees_what_is_public_and_nothing_else()
    {
        await Store.PublishAsync(
            Sample.Outgoing(Sample.Key(1), 1), Sample.Outgoing(Sample.Key(2), 1, audience: Audience.Public),
            Sample.Outgoing(Sample.Key(3), 1) with { Sharing = Sample.Sharing(Sample.Key(3), 1) with { Addressee = Sample.Barcelona } });

        Assert.Equal([Sample.Key(2)], (await Changes.ReadAsync(Sight.OfAnyone, 0)).Items.Select(item => item.Document.Key));
        Assert.Equal([Sample.Key(1), Sample.Key(2)], (await Changes.ReadAsync(Partner, 0)).Items.Select(item => item.Document.Key));
        Assert.Equal([Sample.Key(2)], (await Changes.FindAsync(Sight.OfAnyone, [Sample.Key(1), Sample.Key(2), Sample.Key(3)])).Select(document => document.Key));
        Assert.Equal(1, await Changes.CountAsync(Sight.OfAnyone));
    }

    [Fact]
    public async Task Rule_4_a_tombstone_goes_to_whoever_may_have_seen_the_record_and_to_no_other()
    {
        await Store.PublishAsync(Sample.Outgoing(Sample.Key(1), 1), Sample.Outgoing(Sample.Key(2), 1, audience: Audience.Public));
        await Store.PublishAsync(Withdrawn(1, Audience.Network), Withdrawn(2, Audience.Public));
        var head = await Store.Ledger.HeadAsync();

        var early = await Changes.ReadAsync(new(Audience.Network, Joined: 1), 0);
        Assert.Equal([Sample.Key(1), Sample.Key(2)], early.Items.Where(item => item.Document.IsTombstone).Select(item => item.Document.Key));

        // Who came after the withdrawal never saw the first; the second was open to all.
        var late = await Changes.ReadAsync(new(Audience.Network, Joined: head), 0);
        Assert.Equal([Sample.Key(2)], late.Items.Select(item => item.Document.Key));
        Assert.Equal([Sample.Key(2)], (await Changes.ReadAsync(Sight.OfAnyone, 0)).Items.Select(item => item.Document.Key));
    }

    [Fact]
    public async Task Rule_4_a_record_that_was_withdrawn_when_it_was_first_shared_was_seen_by_nobody()
    {
        await Store.PublishAsync(Withdrawn(1, Audience.Network));

        Assert.Empty((await Changes.ReadAsync(Partner, 0)).Items);
    }

    [Fact]
    public async Task Rule_6_the_digest_is_over_what_lives_at_one_moment()
    {
        await Store.PublishAsync(
            Sample.Outgoing(Sample.Key(1), 1), Sample.Outgoing(Sample.Key(2), 1), Sample.Outgoing(Sample.Key(1), 2, audience: Audience.Public), Withdrawn(2, Audience.Network));
        await Store.Inbox.DoneAsync([], [Sample.Arrival(Sample.Key(7), 5, "hort")], new Dictionary<long, string>());

        var (ours, theirs) = (new List<Living>(), new List<Living>());
        Assert.Equal(4, await Changes.ScanAsync("", ours.Add));
        await Changes.ScanAsync(Sample.Barcelona, theirs.Add);

        Assert.Equal([new(Sample.Key(1), 2, Audience.Public)], ours);
        Assert.Equal([new(Sample.Key(7), 5, Audience.Network)], theirs);
    }

    [Fact]
    public async Task Of_another_pole_is_shown_what_is_held_of_it_in_the_order_of_keys()
    {
        await Store.Inbox.DoneAsync([], [.. Enumerable.Range(1, 5).Select(number => Sample.Arrival(Sample.Key(number), 1, "hort", tombstone: number == 2))], new Dictionary<long, string>());

        Assert.Equal([Sample.Key(3), Sample.Key(4)], (await Changes.OfAsync(Sample.Barcelona, Audience.Network, Sample.Key(2), take: 2)).Select(document => document.Key));
        Assert.Empty(await Changes.OfAsync(Sample.Barcelona, Audience.Public, "", take: 10));
        Assert.Equal(5, await Changes.CountOfAsync(Sample.Barcelona, Audience.Network));
        Assert.Equal(new Dictionary<string, int> { [Sample.Key(2)] = 1 }, await Changes.RevisionsAsync(Sample.Barcelona, [Sample.Key(2), Sample.Key(9)]));
    }

    [Fact]
    public async Task What_came_under_a_false_key_can_be_dropped_with_its_listings_and_what_is_ours_never()
    {
        await Store.PublishAsync(Sample.Outgoing(Sample.Key(1), 1, audience: Audience.Public));
        await Store.Inbox.DoneAsync([], [Sample.Arrival(Sample.Key(1), 1, "hort")], new Dictionary<long, string>());

        await Changes.DropAsync(Sample.Barcelona);
        await Assert.ThrowsAsync<ArgumentException>(() => Changes.DropAsync(""));

        Assert.Null(await Store.Documents.FindAsync(Sample.Barcelona, RecordKey.Parse(Sample.Key(1))));
        Assert.Null(await Store.Catalogue.FindAsync(Sample.Barcelona, RecordKey.Parse(Sample.Key(1))));
        Assert.Equal(0, (await Store.Catalogue.SearchAsync(new() { Kind = "practice", Least = Audience.Own, Text = "hort" })).Total);
        Assert.NotNull(await Store.Catalogue.FindAsync("", RecordKey.Parse(Sample.Key(1))));
    }

    [Fact]
    public async Task What_came_to_another_revision_while_it_was_judged_is_not_dropped()
    {
        var judged = Sample.Arrival(Sample.Key(1), 1, "hort").Document;
        await Store.Inbox.DoneAsync([], [Sample.Arrival(Sample.Key(1), 1, "hort"), Sample.Arrival(Sample.Key(2), 1, "taller")], new Dictionary<long, string>());
        await Store.Inbox.DoneAsync([], [Sample.Arrival(Sample.Key(1), 2, "hort")], new Dictionary<long, string>());

        await Changes.DropAsync([judged, Sample.Arrival(Sample.Key(2), 1, "taller").Document]);
        await Assert.ThrowsAsync<ArgumentException>(() => Changes.DropAsync([judged with { Origin = "" }]));

        Assert.Equal(2, (await Store.Documents.FindAsync(Sample.Barcelona, RecordKey.Parse(Sample.Key(1))))!.Revision);
        Assert.Equal(1, (await Store.Catalogue.SearchAsync(new() { Kind = "practice", Least = Audience.Own, Text = "hort" })).Total);
        Assert.Null(await Store.Documents.FindAsync(Sample.Barcelona, RecordKey.Parse(Sample.Key(2))));
        Assert.Equal(0, (await Store.Catalogue.SearchAsync(new() { Kind = "practice", Least = Audience.Own, Text = "taller" })).Total);
    }

    [Fact]
    public async Task Rule_9_bodies_of_superseded_entries_are_put_away_and_nothing_that_is_still_sent()
    {
        var (first, second) = (Sample.Outgoing(Sample.Key(1), 1), Sample.Outgoing(Sample.Key(1), 2));
        var addressed = Sample.Outgoing(Sample.Key(2), 1) with { Sharing = Sample.Sharing(Sample.Key(2), 1) with { Addressee = Sample.Barcelona } };
        var again = Sample.Outgoing(Sample.Key(2), 2) with { Sharing = Sample.Sharing(Sample.Key(2), 2) with { Addressee = Sample.Barcelona } };
        await Store.PublishAsync(first, second, addressed, again);

        Assert.Equal(0, await Changes.CompactAsync(Sample.Day.AddYears(-1)));
        Assert.Equal(1, await Changes.CompactAsync(DateTimeOffset.MaxValue.AddDays(-1)));
        Assert.Equal(0, await Changes.CompactAsync(DateTimeOffset.MaxValue.AddDays(-1)));

        var entries = await Store.Ledger.ReadAsync(0, 10);
        Assert.Equal([1L, 2, 3, 4], entries.Select(entry => entry.Number));
        Assert.Equal(["", second.Sharing!.Activity, addressed.Sharing!.Activity, again.Sharing!.Activity], entries.Select(entry => entry.Activity));
        var hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(first.Sharing!.Activity));
        Assert.Equal(Convert.ToHexStringLower(hash), await Store.ScalarAsync<string>("SELECT hash FROM ledger WHERE number = 1"));

        // A cursor from before has everything by the feed.
        Assert.Equal([Sample.Key(1)], (await Changes.ReadAsync(Partner, 0)).Items.Select(item => item.Document.Key));
    }

    private static OutboxEntry Listed(int number, int revision, params string[] partners) => Sample.Outgoing(Sample.Key(number), revision, audience: Audience.Own) with
    {
        Sharing = Sample.Sharing(Sample.Key(number), revision, audience: Audience.Own) with { Partners = [.. partners] },
    };

    private static OutboxEntry Removed(int number, int revision) => Sample.Outgoing(Sample.Key(number), revision, audience: Audience.Own) with
    {
        Sharing = Sample.Sharing(Sample.Key(number), revision, "Remove", Audience.Own) with { Activity = $$"""{"type":"Remove","object":"{{Sample.Mahdia}}/{{Sample.Key(number)}}"}""", ActivityId = $"{Sample.Mahdia}/activity/removal{number}" },
    };

    private static OutboxEntry Withdrawn(int number, Audience audience) =>
        Sample.Outgoing(Sample.Key(number), 9) with { Sharing = Sample.Sharing(Sample.Key(number), 9, "Delete", audience, type: "Tombstone") };
}

public sealed class ChangesOnSqlite : ChangesTests<SqliteFile>;

public sealed class ChangesOnPostgreSql : ChangesTests<PostgresDatabase>;

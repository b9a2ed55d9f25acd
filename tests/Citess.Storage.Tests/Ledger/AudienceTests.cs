using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Ledger;
using Citess.Storage.Tests.Lab;
using Xunit;

namespace Citess.Storage.Tests.Ledger;

/// <summary>Rule 3: one audience per object, and who gets word of which change. Each courier takes what it is given before the next change.</summary>
public abstract class AudienceTests<TDatabase> : StorageTest<TDatabase>
    where TDatabase : TestDatabase, new()
{
    private const string SidiBouzid = "sidi-bouzid.example";
    private const string Gabes = "gabes.example";
    private static readonly string Key = Sample.Key();

    [Fact]
    public async Task What_is_for_a_list_goes_to_the_poles_on_it_and_to_no_other()
    {
        await ConnectAsync(Sample.Barcelona, SidiBouzid);
        await ShareAsync(1, Audience.Own, Sample.Barcelona);

        Assert.Equal(["Create 1"], await TakeAsync(Sample.Barcelona));
        Assert.Empty(await TakeAsync(SidiBouzid));
        Assert.DoesNotContain(Sample.Barcelona, (await Store.Ledger.ReadAsync(0, 10))[0].Activity, StringComparison.Ordinal);
        Assert.Empty(await Store.Ledger.ReadPublicAsync(long.MaxValue, 10));
    }

    [Fact]
    public async Task From_the_network_to_a_list_of_two_the_others_are_told_to_remove_it()
    {
        await ConnectAsync(Sample.Barcelona, SidiBouzid, Gabes);
        await ShareAsync(1, Audience.Network);
        await TakeAllAsync();
        await NarrowAsync(2, Audience.Own, Sample.Barcelona, Gabes);

        Assert.Equal(["Update 2"], await TakeAsync(Sample.Barcelona));
        Assert.Equal(["Update 2"], await TakeAsync(Gabes));
        Assert.Equal(["Remove 2"], await TakeAsync(SidiBouzid));
    }

    [Fact]
    public async Task From_a_list_to_the_network_everyone_gets_it()
    {
        await ConnectAsync(Sample.Barcelona, SidiBouzid);
        await ShareAsync(1, Audience.Own, Sample.Barcelona);
        await TakeAllAsync();
        await ShareAsync(2, Audience.Network);

        Assert.Equal(["Create 2"], await TakeAsync(Sample.Barcelona));
        Assert.Equal(["Create 2"], await TakeAsync(SidiBouzid));
    }

    [Fact]
    public async Task Who_was_told_to_remove_it_gets_it_again_when_it_comes_back_into_sight()
    {
        await ConnectAsync(Sample.Barcelona, SidiBouzid);
        await ShareAsync(1, Audience.Network);
        await TakeAllAsync();
        await NarrowAsync(2, Audience.Own, Sample.Barcelona);
        await ShareAsync(3, Audience.Network);

        Assert.Equal(["Create 3"], await TakeAsync(SidiBouzid));
    }

    [Fact]
    public async Task Unshared_altogether_it_is_removed_everywhere_and_its_document_is_served_no_more()
    {
        await ConnectAsync(Sample.Barcelona);
        await ShareAsync(1, Audience.Public);
        await TakeAllAsync();
        await Store.PublishAsync(Removal(2));

        Assert.Equal(["Remove 2"], await TakeAsync(Sample.Barcelona));
        Assert.Null(await Store.Documents.FindAsync("", RecordKey.Parse(Key)));
        Assert.Equal(0, await Store.Ledger.CountPublicAsync());
    }

    [Fact]
    public async Task A_tombstone_goes_to_those_that_ever_saw_the_object_and_to_no_other()
    {
        await ConnectAsync(Sample.Barcelona, SidiBouzid, Gabes);
        await ShareAsync(1, Audience.Own, Sample.Barcelona, SidiBouzid);
        await TakeAllAsync();
        await NarrowAsync(2, Audience.Own, Sample.Barcelona);
        await TakeAllAsync();
        await WithdrawAsync(3, Audience.Own);

        Assert.Equal(["Delete 3"], await TakeAsync(Sample.Barcelona));
        Assert.Equal(["Delete 3"], await TakeAsync(SidiBouzid));
        Assert.Empty(await TakeAsync(Gabes));
    }

    [Fact]
    public async Task What_was_shared_and_withdrawn_before_a_courier_went_is_taken_back_for_it_may_have_come_in_another_way()
    {
        await ConnectAsync(Sample.Barcelona, SidiBouzid);
        await ShareAsync(1, Audience.Network);
        await TakeAsync(SidiBouzid);
        await WithdrawAsync(2, Audience.Network);

        Assert.Equal(["Delete 2"], await TakeAsync(Sample.Barcelona));
        Assert.Equal(["Delete 2"], await TakeAsync(SidiBouzid));
    }

    [Fact]
    public async Task Of_what_was_fetched_only_what_is_taken_back_or_for_one_alone_still_goes_as_a_letter()
    {
        await ConnectAsync(Sample.Barcelona, SidiBouzid);
        await ShareAsync(1, Audience.Own, SidiBouzid);
        await ShareAsync(2, Audience.Network);
        Assert.Equal((null, (await Store.Ledger.ReadAsync(0, 1))[0].Recorded), await GapAsync(Sample.Barcelona, 0, 2));
        await WithdrawAsync(3, Audience.Network);
        Assert.Equal(3, (await GapAsync(Sample.Barcelona, 1, 3)).Letter);
        Assert.Null((await GapAsync(Sample.Barcelona, 3, 3)).Letter);
        Assert.Equal((null, null), await GapAsync(Gabes, 3, 9));

        async Task<(long? Letter, DateTimeOffset? Oldest)> GapAsync(string relation, long after, long upto)
        {
            var gap = await Store.Couriers.GapAsync(relation, after, upto);
            return (gap.Letter, gap.Oldest);
        }
    }

    [Fact]
    public async Task Who_left_is_still_told_what_is_taken_back_of_what_it_saw_and_nothing_else()
    {
        await ConnectAsync(Sample.Barcelona);
        await ShareAsync(1, Audience.Network);
        await TakeAllAsync();
        await Store.PublishAsync(Sample.Way(Sample.Barcelona, null, version: 2), Sample.Outgoing(Sample.Key(2), 1));
        Assert.Empty(await TakeAsync(Sample.Barcelona));
        await WithdrawAsync(2, Audience.Network);
        await Store.PublishAsync(Sample.Outgoing(Sample.Key(2), 2, verb: "Delete"));

        Assert.Equal(["Delete 2"], await TakeAsync(Sample.Barcelona));
    }

    [Fact]
    public async Task A_list_ends_with_the_relation_of_who_stands_on_it()
    {
        await ConnectAsync(Sample.Barcelona);
        await Store.PublishAsync(Sample.Way(Sample.Barcelona, null, version: 2));
        await ShareAsync(1, Audience.Own, Sample.Barcelona);

        Assert.Empty(await TakeAsync(Sample.Barcelona));
    }

    [Fact]
    public async Task A_withdrawal_under_a_narrower_audience_and_a_restore_leave_no_copy_behind()
    {
        await ConnectAsync(Sample.Barcelona, SidiBouzid);
        await ShareAsync(1, Audience.Network);
        await TakeAllAsync();
        await NarrowAsync(2, Audience.Own, Sample.Barcelona);
        await WithdrawAsync(3, Audience.Own);
        await ShareAsync(4, Audience.Own, Sample.Barcelona);

        Assert.Equal(["Delete 3"], await TakeAsync(SidiBouzid));
        Assert.Equal(["Create 4"], await TakeAsync(Sample.Barcelona));
    }

    private Task ConnectAsync(params string[] relations) => Store.PublishAsync([.. relations.Select(relation => Sample.Way(relation, Audience.Network))]);

    private Task ShareAsync(int revision, Audience audience, params string[] partners) => Store.PublishAsync(Shared(revision, audience, partners));

    private Task NarrowAsync(int revision, Audience audience, params string[] partners) =>
        Store.PublishAsync(Removal(revision), Shared(revision, audience, partners) with { Id = $"{Key}@{revision}/1" });

    private Task WithdrawAsync(int revision, Audience audience) => Store.PublishAsync(Sample.Outgoing(Key, revision, audience: audience) with { Sharing = Sample.Sharing(Key, revision, "Delete", audience, type: "Tombstone") });

    private static OutboxEntry Shared(int revision, Audience audience, string[] partners)
    {
        var outgoing = Sample.Outgoing(Key, revision, audience: audience, verb: partners.Length > 0 && revision == 2 ? "Update" : "Create");
        return outgoing with { Sharing = outgoing.Sharing! with { Partners = [.. partners] } };
    }

    private static OutboxEntry Removal(int revision) => Sample.Outgoing(Key, revision, audience: Audience.Own) with
    {
        Sharing = Sample.Sharing(Key, revision, "Remove", Audience.Own) with { Activity = $$"""{"type":"Remove","object":"{{Sample.Mahdia}}/{{Key}}"}""", ActivityId = $"{Sample.Mahdia}/activity/removal{revision}" },
    };

    private async Task TakeAllAsync()
    {
        foreach (var stand in await Store.Couriers.AllAsync())
        {
            await TakeAsync(stand.Relation);
        }
    }

    /// <summary>What a courier sends now; after that all of it is settled.</summary>
    private async Task<IReadOnlyList<string>> TakeAsync(string relation)
    {
        var stand = (await Store.Couriers.FindAsync(relation))!;
        var load = await Store.Couriers.LoadAsync(relation, stand.Cursor, 100);
        Assert.True(await Store.Couriers.SaveAsync(stand with { Cursor = load.Through }));
        return [.. load.Entries.Select(entry => $"{entry.Verb} {entry.Revision}")];
    }
}

public sealed class AudienceOnSqlite : AudienceTests<SqliteFile>;

public sealed class AudienceOnPostgreSql : AudienceTests<PostgresDatabase>;

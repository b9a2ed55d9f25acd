using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Ledger;
using Citess.Storage.Tests.Lab;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Citess.Storage.Tests.Ledger;

public abstract class CourierTableTests<TDatabase> : StorageTest<TDatabase>
    where TDatabase : TestDatabase, new()
{
    private static readonly DateTimeOffset Later = DateTimeOffset.UnixEpoch.AddYears(200);

    [Fact]
    public async Task A_courier_is_due_when_it_is_behind_awake_and_its_time_has_come()
    {
        await Store.PublishAsync(
            Sample.Way("behind.example", Audience.Network),
            Sample.Way("done.example", Audience.Network),
            Sample.Way("resting.example", Audience.Network),
            Sample.Way("waiting.example", Audience.Network),
            Sample.Outgoing(Sample.Key(), 1));
        await Store.ExecuteAsync("UPDATE courier SET rests = 1 WHERE relation = 'resting.example'");
        await MoveAsync("done.example", stand => stand with { Cursor = 1 });
        await MoveAsync("waiting.example", stand => stand with { DueAt = Later, Failures = 3, Problem = "timeout" });

        Assert.Equal(["behind.example"], await Store.Couriers.DueAsync(Later.AddDays(-1), 10));
        Assert.Equal(["behind.example", "waiting.example"], await Store.Couriers.DueAsync(Later, 10));
    }

    [Fact]
    public async Task The_due_couriers_are_found_by_an_index()
    {
        const string sql = "SELECT relation FROM courier WHERE rests = 0 AND due_at <= 1 AND cursor < (SELECT number FROM ledger_head) ORDER BY due_at, cursor LIMIT 1";
        var plan = await ExplainAsync(sql);

        Assert.Contains("courier_due", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stand_comes_back_as_it_was_saved()
    {
        await Store.PublishAsync(Sample.Way(Sample.Barcelona, Audience.Network), Sample.Outgoing(Sample.Key(), 1));
        var saved = (await Store.Couriers.FindAsync(Sample.Barcelona))! with { Cursor = 1, Failures = 2, DueAt = Sample.Day, DeliveredAt = Sample.Day.AddHours(1), Problem = "refused" };
        await Store.Couriers.SaveAsync(saved);

        saved = saved with { ReadAt = 1 };
        Assert.Equal(saved, await Store.Couriers.FindAsync(Sample.Barcelona));
        Assert.Equal([saved], await Store.Couriers.AllAsync());
        Assert.Null(await Store.Couriers.FindAsync("unknown.example"));
    }

    [Fact]
    public async Task Whoever_comes_to_see_more_starts_at_the_beginning()
    {
        await Store.PublishAsync(Sample.Way(Sample.Barcelona, null), Sample.Outgoing(Sample.Key(1), 1), Sample.Outgoing(Sample.Key(2), 1));
        var asking = await MoveAsync(Sample.Barcelona, stand => stand with { Cursor = 2 });
        await Store.PublishAsync(Sample.Way(Sample.Barcelona, Audience.Network, version: 2));

        var accepted = (await Store.Couriers.FindAsync(Sample.Barcelona))!;
        Assert.Equal((0L, 2L, (Audience?)Audience.Network), (accepted.Cursor, accepted.Joined, accepted.Sees));

        // The courier that has not heard of it yet must not undo it.
        await Store.Couriers.SaveAsync(asking with { Cursor = 2 });
        Assert.Equal(0, (await Store.Couriers.FindAsync(Sample.Barcelona))!.Cursor);
    }

    [Fact]
    public async Task What_is_told_of_the_same_way_again_wakes_who_failed_and_does_not_hurry_who_is_well_and_waits()
    {
        await Store.PublishAsync(Sample.Way(Sample.Barcelona, Audience.Network), Sample.Outgoing(Sample.Key(1), 1));
        await MoveAsync(Sample.Barcelona, stand => stand with { DueAt = Later });
        await Store.PublishAsync(Sample.Way(Sample.Barcelona, Audience.Network, version: 2));
        Assert.Equal(Later, (await Store.Couriers.FindAsync(Sample.Barcelona))!.DueAt);

        await MoveAsync(Sample.Barcelona, stand => stand with { DueAt = Later, Failures = 3, Problem = "timeout" });
        await Store.PublishAsync(Sample.Way(Sample.Barcelona, Audience.Network, version: 3));
        Assert.NotEqual(Later, (await Store.Couriers.FindAsync(Sample.Barcelona))!.DueAt);

        await MoveAsync(Sample.Barcelona, stand => stand with { DueAt = Later, Failures = 0, Problem = null });
        await Store.PublishAsync(Sample.Way(Sample.Barcelona, Audience.Public, version: 4));
        Assert.NotEqual(Later, (await Store.Couriers.FindAsync(Sample.Barcelona))!.DueAt);
    }

    [Fact]
    public async Task A_courier_on_its_way_does_not_undo_that_a_restored_partner_begins_anew()
    {
        await Store.PublishAsync(Sample.Way(Sample.Barcelona, Audience.Network), Sample.Outgoing(Sample.Key(1), 1), Sample.Outgoing(Sample.Key(2), 1));
        await MoveAsync(Sample.Barcelona, stand => stand with { Cursor = 1 });
        var onItsWay = (await Store.Couriers.FindAsync(Sample.Barcelona))!;
        var anew = Sample.Way(Sample.Barcelona, Audience.Network, version: 2);
        await Store.PublishAsync(anew with { Route = anew.Route! with { FromStart = true } });
        await Store.Couriers.SaveAsync(onItsWay with { Cursor = 2 });

        Assert.Equal(0, (await Store.Couriers.FindAsync(Sample.Barcelona))!.Cursor);
    }

    [Fact]
    public async Task That_a_relation_begins_anew_is_noticed_also_when_its_cursor_still_was_at_the_beginning()
    {
        await Store.PublishAsync(Sample.Way(Sample.Barcelona, Audience.Network), Sample.Outgoing(Sample.Key(1), 1), Sample.Outgoing(Sample.Key(2), 1));
        var onItsWay = (await Store.Couriers.FindAsync(Sample.Barcelona))!;
        var anew = Sample.Way(Sample.Barcelona, Audience.Network, version: 2);
        await Store.PublishAsync(anew with { Route = anew.Route! with { FromStart = true } });

        Assert.False(await Store.Couriers.SaveAsync(onItsWay with { Cursor = 2 }));
        Assert.Equal(0, (await Store.Couriers.FindAsync(Sample.Barcelona))!.Cursor);
        Assert.True(await Store.Couriers.SaveAsync((await Store.Couriers.FindAsync(Sample.Barcelona))! with { Cursor = 2 }));
    }

    [Fact]
    public async Task Whoever_comes_to_see_less_or_moves_stays_where_it_is()
    {
        await Store.PublishAsync(Sample.Way(Sample.Barcelona, Audience.Network), Sample.Outgoing(Sample.Key(1), 1));
        await MoveAsync(Sample.Barcelona, stand => stand with { Cursor = 1 });
        await Store.PublishAsync(Sample.Way(Sample.Barcelona, Audience.Public, version: 2));

        Assert.Equal(1, (await Store.Couriers.FindAsync(Sample.Barcelona))!.Cursor);
    }

    [Fact]
    public async Task Who_leaves_and_comes_back_still_hears_of_what_was_withdrawn_meanwhile()
    {
        await Store.PublishAsync(Sample.Way(Sample.Barcelona, Audience.Network), Sample.Outgoing(Sample.Key(1), 1));
        await Store.PublishAsync(Sample.Way(Sample.Barcelona, null, version: 2), Sample.Outgoing(Sample.Key(1), 2, verb: "Delete"));
        await Store.PublishAsync(Sample.Way(Sample.Barcelona, Audience.Network, version: 3));

        var back = (await Store.Couriers.FindAsync(Sample.Barcelona))!;
        Assert.Equal((0L, 0L), (back.Cursor, back.Joined));
    }

    [Fact]
    public async Task A_refusal_counts_once_however_often_it_is_reported()
    {
        await Store.PublishAsync(Sample.Way(Sample.Barcelona, Audience.Network));
        await Store.Couriers.RefuseAsync(Sample.Barcelona, 1, 410, "gone");
        await Store.Couriers.RefuseAsync(Sample.Barcelona, 1, 410, "gone");
        await Store.Couriers.RefuseAsync(Sample.Barcelona, 2, 403, "forbidden");

        Assert.Equal(2, (await Store.Couriers.FindAsync(Sample.Barcelona))!.Refused);
    }

    [Fact]
    public async Task A_courier_for_which_there_is_nothing_goes_on_without_being_woken()
    {
        await Store.PublishAsync(Sample.Way("visitor.example~1", Audience.Public), Sample.Way(Sample.Barcelona, Audience.Network), Sample.Outgoing(Sample.Key(), 1));

        Assert.Equal([Sample.Barcelona], await Store.Couriers.DueAsync(Later, 10));
        Assert.Equal((1L, 0L), ((await Store.Couriers.FindAsync("visitor.example~1"))!.Cursor, (await Store.Couriers.FindAsync(Sample.Barcelona))!.Cursor));
    }

    [Fact]
    public async Task The_living_go_before_those_that_failed()
    {
        await Store.PublishAsync(Sample.Way("dead.example", Audience.Network), Sample.Way("living.example", Audience.Network), Sample.Outgoing(Sample.Key(), 1));
        await MoveAsync("dead.example", stand => stand with { DueAt = Sample.Day, Failures = 9 });
        await MoveAsync("living.example", stand => stand with { DueAt = DateTimeOffset.UnixEpoch });

        Assert.Equal(["living.example"], await Store.Couriers.DueAsync(Later, 1));
    }

    [Fact]
    public async Task Only_who_waits_after_enough_failures_is_woken()
    {
        await Store.PublishAsync(Sample.Way(Sample.Barcelona, Audience.Network), Sample.Outgoing(Sample.Key(), 1));
        await MoveAsync(Sample.Barcelona, stand => stand with { DueAt = Later, Failures = 3 });

        Assert.False(await Store.Couriers.WakeAsync(Sample.Barcelona, Sample.Day, failures: 5));
        Assert.True(await Store.Couriers.WakeAsync(Sample.Barcelona, Sample.Day));
        Assert.False(await Store.Couriers.WakeAsync(Sample.Barcelona, Sample.Day));
        Assert.Equal(Sample.Day, (await Store.Couriers.FindAsync(Sample.Barcelona))!.DueAt);
        Assert.False(await Store.Couriers.WakeAsync("unknown.example", Sample.Day));
    }

    [Fact]
    public async Task Many_couriers_save_in_few_commits()
    {
        var relations = Enumerable.Range(0, 300).Select(number => $"pole{number}.example").ToList();
        await Store.PublishAsync([.. relations.Select(relation => Sample.Way(relation, Audience.Network)), Sample.Outgoing(Sample.Key(), 1)]);
        var stands = await Store.Couriers.AllAsync();

        var saved = await Task.WhenAll(stands.Select(stand => Store.Couriers.SaveAsync(stand with { Cursor = 1 })));

        Assert.All(saved, Assert.True);
        Assert.All(await Store.Couriers.AllAsync(), stand => Assert.Equal(1, stand.Cursor));
        Assert.False(await Store.Couriers.SaveAsync(stands[0] with { Cursor = 1 }));
    }

    [Fact]
    public async Task Those_for_which_there_is_nothing_go_on_once_a_second_at_most()
    {
        var clock = new FakeTimeProvider(Sample.Day);
        var store = await OpenAsync(clock);
        await store.PublishAsync(Sample.Way("visitor.example~1", Audience.Public), Sample.Outgoing(Sample.Key(1), 1));
        await store.Couriers.DueAsync(Later, 10);
        await store.PublishAsync(Sample.Outgoing(Sample.Key(2), 1));
        Assert.Empty(await store.Couriers.DueAsync(Later, 10));
        Assert.Equal(1, (await store.Couriers.FindAsync("visitor.example~1"))!.Cursor);

        clock.Advance(TimeSpan.FromSeconds(1));
        await store.Couriers.DueAsync(Later, 10);
        Assert.Equal(2, (await store.Couriers.FindAsync("visitor.example~1"))!.Cursor);
    }

    [Fact]
    public async Task What_is_sent_once_more_counts_as_refused_only_when_it_is_refused_once_more()
    {
        await Store.PublishAsync(Sample.Way(Sample.Barcelona, Audience.Network), Sample.Outgoing(Sample.Key(1), 1));
        await Store.Couriers.RefuseAsync(Sample.Barcelona, 1, 404, "not there");
        var anew = Sample.Way(Sample.Barcelona, Audience.Network, version: 2);
        await Store.PublishAsync(anew with { Route = anew.Route! with { FromStart = true } });

        Assert.Equal(0, (await Store.Couriers.FindAsync(Sample.Barcelona))!.Refused);
        Assert.Empty(await Store.Get<IArrivals>().RefusalsAsync(Sample.Barcelona, 10));
    }

    [Fact]
    public async Task What_is_told_of_old_arrivals_goes_and_a_refusal_stays_as_long_as_its_entry_is_the_latest()
    {
        await Store.PublishAsync(Sample.Way(Sample.Barcelona, Audience.Network), Sample.Outgoing(Sample.Key(1), 1), Sample.Outgoing(Sample.Key(2), 1));
        var stand = (await Store.Couriers.FindAsync(Sample.Barcelona))!;
        await Store.Couriers.SaveAsync(stand with { Cursor = 2 }, new(0, 2, DateTimeOffset.UtcNow));
        await Store.Couriers.RefuseAsync(Sample.Barcelona, 1, 404, "not there");
        await Store.Couriers.RefuseAsync(Sample.Barcelona, 2, 404, "not there");
        await Store.PublishAsync(Sample.Outgoing(Sample.Key(1), 2));

        Assert.Equal(0, await Store.Couriers.TrimAsync(DateTimeOffset.UtcNow.AddHours(-1)));
        Assert.Equal(2, await Store.Couriers.TrimAsync(DateTimeOffset.UtcNow.AddHours(1)));
        Assert.Equal([2L], await Store.ListAsync<long>("SELECT number FROM courier_refusal"));
    }

    [Fact]
    public async Task Many_refusals_at_once_are_each_recorded()
    {
        await Store.PublishAsync(Sample.Way(Sample.Barcelona, Audience.Network), Sample.Way("sidibouzid.example", Audience.Network));
        await Task.WhenAll(Enumerable.Range(1, 600).Select(number => Store.Couriers.RefuseAsync(number % 2 == 0 ? Sample.Barcelona : "sidibouzid.example", number, 404, "not there")));

        Assert.Equal([300L, 300L], (await Store.Couriers.AllAsync()).Select(stand => stand.Refused));
    }

    private async Task<CourierStand> MoveAsync(string relation, Func<CourierStand, CourierStand> change)
    {
        var stand = change((await Store.Couriers.FindAsync(relation))!);
        await Store.Couriers.SaveAsync(stand);
        return stand;
    }

    private async Task<string> ExplainAsync(string sql)
    {
        if (IsSqlite)
        {
            return string.Join('\n', (await Store.ListAsync<PlanRow>("EXPLAIN QUERY PLAN " + sql)).Select(row => row.Detail));
        }

        var plan = await Store.Database.WriteAsync(async writing =>
        {
            await writing.ExecuteAsync("SET LOCAL enable_seqscan = off");
            return await writing.QueryAsync<string>("EXPLAIN " + sql);
        });
        return string.Join('\n', plan);
    }

    private sealed class PlanRow
    {
        public string Detail { get; init; } = "";
    }
}

public sealed class CourierTableOnSqlite : CourierTableTests<SqliteFile>;

public sealed class CourierTableOnPostgreSql : CourierTableTests<PostgresDatabase>;

using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Ledger;
using Citess.Storage.Tests.Lab;
using Xunit;

namespace Citess.Storage.Tests.Ledger;

/// <summary>Couriers of visitors, and what a whole host has in common.</summary>
public abstract class CourierHostTests<TDatabase> : StorageTest<TDatabase>
    where TDatabase : TestDatabase, new()
{
    private static readonly DateTimeOffset Later = DateTimeOffset.UnixEpoch.AddYears(200);

    [Fact]
    public async Task Whoever_is_to_get_only_what_is_new_begins_at_the_head_and_goes_on_where_it_stood()
    {
        await Store.PublishAsync(Sample.Outgoing(Sample.Key(1), 1, audience: Audience.Public), Sample.Outgoing(Sample.Key(2), 1, audience: Audience.Public));
        await Store.PublishAsync(OnlyNew(1));
        Assert.Equal(2, (await Store.Couriers.FindAsync(Visitor))!.Cursor);

        await Store.PublishAsync(Sample.Way(Visitor, null, version: 2), Sample.Outgoing(Sample.Key(3), 1, audience: Audience.Public));
        await Store.PublishAsync(OnlyNew(3));
        Assert.Equal(["Create"], (await Store.Couriers.LoadAsync(Visitor, (await Store.Couriers.FindAsync(Visitor))!.Cursor, 10)).Entries.Select(entry => entry.Verb));
    }

    [Fact]
    public async Task A_sign_of_life_of_a_host_wakes_its_pole_and_its_visitors_and_nobody_else()
    {
        string[] relations = [Sample.Barcelona, Sample.Barcelona + "~1", "xbarcelona.example", "barcelona.example.org"];
        await Store.PublishAsync([.. relations.Select(relation => Sample.Way(relation, Audience.Public)), Sample.Outgoing(Sample.Key(), 1, audience: Audience.Public)]);
        foreach (var relation in relations)
        {
            await MoveAsync(relation, stand => stand with { DueAt = Later, Failures = 9 });
        }

        Assert.True(await Store.Couriers.WakeHostAsync(Sample.Barcelona, Sample.Day, 5));
        Assert.Equal([Sample.Barcelona, Sample.Barcelona + "~1"], await Store.Couriers.DueAsync(Sample.Day, 10));
        Assert.False(await Store.Couriers.WakeHostAsync(Sample.Barcelona, Sample.Day, 5));
    }

    [Fact]
    public async Task Visitors_of_a_host_are_counted_while_they_follow_and_its_pole_is_none()
    {
        await Store.PublishAsync(
            Sample.Way(Sample.Barcelona, Audience.Network), Sample.Way(Sample.Barcelona + "~1", Audience.Public), Sample.Way(Sample.Barcelona + "~2", Audience.Public), Sample.Way("other.example~1", Audience.Public));
        Assert.Equal(2, await Store.Couriers.VisitorsOfAsync(Sample.Barcelona));

        await Store.PublishAsync(Sample.Way(Sample.Barcelona + "~2", null, version: 2));
        Assert.Equal(1, await Store.Couriers.VisitorsOfAsync(Sample.Barcelona));
    }

    [Fact]
    public async Task Letters_that_were_answered_later_stand_with_the_courier()
    {
        await Store.PublishAsync(Sample.Way(Sample.Barcelona, Audience.Network));
        await Store.Couriers.TurnAwayAsync(Sample.Barcelona, 3, Sample.Day);
        await Store.Couriers.TurnAwayAsync(Sample.Barcelona, 4, Sample.Day.AddMinutes(1));

        var stand = (await Store.Couriers.FindAsync(Sample.Barcelona))!;
        Assert.Equal((7, Sample.Day.AddMinutes(1)), (stand.TurnedAway, stand.TurnedAwayAt));
    }

    private const string Visitor = "visitor.example~1";

    private static OutboxEntry OnlyNew(int version)
    {
        var way = Sample.Way(Visitor, Audience.Public, version: version);
        return way with { Route = way.Route! with { IsOnlyNew = true } };
    }

    private async Task<CourierStand> MoveAsync(string relation, Func<CourierStand, CourierStand> change)
    {
        var stand = change((await Store.Couriers.FindAsync(relation))!);
        await Store.Couriers.SaveAsync(stand);
        return stand;
    }
}

public sealed class CourierHostOnSqlite : CourierHostTests<SqliteFile>;

public sealed class CourierHostOnPostgreSql : CourierHostTests<PostgresDatabase>;

using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Ledger;
using Citess.Storage.Tests.Lab;
using Xunit;

namespace Citess.Storage.Tests.Ledger;

/// <summary>Rule 13: what has come where is told from cursor and exceptions. Rule 8: who confirmed that it is gone.</summary>
public abstract class ArrivalTests<TDatabase> : StorageTest<TDatabase>
    where TDatabase : TestDatabase, new()
{
    private const string SidiBouzid = "sidi-bouzid.example";
    private const string Gabes = "gabes.example";
    private static readonly RecordKey Key = RecordKey.Parse(Sample.Key());

    private IArrivals Arrivals => Store.Get<IArrivals>();

    [Fact]
    public async Task Each_state_is_told_from_the_cursor_and_from_exceptions()
    {
        await ConnectAsync(Sample.Barcelona, SidiBouzid, Gabes, "tunis.example");
        await Store.PublishAsync(Sample.Outgoing(Sample.Key(), 1));
        await MoveAsync(Sample.Barcelona, stand => stand with { Cursor = 1 });
        await MoveAsync(SidiBouzid, stand => stand with { Cursor = 1 });
        await Store.Couriers.RefuseAsync(SidiBouzid, 1, 422, "verb-not-spoken");
        await MoveAsync(Gabes, stand => stand with { Failures = 2, Problem = "no answer in time", DueAt = Sample.Day });

        var told = (await Arrivals.OfAsync(Key)).ToDictionary(each => each.Relation, each => (each.State, each.Reason), StringComparer.Ordinal);
        Assert.Equal((ArrivalState.Received, null), told[Sample.Barcelona]);
        Assert.Equal((ArrivalState.Refused, "verb-not-spoken"), told[SidiBouzid]);
        Assert.Equal((ArrivalState.Waiting, "no answer in time"), told[Gabes]);
        Assert.Equal((ArrivalState.Sent, null), told["tunis.example"]);
    }

    [Fact]
    public async Task Rule_13_no_row_is_kept_for_an_item_and_a_partner_unless_something_was_out_of_the_ordinary()
    {
        await ConnectAsync([.. Enumerable.Range(0, 50).Select(number => $"pole{number}.example")]);
        await Store.PublishAsync([.. Enumerable.Range(0, 40).Select(number => Sample.Outgoing(Sample.Key(number), 1))]);
        foreach (var stand in await Store.Couriers.AllAsync())
        {
            await Store.Couriers.SaveAsync(stand with { Cursor = 40 });
        }

        foreach (var table in new[] { "courier_refusal", "courier_late", "ledger_partner", "recall_receipt" })
        {
            Assert.Equal(0, await Store.ScalarAsync<long>($"SELECT COUNT(*) FROM {table}"));
        }

        Assert.Equal(50, (await Arrivals.OfAsync(Key)).Count(each => each.State == ArrivalState.Received));
    }

    [Fact]
    public async Task Since_when_is_when_it_was_recorded_or_when_the_late_courier_came_through()
    {
        await ConnectAsync(Sample.Barcelona, SidiBouzid);
        await Store.PublishAsync(Sample.Outgoing(Sample.Key(), 1), Sample.Outgoing(Sample.Key(2), 1));
        var recorded = (await Store.Ledger.ReadAsync(0, 1))[0].Recorded;
        await MoveAsync(Sample.Barcelona, stand => stand with { Cursor = 2 });
        var late = (await Store.Couriers.FindAsync(SidiBouzid))!;
        await Store.Couriers.SaveAsync(late with { Cursor = 2 }, new LateArrival(0, 1, recorded.AddDays(3)));

        var since = (await Arrivals.OfAsync(Key)).ToDictionary(each => each.Relation, each => each.Since, StringComparer.Ordinal);
        Assert.Equal(recorded, since[Sample.Barcelona]);
        Assert.Equal(recorded.AddDays(3), since[SidiBouzid]);
        Assert.All(await Arrivals.OfAsync(RecordKey.Parse(Sample.Key(2))), each => Assert.True(each.Since < recorded.AddDays(1)));
    }

    [Fact]
    public async Task A_withdrawal_is_confirmed_once_by_whom_it_was_sent_to()
    {
        await ConnectAsync(Sample.Barcelona, SidiBouzid);
        var listed = Sample.Outgoing(Sample.Key(), 1, audience: Audience.Own);
        await Store.PublishAsync(listed with { Sharing = listed.Sharing! with { Partners = [Sample.Barcelona] } });
        await MoveAsync(Sample.Barcelona, stand => stand with { Cursor = 1 });
        await Store.PublishAsync(Sample.Outgoing(Sample.Key(), 2, audience: Audience.Own) with { Sharing = Sample.Sharing(Sample.Key(), 2, "Delete", Audience.Own, type: "Tombstone") });

        Assert.False(await Arrivals.ConfirmAsync("mallory.example", 2, "{}"));
        Assert.False(await Arrivals.ConfirmAsync(SidiBouzid, 2, "{}"));
        Assert.False(await Arrivals.ConfirmAsync(Sample.Barcelona, 1, "{}"));
        Assert.Null(Assert.Single(await Arrivals.OfAsync(Key)).Confirmed);
        Assert.True(await Arrivals.ConfirmAsync(Sample.Barcelona, 2, "{}"));
        Assert.False(await Arrivals.ConfirmAsync(Sample.Barcelona, 2, "{}"));

        var gone = Assert.Single(await Arrivals.OfAsync(Key));
        Assert.True(gone is { Relation: Sample.Barcelona, IsTakenBack: true, Confirmed: not null });
    }

    [Fact]
    public async Task What_waits_is_counted_by_what_concerns_each_partner()
    {
        await ConnectAsync(Sample.Barcelona, SidiBouzid);
        var listed = Sample.Outgoing(Sample.Key(2), 1, audience: Audience.Own);
        await Store.PublishAsync(Sample.Outgoing(Sample.Key(), 1), Sample.Outgoing(Sample.Key(), 2, verb: "Update"), listed with { Sharing = listed.Sharing! with { Partners = [SidiBouzid] } });

        var waiting = await Arrivals.WaitingAsync([Sample.Barcelona, SidiBouzid, "unknown.example"]);
        Assert.Equal((1L, 2L), (waiting[Sample.Barcelona], waiting[SidiBouzid]));
        Assert.Empty(await Arrivals.RefusalsAsync(Sample.Barcelona, 5));
        await Store.Couriers.RefuseAsync(Sample.Barcelona, 2, 410, "gone");
        Assert.Equal((2L, Sample.Key(), 410, "gone"), (await Arrivals.RefusalsAsync(Sample.Barcelona, 5)) is [var refusal] ? (refusal.Number, refusal.About, refusal.Status, refusal.Reason) : default);
    }

    private Task ConnectAsync(params string[] relations) => Store.PublishAsync([.. relations.Select(relation => Sample.Way(relation, Audience.Network))]);

    private async Task MoveAsync(string relation, Func<CourierStand, CourierStand> change) =>
        Assert.True(await Store.Couriers.SaveAsync(change((await Store.Couriers.FindAsync(relation))!)));
}

public sealed class ArrivalsOnSqlite : ArrivalTests<SqliteFile>;

public sealed class ArrivalsOnPostgreSql : ArrivalTests<PostgresDatabase>;

using Citess.Poles.Network.Repair;
using Citess.Storage.Tests.Lab;
using Xunit;

namespace Citess.Storage.Tests.Ledger;

public abstract class RepairTableTests<TDatabase> : StorageTest<TDatabase>
    where TDatabase : TestDatabase, new()
{
    private const string Actor = "https://barcelona.example/pole/01JNPV3T000000000000000000";

    private IRepairTable Table => Store.Get<IRepairTable>();

    [Fact]
    public async Task Rule_5_the_place_in_a_partners_log_is_kept_with_its_epoch()
    {
        await Table.WantAsync(Sample.Barcelona, Actor, isCopied: false, Sample.Day);
        var stand = (await Table.FindAsync(Sample.Barcelona))! with
        {
            Epoch = "01JNPV3T000000000000000009",
            Number = 340,
            Taken = 340,
            Total = 1200,
            Refused = 2,
            Problem = RepairProblems.Silent,
            Checkpoint = "{}",
            AsOf = Sample.Day,
            Via = "sidi-bouzid.example",
            Place = "https://sidi-bouzid.example/changes?of=x",
            IsUnconfirmed = true,
            Asked = "01JNPV3T000000000000000009",
            Failures = 3,
            ComparedAt = Sample.Day,
            AgreedSince = Sample.Day,
            DueAt = Sample.Day.AddHours(1),
        };
        await Table.SaveAsync(stand);

        var other = await OpenAsync();
        Assert.Equal(stand with { ReadAt = stand.DueAt }, await other.Get<IRepairTable>().FindAsync(Sample.Barcelona));
        Assert.Equal([Sample.Barcelona], (await Table.AllAsync()).Select(each => each.Origin));
    }

    [Fact]
    public async Task Only_what_is_due_is_woken_the_longest_waiting_first()
    {
        await Table.WantAsync("late.example", "", isCopied: false, Sample.Day.AddHours(1));
        await Table.WantAsync("second.example", "", isCopied: false, Sample.Day);
        await Table.WantAsync("first.example", "", isCopied: false, Sample.Day.AddHours(-1));

        Assert.Equal(["first.example", "second.example"], await Table.DueAsync(Sample.Day, 10));
        Assert.Equal(["first.example"], await Table.DueAsync(Sample.Day, 1));
    }

    [Fact]
    public async Task At_a_start_all_partners_are_wanted_at_once_and_none_later_than_it_was()
    {
        await Table.WantAsync("first.example", Actor, isCopied: true, Sample.Day);
        await Table.WantAllAsync([new("first.example", Actor, Sample.Day.AddMinutes(1)), new("second.example", Actor, Sample.Day.AddMinutes(2))]);

        Assert.Equal(
            [("first.example", Sample.Day, true), ("second.example", Sample.Day.AddMinutes(2), false)],
            (await Table.AllAsync()).Select(each => (each.Origin, each.DueAt, each.IsCopied)));
    }

    [Fact]
    public async Task A_wish_that_comes_while_a_round_is_under_way_is_not_lost()
    {
        await Table.WantAsync(Sample.Barcelona, Actor, isCopied: false, Sample.Day);
        var lease = Sample.Day.AddMinutes(2);
        var underWay = (await Table.FindAsync(Sample.Barcelona))! with { DueAt = lease };
        await Table.SaveAsync(underWay);
        underWay = underWay with { ReadAt = lease };
        await Table.WantAsync(Sample.Barcelona, "", isCopied: true, Sample.Day.AddMinutes(1));
        await Table.SaveAsync(underWay with { Number = 5, DueAt = Sample.Day.AddHours(1) });

        var held = (await Table.FindAsync(Sample.Barcelona))!;
        Assert.Equal((Sample.Day.AddMinutes(1), 5L, Actor, true), (held.DueAt, held.Number, held.Actor, held.IsCopied));

        await Table.SaveAsync(held with { DueAt = Sample.Day.AddHours(1) });
        Assert.Equal(Sample.Day.AddHours(1), (await Table.FindAsync(Sample.Barcelona))!.DueAt);
    }

    [Fact]
    public async Task Who_is_heard_again_after_a_silence_is_compared_with_soon_and_not_after_every_word()
    {
        await Table.WantAsync(Sample.Barcelona, Actor, isCopied: false, Sample.Day);
        await Table.SaveAsync((await Table.FindAsync(Sample.Barcelona))! with { ComparedAt = Sample.Day, DueAt = Sample.Day.AddHours(1) });

        await Table.HeardAsync(Sample.Barcelona, Sample.Day.AddMinutes(1), unless: Sample.Day.AddMinutes(-10));
        Assert.Equal(Sample.Day.AddHours(1), (await Table.FindAsync(Sample.Barcelona))!.DueAt);

        await Table.HeardAsync(Sample.Barcelona, Sample.Day.AddMinutes(30), unless: Sample.Day.AddMinutes(20));
        Assert.Equal(Sample.Day.AddMinutes(30), (await Table.FindAsync(Sample.Barcelona))!.DueAt);

        await Table.HeardAsync("stranger.example", Sample.Day, unless: Sample.Day);
        Assert.Null(await Table.FindAsync("stranger.example"));
    }
}

public sealed class RepairTableOnSqlite : RepairTableTests<SqliteFile>;

public sealed class RepairTableOnPostgreSql : RepairTableTests<PostgresDatabase>;

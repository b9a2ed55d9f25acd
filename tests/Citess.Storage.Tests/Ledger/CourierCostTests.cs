using Citess.Poles.Kernel;
using Citess.Storage.Inbox;
using Citess.Storage.Ledger;
using Citess.Storage.Tests.Lab;
using Dapper;
using Xunit;

namespace Citess.Storage.Tests.Ledger;

/// <summary>What the way out costs with many couriers and a long ledger: how much is read, not how long it took.</summary>
public sealed class CourierCostTests : StorageTest<SqliteFile>
{
    [Fact]
    public async Task Who_is_due_is_asked_of_indexes_that_hold_nothing_overtaken()
    {
        var plan = await PlanAsync(CourierTable.DueSql);

        Assert.Contains("SEARCH c USING INDEX courier_due", plan, StringComparison.Ordinal);
        Assert.Contains("SEARCH l USING COVERING INDEX ledger_addressee (addressee=? AND number>?)", plan, StringComparison.Ordinal);
        Assert.Contains("SEARCH l USING INDEX ledger_shared (number>?)", plan, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"SCAN l\b", plan);
    }

    [Fact]
    public async Task What_one_courier_has_to_send_is_found_without_looking_through_what_is_for_others()
    {
        var plan = await PlanAsync(CourierTable.LoadSql);

        Assert.Contains("SEARCH l USING COVERING INDEX ledger_addressee (addressee=? AND number>? AND number<?)", plan, StringComparison.Ordinal);
        Assert.Contains("SEARCH l USING INDEX ledger_shared (number>? AND number<?)", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_came_where_of_a_record_begins_with_its_latest_entries_and_not_with_each_courier()
    {
        var plan = (await PlanAsync(ArrivalStore.OfSql)).Split('\n');

        Assert.Contains("SEARCH l USING INDEX ledger_latest (about=?)", plan[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publishing_a_revision_reads_none_of_those_that_were_overtaken()
    {
        Assert.Contains("ledger_latest (about=? AND number<?)", await PlanAsync(Superseding.Sql), StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP B-TREE", await PlanAsync(PublishedBatch.FirstSql), StringComparison.Ordinal);
        Assert.Contains("outbox_ready", await PlanAsync(PublishedBatch.TakeSql), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whose_letters_wait_is_read_from_an_index_alone() =>
        Assert.Contains("COVERING INDEX inbox_waiting", await PlanAsync(InboxStore.SendersSql), StringComparison.Ordinal);

    [Fact]
    public async Task An_entry_for_many_is_read_once()
    {
        await Store.PublishAsync(Sample.Way(Sample.Barcelona, Audience.Network), Sample.Way("sidibouzid.example", Audience.Network), Sample.Outgoing(Sample.Key(), 1));

        var first = Assert.Single((await Store.Couriers.LoadAsync(Sample.Barcelona, 0, 10)).Entries);
        var second = Assert.Single((await Store.Couriers.LoadAsync("sidibouzid.example", 0, 10)).Entries);

        Assert.Same(first, second);
    }

    private Task<string> PlanAsync(string sql) => Store.Database.ReadAsync(async connection => string.Join('\n', (await connection.QueryAsync<(long, long, long, string Detail)>(
        "EXPLAIN QUERY PLAN " + sql, new { now = 1L, take = 10, relation = "x", after = 1L, head = 9L, about = "x", number = 9L, Addressee = (string?)null, Batch = 9 })).Select(row => row.Detail)));
}

using Citess.Poles.Kernel.Ledger;
using Citess.Storage.Sql;
using Dapper;

namespace Citess.Storage.Ledger;

/// <summary>The ledger in its table.</summary>
internal sealed class LedgerStore(Database database, PublishedBatch publisher, Bell bell, TimeProvider clock) : ILedger
{
    internal const string HeadSql = "SELECT number FROM ledger_head";

    private const string IsPublic = "audience = 2 AND addressee IS NULL AND is_superseded = 0";

    public async Task WaitBeyondAsync(long number, CancellationToken stop)
    {
        var rung = bell.Next;
        if (await HeadAsync(stop) <= number)
        {
            await Task.WhenAny(rung, Task.Delay(TimeSpan.FromSeconds(1), clock, stop));
            stop.ThrowIfCancellationRequested();
        }
    }

    public Task<long> HeadAsync(CancellationToken stop = default) =>
        database.ReadAsync(connection => connection.ExecuteScalarAsync<long>(HeadSql), stop);

    public Task<IReadOnlyList<LedgerEntry>> ReadAsync(long after, int take, CancellationToken stop = default) => ListAsync(
        $"SELECT {LedgerRow.Columns} FROM ledger WHERE number > @after ORDER BY number LIMIT @take", new { after, take }, stop);

    public Task<IReadOnlyList<LedgerEntry>> ReadRelationAsync(string relation, CancellationToken stop = default) => ListAsync(
        $"SELECT {LedgerRow.Columns} FROM ledger WHERE addressee = @relation AND is_superseded = 0 AND about LIKE 'partner/%' ORDER BY number", new { relation }, stop);

    public Task<IReadOnlyList<LedgerEntry>> ReadPublicAsync(long before, int take, CancellationToken stop = default) => ListAsync(
        $"SELECT {LedgerRow.Columns} FROM ledger WHERE number < @before AND {IsPublic} ORDER BY number DESC LIMIT @take", new { before, take }, stop);

    public Task<long> CountPublicAsync(CancellationToken stop = default) =>
        database.ReadAsync(connection => connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM ledger WHERE {IsPublic}"), stop);

    public async Task<LedgerEntry?> FindActivityAsync(string activityId, CancellationToken stop = default) => (await ListAsync(
        $"SELECT {LedgerRow.Columns} FROM ledger WHERE activity_id = @activityId ORDER BY number LIMIT 1", new { activityId }, stop)).FirstOrDefault();

    public Task<int> PublishAsync(CancellationToken stop = default) => publisher.PublishAsync(stop);

    private Task<IReadOnlyList<LedgerEntry>> ListAsync(string sql, object values, CancellationToken stop) => database.ReadAsync<IReadOnlyList<LedgerEntry>>(
        async connection => [.. (await connection.QueryAsync<LedgerRow>(sql, values)).Select(row => row.ToEntry())], stop);
}

using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Identity;
using Citess.Storage.Ledger;
using Citess.Storage.Sql;
using Dapper;

namespace Citess.Storage.Identity;

/// <summary>The one row that says which pole this is.</summary>
internal sealed class NodeStore(Database database) : INodeStore
{
    /// <summary>Tombstones are proved anew as they stand: under a new number they would go to partners that never saw the record.</summary>
    private const string DueSql = "SELECT d.key FROM node n JOIN document d ON d.origin = '' AND d.is_tombstone = 0 AND d.number <= n.renew_through";

    public async Task<NodeRecord> LoadAsync(Func<NodeRecord> fresh, CancellationToken stop = default)
    {
        if (await ReadAsync(stop) is { } held)
        {
            return held;
        }

        // Two that start at once both make one; the first to arrive stays, and both read it.
        var made = fresh();
        await database.ExecuteAsync(
            "INSERT INTO node (id, epoch, pole_id, server_id, keys) VALUES (1, @Epoch, @PoleId, @ServerId, @Keys) ON CONFLICT (id) DO NOTHING",
            new { made.Epoch, made.PoleId, made.ServerId, Keys = StateJson.Write(made.Keys) },
            stop);
        return (await ReadAsync(stop))!;
    }

    public Task KeepKeysAsync(IReadOnlyList<NodeKey> keys, CancellationToken stop = default) =>
        database.ExecuteAsync("UPDATE node SET keys = @Keys WHERE id = 1", new { Keys = StateJson.Write(keys.ToArray()) }, stop);

    public Task<int> RevokeKeysAsync(IReadOnlyList<NodeKey> keys, Func<string, string> proveAgain, CancellationToken stop = default) => database.WriteAsync(
        async writing =>
        {
            await writing.ExecuteAsync("UPDATE node SET keys = @Keys, renew_through = (SELECT number FROM ledger_head) WHERE id = 1", new { Keys = StateJson.Write(keys.ToArray()) });
            await Reproving.RunAsync(writing, proveAgain);
            return await writing.FirstAsync<int>($"SELECT COUNT(*) FROM ({DueSql}) AS due", new { });
        },
        stop);

    public Task<IReadOnlyList<string>> DueToRenewAsync(CancellationToken stop = default) =>
        database.ReadAsync<IReadOnlyList<string>>(async connection => (await connection.QueryAsync<string>(DueSql)).AsList(), stop);

    public async Task<bool> IsRecoveringAsync(CancellationToken stop = default) =>
        await database.ReadAsync(connection => connection.QueryFirstOrDefaultAsync<int>("SELECT recovering FROM node WHERE id = 1"), stop) != 0;

    public Task EndRecoveryAsync(CancellationToken stop = default) => database.ExecuteAsync("UPDATE node SET recovering = 0 WHERE id = 1", new { }, stop);

    private async Task<NodeRecord?> ReadAsync(CancellationToken stop)
    {
        var row = await database.ReadAsync(
            connection => connection.QueryFirstOrDefaultAsync<Row>("SELECT epoch, pole_id, server_id, keys FROM node WHERE id = 1"), stop);
        return row is null ? null : new()
        {
            Epoch = row.Epoch,
            PoleId = row.PoleId,
            ServerId = row.ServerId,
            Keys = StateJson.Read<NodeKey[]>(row.Keys),
        };
    }

    private sealed class Row
    {
        public string Epoch { get; init; } = "";

        public string PoleId { get; init; } = "";

        public string ServerId { get; init; } = "";

        public string Keys { get; init; } = "";
    }
}

using System.Collections.Frozen;
using Citess.Poles.Network.Blocks;
using Citess.Storage.Sql;
using Dapper;

namespace Citess.Storage.Inbox;

/// <summary>Blocked hosts in their table, and in memory for a few seconds: each request asks, and another process may have changed it.</summary>
internal sealed class BlockStore(Database database, AllowedHosts allowed, TimeProvider clock) : IBlocks, IDisposable
{
    private static readonly TimeSpan InUse = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private Reading? _last;

    public ValueTask<HostList> ReadAsync(CancellationToken stop = default) =>
        Volatile.Read(ref _last) is { } known && clock.GetUtcNow() - known.At < InUse ? new(known.List) : new(RenewAsync(isChanged: false, stop));

    public Task BeginAsync(CancellationToken stop = default) =>
        database.WriteAsync(async writing => await RestAsync(writing, await ListAsync(writing.Connection), clock.GetUtcNow()), stop);

    public async Task BlockAsync(BlockedHost host, CancellationToken stop = default)
    {
        await database.WriteAsync(
            async writing =>
            {
                await writing.ExecuteAsync(
                    """
                    INSERT INTO blocked_host (host, reason, by_account, since) VALUES (@Host, @Reason, @By, @Since)
                    ON CONFLICT (host) DO UPDATE SET reason = excluded.reason, by_account = excluded.by_account, since = excluded.since
                    """,
                    new { host.Host, host.Reason, host.By, Since = host.Since.Ms() });
                await RestAsync(writing, await ListAsync(writing.Connection), host.Since);
            },
            stop);
        await RenewAsync(isChanged: true, stop);
    }

    public async Task<bool> UnblockAsync(string host, DateTimeOffset now, CancellationToken stop = default)
    {
        var isEnded = await database.WriteAsync(
            async writing =>
            {
                var count = await writing.ExecuteAsync("DELETE FROM blocked_host WHERE host = @host", new { host });

                // By then each process knows: one that still took it for blocked would put it off for an hour.
                await RestAsync(writing, await ListAsync(writing.Connection), now + InUse);
                return count > 0;
            },
            stop);
        await RenewAsync(isChanged: true, stop);
        return isEnded;
    }

    public void Dispose() => _turn.Dispose();

    /// <summary>Those that are blocked rest, and what their people said waits for nobody; those that are not any more begin anew, for they may have missed anything.</summary>
    private async Task RestAsync(Writing writing, HostList list, DateTimeOffset due)
    {
        var couriers = (await writing.QueryAsync<(string Relation, long Rests)>("SELECT relation, rests FROM courier")).ToList();
        var begin = couriers.Where(each => each.Rests == 0 && list.IsBlocked(each.Relation)).Select(each => each.Relation).ToArray();
        var end = couriers.Where(each => each.Rests != 0 && !list.IsBlocked(each.Relation)).Select(each => each.Relation).ToArray();
        await writing.ExecuteAsync($"UPDATE courier SET rests = 1 WHERE relation {database.In(nameof(begin))}", new { begin });
        await writing.ExecuteAsync($"UPDATE courier SET rests = 0, cursor = 0, failures = 0, problem = NULL, due_at = @due WHERE relation {database.In(nameof(end))}", new { end, due = due.Ms() });
        await writing.ExecuteAsync($"UPDATE repair SET due_at = @due WHERE origin {database.In(nameof(end))}", new { end, due = due.Ms() });
        await VisitorRows.DropAsync(database, writing, list);
    }

    private async Task<HostList> RenewAsync(bool isChanged, CancellationToken stop)
    {
        await _turn.WaitAsync(stop);
        try
        {
            // While this one waited, another may have read.
            var now = clock.GetUtcNow();
            if (isChanged || _last is not { } known || now - known.At >= InUse)
            {
                Volatile.Write(ref _last, known = new(await database.ReadAsync(ListAsync, stop), now));
            }

            return known.List;
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<HostList> ListAsync(System.Data.Common.DbConnection connection)
    {
        var blocked = (await connection.QueryAsync<Row>("SELECT host, reason, by_account, since FROM blocked_host"))
            .ToFrozenDictionary(row => row.Host, row => new BlockedHost(row.Host, row.Reason, row.ByAccount, row.Since.Time()), StringComparer.Ordinal);
        var partners = (await connection.QueryAsync<string>("SELECT origin FROM repair WHERE is_copied = 0")).ToFrozenSet(StringComparer.Ordinal);
        var list = new HostList(blocked, partners, [], allowed);
        return blocked.Count == 0 && allowed.Names.Count == 0 ? list
            : list with { Hidden = (await connection.QueryAsync<string>("SELECT DISTINCT origin FROM catalogue WHERE origin <> ''")).Where(list.IsBlocked).ToFrozenSet(StringComparer.Ordinal) };
    }

    private sealed record Reading(HostList List, DateTimeOffset At);

    private sealed class Row
    {
        public string Host { get; init; } = "";

        public string Reason { get; init; } = "";

        public string ByAccount { get; init; } = "";

        public long Since { get; init; }
    }
}

using System.Data.Common;
using Dapper;

namespace Citess.Storage.Sql;

/// <summary>The database as the rest of this project sees it: reads on a connection, writes in one transaction behind the gate.</summary>
internal sealed class Database : IDisposable
{
    static Database() => DefaultTypeMap.MatchNamesWithUnderscores = true;

    public Database(StorageOptions options, WriterGate gate)
    {
        Provider = options.Provider;
        Gate = gate;
        Source = options.Provider == Provider.Sqlite ? new SqliteSource(options.DatabaseFile, options.MaxMegabytes) : PostgresSource.Create(options.ConnectionString);
    }

    public Provider Provider { get; }

    public bool IsSqlite => Provider == Provider.Sqlite;

    public DbDataSource Source { get; }

    public WriterGate Gate { get; }

    /// <summary>The condition that a column has one of the values of a list: Dapper spells lists out for SQLite only.</summary>
    public string In(string list) => IsSqlite ? "IN @" + list : $"= ANY(@{list})";

    public Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken stop = default) => Away.SayAsync(async () =>
    {
        await using var connection = await Source.OpenConnectionAsync(stop);
        return await read(connection);
    });

    /// <summary>Runs <paramref name="write"/> in one transaction: all of it is on the disk when this returns, or nothing.</summary>
    /// <exception cref="Citess.Poles.Kernel.StorageFullException">There is no room for it; nothing was written.</exception>
    public Task<T> WriteAsync<T>(Func<Writing, Task<T>> write, CancellationToken stop = default) => Away.SayAsync(async () =>
    {
        using var pass = await Gate.EnterAsync(stop);
        await using var connection = await Source.OpenConnectionAsync(stop);
        await using var transaction = await connection.BeginTransactionAsync(stop);
        await using var writing = new Writing(connection, transaction, Provider);
        var result = await write(writing);

        // Not to be stopped half way: whoever waits must learn how it ended.
        await transaction.CommitAsync(CancellationToken.None);
        return result;
    });

    public Task WriteAsync(Func<Writing, Task> write, CancellationToken stop = default) =>
        WriteAsync<object?>(
            async writing =>
            {
                await write(writing);
                return null;
            },
            stop);

    /// <summary>One statement, which is its own transaction; returns how many rows it touched.</summary>
    public Task<int> ExecuteAsync(string sql, object? values, CancellationToken stop = default) =>
        WriteAsync(writing => writing.ExecuteAsync(sql, values), stop);

    /// <summary>
    /// Empties the write-ahead log into the file. Until then the log still has pages as they were before something was
    /// erased. Best effort: a reader that is under way puts it off to the next time.
    /// </summary>
    public async Task ForgetAsync()
    {
        if (IsSqlite)
        {
            using var pass = await Gate.EnterAsync();
            await using var connection = await Source.OpenConnectionAsync();
            await connection.ExecuteAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }

    public void Dispose() => Source.Dispose();
}

using System.Data.Common;
using Dapper;

namespace Citess.Storage.Sql;

/// <summary>The database as the rest of this project sees it: reads on a connection, writes in one transaction behind the gate.</summary>
internal sealed class Database : IDisposable
{
    /// <summary>More would ask at once only for moments; each has a few pages of the file in memory.</summary>
    private const int MaxAsking = 8;

    private readonly StandingConnections _asking;
    private readonly StandingConnections _writing;

    static Database() => DefaultTypeMap.MatchNamesWithUnderscores = true;

    public Database(StorageOptions options, WriterGate gate)
    {
        Provider = options.Provider;
        Gate = gate;
        Source = options.Provider == Provider.Sqlite ? new SqliteSource(options.DatabaseFile, options.MaxMegabytes) : PostgresSource.Create(options.ConnectionString);
        _asking = new(Source, IsSqlite ? MaxAsking : 0);
        _writing = new(Source, IsSqlite ? 1 : 0);
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

    /// <summary>
    /// For what is asked of SQLite hundreds of times a second: to read the words of such a question takes twenty times as
    /// long as to answer it. PostgreSQL's driver has its own ways, and its connections are not to be held.
    /// </summary>
    public Task<T> AskAsync<T>(Func<Standing, Task<T>> ask, CancellationToken stop = default) => Away.SayAsync(() => _asking.UseAsync(ask, stop));

    /// <summary>Runs <paramref name="write"/> in one transaction: all of it is on the disk when this returns, or nothing.</summary>
    /// <exception cref="Citess.Poles.Kernel.StorageFullException">There is no room for it; nothing was written.</exception>
    public Task<T> WriteAsync<T>(Func<Writing, Task<T>> write, CancellationToken stop = default) => Away.SayAsync(async () =>
    {
        using var pass = await Gate.EnterAsync(stop);
        return await _writing.UseAsync(
            async standing =>
            {
                await using var transaction = await standing.Connection.BeginTransactionAsync(stop);
                var result = await write(new Writing(standing, transaction, Provider));

                // Not to be stopped half way: whoever waits must learn how it ended.
                await transaction.CommitAsync(CancellationToken.None);
                return result;
            },
            stop);
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
            try
            {
                // Not for 15 seconds, as every other statement would: all writers wait behind this one.
                await connection.ExecuteAsync("PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE);");
            }
            finally
            {
                await connection.ExecuteAsync(SqliteSource.Patience);
            }
        }
    }

    public void Dispose()
    {
        _asking.Dispose();
        _writing.Dispose();
        Source.Dispose();
    }
}

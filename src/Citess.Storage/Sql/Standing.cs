using System.Collections.Concurrent;
using System.Data.Common;

namespace Citess.Storage.Sql;

/// <summary>A connection that stays open between statements that are run hundreds of times a second, so that their words are read once.</summary>
internal sealed class Standing(DbConnection connection) : IAsyncDisposable
{
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);

    public DbConnection Connection => connection;

    /// <summary>A statement as it was read the first time; <paramref name="names"/> in the order in which values come.</summary>
    public Statement Repeated(string sql, params ReadOnlySpan<string> names)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            _statements[sql] = statement = new(connection, sql, names);
        }

        return statement;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var statement in _statements.Values)
        {
            await statement.DisposeAsync();
        }

        await connection.DisposeAsync();
    }
}

/// <summary>
/// Those that stand idle, <paramref name="most"/> at most; with none allowed, each is closed after its use. One whose use
/// failed is not used again.
/// </summary>
internal sealed class StandingConnections(DbDataSource source, int most) : IDisposable
{
    private readonly ConcurrentBag<Standing> _idle = [];
    private int _count;

    public async Task<T> UseAsync<T>(Func<Standing, Task<T>> use, CancellationToken stop)
    {
        if (_idle.TryTake(out var standing))
        {
            Interlocked.Decrement(ref _count);
        }

        standing ??= new(await source.OpenConnectionAsync(stop));
        var isWell = false;
        try
        {
            var result = await use(standing);
            isWell = true;
            return result;
        }
        finally
        {
            if (isWell && Volatile.Read(ref _count) < most)
            {
                Interlocked.Increment(ref _count);
                _idle.Add(standing);
            }
            else
            {
                await standing.DisposeAsync();
            }
        }
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var standing))
        {
            standing.Connection.Dispose();
        }
    }
}

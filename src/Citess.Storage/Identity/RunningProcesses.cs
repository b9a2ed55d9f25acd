using Citess.Storage.Sql;
using Dapper;

namespace Citess.Storage.Identity;

/// <summary>Knows whether processes of this pole run, by the signs of life that they leave in PostgreSQL.</summary>
public sealed class RunningProcesses
{
    /// <summary>A process writes one every two seconds; one that was killed leaves none any more.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(10);

    private readonly Database _database;
    private readonly TimeProvider _clock;

    internal RunningProcesses(Database database, TimeProvider clock) => (_database, _clock) = (database, clock);

    /// <summary>Always false with SQLite, where the lock of the data folder says it.</summary>
    public async Task<bool> AnyAsync(CancellationToken stop = default)
    {
        if (_database.IsSqlite)
        {
            return false;
        }

        return await _database.ReadAsync(
            async connection => await connection.ExecuteScalarAsync<bool>("SELECT to_regclass('orleansmembershiptable') IS NOT NULL")
                && await connection.ExecuteScalarAsync<bool>(
                    "SELECT EXISTS (SELECT 1 FROM orleansmembershiptable WHERE status IN (2, 3, 4, 5) AND iamalivetime > @since)",
                    new { since = (_clock.GetUtcNow() - Silence).UtcDateTime }),
            stop);
    }
}

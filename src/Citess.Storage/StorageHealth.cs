using Citess.Poles.Kernel;
using Citess.Storage.Sql;
using Dapper;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Citess.Storage;

/// <summary>Healthy when a row was committed just now, and the settings that durability rests on are as promised.</summary>
internal sealed class StorageHealth(Database database, TimeProvider clock) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await database.ExecuteAsync(
                "INSERT INTO pulse (id, beaten) VALUES (1, @now) ON CONFLICT (id) DO UPDATE SET beaten = excluded.beaten",
                new { now = clock.GetUtcNow().Ms() },
                cancellationToken);
            return await database.ReadAsync(JudgeAsync, cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy(
                fault is UnavailableException ? "The database does not answer. Until it does nothing is taken in; nothing that was kept is lost." : "The database cannot be written.", fault,
                Mend("Look at the disk (free space, rights) and at the database's own log."));
        }
    }

    private async Task<HealthCheckResult> JudgeAsync(System.Data.Common.DbConnection connection)
    {
        foreach (var (ask, allowed, mend) in database.IsSqlite ? Settings.OfSqlite : Settings.OfPostgres)
        {
            var found = await connection.ExecuteScalarAsync<string>(ask);
            if (!allowed.Contains(found, StringComparer.OrdinalIgnoreCase))
            {
                return HealthCheckResult.Unhealthy($"The database could lose what it acknowledged: {ask} is {found}.", data: Mend(mend));
            }
        }

        if (!database.IsSqlite && await RoomAsync(connection) is { } crowd)
        {
            return crowd;
        }

        var aside = await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM outbox WHERE problem IS NOT NULL");
        return aside > 0
            ? HealthCheckResult.Degraded($"{aside} outgoing entries could not be read and are set aside.", data: Mend("They stay in the table outbox, each with its reason in the column problem. Report them with the log of that day."))
            : HealthCheckResult.Healthy("The database keeps what it is given.");
    }

    /// <summary>A process that finds no connection left does not start; the others go on, and nobody sees why.</summary>
    private async Task<HealthCheckResult?> RoomAsync(System.Data.Common.DbConnection connection)
    {
        var pool = new NpgsqlConnectionStringBuilder(database.Source.ConnectionString).MaxPoolSize;
        var room = await connection.ExecuteScalarAsync<int>("SELECT current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int");
        return room >= pool ? null : HealthCheckResult.Degraded(
            $"PostgreSQL lets in {room} connections, and each process of this pole may need {pool}.",
            data: Mend("Set max_connections in postgresql.conf to more than 40 for each process of each pole on that server, or Maximum Pool Size in Citess:Database:ConnectionString to less."));
    }

    private static Dictionary<string, object> Mend(string sentence) => new(StringComparer.Ordinal) { [StorageRegistration.HealthMend] = sentence };

    private static class Settings
    {
        // Each connection of ours turns these on: another program has changed them meanwhile.
        private const string Again = "Start the pole again, and let no other program open its file.";

        public static readonly (string Ask, string[] Allowed, string Mend)[] OfSqlite =
        [
            ("PRAGMA journal_mode", ["wal"], Again),
            ("PRAGMA synchronous", ["2"], Again),
            ("PRAGMA secure_delete", ["1"], Again),
            ("PRAGMA foreign_keys", ["1"], Again),
        ];

        public static readonly (string Ask, string[] Allowed, string Mend)[] OfPostgres =
        [
            ("SHOW synchronous_commit", ["on", "remote_apply"], "Start the pole again: it turns this on for each of its connections."),
            ("SHOW fsync", ["on"], "Set fsync = on in postgresql.conf and restart PostgreSQL; what was written meanwhile may be broken after a loss of power, so make a backup then."),
        ];
    }
}

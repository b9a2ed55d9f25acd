using Citess.Poles.Kernel;
using Citess.Storage.Sql;
using Dapper;
using Microsoft.Extensions.Diagnostics.HealthChecks;

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
                fault is UnavailableException ? "The database does not answer. Until it does nothing is taken in; nothing that was kept is lost." : "The database cannot be written.", fault);
        }
    }

    private async Task<HealthCheckResult> JudgeAsync(System.Data.Common.DbConnection connection)
    {
        foreach (var (ask, allowed) in database.IsSqlite ? Settings.OfSqlite : Settings.OfPostgres)
        {
            var found = await connection.ExecuteScalarAsync<string>(ask);
            if (!allowed.Contains(found, StringComparer.OrdinalIgnoreCase))
            {
                return HealthCheckResult.Unhealthy($"The database could lose what it acknowledged: {ask} is {found}.");
            }
        }

        var aside = await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM outbox WHERE problem IS NOT NULL");
        return aside > 0
            ? HealthCheckResult.Degraded($"{aside} outgoing entries could not be read and are set aside.")
            : HealthCheckResult.Healthy("The database keeps what it is given.");
    }

    private static class Settings
    {
        public static readonly (string Ask, string[] Allowed)[] OfSqlite =
        [
            ("PRAGMA journal_mode", ["wal"]),
            ("PRAGMA synchronous", ["2"]),
            ("PRAGMA secure_delete", ["1"]),
            ("PRAGMA foreign_keys", ["1"]),
        ];

        public static readonly (string Ask, string[] Allowed)[] OfPostgres =
        [
            ("SHOW synchronous_commit", ["on", "remote_apply"]),
            ("SHOW fsync", ["on"]),
        ];
    }
}

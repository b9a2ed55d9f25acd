using Citess.Storage.Sql;
using Dapper;
using Microsoft.Extensions.Logging;

namespace Citess.Storage.Migrations;

/// <summary>The database does not fit this program; says why and what to do.</summary>
public sealed class SchemaException(string message) : Exception(message);

/// <summary>The settings lead to a database that no pole was ever started on; says where it is looked for.</summary>
public sealed class NoPoleException(string where) : Exception($"No pole was ever started on {where}.");

/// <summary>Brings the database to the form that this program knows, before anything else touches it.</summary>
internal sealed partial class Migrator(Database database, StorageOptions options, TimeProvider clock, ILogger<Migrator> log)
{
    private readonly SemaphoreSlim _once = new(1, 1);
    private bool _done;

    /// <summary>Looks, and makes nothing.</summary>
    /// <exception cref="NoPoleException">There is nothing yet.</exception>
    public async Task RequireAsync(CancellationToken stop = default)
    {
        var has = database.IsSqlite ? File.Exists(options.DatabaseFile)
            : await database.ReadAsync(reading => reading.ExecuteScalarAsync<bool>(new("SELECT to_regclass('migration') IS NOT NULL", cancellationToken: stop)), stop);
        if (!has)
        {
            throw new NoPoleException(database.IsSqlite ? options.DatabaseFile : "this PostgreSQL database");
        }
    }

    public async Task RunAsync(CancellationToken stop = default)
    {
        await _once.WaitAsync(stop);
        try
        {
            if (!_done)
            {
                await Away.SayAsync(() => Task.Run(() => { (database.Source as SqliteSource)?.Prepare(); return true; }, stop));
                await RunAsync(Script.For(database.Provider), stop);
                _done = true;
            }
        }
        finally
        {
            _once.Release();
        }
    }

    /// <summary>Each script in a transaction of its own, with the row that says so.</summary>
    internal async Task RunAsync(IReadOnlyList<Script> scripts, CancellationToken stop)
    {
        await database.WriteAsync(PrepareTableAsync, stop);
        foreach (var script in scripts)
        {
            if (await database.WriteAsync(writing => ApplyAsync(writing, scripts, script), stop))
            {
                Applied(log, script.Number, script.Name);
            }
        }
    }

    /// <summary>Applies scripts inside a transaction that does more; restore works so.</summary>
    internal async Task RunInAsync(Writing writing, IEnumerable<Script> scripts)
    {
        await PrepareTableAsync(writing);
        foreach (var script in scripts)
        {
            await writing.ExecuteAsync(script.Sql);
            await RecordAsync(writing, script);
        }
    }

    private static async Task PrepareTableAsync(Writing writing)
    {
        if (writing.Provider == Provider.PostgreSql)
        {
            // However long another process migrates.
            await writing.ExecuteAsync("SET LOCAL lock_timeout = 0");
        }

        await writing.TakeAsync(Turn.Migrations);
        await writing.ExecuteAsync("""
            CREATE TABLE IF NOT EXISTS migration (
              number INTEGER NOT NULL PRIMARY KEY,
              name TEXT NOT NULL,
              applied BIGINT NOT NULL,
              checksum TEXT NOT NULL)
            """);
    }

    private async Task<bool> ApplyAsync(Writing writing, IReadOnlyList<Script> scripts, Script script)
    {
        await PrepareTableAsync(writing);
        var applied = (await writing.QueryAsync<Row>("SELECT number, name, checksum FROM migration ORDER BY number")).ToList();
        if (applied.FindLast(row => scripts.All(known => known.Number != row.Number)) is { } unknown)
        {
            throw new SchemaException(
                $"The database is newer than this program: it has schema {unknown.Number} ({unknown.Name}), and this program knows up to {scripts[^1].Number}. Install the newer program, or restore a backup.");
        }

        if (applied.Find(row => row.Number == script.Number) is { } held)
        {
            return held.Checksum == script.Checksum ? false : throw new SchemaException(
                $"Migration {script.Number} ({script.Name}) was changed after it was applied to this database. A script that has run is never edited: add a new one.");
        }

        await writing.ExecuteAsync(script.Sql);
        await RecordAsync(writing, script);
        return true;
    }

    private Task RecordAsync(Writing writing, Script script) => writing.ExecuteAsync(
        "INSERT INTO migration (number, name, applied, checksum) VALUES (@Number, @Name, @Applied, @Checksum)",
        new { script.Number, script.Name, Applied = clock.GetUtcNow().Ms(), script.Checksum });

    [LoggerMessage(1, LogLevel.Information, "Schema {Number} ({Name}) applied.")]
    private static partial void Applied(ILogger log, int number, string name);

    private sealed class Row
    {
        public int Number { get; init; }

        public string Name { get; init; } = "";

        public string Checksum { get; init; } = "";
    }
}

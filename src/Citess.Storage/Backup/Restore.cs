using System.IO.Compression;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Citess.Storage.Catalogue;
using Citess.Storage.Migrations;
using Citess.Storage.Sql;

namespace Citess.Storage.Backup;

/// <summary>Puts a backup in place of what is there, in one transaction: a fault leaves the database as it was.</summary>
internal sealed class Restore(Database database, Migrator migrator, CatalogueRows catalogue, TimeProvider clock)
{
    /// <summary>The last migration of the programs whose backups do not list what they had: they had all up to theirs.</summary>
    private const int LastUnlisted = 30;

    public async Task RunAsync(ZipArchive zip, Manifest manifest, bool force, CancellationToken stop)
    {
        var scripts = Script.For(database.Provider);
        var had = manifest.Migrations is { IsEmpty: false } listed ? listed.ToHashSet() : [.. scripts.Select(script => script.Number).Where(number => number <= Math.Min(manifest.Schema, LastUnlisted))];
        if (manifest.Schema > scripts.Max(script => script.Number) || had.Except(scripts.Select(script => script.Number)).Any())
        {
            throw new BackupException($"The backup is newer than this program: it has schema {manifest.Schema}. Install the newer program.");
        }

        (database.Source as SqliteSource)?.Prepare();
        await database.WriteAsync(
            async writing =>
            {
                if (!force && await HoldsPoleAsync(writing))
                {
                    throw new BackupException("The database already holds a pole, and nothing was changed. Restore into an empty one, or force it: then what is there is lost.");
                }

                await DropAsync(writing);
                await migrator.RunInAsync(writing, scripts.Where(script => had.Contains(script.Number)));
                await LoadAsync(writing, zip, manifest);
                await migrator.RunInAsync(writing, scripts.Where(script => !had.Contains(script.Number)));
                await foreach (var row in TableReader.ReadAsync(await OpenAsync(zip, Tables.Catalogue)))
                {
                    await catalogue.PutAsync(writing, StateJson.Read<CatalogueEntry>((string)row["body"]), row.TryGetValue("came", out var came) ? (long)came : null);
                }

                await writing.ExecuteAsync("UPDATE node SET epoch = @epoch, recovering = 1", new { epoch = Ulid.NewUlid(clock.GetUtcNow()).ToString() });
            },
            stop);
        await database.ForgetAsync();
    }

    private static async Task<bool> HoldsPoleAsync(Writing writing)
    {
        var known = await writing.FirstAsync<long>(writing.Provider == Provider.Sqlite
            ? "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = 'node'"
            : "SELECT COUNT(*) FROM pg_tables WHERE schemaname = current_schema() AND tablename = 'node'");
        return known > 0 && await writing.FirstAsync<long>("SELECT COUNT(*) FROM node") > 0;
    }

    private static async Task DropAsync(Writing writing)
    {
        // Those that refer to others go before them.
        foreach (var table in Tables.Copied.Append(Tables.Catalogue).Concat(Tables.Left).Reverse())
        {
            await writing.ExecuteAsync($"DROP TABLE IF EXISTS {table}{(writing.Provider == Provider.Sqlite ? "" : " CASCADE")}");
        }

        if (writing.Provider == Provider.PostgreSql)
        {
            await writing.ExecuteAsync("DROP FUNCTION IF EXISTS copy_outbox, keep_version, refuse_change");
        }
    }

    private static async Task LoadAsync(Writing writing, ZipArchive zip, Manifest manifest)
    {
        // An earlier release had fewer: the later migrations make the others.
        foreach (var table in Tables.Copied.Where(table => manifest.Tables.Any(each => each.Name == table)))
        {
            // What the scripts have put in, and what the trigger has copied of the states that were just put back: the
            // outbox of the backup says what was not yet published.
            await writing.ExecuteAsync($"DELETE FROM {table}");
            await TableReader.LoadAsync(writing, table, await OpenAsync(zip, table));
        }

        if (writing.Provider == Provider.PostgreSql)
        {
            foreach (var (table, column) in Tables.Counting)
            {
                await writing.ExecuteAsync(
                    $"SELECT setval(pg_get_serial_sequence('{table}', '{column}'), COALESCE((SELECT MAX({column}) FROM {table}), 0) + 1, false)");
            }
        }
    }

    private static Task<Stream> OpenAsync(ZipArchive zip, string table) => Archive.Entry(zip, Archive.EntryOf(table)).OpenAsync();
}

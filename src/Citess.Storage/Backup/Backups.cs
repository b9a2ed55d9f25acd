using System.Collections.Immutable;
using System.Data;
using System.Data.Common;
using System.IO.Compression;
using Citess.Storage.Migrations;
using Citess.Storage.Sql;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Citess.Storage.Backup;

/// <summary>Backups of the database that this process is configured for.</summary>
internal sealed class Backups(Database database, Migrator migrator, Restore restore, TimeProvider clock) : IBackups
{
    public async Task<Manifest> WriteAsync(string file, CancellationToken stop = default)
    {
        await migrator.RequireAsync(stop);
        var whole = Path.GetFullPath(file);
        var partial = whole + ".partial";
        try
        {
            File.Delete(partial);
            Manifest manifest;
            await using (var target = PrivateFile.Open(partial, FileMode.CreateNew))
            {
                await using (var zip = await ZipArchive.CreateAsync(target, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, stop))
                {
                    manifest = await CopyAsync(zip, stop);
                }

                target.Flush(flushToDisk: true);
            }

            File.Move(partial, whole, overwrite: true);
            return manifest;
        }
        finally
        {
            File.Delete(partial);
        }
    }

    public async Task<Manifest> VerifyAsync(string file, CancellationToken stop = default)
    {
        var (zip, manifest) = await Archive.OpenAsync(file, stop);
        zip.Dispose();
        return manifest;
    }

    public async Task<Manifest> RestoreAsync(string file, bool force, CancellationToken stop = default)
    {
        var (zip, manifest) = await Archive.OpenAsync(file, stop);
        using (zip)
        {
            await restore.RunAsync(zip, manifest, force, stop);
        }

        return manifest;
    }

    /// <summary>All tables as they were at one moment: writers go on, and are not seen.</summary>
    private async Task<Manifest> CopyAsync(ZipArchive zip, CancellationToken stop)
    {
        await using var connection = await database.Source.OpenConnectionAsync(stop);
        await using var moment = await BeginAsync(connection, stop);
        var migrations = (await connection.QueryAsync<int>("SELECT number FROM migration ORDER BY number", transaction: moment)).ToImmutableArray();
        var epoch = await connection.ExecuteScalarAsync<string>("SELECT epoch FROM node", transaction: moment);
        var tables = ImmutableArray.CreateBuilder<TableManifest>();
        foreach (var table in Tables.Copied.Append(Tables.Catalogue))
        {
            await using var target = await zip.CreateEntry(Archive.EntryOf(table), CompressionLevel.Fastest).OpenAsync(stop);
            tables.Add(await TableWriter.WriteAsync(table, connection, moment, target, stop));
        }

        var manifest = new Manifest
        {
            Format = Manifest.CurrentFormat,
            Taken = clock.GetUtcNow(),
            Schema = migrations[^1],
            Migrations = migrations,
            Epoch = epoch ?? "",
            Tables = tables.ToImmutable(),
        };
        await Archive.SealAsync(zip, manifest);
        return manifest;
    }

    // A transaction that begins as a reader never waits for a writer, nor holds one up.
    private static async Task<DbTransaction> BeginAsync(DbConnection connection, CancellationToken stop) => connection is SqliteConnection sqlite
        ? sqlite.BeginTransaction(deferred: true)
        : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);
}

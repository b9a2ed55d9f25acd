using System.Data.Common;
using System.Text;
using System.Text.Json;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Kernel.Records;
using Citess.Storage.Ledger;
using Citess.Storage.Sql;
using Dapper;

namespace Citess.Storage.Catalogue;

/// <summary>Builds the catalogue anew in one transaction: readers see the old rows until the new ones are all there.</summary>
internal sealed class Rebuild(Database database, CatalogueRows rows, Func<IProjections> projections)
{
    /// <summary>After a migration that emptied what search and filters find rows by.</summary>
    public async Task RunIfNeededAsync(CancellationToken stop)
    {
        if (await database.ReadAsync(connection => connection.ExecuteScalarAsync<bool>(
            "SELECT EXISTS (SELECT 1 FROM catalogue) AND NOT EXISTS (SELECT 1 FROM catalogue_text)"), stop))
        {
            await RunAsync(stop);
        }
    }

    public async Task<int> RunAsync(CancellationToken stop)
    {
        var count = await database.WriteAsync(writing => RunAsync(writing, projections(), stop), stop);
        await database.ForgetAsync();
        return count;
    }

    private async Task<int> RunAsync(Writing writing, IProjections projections, CancellationToken stop)
    {
        if (writing.Provider == Provider.PostgreSql)
        {
            // A letter or a publisher that comes meanwhile waits, or its row would be lost under ours.
            await writing.ExecuteAsync("LOCK TABLE catalogue IN SHARE ROW EXCLUSIVE MODE");
        }

        // When a thing came is told by nothing but its row.
        var came = (await writing.QueryAsync<CameRow>("SELECT origin, key, came FROM catalogue")).ToDictionary(row => (row.Origin, row.Key), row => row.Came);
        await rows.EmptyAsync(writing);
        foreach (var entry in await OwnAsync(writing, projections, stop))
        {
            await rows.PutAsync(writing, entry, Came(entry));
        }

        foreach (var document in await writing.QueryAsync<DocumentRow>("SELECT origin, key, revision, audience, is_tombstone, body FROM document WHERE origin <> ''"))
        {
            if (Ap.Read<ApObject>(JsonElement.Parse(document.Body)) is { } read && projections.OfDocument(document.ToDocument(), read) is { } entry)
            {
                await rows.PutAsync(writing, entry, Came(entry));
            }
        }

        return await writing.FirstAsync<int>("SELECT COUNT(*) FROM catalogue");

        long? Came(CatalogueEntry entry) => came.TryGetValue((entry.Origin, entry.Key), out var known) ? known : null;
    }

    /// <summary>Row by row: all payloads at once would be the whole database in memory.</summary>
    private static async Task<List<CatalogueEntry>> OwnAsync(Writing writing, IProjections projections, CancellationToken stop)
    {
        var entries = new List<CatalogueEntry>();
        await using var command = writing.Connection.CreateCommand();
        command.Transaction = writing.Transaction;
        command.CommandText = "SELECT GrainId, PayloadBinary FROM OrleansStorage WHERE PayloadBinary IS NOT NULL";
        await using DbDataReader reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            if (RecordKey.TryParse(reader.GetString(0), out var key)
                && projections.OfState(key.Kind, Encoding.UTF8.GetString((byte[])reader.GetValue(1)), key) is { } entry)
            {
                entries.Add(entry);
            }
        }

        return entries;
    }

    private sealed class CameRow
    {
        public string Origin { get; init; } = "";

        public string Key { get; init; } = "";

        public long Came { get; init; }
    }
}

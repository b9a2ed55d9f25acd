using System.Data.Common;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Ledger;
using Citess.Storage.Catalogue;
using Citess.Storage.Sql;
using Dapper;

namespace Citess.Storage.Ledger;

/// <summary>The table document as feed and digest read it.</summary>
internal sealed class ChangesStore(Database database, CatalogueRows catalogue) : IChanges
{
    private const int PageSize = 100;
    private const int PageBytes = 512 * 1024;

    /// <summary>Where the ledger stands, and beside it each living document.</summary>
    internal const string ScanSql =
        """
        SELECT h.number, d.key, d.revision, d.audience FROM ledger_head h
        LEFT JOIN document d ON d.origin = @origin AND d.is_tombstone = 0
        """;

    private const string Columns = "origin, key, revision, audience, is_tombstone, body, owner";

    /// <summary>
    /// A tombstone goes to whoever may have seen the record: it was there before it was withdrawn, and they were there too.
    /// What was public, anyone may have seen.
    /// </summary>
    private const string IsSeen = "audience >= @Least AND (is_tombstone = 0 OR audience = 2 OR (number > @Joined AND first_number < number))";

    public Task<ChangesSlice> ReadAsync(Sight sight, long after, CancellationToken stop = default) => database.ReadAsync(
        async connection =>
        {
            // Asked first: what is published meanwhile comes with the next question, and none is passed over.
            var head = await connection.ExecuteScalarAsync<long>("SELECT number FROM ledger_head");
            var items = new List<Change>();
            long bytes = 0;
            await using var reader = (DbDataReader)await connection.ExecuteReaderAsync(
                $"SELECT number, {Columns} FROM document WHERE origin = '' AND number > @after AND {IsSeen} ORDER BY number LIMIT @take",
                new { after, Least = (int)sight.Least, sight.Joined, take = PageSize + 1 });
            while (await reader.ReadAsync(stop))
            {
                if (items.Count == PageSize || bytes > PageBytes)
                {
                    return new(items, items[^1].Number, IsLast: false);
                }

                var document = Read(reader, 1);
                bytes += document.Json.Length;
                items.Add(new(reader.GetInt64(0), document));
            }

            return new ChangesSlice(items, Math.Max(Math.Max(head, after), items.Count == 0 ? 0 : items[^1].Number), IsLast: true);
        },
        stop);

    public Task<long> CountAsync(Sight sight, CancellationToken stop = default) => database.ReadAsync(
        connection => connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM document WHERE origin = '' AND {IsSeen}", new { Least = (int)sight.Least, sight.Joined }), stop);

    public Task<IReadOnlyList<SignedDocument>> FindAsync(Sight sight, IReadOnlyList<string> keys, CancellationToken stop = default) => ListAsync(
        $"SELECT {Columns} FROM document WHERE origin = '' AND key {database.In(nameof(keys))} AND {IsSeen} ORDER BY key", new { keys = keys.ToArray(), Least = (int)sight.Least, sight.Joined }, stop);

    public Task<IReadOnlyList<SignedDocument>> OfAsync(string origin, Audience least, string after, int take, CancellationToken stop = default) => ListAsync(
        $"SELECT {Columns} FROM document WHERE origin = @origin AND key > @after AND audience >= @Least ORDER BY key LIMIT @take", new { origin, Least = (int)least, after, take }, stop);

    public Task<long> CountOfAsync(string origin, Audience least, CancellationToken stop = default) => database.ReadAsync(
        connection => connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM document WHERE origin = @origin AND audience >= @Least", new { origin, Least = (int)least }), stop);

    public Task<long> ScanAsync(string origin, Action<Living> each, CancellationToken stop = default) => database.ReadAsync(
        async connection =>
        {
            // One statement is one moment in both databases: the number belongs to what is scanned.
            await using var reader = (DbDataReader)await connection.ExecuteReaderAsync(ScanSql, new { origin });
            var head = 0L;
            while (await reader.ReadAsync(stop))
            {
                head = reader.GetInt64(0);
                if (!reader.IsDBNull(1))
                {
                    each(new(reader.GetString(1), reader.GetInt32(2), (Audience)reader.GetInt32(3)));
                }
            }

            return head;
        },
        stop);

    public Task<IReadOnlyDictionary<string, int>> RevisionsAsync(string origin, IReadOnlyCollection<string> keys, CancellationToken stop = default) => database.ReadAsync<IReadOnlyDictionary<string, int>>(
        async connection => keys.Count == 0 ? [] : (await connection.QueryAsync<(string Key, int Revision)>(
            $"SELECT key, revision FROM document WHERE origin = @origin AND key {database.In(nameof(keys))}", new { origin, keys = keys.ToArray() })).ToDictionary(row => row.Key, row => row.Revision, StringComparer.Ordinal),
        stop);

    public Task DropAsync(string origin, CancellationToken stop = default) => origin.Length == 0
        ? throw new ArgumentException("What is ours is never dropped.", nameof(origin))
        : database.WriteAsync(
            async writing =>
            {
                await catalogue.RemoveAsync(writing, origin);
                await writing.ExecuteAsync("DELETE FROM document WHERE origin = @origin", new { origin });
            },
            stop);

    public Task<int> CompactAsync(DateTimeOffset before, CancellationToken stop = default) => Compaction.RunAsync(database, before, stop);

    private Task<IReadOnlyList<SignedDocument>> ListAsync(string sql, object values, CancellationToken stop) => database.ReadAsync<IReadOnlyList<SignedDocument>>(
        async connection => [.. (await connection.QueryAsync<DocumentRow>(sql, values)).Select(row => row.ToDocument())], stop);

    private static SignedDocument Read(DbDataReader reader, int from) => new()
    {
        Origin = reader.GetString(from),
        Key = reader.GetString(from + 1),
        Revision = reader.GetInt32(from + 2),
        Audience = (Audience)reader.GetInt32(from + 3),
        IsTombstone = reader.GetInt32(from + 4) != 0,
        Json = reader.GetString(from + 5),
        Owner = reader.GetString(from + 6),
    };
}

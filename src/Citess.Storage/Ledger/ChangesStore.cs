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
    /// <summary>Where the ledger stands, and beside it each living document.</summary>
    internal const string ScanSql =
        """
        SELECT h.number, d.key, d.revision, d.audience FROM ledger_head h
        LEFT JOIN document d ON d.origin = @origin AND d.is_tombstone = 0
        """;

    private const string Columns = "d.origin, d.key, d.revision, d.audience, d.is_tombstone, d.body, d.owner";

    /// <summary>For the audience of the asker, or for a list on which it stands.</summary>
    private const string IsFor = "(d.audience >= @Least OR (@Relation <> '' AND EXISTS (SELECT 1 FROM ledger_partner p WHERE p.relation = @Relation AND p.number = d.number)))";

    /// <summary>
    /// A tombstone goes to whoever may have seen the record: it was there before it was withdrawn, and they were there too.
    /// What was public, anyone may have seen.
    /// </summary>
    private const string IsSeen = "CASE WHEN d.is_tombstone = 0 THEN " + IsFor + " ELSE d.audience = 2 OR " + MayHaveSeen + "d.key AND s.number < d.number AND (s.audience = 2 OR d.number > @Joined)) END";

    private const string MayHaveSeen =
        """
        EXISTS (SELECT 1 FROM ledger s
          WHERE s.addressee IS NULL AND s.verb NOT IN ('Delete', 'Remove')
            AND (s.audience >= @Least OR (@Relation <> '' AND EXISTS (SELECT 1 FROM ledger_partner p WHERE p.relation = @Relation AND p.number = s.number)))
            AND s.about =
        """ + " ";

    /// <summary>A record that went out of the sight of some: to them the ledger's Remove is what stands in its place, until they see it again.</summary>
    private const string Removals =
        "SELECT l.number, '' AS origin, l.about AS key, l.revision, l.audience, 1 AS is_tombstone, l.activity AS body, '' AS owner FROM ledger l "
        + "WHERE l.verb = 'Remove' AND l.is_superseded = 0 AND l.addressee IS NULL AND " + MayHaveSeen + "l.about AND s.number < l.number AND (s.audience = 2 OR l.number > @Joined)) "
        + "AND NOT EXISTS (SELECT 1 FROM document d WHERE d.origin = '' AND d.key = l.about AND " + IsFor + ")";

    internal const string FeedSql =
        "SELECT d.number, " + Columns + " FROM document d WHERE d.origin = '' AND d.number > @after AND " + IsSeen
        + " UNION ALL " + Removals + " AND l.number > @after ORDER BY number LIMIT @take";

    public Task<ChangesSlice> ReadAsync(Sight sight, long after, CancellationToken stop = default) => database.ReadAsync(
        async connection =>
        {
            // Asked first: what is published meanwhile comes with the next question, and none is passed over.
            var head = await connection.ExecuteScalarAsync<long>("SELECT number FROM ledger_head");
            var (items, room) = (new List<Change>(), new PageRoom());
            await using var reader = (DbDataReader)await connection.ExecuteReaderAsync(FeedSql, new { after, Least = (int)sight.Least, sight.Joined, sight.Relation, take = PageRoom.MaxItems + 1 });
            while (await reader.ReadAsync(stop))
            {
                var document = Read(reader, 1);
                if (!room.Takes(document.Json))
                {
                    return new(items, items[^1].Number, IsLast: false);
                }

                items.Add(new(reader.GetInt64(0), document));
            }

            return new ChangesSlice(items, Math.Max(Math.Max(head, after), items.Count == 0 ? 0 : items[^1].Number), IsLast: true);
        },
        stop);

    public Task<long> CountAsync(Sight sight, CancellationToken stop = default) => database.ReadAsync(
        connection => connection.ExecuteScalarAsync<long>(
            $"SELECT (SELECT COUNT(*) FROM document d WHERE d.origin = '' AND {IsSeen}) + (SELECT COUNT(*) FROM ({Removals}) AS removals)", new { Least = (int)sight.Least, sight.Joined, sight.Relation }),
        stop);

    public Task<IReadOnlyList<SignedDocument>> FindAsync(Sight sight, IReadOnlyList<string> keys, CancellationToken stop = default) => ListAsync(
        $"""
        SELECT d.number, {Columns} FROM document d WHERE d.origin = '' AND d.key {database.In(nameof(keys))} AND {IsSeen}
        UNION ALL {Removals} AND l.about {database.In(nameof(keys))} ORDER BY key
        """,
        new { keys = keys.ToArray(), Least = (int)sight.Least, sight.Joined, sight.Relation },
        stop);

    public Task<IReadOnlyList<SignedDocument>> OfAsync(string origin, Audience least, string after, int take, CancellationToken stop = default) => ListAsync(
        $"SELECT {Columns} FROM document d WHERE d.origin = @origin AND d.key > @after AND d.audience >= @Least ORDER BY d.key LIMIT @take", new { origin, Least = (int)least, after, take }, stop);

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

    public Task<IReadOnlyList<Living>> ListedAsync(string relation, CancellationToken stop = default) => database.ReadAsync<IReadOnlyList<Living>>(
        async connection => [.. (await connection.QueryAsync<(string Key, int Revision)>(
            """
            SELECT d.key, d.revision FROM ledger_partner p JOIN document d ON d.origin = '' AND d.number = p.number
            WHERE p.relation = @relation AND d.audience = 0 AND d.is_tombstone = 0
            """,
            new { relation })).Select(row => new Living(row.Key, row.Revision, Audience.Own))],
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
                foreach (var key in await writing.QueryAsync<string>("DELETE FROM document WHERE origin = @origin RETURNING key", new { origin }))
                {
                    await catalogue.RemoveAsync(writing, origin, key);
                }
            },
            stop);

    public Task DropAsync(IReadOnlyList<SignedDocument> documents, CancellationToken stop = default) => documents.Any(document => document.Origin.Length == 0)
        ? throw new ArgumentException("What is ours is never dropped.", nameof(documents))
        : database.WriteAsync(
            async writing =>
            {
                // The document first, as whoever takes one in: then of two at once one waits for the other, and nothing is left half.
                foreach (var document in documents)
                {
                    if (await writing.ExecuteAsync("DELETE FROM document WHERE origin = @Origin AND key = @Key AND revision = @Revision", new { document.Origin, document.Key, document.Revision }) > 0)
                    {
                        await catalogue.RemoveAsync(writing, document.Origin, document.Key);
                    }
                }
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

using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Ledger;
using Citess.Storage.Sql;
using Dapper;

namespace Citess.Storage.Ledger;

/// <summary>The table document_version, which triggers fill, and beside it the present documents.</summary>
internal sealed class VersionStore(Database database) : IVersions
{
    internal const string OfSql =
        """
        SELECT origin, key, revision, audience, 0 AS is_tombstone, body FROM document_version
        WHERE origin = @origin AND key = @key AND audience >= @least AND revision < @below
        UNION ALL
        SELECT origin, key, revision, audience, is_tombstone, body FROM document
        WHERE origin = @origin AND key = @key AND audience >= @least AND revision < @below AND is_tombstone = 0
        ORDER BY revision DESC LIMIT @take
        """;

    public Task<IReadOnlyList<SignedDocument>> OfAsync(string origin, RecordKey key, Audience least, int below, int take, CancellationToken stop = default) =>
        ListAsync(OfSql, new { origin, key = key.ToString(), least = (int)least, below, take }, stop);

    /// <summary>In the words of the index that has them all.</summary>
    public Task<IReadOnlyList<SignedDocument>> LackingAsync(string origin, int take, CancellationToken stop = default) => ListAsync(
        $"""
        SELECT origin, key, revision, audience, is_tombstone, body, owner FROM document
        WHERE origin = @origin AND origin <> '' AND is_tombstone = 0 AND revision > 1 AND complete < revision AND {(database.IsSqlite ? "key >= 'practice/' AND key < 'practice0'" : "starts_with(key, 'practice/')")}
        LIMIT @take
        """,
        new { origin, take },
        stop);

    public Task ForgetAsync(string origin, CancellationToken stop = default) => origin.Length == 0
        ? throw new ArgumentException("What is ours is never dropped.", nameof(origin))
        : database.WriteAsync(
            async writing =>
            {
                await writing.ExecuteAsync("DELETE FROM document_version WHERE origin = @origin", new { origin });
                await writing.ExecuteAsync("UPDATE document SET complete = 0 WHERE origin = @origin AND complete > 0", new { origin });
            },
            stop);

    public Task KeepAsync(SignedDocument held, IReadOnlyList<SignedDocument> earlier, bool isAll, CancellationToken stop = default) => database.WriteAsync(
        async writing =>
        {
            var of = new { held.Origin, held.Key, held.Revision, complete = isAll ? held.Revision : 0 };
            if (await writing.ExecuteAsync("UPDATE document SET complete = @complete WHERE origin = @Origin AND key = @Key AND revision = @Revision AND is_tombstone = 0 AND origin <> ''", of) == 0)
            {
                return;
            }

            foreach (var version in earlier.Where(each => each.Revision < held.Revision))
            {
                await writing.ExecuteAsync(
                    "INSERT INTO document_version (origin, key, revision, audience, body) VALUES (@Origin, @Key, @Revision, @audience, @Json) ON CONFLICT DO NOTHING",
                    new { held.Origin, held.Key, version.Revision, audience = (int)version.Audience, version.Json });
            }
        },
        stop);

    private Task<IReadOnlyList<SignedDocument>> ListAsync(string sql, object values, CancellationToken stop) => database.ReadAsync<IReadOnlyList<SignedDocument>>(
        async connection => [.. (await connection.QueryAsync<DocumentRow>(sql, values)).Select(row => row.ToDocument())], stop);
}

using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Ledger;
using Citess.Storage.Sql;
using Dapper;

namespace Citess.Storage.Ledger;

/// <summary>The signed documents, each at its highest revision, word for word.</summary>
internal sealed class DocumentStore(Database database) : IDocuments
{
    public async Task<SignedDocument?> FindAsync(string origin, RecordKey key, CancellationToken stop = default)
    {
        var row = await database.ReadAsync(
            connection => connection.QueryFirstOrDefaultAsync<DocumentRow>(
                "SELECT origin, key, revision, audience, is_tombstone, body, owner FROM document WHERE origin = @origin AND key = @key",
                new { origin, key = key.ToString() }),
            stop);
        return row?.ToDocument();
    }

    /// <summary>A record of ours that left its audience has no document any more, until it is shared again.</summary>
    public static Task ForgetAsync(Writing writing, string key) => writing.ExecuteAsync("DELETE FROM document WHERE origin = '' AND key = @key", new { key });

    /// <summary>
    /// Applies a document if its revision is higher than what is held; one of ours also if it is equal. The number is that
    /// of its ledger entry, by which the changes feed is ordered.
    /// </summary>
    public static async Task<bool> PutAsync(Writing writing, SignedDocument document, long number = 0) => await writing.Repeated(
        """
        INSERT INTO document (origin, key, revision, audience, is_tombstone, body, owner, number, first_number)
        VALUES (@origin, @key, @revision, @audience, @is_tombstone, @body, @owner, @number, @number)
        ON CONFLICT (origin, key) DO UPDATE SET
          revision = excluded.revision, audience = excluded.audience, is_tombstone = excluded.is_tombstone, body = excluded.body,
          owner = excluded.owner, number = excluded.number
        WHERE document.revision < excluded.revision + @again
        """,
        "origin", "key", "revision", "audience", "is_tombstone", "body", "owner", "number", "again").ExecuteAsync(
            document.Origin, document.Key, document.Revision, (int)document.Audience, document.IsTombstone ? 1 : 0, document.Json, document.Owner, number, document.Origin.Length == 0 ? 1 : 0) > 0;
}

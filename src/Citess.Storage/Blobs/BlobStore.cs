using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Blobs;
using Citess.Storage.Sql;
using Dapper;

namespace Citess.Storage.Blobs;

/// <summary>Blobs in their table, so that backup, restore and a copy of the database have them.</summary>
internal sealed class BlobStore(Database database) : IBlobs
{
    /// <summary>What people brought and no record names yet, all of it together.</summary>
    internal const long MaxWaiting = 64L << 20;

    public async Task<Blob?> FindAsync(string hash, CancellationToken stop = default)
    {
        var row = await database.ReadAsync(
            connection => connection.QueryFirstOrDefaultAsync<Row>("SELECT media_type, bytes FROM blob WHERE hash = @hash", new { hash }), stop);
        return row is null ? null : new(hash, row.MediaType, row.Bytes);
    }

    public async Task<Audience?> SeenAsync(string hash, BlobSight sight, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(sight);

        // A partner sees what of ours is for partners or for a list with it, and what it signed itself. People of this pole
        // see what they can still bring back.
        var audience = await database.ReadAsync(
            connection => connection.ExecuteScalarAsync<long?>(
                """
                SELECT MAX(c.audience) FROM catalogue_blob b JOIN catalogue c ON c.row_id = b.row_id
                WHERE b.hash = @hash AND (c.is_withdrawn = 0 OR @least = 0) AND (c.audience >= @least
                  OR (@Relation <> '' AND (c.origin = @Relation OR (c.origin = '' AND (c.audience >= 1 OR EXISTS (
                    SELECT 1 FROM document d JOIN ledger_partner p ON p.number = d.number AND p.relation = @Relation
                    WHERE d.origin = '' AND d.key = c.key AND d.is_tombstone = 0))))))
                """,
                new { hash, least = (int)sight.Least, sight.Relation }),
            stop);
        return audience is { } widest ? (Audience)widest : null;
    }

    public Task<bool> BringAsync(Blob blob, DateTimeOffset until, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(blob);
        return database.WriteAsync(
            async writing =>
            {
                var waiting = await writing.FirstAsync<long>($"SELECT CAST(COALESCE(SUM(size), 0) AS BIGINT) FROM blob WHERE hash <> @Hash AND NOT {BlobRows.Named}", new { blob.Hash });
                return waiting + blob.Bytes.Length <= MaxWaiting && await PutAsync(writing, blob, until.Ms(), "WHERE true") > 0;
            },
            stop);
    }

    public Task<IReadOnlyList<BlobLink>> HoldAsync(IReadOnlyCollection<BlobLink> links, DateTimeOffset until, CancellationToken stop = default) => database.WriteAsync<IReadOnlyList<BlobLink>>(
        async writing =>
        {
            var missing = new List<BlobLink>();
            foreach (var link in links.OrderBy(link => link.Hash, StringComparer.Ordinal))
            {
                var held = await writing.ExecuteAsync(
                    "UPDATE blob SET held_until = @until WHERE hash = @Hash AND media_type = @MediaType AND size = @Size", new { until = until.Ms(), link.Hash, link.MediaType, link.Size });
                if (held == 0)
                {
                    missing.Add(link);
                }
            }

            return missing;
        },
        stop);

    public Task<IReadOnlyList<BlobLink>> WantedAsync(string origin, string after, int take, CancellationToken stop = default) => database.ReadAsync<IReadOnlyList<BlobLink>>(
        async connection => [.. (await connection.QueryAsync<Wanted>(
            """
            SELECT b.hash, MIN(b.media_type) AS media_type, MIN(b.size) AS size FROM catalogue_blob b JOIN catalogue c ON c.row_id = b.row_id
            WHERE b.hash > @after AND c.origin = @origin AND NOT EXISTS (SELECT 1 FROM blob WHERE blob.hash = b.hash)
            GROUP BY b.hash ORDER BY b.hash LIMIT @take
            """,
            new { origin, after, take })).Select(row => new BlobLink { Hash = row.Hash, MediaType = row.MediaType, Size = (int)row.Size })],
        stop);

    public async Task<bool> KeepAsync(Blob blob, CancellationToken stop = default) =>
        await database.WriteAsync(writing => PutAsync(writing, blob, 0, "WHERE EXISTS (SELECT 1 FROM catalogue_blob named WHERE named.hash = @Hash)"), stop) > 0;

    public async Task<int> SweepAsync(DateTimeOffset now, CancellationToken stop = default)
    {
        var count = await database.ExecuteAsync($"DELETE FROM blob WHERE held_until < @now AND NOT {BlobRows.Named}", new { now = now.Ms() }, stop);
        if (count > 0)
        {
            await database.ForgetAsync();
        }

        return count;
    }

    internal static Task<int> PutAsync(Writing writing, Blob blob, long until, string where) => writing.ExecuteAsync(
        $"""
        INSERT INTO blob (hash, media_type, size, bytes, held_until)
        SELECT @Hash, @MediaType, @size, @bytes, @until {where}
        ON CONFLICT (hash) DO UPDATE SET held_until = CASE WHEN blob.held_until > excluded.held_until THEN blob.held_until ELSE excluded.held_until END
        """,
        new { blob.Hash, blob.MediaType, size = blob.Bytes.Length, bytes = blob.Bytes.ToArray(), until });

    private sealed class Row
    {
        public string MediaType { get; init; } = "";

        public byte[] Bytes { get; init; } = [];
    }

    private sealed class Wanted
    {
        public string Hash { get; init; } = "";

        public string MediaType { get; init; } = "";

        public long Size { get; init; }
    }
}

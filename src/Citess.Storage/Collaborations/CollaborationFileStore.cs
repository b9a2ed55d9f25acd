using Citess.Poles.Collaborations.Documents;
using Citess.Poles.Kernel.Blobs;
using Citess.Storage.Blobs;
using Citess.Storage.Sql;
using Dapper;

namespace Citess.Storage.Collaborations;

/// <summary>Documents of collaborations: which are named, and by whom they were given; the bytes stand among all blobs.</summary>
internal sealed class CollaborationFileStore(Database database) : ICollaborationFiles
{
    private const string Lacking = "(is_given = 0 OR NOT EXISTS (SELECT 1 FROM blob WHERE blob.hash = collaboration_blob.hash))";

    /// <summary>What is named no more goes, as with a record that was taken back.</summary>
    public static async Task PutAsync(Writing writing, string collaboration, IReadOnlyList<NamedFile> files)
    {
        var before = await writing.QueryAsync<string>("SELECT hash FROM collaboration_blob WHERE collaboration = @collaboration", new { collaboration });
        var gone = before.Except(files.Select(file => file.Hash), StringComparer.Ordinal).ToList();
        foreach (var hash in gone)
        {
            await writing.ExecuteAsync("DELETE FROM collaboration_blob WHERE collaboration = @collaboration AND hash = @hash", new { collaboration, hash });
        }

        await BlobRows.DropAsync(writing, gone);
        foreach (var file in files)
        {
            await writing.ExecuteAsync(
                """
                INSERT INTO collaboration_blob (collaboration, hash, media_type, is_given) VALUES (@collaboration, @Hash, @MediaType, @given)
                ON CONFLICT (collaboration, hash) DO UPDATE SET media_type = excluded.media_type,
                  is_given = CASE WHEN excluded.is_given = 1 THEN 1 ELSE collaboration_blob.is_given END
                """,
                new { collaboration, file.Hash, file.MediaType, given = file.IsOurs ? 1 : 0 });
        }
    }

    public Task<IReadOnlyList<string>> NamingAsync(string hash, CancellationToken stop = default) =>
        TextsAsync("SELECT collaboration FROM collaboration_blob WHERE hash = @hash AND is_given = 1 ORDER BY collaboration", new { hash }, stop);

    public Task<IReadOnlyList<string>> WantingAsync(CancellationToken stop = default) =>
        TextsAsync($"SELECT DISTINCT collaboration FROM collaboration_blob WHERE {Lacking} ORDER BY collaboration", new { }, stop);

    public Task<IReadOnlyList<NamedFile>> WantedAsync(string collaboration, CancellationToken stop = default) => database.ReadAsync<IReadOnlyList<NamedFile>>(
        async connection => [.. (await connection.QueryAsync<Row>($"SELECT hash, media_type FROM collaboration_blob WHERE collaboration = @collaboration AND {Lacking} ORDER BY hash", new { collaboration }))
            .Select(row => new NamedFile(row.Hash, row.MediaType, IsOurs: false))],
        stop);

    public Task<bool> KeepAsync(string collaboration, Blob blob, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(blob);
        return database.WriteAsync(
            async writing => await writing.ExecuteAsync("UPDATE collaboration_blob SET is_given = 1 WHERE collaboration = @collaboration AND hash = @Hash", new { collaboration, blob.Hash }) > 0
                && await BlobStore.PutAsync(writing, blob, 0, "WHERE true") > 0,
            stop);
    }

    public Task<IReadOnlyDictionary<string, int>> SizesAsync(string collaboration, CancellationToken stop = default) => database.ReadAsync<IReadOnlyDictionary<string, int>>(
        async connection => (await connection.QueryAsync<Row>(
            "SELECT c.hash, blob.size FROM collaboration_blob c JOIN blob ON blob.hash = c.hash WHERE c.collaboration = @collaboration AND c.is_given = 1", new { collaboration }))
            .ToDictionary(row => row.Hash, row => (int)row.Size, StringComparer.Ordinal),
        stop);

    private Task<IReadOnlyList<string>> TextsAsync(string sql, object values, CancellationToken stop) =>
        database.ReadAsync<IReadOnlyList<string>>(async connection => [.. await connection.QueryAsync<string>(sql, values)], stop);

    private sealed class Row
    {
        public string Hash { get; init; } = "";

        public string MediaType { get; init; } = "";

        public long Size { get; init; }
    }
}

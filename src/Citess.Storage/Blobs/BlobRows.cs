using Citess.Poles.Kernel.Catalogue;
using Citess.Storage.Sql;

namespace Citess.Storage.Blobs;

/// <summary>Which blobs a row of the catalogue names, written with the row; what neither a row nor a collaboration names any more goes with it.</summary>
internal static class BlobRows
{
    public const string Named = "(EXISTS (SELECT 1 FROM catalogue_blob named WHERE named.hash = blob.hash) OR EXISTS (SELECT 1 FROM collaboration_blob told WHERE told.hash = blob.hash))";

    public static async Task PutAsync(Writing writing, long row, CatalogueEntry entry)
    {
        var before = await OfAsync(writing, row);
        if (before.Count == 0 && entry.Blobs.IsEmpty)
        {
            return;
        }

        await writing.ExecuteAsync("DELETE FROM catalogue_blob WHERE row_id = @row", new { row });
        foreach (var link in entry.Blobs.DistinctBy(link => link.Hash))
        {
            await writing.ExecuteAsync(
                "INSERT INTO catalogue_blob (row_id, hash, media_type, size) VALUES (@row, @Hash, @MediaType, @Size)", new { row, link.Hash, link.MediaType, link.Size });
        }

        await DropAsync(writing, before.Except(entry.Blobs.Select(link => link.Hash), StringComparer.Ordinal));
    }

    public static async Task RemoveAsync(Writing writing, long row)
    {
        var before = await OfAsync(writing, row);
        await writing.ExecuteAsync("DELETE FROM catalogue_blob WHERE row_id = @row", new { row });
        await DropAsync(writing, before);
    }

    /// <summary>What came from another pole goes at once, with the record that was taken back; what is ours waits for the sweep.</summary>
    public static async Task DropAsync(Writing writing, IEnumerable<string> hashes)
    {
        foreach (var hash in hashes)
        {
            await writing.ExecuteAsync($"DELETE FROM blob WHERE hash = @hash AND held_until = 0 AND NOT {Named}", new { hash });
        }
    }

    private static async Task<List<string>> OfAsync(Writing writing, long row) =>
        [.. await writing.QueryAsync<string>("SELECT hash FROM catalogue_blob WHERE row_id = @row", new { row })];
}

using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Citess.Storage.Blobs;
using Citess.Storage.Sql;

namespace Citess.Storage.Catalogue;

/// <summary>Writes rows of the catalogue inside somebody's transaction: the publisher's, the inbox's, the rebuild's.</summary>
internal sealed class CatalogueRows(IFullText text)
{
    /// <summary>
    /// Applies an entry if its revision is higher than what is held; one of ours also if it is equal, since our own
    /// publisher may come again. False when it was not applied.
    /// </summary>
    public async Task<bool> PutAsync(Writing writing, CatalogueEntry entry)
    {
        var row = await writing.FirstAsync<long?>(
            """
            INSERT INTO catalogue (origin, key, kind, revision, audience, is_withdrawn, updated, territory, status, body)
            VALUES (@Origin, @Key, @Kind, @Revision, @Audience, @IsWithdrawn, @Updated, @Territory, @Status, @Body)
            ON CONFLICT (origin, key) DO UPDATE SET
              revision = excluded.revision, audience = excluded.audience, is_withdrawn = excluded.is_withdrawn,
              updated = excluded.updated, territory = excluded.territory, status = excluded.status, body = excluded.body
            WHERE catalogue.revision < excluded.revision + @Again
            RETURNING row_id
            """,
            new
            {
                entry.Origin,
                entry.Key,
                entry.Kind,
                entry.Revision,
                Audience = (int)entry.Audience,
                IsWithdrawn = entry.IsWithdrawn ? 1 : 0,
                Updated = entry.Updated.Ms(),
                entry.Territory,
                entry.Status,
                Body = StateJson.Write(entry),
                Again = entry.IsOurs ? 1 : 0,
            });
        if (row is not { } id)
        {
            return false;
        }

        await writing.ExecuteAsync("DELETE FROM catalogue_tag WHERE row_id = @id", new { id });
        foreach (var (facet, value) in Tags(entry))
        {
            await writing.ExecuteAsync("INSERT INTO catalogue_tag (row_id, facet, value) VALUES (@id, @facet, @value)", new { id, facet, value });
        }

        await BlobRows.PutAsync(writing, id, entry);
        await text.PutAsync(writing, id, entry);
        return true;
    }

    /// <summary>Takes out all that came from one origin.</summary>
    public async Task RemoveAsync(Writing writing, string origin)
    {
        foreach (var row in await writing.QueryAsync<long>("SELECT row_id FROM catalogue WHERE origin = @origin", new { origin }))
        {
            await text.RemoveAsync(writing, row);
            await BlobRows.RemoveAsync(writing, row);
            await writing.ExecuteAsync("DELETE FROM catalogue_tag WHERE row_id = @row", new { row });
        }

        await writing.ExecuteAsync("DELETE FROM catalogue WHERE origin = @origin", new { origin });
    }

    public async Task EmptyAsync(Writing writing)
    {
        await text.EmptyAsync(writing);
        await writing.ExecuteAsync("DELETE FROM catalogue_tag");
        await writing.ExecuteAsync("DELETE FROM catalogue_blob");
        await writing.ExecuteAsync("DELETE FROM catalogue");
    }

    private static IEnumerable<(string Facet, string Value)> Tags(CatalogueEntry entry) =>
        entry.Sectors.Select(sector => ("sector", sector))
            .Concat(entry.Languages.Select(language => ("language", language)))
            .Distinct();
}

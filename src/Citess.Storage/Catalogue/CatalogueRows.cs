using System.Globalization;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Citess.Storage.Blobs;
using Citess.Storage.Sql;

namespace Citess.Storage.Catalogue;

/// <summary>Writes rows of the catalogue inside somebody's transaction: the publisher's, the inbox's, the rebuild's.</summary>
internal sealed class CatalogueRows(IFullText text)
{
    private const string InsertSql =
        """
        INSERT INTO catalogue (origin, key, kind, revision, audience, is_withdrawn, updated, territory, status, body)
        VALUES (@origin, @key, @kind, @revision, @audience, @is_withdrawn, @updated, @territory, @status, @body)
        ON CONFLICT (origin, key) DO NOTHING
        RETURNING row_id
        """;

    private const string UpdateSql =
        """
        UPDATE catalogue SET revision = @revision, audience = @audience, is_withdrawn = @is_withdrawn, updated = @updated,
          territory = @territory, status = @status, body = @body
        WHERE origin = @origin AND key = @key AND revision < @revision + @again
        RETURNING row_id
        """;

    /// <summary>
    /// Applies an entry if its revision is higher than what is held; one of ours also if it is equal, since our own
    /// publisher may come again. False when it was not applied.
    /// </summary>
    public async Task<bool> PutAsync(Writing writing, CatalogueEntry entry)
    {
        // Most are new, and then there is nothing to take away before.
        if (await InsertAsync(writing, entry) is { } added)
        {
            var id = Convert.ToInt64(added, CultureInfo.InvariantCulture);
            await DescribeAsync(writing, id, entry);
            if (!entry.Blobs.IsEmpty)
            {
                await BlobRows.PutAsync(writing, id, entry);
            }

            return true;
        }

        if (await UpdateAsync(writing, entry) is not { } changed)
        {
            return false;
        }

        var row = Convert.ToInt64(changed, CultureInfo.InvariantCulture);
        await writing.Repeated("DELETE FROM catalogue_tag WHERE row_id = @id", "id").ExecuteAsync(row);
        await text.RemoveAsync(writing, row);
        await DescribeAsync(writing, row, entry);
        await BlobRows.PutAsync(writing, row, entry);
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

    private static Task<object?> InsertAsync(Writing writing, CatalogueEntry entry) => writing
        .Repeated(InsertSql, "origin", "key", "kind", "revision", "audience", "is_withdrawn", "updated", "territory", "status", "body")
        .FirstAsync(entry.Origin, entry.Key, entry.Kind, entry.Revision, (int)entry.Audience, entry.IsWithdrawn ? 1 : 0, entry.Updated.Ms(), entry.Territory, entry.Status, StateJson.Write(entry));

    private static Task<object?> UpdateAsync(Writing writing, CatalogueEntry entry) => writing
        .Repeated(UpdateSql, "revision", "audience", "is_withdrawn", "updated", "territory", "status", "body", "origin", "key", "again")
        .FirstAsync(entry.Revision, (int)entry.Audience, entry.IsWithdrawn ? 1 : 0, entry.Updated.Ms(), entry.Territory, entry.Status, StateJson.Write(entry), entry.Origin, entry.Key, entry.IsOurs ? 1 : 0);

    /// <summary>What filters and search find a row by; there must be nothing of it yet.</summary>
    private async Task DescribeAsync(Writing writing, long row, CatalogueEntry entry)
    {
        var tag = writing.Repeated("INSERT INTO catalogue_tag (row_id, facet, value) VALUES (@id, @facet, @value)", "id", "facet", "value");
        foreach (var (facet, value) in Tags(entry))
        {
            await tag.ExecuteAsync(row, facet, value);
        }

        await text.AddAsync(writing, row, entry);
    }

    private static IEnumerable<(string Facet, string Value)> Tags(CatalogueEntry entry) =>
        entry.Sectors.Select(sector => ("sector", sector))
            .Concat(entry.Languages.Select(language => ("language", language)))
            .Distinct();
}

using System.Globalization;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Citess.Storage.Blobs;
using Citess.Storage.Sql;

namespace Citess.Storage.Catalogue;

/// <summary>Writes rows of the catalogue inside somebody's transaction: the publisher's, the inbox's, the rebuild's.</summary>
internal sealed class CatalogueRows(IFullText text, TimeProvider clock)
{
    // In one statement: each takes its way to the database and back.
    private const int MaxTags = 32;

    private const string InsertSql =
        """
        INSERT INTO catalogue (origin, key, kind, revision, audience, is_withdrawn, updated, came, territory, status, body)
        VALUES (@origin, @key, @kind, @revision, @audience, @is_withdrawn, @updated, @came, @territory, @status, @body)
        ON CONFLICT (origin, key) DO NOTHING
        RETURNING row_id
        """;

    private const string UpdateSql =
        """
        UPDATE catalogue SET revision = @revision, audience = @audience, is_withdrawn = @is_withdrawn, updated = @updated,
          came = CASE WHEN updated = @updated THEN came ELSE @came END, territory = @territory, status = @status, body = @body
        WHERE origin = @origin AND key = @key AND revision < @revision + @again
        RETURNING row_id
        """;

    /// <summary>
    /// An entry as it is written: what it is found by stands in the index alone, for it is most of the size and shown by no list.
    /// Worked out before the transaction begins where many come: all writers wait behind it.
    /// </summary>
    public CatalogueRow Of(CatalogueEntry entry, long? came = null) => new(entry, StateJson.Write(entry with { Text = "" }), text.Of(entry), came ?? clock.GetUtcNow().Ms());

    /// <inheritdoc cref="PutAsync(Writing, CatalogueRow)"/>
    public Task<bool> PutAsync(Writing writing, CatalogueEntry entry, long? came = null) => PutAsync(writing, Of(entry, came));

    /// <summary>
    /// Applies an entry if its revision is higher than what is held; one of ours also if it is equal, since our own
    /// publisher may come again. False when it was not applied.
    /// </summary>
    public async Task<bool> PutAsync(Writing writing, CatalogueRow row)
    {
        // Most are new, and then there is nothing to take away before.
        var entry = row.Entry;
        if (await InsertAsync(writing, row) is { } added)
        {
            var id = Convert.ToInt64(added, CultureInfo.InvariantCulture);
            await DescribeAsync(writing, id, row);
            if (!entry.Blobs.IsEmpty)
            {
                await BlobRows.PutAsync(writing, id, entry);
            }

            return true;
        }

        if (await UpdateAsync(writing, row) is not { } changed)
        {
            return false;
        }

        var known = Convert.ToInt64(changed, CultureInfo.InvariantCulture);
        await writing.Repeated("DELETE FROM catalogue_tag WHERE row_id = @id", "id").ExecuteAsync(known);
        await text.RemoveAsync(writing, known);
        await DescribeAsync(writing, known, row);
        await BlobRows.PutAsync(writing, known, entry);
        return true;
    }

    /// <summary>Takes out the entry under this key.</summary>
    public async Task RemoveAsync(Writing writing, string origin, string key)
    {
        if (await writing.FirstAsync<long?>("SELECT row_id FROM catalogue WHERE origin = @origin AND key = @key", new { origin, key }) is { } row)
        {
            await text.RemoveAsync(writing, row);
            await BlobRows.RemoveAsync(writing, row);
            await writing.ExecuteAsync("DELETE FROM catalogue_tag WHERE row_id = @row", new { row });
            await writing.ExecuteAsync("DELETE FROM catalogue WHERE row_id = @row", new { row });
        }
    }

    public async Task EmptyAsync(Writing writing)
    {
        await text.EmptyAsync(writing);
        await writing.ExecuteAsync("DELETE FROM catalogue_tag");
        await writing.ExecuteAsync("DELETE FROM catalogue_blob");
        await writing.ExecuteAsync("DELETE FROM catalogue");
    }

    private static Task<object?> InsertAsync(Writing writing, CatalogueRow row) => writing
        .Repeated(InsertSql, "origin", "key", "kind", "revision", "audience", "is_withdrawn", "updated", "came", "territory", "status", "body")
        .FirstAsync(
            row.Entry.Origin, row.Entry.Key, row.Entry.Kind, row.Entry.Revision, (int)row.Entry.Audience, row.Entry.IsWithdrawn ? 1 : 0, row.Entry.Updated.Ms(), row.Came,
            row.Entry.Territory, row.Entry.Status, row.Body);

    private static Task<object?> UpdateAsync(Writing writing, CatalogueRow row) => writing
        .Repeated(UpdateSql, "revision", "audience", "is_withdrawn", "updated", "came", "territory", "status", "body", "origin", "key", "again")
        .FirstAsync(
            row.Entry.Revision, (int)row.Entry.Audience, row.Entry.IsWithdrawn ? 1 : 0, row.Entry.Updated.Ms(), row.Came, row.Entry.Territory, row.Entry.Status, row.Body,
            row.Entry.Origin, row.Entry.Key, row.Entry.IsOurs ? 1 : 0);

    /// <summary>What filters and search find a row by; there must be nothing of it yet.</summary>
    private async Task DescribeAsync(Writing writing, long id, CatalogueRow row)
    {
        foreach (var tags in row.Entry.AllTags.Concat(CatalogueEnd.Of(row.Entry)).Distinct().Chunk(MaxTags))
        {
            var places = Enumerable.Range(0, tags.Length).ToList();
            await writing.Repeated(
                "INSERT INTO catalogue_tag (row_id, updated, facet, value) VALUES " + string.Join(", ", places.Select(place => $"(@id, @updated, @facet{place}, @value{place})")),
                ["id", "updated", .. places.SelectMany(place => new[] { $"facet{place}", $"value{place}" })])
                .ExecuteAsync([id, row.Entry.Updated.Ms(), .. tags.SelectMany(tag => new[] { tag.Facet, tag.Value })]);
        }

        await text.AddAsync(writing, id, row.Text);
    }
}

/// <param name="Entry">What is listed.</param>
/// <param name="Body">What of it lists show, in JSON.</param>
/// <param name="Text">What search finds it by.</param>
/// <param name="Came">When it came.</param>
internal sealed record CatalogueRow(CatalogueEntry Entry, string Body, IReadOnlyList<string> Text, long Came);

using System.Globalization;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Dapper;

namespace Citess.Storage.Catalogue;

/// <summary>
/// The statement that finds what is like an entry. Of each value of its facets the latest 500 rows are looked at, and of
/// those the 200 that share most: the effort does not grow with the library.
/// </summary>
internal static class SimilarSearch
{
    private const int Latest = 500;
    private const int Looked = 200;

    /// <summary>More than are shown: some may be of poles that are blocked.</summary>
    private const int Read = 20;

    /// <summary>A facet counts as much as another, however many values the entry has of it. Null when it has none.</summary>
    public static (string Sql, DynamicParameters Values)? Of(CatalogueEntry entry, IReadOnlyCollection<string> facets, Audience least)
    {
        var tags = entry.AllTags.Where(tag => facets.Contains(tag.Facet)).Distinct().Take(40).ToList();
        if (tags.Count == 0)
        {
            return null;
        }

        var values = new DynamicParameters(new { entry.Kind, entry.Origin, entry.Key, least = (int)least });
        var sharing = tags.Select((tag, place) =>
        {
            var number = place.ToString(CultureInfo.InvariantCulture);
            values.Add("f" + number, tag.Facet);
            values.Add("v" + number, tag.Value);

            var weight = (1000 / tags.Count(each => each.Facet == tag.Facet)).ToString(CultureInfo.InvariantCulture);
            return $"SELECT * FROM (SELECT row_id, updated, {weight} AS shared FROM catalogue_tag WHERE facet = @f{number} AND value = @v{number} ORDER BY updated DESC LIMIT {Latest}) AS s{number}";
        });
        return ($"""
            SELECT c.row_id, c.body, c.came FROM (
              SELECT row_id, SUM(shared) AS shared, MAX(updated) AS updated FROM ({string.Join(" UNION ALL ", sharing)}) AS one
              GROUP BY row_id ORDER BY 2 DESC, 3 DESC LIMIT {Looked}) AS many
            JOIN catalogue c ON c.row_id = many.row_id
            WHERE c.kind = @Kind AND c.audience >= @least AND c.is_withdrawn = 0 AND NOT (c.origin = @Origin AND c.key = @Key)
            ORDER BY many.shared DESC, many.updated DESC, c.key DESC
            LIMIT {Read}
            """, values);
    }
}

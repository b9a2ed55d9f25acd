using System.Globalization;
using System.Text;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Citess.Storage.Sql;
using Dapper;

namespace Citess.Storage.Catalogue;

/// <summary>
/// The statement of one search. It takes at most so many rows that the reader may see, the
/// latest first, and only those are ranked and counted: the effort hardly grows with the library.
/// </summary>
internal static class CatalogueSearch
{
    public static (string Sql, DynamicParameters Values) Of(CatalogueQuery query, string? match, int most, IFullText text, IReadOnlySet<string> hidden, Database database)
    {
        var values = new DynamicParameters();
        var where = new StringBuilder("c.kind = @kind AND c.audience >= @least");
        values.Add("kind", query.Kind);
        values.Add("least", (int)query.Least);
        values.Add("max", most);
        if (!query.WithWithdrawn)
        {
            where.Append(" AND c.is_withdrawn = 0");
        }

        if (hidden.Count > 0)
        {
            where.Append($" AND NOT c.origin {database.In(nameof(hidden))}");
            values.Add(nameof(hidden), hidden.ToArray());
        }

        where.Append(query.From switch
        {
            Provenance.Ours => " AND c.origin = ''",
            Provenance.Partners => " AND c.origin <> ''",
            _ => "",
        });
        if (query.Behind is { } last && match is null)
        {
            where.Append(" AND (c.updated < @behind OR (c.updated = @behind AND c.key < @behind_key))");
            values.Add("behind", last.Updated.Ms());
            values.Add("behind_key", last.Key);
        }

        if (query.Origin is not null)
        {
            where.Append(" AND c.origin = @origin");
            values.Add("origin", query.Origin);
        }

        if (query.Since is { } since)
        {
            where.Append(" AND c.came > @since");
            values.Add("since", since.Ms());
        }

        if (query.OpenAt is { } open)
        {
            where.Append(" AND NOT ").Append(CatalogueEnd.IsBy("open"));
            values.Add("open", CatalogueEnd.Value(open));
        }

        if (query.OverBy is { } over)
        {
            where.Append(" AND ").Append(CatalogueEnd.IsBy("over"));
            values.Add("over", CatalogueEnd.Value(over));
        }

        foreach (var (place, said) in query.Said.Index())
        {
            where.Append(Said(said, place.ToString(CultureInfo.InvariantCulture), hidden.Count > 0, values, database));
        }

        if (match is not null)
        {
            // The index answers for the facets as well: to ask row by row takes five times as long.
            values.Add("words", match);
            return (text.Ranked(where.ToString()), values);
        }

        var (from, order) = ("catalogue c", "ORDER BY c.updated DESC, c.key DESC");
        foreach (var (place, (facet, value)) in query.AllTags.Index())
        {
            var tag = "g" + place.ToString(CultureInfo.InvariantCulture);
            values.Add(tag + "f", facet);
            values.Add(tag + "v", value);
            var having = $"{tag}.facet = @{tag}f AND {tag}.value = @{tag}v";
            if (place == 0)
            {
                // The rows of one value stand in the order of their time.
                (from, order) = ($"catalogue_tag {tag} {(database.IsSqlite ? "CROSS " : "")}JOIN catalogue c ON c.row_id = {tag}.row_id", $"ORDER BY {tag}.updated DESC");
                where.Append(" AND ").Append(having);
            }
            else
            {
                where.Append($" AND EXISTS (SELECT 1 FROM catalogue_tag {tag} WHERE {tag}.row_id = c.row_id AND {having})");
            }
        }

        return ($"""
            SELECT row_id FROM (
              SELECT c.row_id, c.updated, c.key
              FROM {from}
              WHERE {where}
              {order}
              LIMIT @max) AS candidate
            ORDER BY updated DESC, key DESC
            """, values);
    }

    /// <summary>Asked row by row: who may see a practice may not see all that is said about it.</summary>
    private static string Said(SaidOf said, string place, bool hides, DynamicParameters values, Database database)
    {
        values.Add("w" + place, said.Kind);
        values.Add("x" + place, said.Status);
        values.Add("about", Facets.About);
        return $"""
             AND EXISTS (SELECT 1 FROM catalogue_tag w {(database.IsSqlite ? "CROSS " : "")}JOIN catalogue s ON s.row_id = w.row_id
               WHERE w.facet = @about AND w.value = CASE WHEN c.origin = '' THEN c.key ELSE c.origin || '/' || c.key END
                 AND s.kind = @w{place} AND s.audience >= @least AND s.is_withdrawn = 0 AND s.origin {(said.IsOwn ? "=" : "<>")} c.origin
                 {(said.Status is null ? "" : $"AND s.status = @x{place}")} {(hides ? $"AND NOT s.origin {database.In("hidden")}" : "")})
            """;
    }
}

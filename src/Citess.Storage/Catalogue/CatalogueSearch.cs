using System.Text;
using Citess.Poles.Kernel.Catalogue;
using Citess.Storage.Sql;
using Dapper;

namespace Citess.Storage.Catalogue;

/// <summary>
/// The statement of one search. It takes at most 2,000 rows that the reader may see, the latest first, and only those
/// are ranked and counted: the effort does not grow with the library.
/// </summary>
internal static class CatalogueSearch
{
    public static (string Sql, DynamicParameters Values) Of(CatalogueQuery query, IReadOnlyList<string> words, IFullText text, IReadOnlySet<string> hidden, Database database)
    {
        var values = new DynamicParameters();
        var where = new StringBuilder("c.kind = @kind AND c.audience >= @least");
        values.Add("kind", query.Kind);
        values.Add("least", (int)query.Least);
        values.Add("max", CatalogueQuery.MaxCounted);
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
        Equal("origin", query.Origin);
        Equal("territory", query.Territory);
        Equal("status", query.Status);
        Tagged("about", query.About);
        Tagged("sector", query.Sector);
        Tagged("language", query.Language);

        if (query.Behind is { } last && words.Count == 0)
        {
            where.Append(" AND (c.updated < @behind OR (c.updated = @behind AND c.key < @behind_key))");
            values.Add("behind", last.Updated.Ms());
            values.Add("behind_key", last.Key);
        }

        var join = "";
        var score = "0";
        if (words.Count > 0)
        {
            (join, score) = (text.Join, text.Score);
            values.Add("words", text.Match(words));
        }

        // FTS5 can score a row only while it stands on it, so the score is taken inside.
        return ($"""
            SELECT row_id FROM (
              SELECT c.row_id, c.updated, c.key, {score} AS score
              FROM catalogue c {join}
              WHERE {where}
              {(words.Count > 0 ? "" : "ORDER BY c.updated DESC, c.key DESC")}
              LIMIT @max) AS candidate
            ORDER BY score, updated DESC, key DESC
            """, values);

        void Equal(string column, string? value)
        {
            if (value is not null)
            {
                where.Append(" AND c.").Append(column).Append(" = @").Append(column);
                values.Add(column, value);
            }
        }

        void Tagged(string facet, string? value)
        {
            if (value is not null)
            {
                where.Append($" AND EXISTS (SELECT 1 FROM catalogue_tag g WHERE g.row_id = c.row_id AND g.facet = '{facet}' AND g.value = @{facet})");
                values.Add(facet, value);
            }
        }
    }
}

using System.Text;
using Citess.Poles.Kernel.Catalogue;
using Citess.Storage.Sql;

namespace Citess.Storage.Catalogue;

/// <summary>
/// A tsvector that is written word by word: PostgreSQL's parser would take some words for numbers, hosts or versions,
/// and find other things than SQLite.
/// </summary>
internal sealed class PostgresFullText : IFullText
{
    // A tsvector has at most 16,383 places and 1 MB; what comes later in so long a text is found by its other words.
    private const int MaxPlace = 16_000;

    // The planner takes a vector for a short thing and rather opens each of a hundred thousand than asks the index; both
    // settings end with the statement. Vectors are opened only of what is ranked.
    public string Ranked(string where) => $$"""
        SELECT length(set_config('enable_seqscan', 'off', true) || set_config('jit', 'off', true))::bigint;
        WITH hit AS MATERIALIZED (SELECT row_id FROM catalogue_text WHERE words @@ @words::tsquery)
        SELECT latest.row_id FROM (
          SELECT c.row_id, c.updated, c.key FROM hit JOIN catalogue c ON c.row_id = hit.row_id
          WHERE {{where}}
          ORDER BY c.row_id DESC LIMIT @max) AS latest
        JOIN catalogue_text t ON t.row_id = latest.row_id
        ORDER BY ts_rank('{0.2, 0.1, 0.4, 1.0}', t.words, @words::tsquery, 1) DESC, latest.updated DESC, latest.key DESC
        """;

    public string Match(IReadOnlyList<Sought> words, bool any, IEnumerable<string> marks) => string.Join(" & ", marks.Select(Quoted).Prepend("(" + string.Join(any ? " | " : " & ", words.Select(word =>
        "(" + string.Join(" | ", (word.Word == word.Stem ? [] : new[] { Quoted(word.Word) }).Append(Quoted(word.Stem) + ":*").Concat(word.Marks.Select(Quoted))) + ")")) + ")"));

    public IReadOnlyList<string> Of(CatalogueEntry entry) => [Vector(entry)];

    public Task AddAsync(Writing writing, long row, IReadOnlyList<string> text) =>
        writing.Repeated("INSERT INTO catalogue_text (row_id, words) VALUES (@row, @words::tsvector)", "row", "words").ExecuteAsync(row, text[0]);

    public Task RemoveAsync(Writing writing, long row) => writing.Repeated("DELETE FROM catalogue_text WHERE row_id = @row", "row").ExecuteAsync(row);

    public Task EmptyAsync(Writing writing) => writing.ExecuteAsync("DELETE FROM catalogue_text");

    private static string Quoted(string word) => $"'{word}'";

    private static string Vector(CatalogueEntry entry)
    {
        var (name, summary, more) = SearchText.Of(entry);
        var vector = new StringBuilder();
        var place = 0;
        foreach (var mark in SearchText.Marks(entry))
        {
            vector.Append(Quoted(mark)).Append(':').Append(++place).Append("D ");
        }

        foreach (var (text, weight) in new[] { (name, 'A'), (summary, 'B'), (more, 'C') })
        {
            foreach (var word in Folding.Index(text))
            {
                if (++place > MaxPlace)
                {
                    return vector.ToString();
                }

                vector.Append('\'').Append(word).Append("':").Append(place).Append(weight).Append(' ');
            }
        }

        return vector.ToString();
    }
}

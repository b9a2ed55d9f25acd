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

    // The index gives all rows of a word at once and in no order. So each word stands in it once for every sixteen thousand
    // rows, their era: common words are asked for in the latest only, until there are enough. The eras come in the order of
    // the series, since what is joined laterally is asked for each of its rows in turn.
    private const int EraBits = 14;
    private const char Era = '#';

    public string Ranked(string where) => $$"""
        SELECT t.row_id FROM (
          SELECT c.row_id, era.words FROM (
            SELECT replace(@words, '{{Era}}', number || 'x')::tsquery AS words
            FROM generate_series((SELECT max(row_id) >> {{EraBits}} FROM catalogue_text), (SELECT min(row_id) >> {{EraBits}} FROM catalogue_text), -1) AS number) AS era
          CROSS JOIN LATERAL (
            SELECT c.row_id FROM catalogue_text c
            WHERE {{where}} AND c.words @@ era.words
            ORDER BY c.row_id + 0 DESC LIMIT @max) AS c
          LIMIT @max) AS latest
        JOIN catalogue_text t ON t.row_id = latest.row_id
        ORDER BY ts_rank('{0.2, 0.1, 0.4, 1.0}', t.words, latest.words, 1) DESC, t.updated DESC, t.key DESC
        """;

    public string Match(IReadOnlyList<Sought> words, bool any, bool begun, IEnumerable<string> marks) => string.Join(" & ", marks.Select(Quoted).Prepend("(" + string.Join(any ? " | " : " & ", words.Select(word =>
        "(" + string.Join(" | ", Question.Forms(word, begun).Concat(word.Marks).Select(Quoted).Concat(begun ? [Quoted(word.Stem) + ":*"] : [])) + ")")) + ")"));

    public IReadOnlyList<string> Of(CatalogueEntry entry) => [Vector(entry)];

    public Task AddAsync(Writing writing, long row, IReadOnlyList<string> text) => writing.Repeated(
        """
        INSERT INTO catalogue_text (row_id, kind, audience, is_withdrawn, origin, updated, key, came, words)
        SELECT row_id, kind, audience, is_withdrawn, origin, updated, key, came, @words::tsvector FROM catalogue WHERE row_id = @row
        """,
        "row", "words").ExecuteAsync(row, text[0].Replace(Era.ToString(), $"{row >> EraBits}x", StringComparison.Ordinal));

    public Task RemoveAsync(Writing writing, long row) => writing.Repeated("DELETE FROM catalogue_text WHERE row_id = @row", "row").ExecuteAsync(row);

    public Task EmptyAsync(Writing writing) => writing.ExecuteAsync("DELETE FROM catalogue_text");

    private static string Quoted(string word) => $"'{Era}{word}'";

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
            foreach (var word in Question.Index(text))
            {
                if (++place > MaxPlace)
                {
                    return vector.ToString();
                }

                vector.Append(Quoted(word)).Append(':').Append(place).Append(weight).Append(' ');
            }
        }

        return vector.ToString();
    }
}

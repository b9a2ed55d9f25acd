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

    // The index gives all rows of a word at once and in no order. So each word stands in it once for every four thousand
    // rows, their era: common words are asked for in the latest only, until there are enough. The eras come in the order of
    // the series, since what is joined laterally is asked for each of its rows in turn. A row takes its words along, and is
    // ranked when it is one of the latest: to come back for them costs more, and to rank all of an era as well. OFFSET 0 keeps
    // PostgreSQL from going through the rows one by one for their order.
    private const int EraBits = 12;
    private const char Era = '#';

    public string Ranked(string where) => $$"""
        SELECT row_id FROM (
          SELECT c.*, era.words AS sought FROM (
            SELECT replace(@words, '{{Era}}', number || 'x')::tsquery AS words
            FROM generate_series((SELECT max(row_id) >> {{EraBits}} FROM catalogue_text), (SELECT min(row_id) >> {{EraBits}} FROM catalogue_text), -1) AS number) AS era
          CROSS JOIN LATERAL (
            SELECT * FROM (
              SELECT c.row_id, c.updated, c.key, c.words FROM catalogue_text c
              WHERE {{where}} AND c.words @@ era.words
              OFFSET 0) AS c
            ORDER BY c.row_id DESC LIMIT @max) AS c
          LIMIT @max) AS latest
        ORDER BY ts_rank('{0.2, 0.1, 0.4, 1.0}', words, sought, 1) DESC, updated DESC, key DESC
        """;

    public string Match(IReadOnlyList<Sought> words, bool any, bool begun, IEnumerable<string> marks) => string.Join(" & ", marks.Select(Quoted).Prepend("(" + string.Join(
        any ? " | " : " & ", Question.Forms(words, begun).Select(forms => "(" + string.Join(" | ", forms.Select(form => Quoted(form.Word) + (form.IsBegun ? ":*" : ""))) + ")")) + ")"));

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

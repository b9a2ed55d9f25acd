using Citess.Poles.Kernel.Catalogue;
using Citess.Storage.Sql;

namespace Citess.Storage.Catalogue;

/// <summary>FTS5; the table keeps the folded text, since only so its secure-delete works.</summary>
internal sealed class SqliteFullText : IFullText
{
    // By an index that has all that is asked of a row: rows with their texts lie a page apart. FTS5 can score a row only
    // while it stands on it, so the score is taken inside.
    public string Ranked(string where) => $"""
        SELECT row_id FROM (
          SELECT c.row_id, c.updated, c.key, bm25(catalogue_text, 10, 4, 1, 2) AS score
          FROM catalogue_text t CROSS JOIN catalogue c INDEXED BY catalogue_look ON c.row_id = t.rowid
          WHERE {where} AND catalogue_text MATCH @words
          ORDER BY t.rowid DESC LIMIT @max) AS candidate
        ORDER BY score, updated DESC, key DESC
        """;

    public string Match(IReadOnlyList<Sought> words, bool any, bool begun, IEnumerable<string> marks) => string.Join(" AND ", marks.Select(Quoted).Prepend("(" + string.Join(
        any ? " OR " : " AND ", Question.Forms(words, begun).Select(forms => "(" + string.Join(" OR ", forms.Select(form => Quoted(form.Word) + (form.IsBegun ? "*" : ""))) + ")")) + ")"));

    public IReadOnlyList<string> Of(CatalogueEntry entry)
    {
        var (name, summary, more) = SearchText.Of(entry);
        return [Fold(name), Fold(summary), Fold(more), string.Join(' ', SearchText.Marks(entry))];
    }

    public Task AddAsync(Writing writing, long row, IReadOnlyList<string> text) =>
        writing.Repeated("INSERT INTO catalogue_text (rowid, name, summary, more, marks) VALUES (@row, @name, @summary, @more, @marks)", "row", "name", "summary", "more", "marks")
            .ExecuteAsync(row, text[0], text[1], text[2], text[3]);

    public Task RemoveAsync(Writing writing, long row) => writing.Repeated("DELETE FROM catalogue_text WHERE rowid = @row", "row").ExecuteAsync(row);

    public Task EmptyAsync(Writing writing) => writing.ExecuteAsync("DELETE FROM catalogue_text");

    private static string Quoted(string word) => $"\"{word}\"";

    private static string Fold(string text) => string.Join(' ', Question.Index(text));
}

using Citess.Poles.Kernel.Catalogue;
using Citess.Storage.Sql;

namespace Citess.Storage.Catalogue;

/// <summary>FTS5; the table keeps the folded text, since only so its secure-delete works.</summary>
internal sealed class SqliteFullText : IFullText
{
    public string Join => "JOIN catalogue_text t ON t.rowid = c.row_id AND catalogue_text MATCH @words";

    public string Score => "bm25(catalogue_text, 10, 4, 1)";

    public string Match(IReadOnlyList<string> words) => string.Join(' ', words.Select(word => $"\"{word}\"*"));

    public IReadOnlyList<string> Of(CatalogueEntry entry)
    {
        var (name, summary, more) = SearchText.Of(entry);
        return [Fold(name), Fold(summary), Fold(more)];
    }

    public Task AddAsync(Writing writing, long row, IReadOnlyList<string> text) =>
        writing.Repeated("INSERT INTO catalogue_text (rowid, name, summary, more) VALUES (@row, @name, @summary, @more)", "row", "name", "summary", "more")
            .ExecuteAsync(row, text[0], text[1], text[2]);

    public Task RemoveAsync(Writing writing, long row) => writing.Repeated("DELETE FROM catalogue_text WHERE rowid = @row", "row").ExecuteAsync(row);

    public Task EmptyAsync(Writing writing) => writing.ExecuteAsync("DELETE FROM catalogue_text");

    private static string Fold(string text) => string.Join(' ', Folding.Index(text));
}

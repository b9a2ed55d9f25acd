using System.Data.Common;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Texts;
using Citess.Storage.Catalogue;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Citess.Server.Tests.Demo.Ranking;

/// <summary>
/// What the database does by itself with the same folded words of the same texts: every word asked for, as the beginning
/// of one; BM25 without weights in SQLite, ts_rank in PostgreSQL.
/// </summary>
internal static class PlainSearch
{
    public static async Task FillAsync(DbConnection connection, IEnumerable<CatalogueEntry> entries)
    {
        await connection.ExecuteAsync(connection is SqliteConnection
            ? "CREATE VIRTUAL TABLE plain USING fts5 (name, summary, more, key UNINDEXED)"
            : "CREATE TABLE plain (key text, words tsvector)");
        foreach (var entry in entries)
        {
            var (name, summary, more) = SearchText.Of(entry);
            string[] texts = [.. new[] { name, summary, more }.Select(text => string.Join(' ', Folding.Index(text)))];
            await connection.ExecuteAsync(
                connection is SqliteConnection
                    ? "INSERT INTO plain (name, summary, more, key) VALUES (@name, @summary, @more, @Key)"
                    : "INSERT INTO plain (key, words) VALUES (@Key, to_tsvector('simple', @name || ' ' || @summary || ' ' || @more))",
                new { name = texts[0], summary = texts[1], more = texts[2], entry.Key });
        }
    }

    public static async Task<IReadOnlyList<string>> FindAsync(DbConnection connection, string text)
    {
        var words = Folding.Query(text);
        return (await connection.QueryAsync<string>(
            connection is SqliteConnection
                ? "SELECT key FROM plain WHERE plain MATCH @words ORDER BY bm25(plain), key LIMIT 10"
                : "SELECT key FROM plain WHERE words @@ @words::tsquery ORDER BY ts_rank(words, @words::tsquery) DESC, key LIMIT 10",
            new { words = connection is SqliteConnection ? string.Join(' ', words.Select(word => $"\"{word}\"*")) : string.Join(" & ", words.Select(word => $"'{word}':*")) })).AsList();
    }
}

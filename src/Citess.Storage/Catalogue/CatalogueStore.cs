using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Network.Blocks;
using Citess.Storage.Ledger;
using Citess.Storage.Sql;
using Dapper;

namespace Citess.Storage.Catalogue;

/// <summary>The catalogue in its tables.</summary>
internal sealed class CatalogueStore(Database database, IFullText text, IBlocks blocks, Rebuild rebuild, Bell bell, TimeProvider clock) : ICatalogue
{
    /// <summary>A page: whoever finds so many needs no word that only begins so.</summary>
    private const int Enough = 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    // Another silo's publisher does not ring here.
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    public async Task<CataloguePage> SearchAsync(CatalogueQuery query, CancellationToken stop = default)
    {
        var words = Question.Of(query.Text);
        if (words.Count == 0 && !string.IsNullOrWhiteSpace(query.Text))
        {
            return new([], 0);
        }

        var hidden = await HiddenAsync(stop);
        return await database.ReadAsync(
            async connection =>
            {
                var rows = await FindAsync(any: false);
                var isLoose = rows.Count == 0 && words.Count > 1;
                if (isLoose)
                {
                    rows = await FindAsync(any: true);
                }

                var page = rows.Skip(Math.Max(0, query.Skip)).Take(Math.Clamp(query.Take, 0, 100)).ToList();
                var found = page.Count == 0 ? [] : (await connection.QueryAsync<Row>(
                    $"SELECT row_id, body, came FROM catalogue WHERE row_id {database.In(nameof(page))}", new { page })).ToDictionary(row => row.RowId);

                // A row may go between the two statements.
                return new CataloguePage([.. page.Where(found.ContainsKey).Select(row => found[row].ToEntry())], rows.Count)
                {
                    IsLoose = isLoose && rows.Count > 0,
                    IsMore = rows.Count >= query.Most,
                };

                async Task<List<long>> FindAsync(bool any)
                {
                    var sought = any ? Question.Telling(words) : words;
                    var whole = await RowsAsync(sought, any, begun: false, query.Most);
                    var isEnough = whole.Count >= Enough || words.Count == 0 || (!any && words.Count > 1 && await IsKnownAsync(sought[^1]));
                    return isEnough ? whole : await RowsAsync(sought, any, begun: true, query.Most);
                }

                // A word that fills a page by itself is hardly half typed, and that is quickly seen.
                async Task<bool> IsKnownAsync(Sought word) => (await RowsAsync([word with { Marks = [] }], any: false, begun: false, Enough)).Count == Enough;

                async Task<List<long>> RowsAsync(IReadOnlyList<Sought> sought, bool any, bool begun, int most)
                {
                    var (sql, values) = CatalogueSearch.Of(query, sought.Count == 0 ? null : text.Match(sought, any, begun, query.AllTags.Select(SearchText.Mark)), most, text, hidden, database);
                    return (await connection.QueryAsync<long>(sql, values)).AsList();
                }
            },
            stop);
    }

    public async Task<IReadOnlyList<CatalogueEntry>> SimilarAsync(CatalogueEntry entry, IReadOnlyCollection<string> facets, Audience least, int most, CancellationToken stop = default)
    {
        if (SimilarSearch.Of(entry, facets, least) is not { } search)
        {
            return [];
        }

        var hidden = await HiddenAsync(stop);
        var rows = await database.ReadAsync(connection => connection.QueryAsync<Row>(search.Sql, search.Values), stop);
        return [.. rows.Select(row => row.ToEntry()).Where(other => !hidden.Contains(other.Origin)).Take(most)];
    }

    public async Task<CatalogueEntry?> FindAsync(string origin, RecordKey key, CancellationToken stop = default)
    {
        if (origin.Length > 0 && (await HiddenAsync(stop)).Contains(origin))
        {
            return null;
        }

        var body = await database.ReadAsync(
            connection => connection.QueryFirstOrDefaultAsync<string>(
                "SELECT body FROM catalogue WHERE origin = @origin AND key = @key", new { origin, key = key.ToString() }),
            stop);
        return body is null ? null : StateJson.Read<CatalogueEntry>(body);
    }

    public async Task<bool> WaitForAsync(RecordKey key, int revision, CancellationToken stop = default)
    {
        var started = clock.GetTimestamp();
        while (true)
        {
            var rung = bell.Next;
            var listed = await database.ReadAsync(
                connection => connection.ExecuteScalarAsync<int?>(
                    "SELECT revision FROM catalogue WHERE origin = '' AND key = @key", new { key = key.ToString() }),
                stop);
            if (listed >= revision)
            {
                return true;
            }

            if (clock.GetElapsedTime(started) >= Patience)
            {
                return false;
            }

            await Task.WhenAny(rung, Task.Delay(Glance, clock, stop));
            stop.ThrowIfCancellationRequested();
        }
    }

    public Task<int> RebuildAsync(CancellationToken stop = default) => rebuild.RunAsync(stop);

    /// <summary>What came from a host before it was blocked is kept, and shown to nobody for as long.</summary>
    private async ValueTask<IReadOnlySet<string>> HiddenAsync(CancellationToken stop) => (await blocks.ReadAsync(stop)).Hidden;

    private sealed class Row
    {
        public long RowId { get; init; }

        public string Body { get; init; } = "";

        public long Came { get; init; }

        public CatalogueEntry ToEntry() => StateJson.Read<CatalogueEntry>(Body) with { Came = Came.Time() };
    }
}

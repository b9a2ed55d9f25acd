using Citess.Poles.Kernel;
using Citess.Poles.Practices.Library;
using Citess.Storage.Sql;
using Dapper;

namespace Citess.Storage.Library;

/// <summary>Readers in their two tables; with an account its rows go.</summary>
internal sealed class ReaderRows(Database database, TimeProvider clock) : IReaders
{
    /// <summary>Who looks again within it is still on the same visit.</summary>
    private static readonly long Visit = (long)TimeSpan.FromHours(1).TotalMilliseconds;

    public async Task<DateTimeOffset> VisitAsync(string account, CancellationToken stop = default)
    {
        var now = clock.GetUtcNow().Ms();
        var known = await database.ReadAsync(
            connection => connection.QueryFirstOrDefaultAsync<VisitRow>("SELECT seen, last FROM account_visit WHERE account_id = @account", new { account }), stop);
        if (known is not null && now - known.Last < Visit)
        {
            return known.Seen.Time();
        }

        var seen = known?.Last ?? now;

        try
        {
            await KeepAsync(account, seen, now, stop);
        }
        catch (Exception fault) when (fault is StorageFullException or UnavailableException)
        {
            // What is there can still be read.
        }

        return seen.Time();
    }

    /// <summary>A program has no account: nothing is kept of it.</summary>
    private Task KeepAsync(string account, long seen, long now, CancellationToken stop) => database.ExecuteAsync(
        """
        INSERT INTO account_visit (account_id, seen, last) SELECT id, @seen, @now FROM account WHERE id = @account
        ON CONFLICT (account_id) DO UPDATE SET seen = excluded.seen, last = excluded.last
        """,
        new { account, seen, now },
        stop);

    public Task<IReadOnlyList<SavedSearch>> SearchesAsync(string account, CancellationToken stop = default) => database.ReadAsync<IReadOnlyList<SavedSearch>>(
        async connection =>
        {
            var rows = await connection.QueryAsync<SearchRow>("SELECT id, name, search, opened FROM saved_search WHERE account_id = @account ORDER BY name, id", new { account });
            return [.. rows.Select(row => new SavedSearch(row.Id, row.Name, row.Search, row.Opened.Time()))];
        },
        stop);

    public async Task<bool> SaveAsync(string account, SavedSearch search, CancellationToken stop = default) => await database.ExecuteAsync(
        """
        INSERT INTO saved_search (id, account_id, name, search, opened)
        SELECT @Id, id, @Name, @Search, @opened FROM account
        WHERE id = @account AND (SELECT COUNT(*) FROM saved_search WHERE account_id = @account) < @Most
        ON CONFLICT (id) DO NOTHING
        """,
        new { search.Id, search.Name, search.Search, opened = search.Opened.Ms(), account, SavedSearch.Most },
        stop) > 0;

    public Task OpenAsync(string account, string id, CancellationToken stop = default) => database.ExecuteAsync(
        "UPDATE saved_search SET opened = @now WHERE id = @id AND account_id = @account", new { id, account, now = clock.GetUtcNow().Ms() }, stop);

    public Task ForgetAsync(string account, string id, CancellationToken stop = default) =>
        database.ExecuteAsync("DELETE FROM saved_search WHERE id = @id AND account_id = @account", new { id, account }, stop);

    private sealed class VisitRow
    {
        public long Seen { get; init; }

        public long Last { get; init; }
    }

    private sealed class SearchRow
    {
        public string Id { get; init; } = "";

        public string Name { get; init; } = "";

        public string Search { get; init; } = "";

        public long Opened { get; init; }
    }
}

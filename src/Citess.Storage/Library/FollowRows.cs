using Citess.Poles.Kernel;
using Citess.Poles.Practices.Collections;
using Citess.Storage.Sql;
using Dapper;

namespace Citess.Storage.Library;

/// <summary>Followed collections in their table; with an account its rows go.</summary>
internal sealed class FollowRows(Database database) : IFollowedCollections
{
    public Task<IReadOnlyList<FollowedCollection>> OfAsync(string account, CancellationToken stop = default) => database.ReadAsync<IReadOnlyList<FollowedCollection>>(
        async connection =>
        {
            var rows = await connection.QueryAsync<Row>("SELECT collection, seen FROM followed_collection WHERE account_id = @account ORDER BY collection", new { account });
            return [.. rows.Select(row => new FollowedCollection(row.Collection, [.. row.Seen.Split('\n', StringSplitOptions.RemoveEmptyEntries)]))];
        },
        stop);

    /// <summary>A program has no account: nothing is kept of it.</summary>
    public async Task<bool> FollowAsync(string account, FollowedCollection collection, CancellationToken stop = default) => await database.ExecuteAsync(
        """
        INSERT INTO followed_collection (account_id, collection, seen)
        SELECT id, @Collection, @seen FROM account
        WHERE id = @account AND (SELECT COUNT(*) FROM followed_collection WHERE account_id = @account AND collection <> @Collection) < @Most
        ON CONFLICT (account_id, collection) DO UPDATE SET seen = excluded.seen
        """,
        new { collection.Collection, seen = Seen(collection), account, FollowedCollection.Most },
        stop) > 0;

    public async Task SeeAsync(string account, FollowedCollection collection, CancellationToken stop = default)
    {
        try
        {
            await database.ExecuteAsync(
                "UPDATE followed_collection SET seen = @seen WHERE account_id = @account AND collection = @Collection AND seen <> @seen",
                new { collection.Collection, seen = Seen(collection), account },
                stop);
        }
        catch (Exception fault) when (fault is StorageFullException or UnavailableException)
        {
            // What is there can still be read.
        }
    }

    public Task LeaveAsync(string account, string collection, CancellationToken stop = default) =>
        database.ExecuteAsync("DELETE FROM followed_collection WHERE account_id = @account AND collection = @collection", new { account, collection }, stop);

    private static string Seen(FollowedCollection collection) => string.Join('\n', collection.Seen);

    private sealed class Row
    {
        public string Collection { get; init; } = "";

        public string Seen { get; init; } = "";
    }
}

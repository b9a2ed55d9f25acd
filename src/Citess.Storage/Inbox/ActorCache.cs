using System.Text;
using Citess.ActivityPub.Inbox;
using Citess.Storage.Sql;
using Dapper;
using Microsoft.Extensions.Caching.Memory;

namespace Citess.Storage.Inbox;

/// <summary>
/// Remote actors in their table, the ones in use in memory, so that a known sender costs no query and no reading of keys.
/// Both are bounded: anybody can invent hosts.
/// </summary>
internal sealed class ActorCache(Database database) : IActorCache, IDisposable
{
    internal const int MaxKept = 20_000;
    private const int MaxInUse = 4_096;
    private const int PruneEvery = 256;

    /// <summary>
    /// Whom this pole has to do with stays, come what may: while such a pole does not answer, another could show its things
    /// under a key of its own, and would be believed.
    /// </summary>
    private const string IsNeeded = "id IN (SELECT actor FROM repair) OR authority IN (SELECT relation FROM courier)";

    // Another process may have fetched a newer one.
    private static readonly TimeSpan InUse = TimeSpan.FromMinutes(1);

    private readonly MemoryCache _inUse = new(new MemoryCacheOptions { SizeLimit = MaxInUse });
    private int _kept;

    public async ValueTask<RemoteActor?> FindAsync(string actorId, CancellationToken token) =>
        _inUse.TryGetValue(actorId, out RemoteActor? actor) ? actor : Use(await ReadAsync("a.id = @id", actorId, token));

    public async ValueTask<RemoteActor?> FindByKeyAsync(string keyId, CancellationToken token)
    {
        if (_inUse.TryGetValue((Key)keyId, out RemoteActor? known))
        {
            return known;
        }

        var actor = await ReadAsync("a.id = (SELECT actor_id FROM remote_actor_key WHERE key_id = @id)", keyId, token);

        // What reads differently now than when it was kept does not list the key any more.
        return actor is not null && actor.KeyIds.Contains(keyId, StringComparer.Ordinal) ? Use(actor) : null;
    }

    public async ValueTask KeepAsync(RemoteActor actor, CancellationToken token)
    {
        Forget(await FindAsync(actor.Id, token));
        await database.WriteAsync(writing => KeepAsync(writing, actor), token);
        Use(actor);
        if (Interlocked.Increment(ref _kept) % PruneEvery == 0)
        {
            await PruneAsync(MaxKept, token);
        }
    }

    public async ValueTask ForgetAsync(string actorId, CancellationToken token)
    {
        Forget(await FindAsync(actorId, token));
        await database.ExecuteAsync($"DELETE FROM remote_actor WHERE id = @actorId AND NOT ({IsNeeded})", new { actorId }, token);
    }

    public void Dispose() => _inUse.Dispose();

    /// <summary>Forgets the longest unseen beyond <paramref name="max"/>, except those whose letters wait or that are needed.</summary>
    internal Task<int> PruneAsync(int max, CancellationToken token) => database.ExecuteAsync(
        $"""
        DELETE FROM remote_actor
        WHERE fetched_at < (SELECT fetched_at FROM remote_actor ORDER BY fetched_at DESC LIMIT 1 OFFSET @last)
          AND id NOT IN (SELECT actor FROM inbox WHERE done IS NULL) AND NOT ({IsNeeded})
        """,
        new { last = max - 1 },
        token);

    private static async Task KeepAsync(Writing writing, RemoteActor actor)
    {
        var keys = actor.KeyIds.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        await writing.ExecuteAsync(
            """
            INSERT INTO remote_actor (id, authority, body, fetched_at) VALUES (@Id, @Authority, @Body, @Fetched)
            ON CONFLICT (id) DO UPDATE SET authority = excluded.authority, body = excluded.body, fetched_at = excluded.fetched_at
            """,
            new { actor.Id, actor.Origin.Authority, Body = Encoding.UTF8.GetString(actor.Bytes.Span), Fetched = actor.FetchedAt.Ms() });
        await writing.ExecuteAsync("DELETE FROM remote_actor_key WHERE actor_id = @Id", new { actor.Id });
        foreach (var key in keys)
        {
            await writing.ExecuteAsync(
                "INSERT INTO remote_actor_key (key_id, actor_id) VALUES (@key, @Id) ON CONFLICT (key_id) DO UPDATE SET actor_id = excluded.actor_id",
                new { key, actor.Id });
        }
    }

    private async Task<RemoteActor?> ReadAsync(string which, string id, CancellationToken token)
    {
        var row = await database.ReadAsync(
            connection => connection.QueryFirstOrDefaultAsync<Row>($"SELECT a.body, a.fetched_at FROM remote_actor a WHERE {which}", new { id }), token);
        return row is null ? null : RemoteActor.TryRead(Encoding.UTF8.GetBytes(row.Body), row.FetchedAt.Time());
    }

    private RemoteActor? Use(RemoteActor? actor)
    {
        if (actor is not null)
        {
            Put(actor.Id);
            foreach (var key in actor.KeyIds.Take(8))
            {
                Put((Key)key);
            }
        }

        return actor;

        void Put(object name) => _inUse.Set(name, actor, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = InUse });
    }

    private void Forget(RemoteActor? actor)
    {
        if (actor is not null)
        {
            _inUse.Remove(actor.Id);
            foreach (var key in actor.KeyIds)
            {
                _inUse.Remove((Key)key);
            }
        }
    }

    /// <summary>Keeps ids of keys apart from ids of actors: one address may be both.</summary>
    private sealed record Key(string Id)
    {
        public static explicit operator Key(string id) => new(id);
    }

    private sealed class Row
    {
        public string Body { get; init; } = "";

        public long FetchedAt { get; init; }
    }
}

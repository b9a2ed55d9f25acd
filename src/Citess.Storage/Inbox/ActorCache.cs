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

    // KiB of documents; what is read from them takes some times that.
    private const int MaxInUse = 16 * 1024;
    private const int PruneEvery = 256;
    private const string HasNoLetters = "id NOT IN (SELECT actor FROM inbox WHERE done IS NULL)";

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
        _inUse.TryGetValue(actorId, out RemoteActor? actor) ? actor : Use(await ReadAsync("a.id = @id", actorId, token), null);

    public async ValueTask<RemoteActor?> FindByKeyAsync(string keyId, CancellationToken token)
    {
        if (_inUse.TryGetValue((Key)keyId, out RemoteActor? known))
        {
            return known;
        }

        var actor = await ReadAsync("a.id = (SELECT actor_id FROM remote_actor_key WHERE key_id = @id)", keyId, token);

        // What reads differently now than when it was kept does not list the key any more.
        return actor is not null && actor.KeyIds.Contains(keyId, StringComparer.Ordinal) ? Use(actor, keyId) : null;
    }

    public async ValueTask KeepAsync(RemoteActor actor, string? provenKeyId, CancellationToken token)
    {
        Forget(await FindAsync(actor.Id, token));
        await database.WriteAsync(writing => KeepAsync(writing, actor, provenKeyId), token);
        Use(actor, null);
        if (Interlocked.Increment(ref _kept) % PruneEvery == 0)
        {
            await PruneAsync(MaxKept, token);
        }
    }

    public async ValueTask ForgetAsync(string actorId, CancellationToken token)
    {
        Forget(await FindAsync(actorId, token));
        await database.ExecuteAsync($"DELETE FROM remote_actor WHERE id = @actorId AND {HasNoLetters} AND NOT ({IsNeeded})", new { actorId }, token);
    }

    public void Dispose() => _inUse.Dispose();

    /// <summary>Forgets the longest unseen beyond <paramref name="max"/>, except those whose letters wait or that are needed.</summary>
    internal Task<int> PruneAsync(int max, CancellationToken token) => database.ExecuteAsync(
        $"""
        DELETE FROM remote_actor
        WHERE fetched_at < (SELECT fetched_at FROM remote_actor ORDER BY fetched_at DESC LIMIT 1 OFFSET @last)
          AND {HasNoLetters} AND NOT ({IsNeeded})
        """,
        new { last = max - 1 },
        token);

    private static async Task KeepAsync(Writing writing, RemoteActor actor, string? provenKeyId)
    {
        var listed = actor.KeyIds.ToHashSet(StringComparer.Ordinal);
        var known = (await writing.QueryAsync<string>("SELECT key_id FROM remote_actor_key WHERE actor_id = @Id", new { actor.Id })).ToHashSet(StringComparer.Ordinal);
        await writing.ExecuteAsync(
            """
            INSERT INTO remote_actor (id, authority, body, fetched_at) VALUES (@Id, @Authority, @Body, @Fetched)
            ON CONFLICT (id) DO UPDATE SET authority = excluded.authority, body = excluded.body, fetched_at = excluded.fetched_at
            """,
            new { actor.Id, actor.Origin.Authority, Body = Encoding.UTF8.GetString(actor.Bytes.Span), Fetched = actor.FetchedAt.Ms() });
        foreach (var key in known.Except(listed))
        {
            await writing.ExecuteAsync("DELETE FROM remote_actor_key WHERE key_id = @key AND actor_id = @Id", new { key, actor.Id });
        }

        foreach (var key in listed.Where(key => key == provenKeyId).Union(actor.OwnKeyIds).Except(known).Order(StringComparer.Ordinal))
        {
            await writing.ExecuteAsync("INSERT INTO remote_actor_key (key_id, actor_id) VALUES (@key, @Id) ON CONFLICT (key_id) DO NOTHING", new { key, actor.Id });
        }
    }

    private async Task<RemoteActor?> ReadAsync(string which, string id, CancellationToken token)
    {
        var row = await database.ReadAsync(
            connection => connection.QueryFirstOrDefaultAsync<Row>($"SELECT a.body, a.fetched_at FROM remote_actor a WHERE {which}", new { id }), token);
        return row is null ? null : RemoteActor.TryRead(Encoding.UTF8.GetBytes(row.Body), row.FetchedAt.Time());
    }

    /// <summary>Under its id, and under the key that it was found by: which others are its own the table says.</summary>
    private RemoteActor? Use(RemoteActor? actor, string? keyId)
    {
        if (actor is not null)
        {
            Put(actor.Id);
            if (keyId is not null)
            {
                Put((Key)keyId);
            }
        }

        return actor;

        void Put(object name) => _inUse.Set(name, actor, new MemoryCacheEntryOptions { Size = 1 + (actor.Bytes.Length / 1024), AbsoluteExpirationRelativeToNow = InUse });
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

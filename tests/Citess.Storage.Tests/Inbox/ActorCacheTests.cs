using System.Text;
using Citess.ActivityPub.Inbox;
using Citess.Storage.Inbox;
using Citess.Storage.Tests.Lab;
using Xunit;

namespace Citess.Storage.Tests.Inbox;

public abstract class ActorCacheTests<TDatabase> : StorageTest<TDatabase>
    where TDatabase : TestDatabase, new()
{
    private IActorCache Cache => Store.Get<IActorCache>();

    [Fact]
    public async Task An_actor_is_found_by_its_id_and_its_key_word_for_word_in_every_process()
    {
        var montserrat = Actor("montserrat", "main-key");
        await Cache.KeepAsync(montserrat, null, CancellationToken.None);

        foreach (var cache in new[] { Cache, (await OpenAsync()).Get<IActorCache>() })
        {
            var byId = (await cache.FindAsync(montserrat.Id, CancellationToken.None))!;
            var byKey = (await cache.FindByKeyAsync(montserrat.Id + "#main-key", CancellationToken.None))!;
            Assert.True(byId.Bytes.Span.SequenceEqual(montserrat.Bytes.Span));
            Assert.Equal((montserrat.Id, Sample.Day), (byKey.Id, byKey.FetchedAt));
            Assert.Null(await cache.FindAsync(montserrat.Id + "#main-key", CancellationToken.None));
            Assert.Null(await cache.FindByKeyAsync(montserrat.Id, CancellationToken.None));
        }
    }

    [Fact]
    public async Task A_key_that_an_actor_no_longer_lists_finds_nobody()
    {
        var old = Actor("montserrat", "old-key");
        await Cache.KeepAsync(old, null, CancellationToken.None);
        Assert.NotNull(await Cache.FindByKeyAsync(old.Id + "#old-key", CancellationToken.None));

        await Cache.KeepAsync(Actor("montserrat", "new-key"), null, CancellationToken.None);

        Assert.Null(await Cache.FindByKeyAsync(old.Id + "#old-key", CancellationToken.None));
        Assert.NotNull(await Cache.FindByKeyAsync(old.Id + "#new-key", CancellationToken.None));
    }

    [Fact]
    public async Task A_forgotten_actor_is_found_neither_way()
    {
        var actor = Actor("montserrat", "main-key");
        await Cache.KeepAsync(actor, null, CancellationToken.None);
        await Cache.ForgetAsync(actor.Id, CancellationToken.None);

        Assert.Null(await Cache.FindAsync(actor.Id, CancellationToken.None));
        Assert.Null(await Cache.FindByKeyAsync(actor.Id + "#main-key", CancellationToken.None));
        Assert.Equal(0, await Store.ScalarAsync<long>("SELECT COUNT(*) FROM remote_actor_key"));
    }

    [Fact]
    public async Task Nobody_is_found_by_the_key_of_a_neighbour_by_listing_it_in_whatever_order_they_come()
    {
        var (montserrat, mallory) = (Actor("montserrat", "main-key"), Actor("mallory", "k"));
        var stolen = RemoteActor.TryRead(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(mallory.Bytes.Span).Replace("mallory#k", "montserrat#main-key", StringComparison.Ordinal)), Sample.Day)!;
        Assert.Contains(montserrat.Id + "#main-key", stolen.KeyIds);
        await Cache.KeepAsync(stolen, null, CancellationToken.None);
        Assert.Null(await Cache.FindByKeyAsync(montserrat.Id + "#main-key", CancellationToken.None));
        await Cache.KeepAsync(montserrat, null, CancellationToken.None);
        await Cache.KeepAsync(stolen, montserrat.Id + "#main-key", CancellationToken.None);
        foreach (var cache in new[] { Cache, (await OpenAsync()).Get<IActorCache>() })
        {
            Assert.Equal(montserrat.Id, (await cache.FindByKeyAsync(montserrat.Id + "#main-key", CancellationToken.None))?.Id);
        }
    }

    [Fact]
    public async Task A_key_with_a_document_of_its_own_stays_found_when_its_actor_is_looked_at_again()
    {
        var montserrat = Actor("montserrat", "main-key");
        var apart = RemoteActor.TryRead(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(montserrat.Bytes.Span).Replace("montserrat#main-key", "montserrat/main-key", StringComparison.Ordinal)), Sample.Day)!;
        await Cache.KeepAsync(apart, apart.Id + "/main-key", CancellationToken.None);
        await Cache.KeepAsync(apart, null, CancellationToken.None);
        Assert.Equal(apart.Id, (await Cache.FindByKeyAsync(apart.Id + "/main-key", CancellationToken.None))?.Id);
    }

    [Fact]
    public async Task An_actor_whose_letters_wait_is_not_forgotten()
    {
        var actor = Actor("montserrat", "main-key");
        await Cache.KeepAsync(actor, null, CancellationToken.None);
        await Store.Inbox.KeepAsync(Sample.Letter("waiting") with { Actor = actor.Id });
        await Cache.ForgetAsync(actor.Id, CancellationToken.None);
        Assert.NotNull(await Cache.FindAsync(actor.Id, CancellationToken.None));
    }

    [Fact]
    public async Task Invented_actors_push_each_other_out_and_nobody_whose_letter_waits()
    {
        for (var number = 0; number < 30; number++)
        {
            await Cache.KeepAsync(Actor("mallory" + number, "k", Sample.Day.AddSeconds(number)), null, CancellationToken.None);
        }

        await Store.Inbox.KeepAsync(Sample.Letter("waiting") with { Actor = $"https://{Sample.Barcelona}/pole/mallory0" });
        await ((ActorCache)Cache).PruneAsync(10, CancellationToken.None);

        Assert.Equal(11, await Store.ScalarAsync<long>("SELECT COUNT(*) FROM remote_actor"));
        Assert.Equal(11, await Store.ScalarAsync<long>("SELECT COUNT(*) FROM remote_actor_key"));
        Assert.Equal(1, await Store.ScalarAsync<long>("SELECT COUNT(*) FROM remote_actor WHERE id LIKE '%/mallory0'"));
    }

    [Fact]
    public async Task Whom_this_pole_has_to_do_with_is_neither_pushed_out_nor_forgotten()
    {
        var (partner, copied, stranger) = (Actor("p", "k"), Actor("c", "k", host: "copied.example"), Actor("s", "k", host: "stranger.example"));
        foreach (var actor in new[] { partner, copied, stranger })
        {
            await Cache.KeepAsync(actor, null, CancellationToken.None);
        }

        await Store.PublishAsync(Sample.Way(Sample.Barcelona, sees: null));
        await Store.Get<Citess.Poles.Network.Repair.IRepairTable>().WantAsync("copied.example", copied.Id, isCopied: true, Sample.Day);
        for (var number = 0; number < 30; number++)
        {
            await Cache.KeepAsync(Actor("mallory" + number, "k", Sample.Day.AddSeconds(number + 1), "mallory.example"), null, CancellationToken.None);
        }

        await ((ActorCache)Cache).PruneAsync(10, CancellationToken.None);
        await Cache.ForgetAsync(partner.Id, CancellationToken.None);
        await Cache.ForgetAsync(copied.Id, CancellationToken.None);

        var other = (await OpenAsync()).Get<IActorCache>();
        Assert.NotNull(await other.FindAsync(partner.Id, CancellationToken.None));
        Assert.NotNull(await other.FindAsync(copied.Id, CancellationToken.None));
        Assert.Null(await other.FindAsync(stranger.Id, CancellationToken.None));
        Assert.Equal(12, await Store.ScalarAsync<long>("SELECT COUNT(*) FROM remote_actor"));
    }

    private static RemoteActor Actor(string name, string key, DateTimeOffset? fetched = null, string host = Sample.Barcelona)
    {
        var id = $"https://{host}/pole/{name}";
        var json = $$"""{ "id":"{{id}}", "type":"Organization", "inbox":"{{id}}/inbox", "name":"Pol\u00e8",  "publicKey":{"id":"{{id}}#{{key}}","owner":"{{id}}","publicKeyPem":"x"} }""";
        return RemoteActor.TryRead(Encoding.UTF8.GetBytes(json), fetched ?? Sample.Day)!;
    }
}

public sealed class ActorCacheOnSqlite : ActorCacheTests<SqliteFile>;

public sealed class ActorCacheOnPostgreSql : ActorCacheTests<PostgresDatabase>;

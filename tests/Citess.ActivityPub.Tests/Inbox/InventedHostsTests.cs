using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Inbox;
using Xunit;

namespace Citess.ActivityPub.Tests.Inbox;

public sealed class InventedHostsTests
{
    [Fact]
    public async Task Failures_of_more_hosts_than_the_limit_push_out_the_oldest()
    {
        var door = new Doorway();
        door.Web.Clear();
        var http = new SafeHttpOptions { UserAgent = "CitESS/0" };
        using var client = new HttpClient(door);
        var actors = new RemoteActors(new DocumentFetcher(client, http, door.Time), door, door, door.Time, options: new RemoteActorsOptions { MaxRemembered = 100 });
        for (var i = 0; i < 1000; i++)
        {
            await actors.FindKeyAsync($"https://h{i}.mallory.example/a#k", new FetchBudget(), default);
        }

        Assert.Equal(1000, door.Fetched.Count);
        await actors.FindKeyAsync("https://h999.mallory.example/a#k", new FetchBudget(), default);
        Assert.Equal(1000, door.Fetched.Count);
        await actors.FindKeyAsync("https://h0.mallory.example/a#k", new FetchBudget(), default);
        Assert.Equal(1001, door.Fetched.Count);
    }
    [Fact]
    public async Task A_hundred_thousand_invented_hosts_cost_no_memory_that_stays()
    {
        var door = new Doorway();
        door.Web.Clear();
        using var client = new HttpClient(new Silence());
        var actors = new RemoteActors(new DocumentFetcher(client, new SafeHttpOptions { UserAgent = "CitESS/0" }, door.Time), door, door, door.Time);
        await InventAsync(actors, 0, 20_000);
        var full = GC.GetTotalMemory(forceFullCollection: true);
        await InventAsync(actors, 20_000, 80_000);

        // Other tests run meanwhile; a hundred bytes for each of them would be as much.
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - full, long.MinValue, 8 << 20);
    }

    [Fact]
    public async Task A_host_that_has_none_of_a_thousand_keys_is_asked_for_twenty_and_then_now_and_then()
    {
        var door = new Doorway();
        await AskAsync(door, "victim.example", 0);
        Assert.Equal(20, door.Fetched.Count);
        door.Time.Advance(TimeSpan.FromSeconds(5));
        await AskAsync(door, "victim.example", 1000);
        Assert.Equal(21, door.Fetched.Count);
        door.Time.Advance(TimeSpan.FromMinutes(6));
        await AskAsync(door, "victim.example", 1000);
        Assert.Equal(41, door.Fetched.Count);
    }

    [Fact]
    public async Task Nobody_shuts_out_the_new_key_of_another_host_by_inventing_keys_for_it()
    {
        var door = new Doorway();
        await AskAsync(door, "barcelona.example", 0);
        Assert.IsType<KeyLookup.NotFound>(await door.Actors.FindKeyAsync(Pole.Barcelona.Key.KeyId, new FetchBudget(), default));
        door.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.IsType<KeyLookup.Known>(await door.Actors.FindKeyAsync(Pole.Barcelona.Key.KeyId, new FetchBudget(), default));
    }

    [Fact]
    public async Task A_partner_is_not_shut_out_at_all()
    {
        var door = new Doorway { Standings = { ["barcelona.example"] = HostStanding.Partner } };
        await AskAsync(door, "barcelona.example", 0);
        Assert.IsType<KeyLookup.Known>(await door.Actors.FindKeyAsync(Pole.Barcelona.Key.KeyId, new FetchBudget(), default));
    }

    [Fact]
    public async Task Keys_that_were_invented_for_a_host_do_not_cost_it_the_key_that_is_known()
    {
        var door = new Doorway();
        await door.Actors.FindKeyAsync(Pole.Barcelona.Key.KeyId, new FetchBudget(), default);
        for (var i = 0; i < 100; i++)
        {
            await door.Actors.FindKeyAsync($"{Pole.Barcelona.Id}#invented-{i}", new FetchBudget(), default);
        }

        door.Time.Advance(TimeSpan.FromDays(2));
        for (var i = 0; i < 100; i++)
        {
            await door.Actors.FindKeyAsync($"{Pole.Barcelona.Id}#invented-{i}", new FetchBudget(), default);
        }

        Assert.IsType<KeyLookup.Known>(await door.Actors.FindKeyAsync(Pole.Barcelona.Key.KeyId, new FetchBudget(), default));
    }

    private static async Task AskAsync(Doorway door, string host, int from)
    {
        for (var i = from; i < from + 1000; i++)
        {
            door.Web.TryAdd($"https://{host}/{i}", () => new(System.Net.HttpStatusCode.NotFound));
            Assert.IsType<KeyLookup.NotFound>(await door.Actors.FindKeyAsync($"https://{host}/{i}", new FetchBudget(), default));
        }
    }

    private static async Task InventAsync(RemoteActors actors, int from, int count)
    {
        for (var i = from; i < from + count; i++)
        {
            await actors.FindKeyAsync($"https://h{i}.mallory.example/a#k", new FetchBudget(), default);
        }
    }

    private sealed class Silence : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.BadGateway));
    }
}

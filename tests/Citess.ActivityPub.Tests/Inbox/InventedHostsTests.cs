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
        var actors = new RemoteActors(new DocumentFetcher(client, http, door.Time), door, door.Time, options: new RemoteActorsOptions { MaxRemembered = 100 });
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
}

using Citess.ActivityPub.Delivery;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Network.Outgoing;
using Citess.Poles.Tests.Cast;
using Xunit;

namespace Citess.Poles.Tests.Network.Outgoing;

/// <summary>Partners that do not answer, or ask for patience. The clock is moved, not waited for.</summary>
public sealed class SilentPartnerTests : IAsyncLifetime
{
    private PostOffice office = null!;

    public async ValueTask InitializeAsync() => office = await PostOffice.OpenAsync();

    public ValueTask DisposeAsync() => office.DisposeAsync();

    [Fact]
    public async Task Five_failures_open_the_breaker_one_probe_follows_each_growing_pause_and_a_success_closes_it()
    {
        var status = 503;
        await using var sink = await Sink.StartAsync((_, _) => Task.FromResult(status));
        await BusyAsync(sink, 300);
        var courier = office.Courier();
        var pauses = new List<double>();
        for (var round = 0; round < 11; round++)
        {
            var before = sink.Arrived.Count;
            await office.NextAsync(courier);
            Assert.True(round < 5 || sink.Arrived.Count == before + 1, $"A probe is one request, and round {round} made {sink.Arrived.Count - before}.");
            pauses.Add(((await office.StandAsync()).DueAt - office.Clock.GetUtcNow()).TotalSeconds);
        }

        double[] least = [5, 10, 20, 40, 1800, 3600, 7200, 14400, 21600, 21600, 21600];
        Assert.All(pauses.Zip(least), each => Assert.InRange(each.First, each.Second, each.Second * 1.2));
        Assert.Equal(0, (await office.StandAsync()).Cursor);

        status = 202;
        await office.NextAsync(courier);
        var stand = await office.StandAsync();
        Assert.Equal((300, 0, null, DateTimeOffset.UnixEpoch), (stand.Cursor, stand.Failures, stand.Problem, stand.DueAt));
    }

    [Fact]
    public async Task Who_was_well_a_moment_ago_has_five_failures_too_before_it_is_taken_for_dead()
    {
        var status = 202;
        await using var sink = await Sink.StartAsync((_, _) => Task.FromResult(status));
        await BusyAsync(sink, 1);
        var courier = office.Courier();
        for (var good = 1; good <= 4; good++)
        {
            await courier.CarryAsync();
            Assert.Equal(good, (await office.StandAsync()).Cursor);
            await office.ShareAsync("Create", 1, 1000 + good);
        }

        status = 503;
        var failures = new List<int>();
        for (var round = 0; round < 5; round++)
        {
            await office.NextAsync(courier);
            failures.Add((await office.StandAsync()).Failures);
        }

        Assert.Equal([1, 2, 3, 4, 5], failures);
    }

    [Fact]
    public async Task After_a_restart_the_row_says_that_it_is_a_probe()
    {
        await using var sink = await Sink.StartAsync((_, _) => Task.FromResult(503));
        await BusyAsync(sink, 50);
        for (var round = 0; round < 6; round++)
        {
            await office.NextAsync(office.Courier());
        }

        var before = sink.Arrived.Count;
        Assert.False(await office.Courier().CarryAsync());
        Assert.Equal(before, sink.Arrived.Count);
        await office.NextAsync(office.Courier());
        Assert.Equal(before + 1, sink.Arrived.Count);
        Assert.InRange(((await office.StandAsync()).DueAt - office.Clock.GetUtcNow()).TotalHours, 2, 2.4);
    }

    [Fact]
    public async Task After_the_probe_the_window_grows_with_each_answer()
    {
        var (status, flying, most) = (503, 0, new List<int>());
        await using var sink = await Sink.StartAsync(async (_, _) =>
        {
            var now = Interlocked.Increment(ref flying);
            lock (most)
            {
                most.Add(now);
            }

            await Task.Delay(20);
            Interlocked.Decrement(ref flying);
            return status;
        });
        await BusyAsync(sink, 60);
        var courier = office.Courier();
        for (var round = 0; round < 6; round++)
        {
            await office.NextAsync(courier);
        }

        (status, most) = (202, []);
        await office.NextAsync(courier);
        Assert.Equal(60, most.Count);
        Assert.Equal(1, most[0]);
        Assert.InRange(most[1..4].Max(), 1, 4);
        Assert.True(most.Max() > 4);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task The_pause_that_a_partner_asks_for_is_kept(int status)
    {
        var asks = true;
        await using var sink = await Sink.StartAsync((_, context) =>
        {
            context.Response.Headers.RetryAfter = asks ? "600" : default;
            return Task.FromResult(asks ? status : 202);
        });
        await BusyAsync(sink, 3);
        var courier = office.Courier();
        await courier.CarryAsync();
        var stand = await office.StandAsync();
        Assert.Equal((office.Clock.GetUtcNow().AddMinutes(10), status == 429 ? 0 : 1), (stand.DueAt, stand.Failures));

        asks = false;
        office.Clock.Advance(TimeSpan.FromSeconds(599));
        var before = sink.Arrived.Count;
        Assert.Empty(await office.Couriers.DueAsync(office.Clock.GetUtcNow(), 10));
        await courier.CarryAsync();
        Assert.Equal(before, sink.Arrived.Count);
        await office.NextAsync(courier);
        Assert.Equal(3, (await office.StandAsync()).Cursor);
    }

    [Fact]
    public async Task A_partner_that_often_asks_for_patience_is_not_taken_for_dead()
    {
        await using var sink = await Sink.StartAsync((_, _) => Task.FromResult(429));
        await BusyAsync(sink, 3);
        var courier = office.Courier();
        for (var round = 0; round < 12; round++)
        {
            Assert.True(await office.NextAsync(courier) <= TimeSpan.FromSeconds(6));
        }
    }

    [Fact]
    public async Task Send_now_ends_the_pause_and_tries_at_once()
    {
        var status = 503;
        await using var sink = await Sink.StartAsync((_, _) => Task.FromResult(status));
        await BusyAsync(sink, 10);
        var courier = office.Courier();
        for (var round = 0; round < 7; round++)
        {
            await office.NextAsync(courier);
        }

        status = 202;
        Assert.False(await courier.CarryAsync());
        Assert.True(await office.Couriers.WakeAsync(PostOffice.Barcelona, office.Clock.GetUtcNow()));
        await courier.CarryAsync();
        Assert.Equal(10, (await office.StandAsync()).Cursor);
    }

    [Fact]
    public async Task Each_sign_of_a_partner_that_was_taken_for_dead_is_followed_by_a_try_and_these_by_a_pause_of_a_minute()
    {
        await using var sink = await Sink.StartAsync((_, _) => Task.FromResult(503));
        await BusyAsync(sink, 10);
        var (courier, signs) = (office.Courier(), new SignsOfLife(office.Couriers, office.Clock));
        for (var round = 0; round < 7; round++)
        {
            await office.NextAsync(courier);
        }

        // It starts, and asks before it listens.
        await signs.HeardAsync(PostOffice.Barcelona);
        Assert.Empty(await DueAsync(TimeSpan.Zero));
        Assert.Single(await DueAsync(TimeSpan.FromSeconds(5)));
        await courier.CarryAsync();

        // What is heard during the pause is not forgotten.
        await signs.HeardAsync(PostOffice.Barcelona);
        await signs.HeardAsync(PostOffice.Barcelona);
        Assert.Empty(await DueAsync(TimeSpan.FromSeconds(59)));
        Assert.Single(await DueAsync(TimeSpan.FromSeconds(1)));
        await courier.CarryAsync();
        Assert.Empty(await DueAsync(TimeSpan.FromMinutes(2)));

        async Task<IReadOnlyList<string>> DueAsync(TimeSpan later)
        {
            office.Clock.Advance(later);
            return await office.Couriers.DueAsync(office.Clock.GetUtcNow(), 10);
        }
    }

    [Fact]
    public async Task Of_two_hundred_partners_half_are_dead_and_the_living_get_all()
    {
        await using var sink = await Sink.StartAsync();
        string[] living = [.. Enumerable.Range(0, 100).Select(number => $"living{number}.example")];
        string[] dead = [.. Enumerable.Range(0, 100).Select(number => $"dead{number}.example")];
        await office.ConnectAsync(sink.Url + "/*/inbox", living);
        await office.ConnectAsync("http://127.0.0.1:1/*/inbox", dead);
        await office.ShareAsync("Create", 1, Enumerable.Range(1, 20));
        var requests = 0;
        Task<DeliveryResult> CountAsync(string inbox, LedgerEntry entry, bool once)
        {
            Interlocked.Increment(ref requests);
            return office.SendAsync(inbox, entry, once);
        }

        var couriers = living.Concat(dead).ToDictionary(relation => relation, relation => new Courier(relation, office.Couriers, office.Ledger, CountAsync, office.Clock, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance), StringComparer.Ordinal);
        Task CarryAsync(IEnumerable<string> due) => Task.WhenAll(due.Select(relation => Task.Run(couriers[relation].CarryAsync)));
        await CarryAsync(await office.Couriers.DueAsync(office.Clock.GetUtcNow(), 1000));
        Assert.True(sink.Arrived.Count == 2000, $"{sink.Arrived.Count} came; {string.Join(", ", (await office.Couriers.AllAsync()).Where(stand => living.Contains(stand.Relation)).Select(stand => stand.Problem).Distinct())}");

        // Half a day, second by second where something is due.
        for (var minute = 0; minute < 10; minute++)
        {
            office.Clock.Advance(TimeSpan.FromMinutes(1));
            await CarryAsync(await office.Couriers.DueAsync(office.Clock.GetUtcNow(), 1000));
        }

        requests = 0;
        for (var hour = 0; hour < 12; hour++)
        {
            office.Clock.Advance(TimeSpan.FromHours(1));
            await office.ShareAsync("Create", 1, 100 + hour);
            await CarryAsync(await office.Couriers.DueAsync(office.Clock.GetUtcNow(), 1000));
        }

        Assert.Equal(100 * (20 + 12), sink.Arrived.Count);
        Assert.All(sink.Arrived.GroupBy(came => came.Inbox), inbox => Assert.Equal(32, inbox.Count()));
        Assert.InRange(requests - (100 * 12), 100, 100 * 24);
    }

    private async Task BusyAsync(Sink sink, int count)
    {
        await office.ConnectAsync(sink.Url + "/inbox");
        await office.ShareAsync("Create", 1, Enumerable.Range(1, count));
    }
}

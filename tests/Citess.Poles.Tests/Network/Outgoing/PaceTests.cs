using System.Diagnostics;
using Citess.Poles.Network.Outgoing;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Citess.Poles.Tests.Network.Outgoing;

/// <summary>How fast it goes. What is asserted is far below what is printed: it tells a window from one by one, on any machine.</summary>
public sealed class PaceTests(ITestOutputHelper output) : IAsyncLifetime
{
    private PostOffice office = null!;

    public async ValueTask InitializeAsync() => office = await PostOffice.OpenAsync();

    public ValueTask DisposeAsync() => office.DisposeAsync();

    [Fact]
    public async Task A_round_trip_of_200_ms_does_not_limit_a_partner_to_five_a_second()
    {
        await using var sink = await Sink.StartAsync(async (_, _) =>
        {
            await Task.Delay(200);
            return 202;
        });
        var rate = await RateAsync(sink, 1000);
        Assert.True(rate > 50, $"{rate} a second");
    }

    [Fact]
    public async Task To_one_partner_on_loopback()
    {
        await using var sink = await Sink.StartAsync();
        var rate = await RateAsync(sink, 4000);
        Assert.True(rate > 100, $"{rate} a second");
    }

    [Fact]
    public async Task One_change_goes_to_a_thousand_partners()
    {
        await using var sink = await Sink.StartAsync();
        string[] relations = [.. Enumerable.Range(0, 1000).Select(number => $"pole{number}.example")];
        await office.ConnectAsync(sink.Url + "/*/inbox", relations);
        await CarryAllAsync(relations);
        await office.ShareAsync("Create", 1, 1);
        await CarryAllAsync(await DueAsync());
        await office.ShareAsync("Create", 1, 2);
        var watch = Stopwatch.StartNew();
        await CarryAllAsync(await DueAsync());

        output.WriteLine($"1 change to 1,000 inboxes: {watch.Elapsed.TotalSeconds:F2} s");
        Assert.Equal(2000, sink.Arrived.Count);
        Assert.Empty(await DueAsync());
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
    }

    private Task<IReadOnlyList<string>> DueAsync() => office.Couriers.DueAsync(office.Clock.GetUtcNow(), 2000);

    private Task CarryAllAsync(IReadOnlyList<string> relations) => Task.WhenAll(relations.Select(relation => Task.Run(
        new Courier(relation, office.Couriers, office.Ledger, office.SendAsync, office.Clock, NullLogger.Instance).CarryAsync)));

    private async Task<double> RateAsync(Sink sink, int count)
    {
        await office.ConnectAsync(sink.Url + "/inbox");
        await office.ShareAsync("Create", 1, Enumerable.Range(1, count));
        var courier = office.Courier();
        var watch = Stopwatch.StartNew();
        await courier.CarryAsync();
        var rate = count / watch.Elapsed.TotalSeconds;
        output.WriteLine($"{count} to one partner: {rate:F0} a second, {sink.Arrived.Select(came => came.Connection).Distinct().Count()} connections");
        Assert.Equal(count, sink.Arrived.Count);
        return rate;
    }
}

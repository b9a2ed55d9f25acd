using Citess.Poles.Network.Outgoing;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Citess.Poles.Tests.Network.Outgoing;

/// <summary>Many are on the way at once. How fast that is, tests/bench measures.</summary>
public sealed class PaceTests : IAsyncLifetime
{
    private PostOffice office = null!;

    public async ValueTask InitializeAsync() => office = await PostOffice.OpenAsync();

    public ValueTask DisposeAsync() => office.DisposeAsync();

    [Fact]
    public async Task A_partner_that_is_far_away_has_a_whole_window_on_the_way_and_no_more()
    {
        const int count = 1000;
        var (came, flying, most) = (0, 0, 0);
        var turn = new Lock();
        var whole = new TaskCompletionSource();
        await using var sink = await Sink.StartAsync(async (_, _) =>
        {
            bool isHeld;
            lock (turn)
            {
                isHeld = ++came >= Courier.Widest;
                flying++;
                most = Math.Max(most, flying);
                if (flying == Courier.Widest)
                {
                    whole.TrySetResult();
                }
            }

            // Each answer opens the window by one. From then on nobody is answered until a whole window is there: who
            // waits for an answer before the next send waits for ever.
            if (isHeld)
            {
                await whole.Task;
            }

            lock (turn)
            {
                flying--;
            }

            return 202;
        });
        await office.ConnectAsync(sink.Url + "/inbox");
        await office.ShareAsync("Create", 1, Enumerable.Range(1, count));
        await office.Courier().CarryAsync();

        Assert.Equal(count, sink.Arrived.Count);
        Assert.Equal(Courier.Widest, most);
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

        Assert.Equal(1000, sink.Arrived.Select(came => came.Inbox).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(1000, sink.Arrived.Count);
        Assert.Empty(await DueAsync());
    }

    private Task<IReadOnlyList<string>> DueAsync() => office.Couriers.DueAsync(office.Clock.GetUtcNow(), 2000);

    private Task CarryAllAsync(IReadOnlyList<string> relations) => Task.WhenAll(relations.Select(relation => Task.Run(
        new Courier(relation, office.Couriers, office.Ledger, office.SendAsync, office.Clock, NullLogger.Instance).CarryAsync)));
}

using System.Collections.Concurrent;
using Citess.ActivityPub.Delivery;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Ledger;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Citess.Poles.Tests.Network.Outgoing;

/// <summary>One courier and one partner that answers.</summary>
public sealed class CourierTests : IAsyncLifetime
{
    private PostOffice office = null!;

    public async ValueTask InitializeAsync() => office = await PostOffice.OpenAsync();

    public ValueTask DisposeAsync() => office.DisposeAsync();

    [Fact]
    public async Task Everything_arrives_once_over_few_connections_and_the_cursor_is_at_the_end()
    {
        await using var sink = await Sink.StartAsync();
        await office.ConnectAsync(sink.Url + "/inbox");
        await office.ShareAsync("Create", 1, Enumerable.Range(1, 500));
        await office.Courier().CarryAsync();

        Assert.Equal(Enumerable.Range(1, 500).Select(number => $"Create {number}").Order(StringComparer.Ordinal), sink.Words.Order(StringComparer.Ordinal));
        Assert.InRange(sink.Arrived.Select(came => came.Connection).Distinct().Count(), 1, 128);
        var stand = await office.StandAsync();
        Assert.Equal((500, 0, DateTimeOffset.UnixEpoch), (stand.Cursor, stand.Failures, stand.DueAt));
        Assert.Empty(await office.Couriers.DueAsync(office.Clock.GetUtcNow(), 10));
    }

    [Fact]
    public async Task A_connection_is_used_again_also_after_an_answer_with_words()
    {
        await using var sink = await Sink.StartAsync(async (_, context) =>
        {
            context.Response.StatusCode = 202;
            await context.Response.Body.WriteAsync("thank you"u8.ToArray());
            return 202;
        });
        await office.ConnectAsync(sink.Url + "/inbox");
        for (var number = 1; number <= 5; number++)
        {
            await office.ShareAsync("Create", 1, number);
            await office.Courier().CarryAsync();
        }

        Assert.Single(sink.Arrived.Select(came => came.Connection).Distinct());
    }

    [Fact]
    public async Task Who_refuses_everything_for_a_week_is_sent_nothing_until_it_is_heard_of()
    {
        var status = 404;
        await using var sink = await Sink.StartAsync((_, _) => Task.FromResult(status));
        await office.ConnectAsync(sink.Url + "/inbox");
        await office.ShareAsync("Create", 1, Enumerable.Range(1, 60));
        var courier = office.Courier();
        await courier.CarryAsync();
        var stand = await office.StandAsync();
        Assert.Equal((60, 60, null), (stand.RefusedInRow, stand.Refused, stand.Problem));

        office.Clock.Advance(TimeSpan.FromDays(7));
        await office.ShareAsync("Create", 1, 61);
        await courier.CarryAsync();
        Assert.Equal((CourierStand.Unwanted, 61), ((await office.StandAsync()).Problem, (await office.StandAsync()).Cursor));
        await office.ShareAsync("Create", 1, 62);
        Assert.Empty(await office.Couriers.DueAsync(office.Clock.GetUtcNow().AddYears(1), 10));

        // It comes back, and takes what it is sent.
        status = 202;
        Assert.True(await office.Couriers.WakeHostAsync(PostOffice.Barcelona, office.Clock.GetUtcNow(), DeliveryPolicy.Dead));
        await courier.CarryAsync();
        stand = await office.StandAsync();
        Assert.Equal((62, 0, null, null), (stand.Cursor, stand.RefusedInRow, stand.RefusedSince, stand.Problem));
    }

    [Fact]
    public async Task A_slow_answer_does_not_hold_up_what_is_behind_it()
    {
        var (first, behind) = (new TaskCompletionSource(), 0);
        await using var sink = await Sink.StartAsync(async (came, _) =>
        {
            if (came.About == "1")
            {
                await first.Task;
            }
            else if (Interlocked.Increment(ref behind) == 99)
            {
                // Released only when all others came: sent one by one, this would never end.
                first.SetResult();
            }

            return 202;
        });
        await office.ConnectAsync(sink.Url + "/inbox");
        await office.ShareAsync("Create", 1, Enumerable.Range(1, 100));
        await office.Courier().CarryAsync().WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal(100, (await office.StandAsync()).Cursor);
    }

    [Fact]
    public async Task A_delete_that_comes_while_its_create_is_under_way_does_not_overtake_it()
    {
        var answered = new ConcurrentQueue<string>();
        await using var sink = await Sink.StartAsync(async (came, _) =>
        {
            if (came is { About: "1", Verb: "Create" })
            {
                await office.ShareAsync("Delete", 2, 1);
                await Task.Delay(500);
            }

            answered.Enqueue($"{came.Verb} {came.About}");
            return 202;
        });
        await office.ConnectAsync(sink.Url + "/inbox");
        await office.ShareAsync("Create", 1, Enumerable.Range(1, 100));
        while (await office.Courier().CarryAsync() || (await office.StandAsync()).Cursor < 101)
        {
        }

        Assert.True(sink.Words.ToList().IndexOf("Delete 1") > sink.Words.ToList().IndexOf("Create 1"));
        Assert.Equal(["Create 1", "Delete 1"], answered.Where(word => word.EndsWith(" 1", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_makes_the_relation_goes_before_the_history_and_is_not_sent_twice()
    {
        await using var sink = await Sink.StartAsync();
        await office.ShareAsync("Create", 1, Enumerable.Range(1, 20));
        await office.ConnectAsync(sink.Url + "/inbox");
        await office.TellAsync("Accept");
        var courier = office.Courier();
        await courier.CarryAsync();
        await office.NextAsync(courier);

        Assert.Equal("Accept 999", sink.Words[0]);
        Assert.Equal(21, sink.Words.Distinct().Count());
        Assert.Equal(21, sink.Words.Count);
    }

    [Fact]
    public async Task A_courier_that_dies_in_its_window_sends_at_most_the_window_again_and_loses_nothing()
    {
        var fails = true;
        await using var sink = await Sink.StartAsync((came, _) => Task.FromResult(came.About == "300" && fails ? 503 : 202));
        await office.ConnectAsync(sink.Url + "/inbox");
        await office.ShareAsync("Create", 1, Enumerable.Range(1, 600));
        await office.Courier().CarryAsync();
        var sent = sink.Arrived.Count;
        Assert.Equal(299, (await office.StandAsync()).Cursor);

        // Another process, that knows no more than the table.
        fails = false;
        await office.NextAsync(office.Courier());

        Assert.Equal(600, sink.Words.Distinct().Count());
        Assert.Equal(600, (await office.StandAsync()).Cursor);
        Assert.InRange(sink.Arrived.Count - 600, 1, 128 + 1);
        Assert.InRange(sent, 300, 299 + 128);
    }

    [Fact]
    public async Task The_same_process_sends_nothing_twice_that_was_taken_above_a_gap()
    {
        var fails = true;
        await using var sink = await Sink.StartAsync((came, _) => Task.FromResult(came.About == "3" && fails ? 503 : 202));
        await office.ConnectAsync(sink.Url + "/inbox");
        await office.ShareAsync("Create", 1, Enumerable.Range(1, 8));
        var courier = office.Courier();
        await courier.CarryAsync();
        fails = false;
        await office.NextAsync(courier);

        Assert.Equal(9, sink.Arrived.Count);
        Assert.Equal(8, sink.Words.Distinct().Count());
    }

    [Fact]
    public async Task A_late_arrival_says_when_it_came()
    {
        await using var sink = await Sink.StartAsync();
        await office.ConnectAsync(sink.Url + "/inbox");
        await office.ShareAsync("Create", 1, 1);
        office.Clock.Advance(TimeSpan.FromDays(2));
        await office.ShareAsync("Create", 1, 2);
        await office.Courier().CarryAsync();

        Assert.Equal(office.Clock.GetUtcNow(), Assert.Single(await office.Arrivals.OfAsync(RecordKey.Parse(PostOffice.Key(1)))).Since);
    }
}

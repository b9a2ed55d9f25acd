using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Network.Outgoing;
using Xunit;

namespace Citess.Poles.Tests.Network.Outgoing;

/// <summary>What a partner fetched from the feed, its courier does not carry there too; and nothing is passed over.</summary>
public sealed class FetchedTests : IAsyncLifetime
{
    private PostOffice office = null!;

    public async ValueTask InitializeAsync()
    {
        office = await PostOffice.OpenAsync();
        await office.ShareAsync("Create", 1, Enumerable.Range(1, 30));
    }

    public ValueTask DisposeAsync() => office.DisposeAsync();

    [Fact]
    public async Task Whoever_asks_for_the_next_page_has_the_one_before_and_is_sent_none_of_it()
    {
        await using var sink = await ConnectAsync();
        await PageAsync(0, 10);
        Assert.False(await office.Courier().CarryAsync());
        await PageAsync(10, 20);
        Assert.Equal(10, (await office.StandAsync()).Cursor);
        await PageAsync(20, 30, isLast: true);
        Assert.False(await office.Courier().CarryAsync());
        await PageAsync(30, 30, isLast: true);
        await office.Courier().CarryAsync();
        Assert.Equal(30, (await office.StandAsync()).Cursor);
        Assert.Empty(sink.Words);
    }

    [Fact]
    public async Task Whoever_reads_ahead_says_what_it_has_and_is_sent_the_rest_after_a_moment()
    {
        await using var sink = await ConnectAsync();
        await PageAsync(0, 10);
        await PageAsync(0, 20);
        await PageAsync(10, 30, isLast: true);
        Assert.Equal(10, (await office.StandAsync()).Cursor);
        await office.NextAsync(office.Courier());
        Assert.Equal([.. Enumerable.Range(11, 20).Select(number => $"Create {number}")], sink.Words.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Whoever_was_just_accepted_with_much_before_it_is_given_a_moment_to_come_and_read()
    {
        await using var sink = await ConnectAsync();
        await office.TellAsync("Accept");
        var courier = office.Courier();
        Assert.False(await courier.CarryAsync());
        Assert.Equal(["Accept 999"], sink.Words);

        await office.NextAsync(courier);
        Assert.Equal(31, sink.Words.Distinct().Count());
        Assert.Equal(31, sink.Words.Count);
    }

    [Fact]
    public async Task Whoever_stops_reading_is_carried_the_rest_after_a_moment()
    {
        await using var sink = await ConnectAsync();
        await PageAsync(0, 10);
        await office.NextAsync(office.Courier());
        Assert.Equal(30, sink.Words.Distinct().Count());
    }

    [Fact]
    public async Task Whoever_takes_nothing_but_that_it_was_accepted_is_told_so_once_and_is_still_silent()
    {
        await using var sink = await Sink.StartAsync((came, _) => Task.FromResult(came.Verb == "Accept" ? 202 : 503));
        await office.PublishAsync(Way(sink, Audience.Network));
        await office.TellAsync("Accept");
        var courier = office.Courier();
        for (var round = 0; round < 5; round++)
        {
            await office.NextAsync(courier);
        }

        Assert.Single(sink.Words, "Accept 999");
        Assert.NotNull((await office.StandAsync()).Problem);
    }

    [Fact]
    public async Task Whoever_is_back_and_comes_to_read_is_not_carried_the_rest_in_the_same_round()
    {
        var isAway = true;
        await using var sink = await Sink.StartAsync(async (came, _) =>
        {
            if (!isAway && came.About == "8")
            {
                await PageAsync(0, 20);
            }

            return isAway ? 503 : 202;
        });
        await office.PublishAsync(Way(sink, Audience.Network));
        var courier = office.Courier();
        await courier.CarryAsync();
        Assert.Equal(1, (await office.StandAsync()).Failures);

        isAway = false;
        await office.NextAsync(courier);
        var stand = await office.StandAsync();
        Assert.Equal((20, 0, true), (stand.Served, stand.Failures, stand.DueAt > office.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task A_question_from_beyond_what_was_given_out_says_nothing()
    {
        await using var sink = await ConnectAsync();
        await PageAsync(20, 30, isLast: true);
        await office.Courier().CarryAsync();
        Assert.Equal(30, sink.Words.Distinct().Count());
    }

    [Fact]
    public async Task Whoever_comes_to_see_more_begins_anew_whatever_it_had_read()
    {
        await using var sink = await ConnectAsync(Audience.Public);
        await PageAsync(0, 10);
        await PageAsync(10, 20);
        await office.PublishAsync(Way(sink, Audience.Network, version: 2));
        await PageAsync(20, 30, isLast: true);
        await office.Courier().CarryAsync();
        Assert.Equal(30, sink.Words.Distinct().Count());
    }

    [Fact]
    public async Task What_is_for_one_alone_goes_as_a_letter_and_so_does_what_is_taken_back()
    {
        await using var sink = await ConnectAsync();
        await office.TellAsync("Undo");
        await office.ShareAsync("Create", 1, 31);
        await office.ShareAsync("Delete", 2, 5);
        await PageAsync(0, 10);
        await PageAsync(10, 32);
        await PageAsync(32, 33, isLast: true);
        Assert.Equal(30, (await office.StandAsync()).Cursor);
        await office.Courier().CarryAsync();
        Assert.Equal(["Create 31", "Delete 5", "Undo 999"], sink.Words.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_courier_on_its_way_gives_way_and_nothing_is_lost()
    {
        var isFirst = true;
        await using var sink = await Sink.StartAsync(async (_, _) =>
        {
            if (isFirst)
            {
                isFirst = false;
                await PageAsync(0, 20);
                await PageAsync(20, 30, isLast: true);
            }

            return 202;
        });
        await office.PublishAsync(Way(sink, Audience.Network));
        var courier = office.Courier();
        while ((await office.StandAsync()).Cursor < 30)
        {
            await office.NextAsync(courier);
        }

        Assert.Superset(Enumerable.Range(21, 10).Select(number => $"Create {number}").ToHashSet(), sink.Words.ToHashSet());
    }

    [Fact]
    public async Task A_courier_on_its_way_does_not_undo_that_it_is_to_wait()
    {
        await using var sink = await Sink.StartAsync(async (came, _) =>
        {
            if (came.About == "1")
            {
                await PageAsync(0, 10);
            }

            return 202;
        });
        await office.PublishAsync(Way(sink, Audience.Network));
        while (await office.Courier().CarryAsync())
        {
        }

        var stand = await office.StandAsync();
        Assert.Equal((0, 10, true), (stand.Cursor, stand.Served, stand.DueAt > office.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task What_was_fetched_late_says_when()
    {
        await using var sink = await ConnectAsync();
        office.Clock.Advance(TimeSpan.FromDays(2));
        await PageAsync(0, 10);
        await PageAsync(10, 30, isLast: true);
        var arrival = Assert.Single(await office.Arrivals.OfAsync(RecordKey.Parse(PostOffice.Key(3))));
        Assert.Equal((ArrivalState.Received, office.Clock.GetUtcNow()), (arrival.State, arrival.Since));
    }

    private Task PageAsync(long has, long upto, bool isLast = false) => new Fetched(office.Couriers, office.Clock).PageAsync(PostOffice.Barcelona, has, upto, isLast, CancellationToken.None);

    private async Task<Sink> ConnectAsync(Audience sees = Audience.Network)
    {
        var sink = await Sink.StartAsync();
        await office.PublishAsync(Way(sink, sees));
        return sink;
    }

    private static OutboxEntry Way(Sink sink, Audience sees, int version = 1) => new()
    {
        Id = $"partner/{PostOffice.Barcelona}@{version}/0",
        Key = "partner/" + PostOffice.Barcelona,
        Route = new() { Relation = PostOffice.Barcelona, Inbox = sink.Url + "/inbox", Sees = sees },
    };
}

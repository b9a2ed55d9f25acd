using System.Collections.Concurrent;
using Citess.ActivityPub.Delivery;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Ledger;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Citess.Poles.Tests.Network.Outgoing;

/// <summary>A partner that refuses: for good or for a time, one entry or all, and what makes the relation.</summary>
public sealed class RefusalTests : IAsyncLifetime
{
    private PostOffice office = null!;

    public async ValueTask InitializeAsync() => office = await PostOffice.OpenAsync();

    public ValueTask DisposeAsync() => office.DisposeAsync();

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    [InlineData(422)]
    public async Task A_refusal_for_good_is_recorded_with_its_reason_and_passed(int status)
    {
        await using var sink = await Sink.StartAsync(async (came, context) =>
        {
            if (came.About != "2")
            {
                return 202;
            }

            context.Response.StatusCode = status;
            await context.Response.WriteAsJsonAsync(new { type = "/problems#verb-not-spoken", detail = "No\u202esuch\nverb." });
            return status;
        });
        await office.ConnectAsync(sink.Url + "/inbox");
        await office.ShareAsync("Create", 1, 1, 2, 3);
        await office.Courier().CarryAsync();

        var stand = await office.StandAsync();
        Assert.Equal((3, 1, 0), (stand.Cursor, stand.Refused, stand.Failures));
        var arrival = Assert.Single(await office.Arrivals.OfAsync(RecordKey.Parse(PostOffice.Key(2))));
        Assert.Equal((ArrivalState.Refused, $"the peer answered {status}, verb-not-spoken: No such verb."), (arrival.State, arrival.Reason));
        Assert.Equal(ArrivalState.Received, Assert.Single(await office.Arrivals.OfAsync(RecordKey.Parse(PostOffice.Key(3)))).State);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    public async Task What_makes_the_relation_is_said_again_to_a_partner_that_refuses_it_and_all_else_waits(int status)
    {
        var answer = status;
        await using var sink = await Sink.StartAsync((came, _) => Task.FromResult(came.Verb == "Accept" ? answer : 202));
        await office.ConnectAsync(sink.Url + "/inbox");
        await office.TellAsync("Accept");
        await office.ShareAsync("Create", 1, 1, 2);
        var courier = office.Courier();
        for (var round = 0; round < 20; round++)
        {
            await office.NextAsync(courier);
        }

        Assert.Equal((0, 0), ((await office.StandAsync()).Cursor, (await office.StandAsync()).Refused));
        Assert.All(sink.Words, word => Assert.Equal("Accept 999", word));

        answer = 202;
        await office.NextAsync(courier);
        await office.NextAsync(courier);
        Assert.Equal(["Accept 999", "Create 1", "Create 2"], sink.Words.Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(await office.Ledger.HeadAsync(), (await office.StandAsync()).Cursor);
    }

    /// <summary>409: it has one under that id already, from before the keys were renewed.</summary>
    [Fact]
    public async Task What_makes_the_relation_and_is_there_already_holds_nobody_up()
    {
        await using var sink = await Sink.StartAsync((came, _) => Task.FromResult(came.Verb == "Accept" ? 409 : 202));
        await office.ConnectAsync(sink.Url + "/inbox");
        await office.TellAsync("Accept");
        await office.ShareAsync("Create", 1, 1);
        var courier = office.Courier();
        await office.NextAsync(courier);
        await office.NextAsync(courier);
        Assert.Equal(["Accept 999", "Create 1"], sink.Words);
    }

    [Fact]
    public async Task Who_is_gone_or_refuses_the_relation_for_a_week_is_asked_no_more()
    {
        var status = 410;
        await using var sink = await Sink.StartAsync((_, _) => Task.FromResult(status));
        await office.ConnectAsync(sink.Url + "/inbox");
        await office.TellAsync("Accept");
        await office.Courier().CarryAsync();
        Assert.Equal(1, (await office.StandAsync()).Refused);

        status = 404;
        await office.TellAsync("Reject");
        var courier = office.Courier();
        await courier.CarryAsync();
        Assert.Equal(1, (await office.StandAsync()).Refused);
        office.Clock.Advance(TimeSpan.FromDays(7));
        await office.NextAsync(courier);
        Assert.Equal((2, 2), ((await office.StandAsync()).Refused, (await office.StandAsync()).Cursor));
    }

    [Fact]
    public async Task At_the_beginning_only_what_makes_the_relation_goes_first_and_none_of_it_twice()
    {
        var (taken, patience) = (0, false);
        await using var sink = await Sink.StartAsync((_, _) => Task.FromResult(!patience && Interlocked.Increment(ref taken) > 2 ? 429 : 202));
        await office.ConnectAsync(sink.Url + "/inbox");
        await office.ShareAsync("Create", 1, 1);
        await office.TellAsync("Follow");
        await office.TellAsync("Accept");
        await office.TellAsync("Undo");
        await office.ThankAsync(7);
        var courier = office.Courier();
        await courier.CarryAsync();
        patience = true;
        await office.NextAsync(courier);

        // The answer to a withdrawal waits for its turn in the ledger.
        Assert.Equal(["Follow 999", "Accept 999", "Undo 999", "Undo 999"], sink.Words.Take(4));
        Assert.Equal(["Accept 7", "Create 1"], sink.Words.Skip(4).Order(StringComparer.Ordinal));
        Assert.Equal(5, (await office.StandAsync()).Cursor);
    }

    [Fact]
    public async Task One_entry_that_a_partner_never_takes_and_no_other_behind_it_is_passed_over_at_last()
    {
        await using var sink = await Sink.StartAsync((came, _) => Task.FromResult(came.About == "1" ? 500 : 202));
        await office.ConnectAsync(sink.Url + "/inbox");
        await office.ShareAsync("Create", 1, 1);
        var courier = office.Courier();
        for (var round = 0; round < 10; round++)
        {
            await office.NextAsync(courier);
        }

        Assert.Equal(1, (await office.StandAsync()).Refused);
        await office.ShareAsync("Create", 1, 2);
        await office.NextAsync(courier);
        Assert.Equal((2, 0), ((await office.StandAsync()).Cursor, (await office.StandAsync()).Failures));
    }

    [Fact]
    public async Task One_entry_that_a_living_partner_never_takes_holds_nobody_up_for_long()
    {
        await using var sink = await Sink.StartAsync((came, _) => Task.FromResult(came.About == "1" ? 500 : 202));
        await office.ConnectAsync(sink.Url + "/inbox");
        var courier = office.Courier();
        var waited = TimeSpan.Zero;
        for (var number = 1; (await office.StandAsync()).Refused == 0 && number < 30; number++)
        {
            await office.ShareAsync("Create", 1, number, number + 100);
            waited += await office.NextAsync(courier);
        }

        Assert.Equal(1, (await office.StandAsync()).Refused);
        Assert.True(waited < TimeSpan.FromMinutes(10), $"{waited}");
        await office.NextAsync(courier);
        Assert.Equal(await office.Ledger.HeadAsync(), (await office.StandAsync()).Cursor);
        Assert.Equal(sink.Words.Distinct().Count() - 1, sink.Words.Count(word => word != "Create 1"));
    }
}

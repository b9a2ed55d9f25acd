using Citess.ActivityPub.Logs;
using Citess.Poles.Collaborations.Log;
using Citess.Poles.Kernel;
using Xunit;

namespace Citess.Poles.Tests.Collaborations.Log;

public sealed class FoldingTests
{
    private static readonly string[] Statuses = ["open", "doing", "done", "dropped"];

    [Fact]
    public void A_thousand_random_logs_come_to_the_same_whatever_comes_first()
    {
        var seed = Environment.GetEnvironmentVariable("CITESS_TEST_SEED") is { } given ? int.Parse(given, System.Globalization.CultureInfo.InvariantCulture) : 20270301;
        var random = new Random(seed);
        var (conflicts, invalid) = (0, 0);
        for (var log = 0; log < 1000; log++)
        {
            using var trio = new Trio();
            trio.Mahdia.Say(EventTypes.Task, new { title = "Devis" });
            trio.Mahdia.Say(EventTypes.Propose, new { title = "Où ?", options = new[] { "Mahdia", "Barcelone" }, rule = "partner" });
            trio.Meet();
            for (var step = 0; step < 12; step++)
            {
                Do(trio, random);
            }

            var all = trio.All.SelectMany(each => each.Held.Values).DistinctBy(each => each.Hash).ToArray();
            var first = Collaboration.Of(trio.Begun.Hash, all)!;
            random.Shuffle(all);
            Assert.True(Print(first) == Print(Collaboration.Of(trio.Begun.Hash, all)!), $"seed {seed}, log {log}");
            trio.Meet();
            Assert.All(trio.All, each => Assert.Equal(Print(first), Print(each.State)));
            conflicts += first.Conflicts.Count();
            invalid += first.Events.Count(each => each.Reason is not null);
        }

        // Logs in which nothing ever went wrong would prove nothing.
        Assert.True(conflicts > 100 && invalid > 100, $"{conflicts} conflicts, {invalid} events that do not count");
    }

    [Fact]
    public void An_event_that_counted_when_it_was_said_counts_whatever_comes_later()
    {
        using var trio = new Trio();
        var task = trio.SidiBouzid.Say(EventTypes.Task, new { title = "Devis" });
        trio.Mahdia.Say(EventTypes.Close, new { evaluation = "Bien." });
        trio.Meet();
        Assert.All(trio.All, each => Assert.Null(each.ReasonOf(task)));
        var late = trio.SidiBouzid.Say(EventTypes.Task, new { title = "Encore" });
        Assert.Equal(Reasons.Closed, trio.SidiBouzid.ReasonOf(late));
        Assert.Equal("Bien.", trio.Barcelona.State.Evaluation);
    }

    [Fact]
    public void What_cites_something_that_is_not_here_waits_and_names_it()
    {
        using var trio = new Trio();
        var first = trio.Mahdia.Say(EventTypes.Task, new { title = "Devis" });
        var second = trio.Mahdia.Say(EventTypes.Task, new { of = first.Hash, status = "done" });
        trio.Barcelona.Keep(second);
        Assert.Equal([second], trio.Barcelona.State.Waiting);
        Assert.Equal([first.Hash], trio.Barcelona.State.Missing);
        Assert.Empty(trio.Barcelona.State.Of(EventTypes.Task));
        trio.Barcelona.Keep(first);
        Assert.Equal("done", Assert.Single(trio.Barcelona.State.Of(EventTypes.Task))["status"]);
        Assert.Empty(trio.Barcelona.State.Missing);
    }

    [Fact]
    public void Whoever_names_its_heads_is_given_what_it_lacks_in_an_order_in_which_each_can_be_taken()
    {
        using var trio = new Trio();
        var heads = trio.Barcelona.State.Heads;
        trio.Mahdia.Say(EventTypes.Task, new { title = "Un" });
        trio.SidiBouzid.Say(EventTypes.Task, new { title = "Deux" });
        trio.Mahdia.Hear(trio.SidiBouzid);
        trio.Mahdia.Say(EventTypes.Task, new { title = "Trois" });
        var lacking = trio.Mahdia.State.Behind(heads).ToList();
        Assert.Equal(3, lacking.Count);
        foreach (var each in lacking)
        {
            trio.Barcelona.Keep(each);
            Assert.Empty(trio.Barcelona.State.Waiting);
        }

        Assert.Equal(trio.Mahdia.State.Heads, trio.Barcelona.State.Heads);
        Assert.Empty(trio.Mahdia.State.Behind(trio.Barcelona.State.Heads));
        Assert.Equal(trio.Mahdia.Held.Count, trio.Mahdia.State.Behind([Clauses.HashOf("unknown")]).Count());
    }

    [Fact]
    public void A_pole_that_says_two_things_under_one_number_is_named()
    {
        using var trio = new Trio();
        var last = trio.SidiBouzid.State.LastOf(trio.SidiBouzid.Actor)!;
        var heads = trio.SidiBouzid.State.Heads;
        var one = trio.SidiBouzid.Prove(EventTypes.Task, new { title = "Pour Mahdia" }, PartnerRoles.Partner, heads, 2, last.Hash);
        var other = trio.SidiBouzid.Prove(EventTypes.Task, new { title = "Pour Barcelone" }, PartnerRoles.Partner, heads, 2, last.Hash);
        trio.Mahdia.Keep(one);
        trio.Barcelona.Keep(other);
        Assert.Empty(trio.Mahdia.State.Forks);
        trio.Meet();
        Assert.All(trio.All, each =>
        {
            var fork = Assert.Single(each.State.Forks);
            Assert.Equal((trio.SidiBouzid.Actor, 2), (fork.Author, fork.Number));
            Assert.Equal(new[] { one.Hash, other.Hash }.Order(StringComparer.Ordinal), fork.Events);
        });
    }

    [Fact]
    public void Whoever_skips_a_number_or_goes_on_from_another_pole_is_not_heard()
    {
        using var trio = new Trio();
        var last = trio.SidiBouzid.State.LastOf(trio.SidiBouzid.Actor)!;
        var skipped = trio.SidiBouzid.Prove(EventTypes.Task, new { title = "x" }, PartnerRoles.Partner, trio.SidiBouzid.State.Heads, 7, last.Hash);
        var foreign = trio.SidiBouzid.Prove(EventTypes.Task, new { title = "x" }, PartnerRoles.Partner, trio.SidiBouzid.State.Heads, 2, trio.Begun.Hash);
        trio.SidiBouzid.Keep(skipped);
        trio.SidiBouzid.Keep(foreign);
        Assert.Equal(Reasons.OutOfTurn, trio.SidiBouzid.ReasonOf(skipped));
        Assert.Equal(Reasons.OutOfTurn, trio.SidiBouzid.ReasonOf(foreign));
    }

    [Fact]
    public void Two_thousand_events_are_folded_while_somebody_waits()
    {
        using var trio = new Trio();
        var (held, last) = (trio.Mahdia.Held, trio.Mahdia.State.LastOf(trio.Mahdia.Actor)!);
        var heads = trio.Mahdia.State.Heads;
        for (var number = 2; number <= 2000; number++)
        {
            last = trio.Mahdia.Prove(EventTypes.Task, new { title = "Tâche" }, PartnerRoles.Host, heads, number, last.Hash);
            held.Add(last.Hash, last);
            heads = [last.Hash];
        }

        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal(1999, trio.Mahdia.State.Of(EventTypes.Task).Count());
        TestContext.Current.TestOutputHelper!.WriteLine($"2,000 events: {watch.ElapsedMilliseconds} ms");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), watch.Elapsed.ToString());
    }

    private static void Do(Trio trio, Random random)
    {
        var who = trio.All[random.Next(3)];
        var state = who.State;
        var tasks = state.Of(EventTypes.Task).ToList();
        var questions = state.Of(EventTypes.Propose).ToList();
        switch (random.Next(11))
        {
            case 0:
                who.Say(EventTypes.Task, new { title = "x" }, PartnerRoles.Observer);
                break;
            case 1 or 2:
                who.Say(EventTypes.Task, new { title = $"Tâche {random.Next(100)}" });
                break;
            case 3 or 4 or 5 when tasks.Count > 0:
                who.Say(EventTypes.Task, new { of = tasks[random.Next(tasks.Count)].Id, status = Statuses[random.Next(4)] });
                break;
            case 6:
                who.Say(EventTypes.Propose, new { title = "Où ?", options = new[] { "Mahdia", "Barcelone" }, rule = random.Next(2) == 0 ? "partner" : "majority" });
                break;
            case 7 or 8 when questions.Count > 0:
                who.Say(random.Next(2) == 0 ? EventTypes.Vote : EventTypes.Decide, new { of = questions[random.Next(questions.Count)].Id, option = random.Next(2) == 0 ? "Mahdia" : "Barcelone" });
                break;
            case 9:
                who.Say(EventTypes.HandOver, new { to = trio.All[random.Next(3)].Actor });
                break;
            case 10 when state.Membership.HandOvers.Count > 0:
                who.Say(EventTypes.Agree, new { of = state.Membership.HandOvers.First().Hash });
                break;
            default:
                who.Hear(trio.All[random.Next(3)]);
                break;
        }
    }

    /// <summary>All that follows from a log.</summary>
    private static string Print(Collaboration state) => StateJson.Write(new
    {
        state.Id,
        state.Membership.Host,
        state.Membership.Members,
        HandOvers = state.Membership.HandOvers.Select(each => (each.Hash, each.To, string.Join(' ', each.Agreed), each.IsDone).ToString()),
        state.Things,
        Judged = state.Events.Select(each => each.Event.Hash + " " + each.Reason),
        state.Forks,
        state.Heads,
        state.TermsHash,
    });
}

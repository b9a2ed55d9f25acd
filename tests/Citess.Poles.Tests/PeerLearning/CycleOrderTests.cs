using System.Globalization;
using Citess.Poles.Collaborations.Log;
using Citess.Poles.Kernel;
using Citess.Poles.PeerLearning;
using Xunit;
using Voice = Citess.Poles.Tests.Collaborations.Log.Voice;

namespace Citess.Poles.Tests.PeerLearning;

public sealed class CycleOrderTests
{
    [Fact]
    public void Fifty_random_cycles_come_to_the_same_from_any_order_and_on_every_pole()
    {
        var seed = Environment.GetEnvironmentVariable("CITESS_TEST_SEED") is { } given ? int.Parse(given, CultureInfo.InvariantCulture) : 20210722;
        var random = new Random(seed);
        var (uncounted, standing, counted) = (0, 0, 0);
        for (var log = 0; log < 50; log++)
        {
            using var trio = new LearningTrio(withGuest: true);
            string[] shown = [.. trio.All.Select(each => each.Say(CycleTypes.Showcase, new { title = each.Actor }).Hash)];
            trio.Meet();
            trio.Mahdia.Say(CycleTypes.Ballot, new { title = "Laquelle ?", choices = shown, most = "1" });
            trio.Group("Ensemble", trio.Mahdia.Actor, trio.Kasserine);
            for (var step = 0; step < 25; step++)
            {
                Do(trio, random);
            }

            var all = trio.All.SelectMany(each => each.Held.Values).DistinctBy(each => each.Hash).ToArray();
            var first = Collaboration.Of(trio.Begun.Hash, all)!;
            random.Shuffle(all);
            Assert.True(Print(first) == Print(Collaboration.Of(trio.Begun.Hash, all)!), $"seed {seed}, log {log}");
            trio.Meet();
            Assert.All(trio.All, each => Assert.Equal(Print(first), Print(each.State)));
            uncounted += first.Events.Count(each => each.Reason is not null);
            standing += Cycle.Of(first)!.Groups.Count(group => group.Stands);
            counted += Cycle.Of(first)!.Votes.Count(vote => !vote.IsOpen);
        }

        // Cycles in which nothing came about, or nothing went wrong, would prove nothing.
        Assert.True(uncounted > 100 && standing > 3 && counted > 3, $"{uncounted} events that do not count, {standing} groups that stand, {counted} votes counted");
    }

    private static void Do(LearningTrio trio, Random random)
    {
        var who = trio.All[random.Next(3)];
        var cycle = LearningTrio.CycleOf(who);
        string[] voices = [.. trio.All.Select(each => each.Actor), trio.Kasserine];
        var own = who == trio.SidiBouzid && random.Next(2) == 0 ? trio.Kasserine : null;
        switch (random.Next(10))
        {
            case 0:
                random.Shuffle(voices);
                trio.Mahdia.Say(CycleTypes.Group, With(null, ("title", $"Groupe {random.Next(3)}"), ("members", voices[..random.Next(2, 4)])));
                break;
            case 1 when !cycle.Groups.IsEmpty:
                random.Shuffle(voices);
                who.Say(CycleTypes.Group, With(null, ("of", cycle.Groups[random.Next(cycle.Groups.Length)].Thing.Id), ("members", voices[..2])));
                break;
            case 2 or 3 or 4 when !cycle.Groups.IsEmpty:
                var group = cycle.Groups[random.Next(cycle.Groups.Length)];
                who.Say(CycleTypes.Consent, With(own, ("of", group.Thing.Id), ("seal", group.Seal), ("answer", random.Next(5) == 0 ? "no" : "yes")));
                break;
            case 5 or 6 or 7 when !cycle.Votes.IsEmpty:
                var vote = cycle.Votes[random.Next(cycle.Votes.Length)];
                who.Say(CycleTypes.Choose, With(own, ("of", vote.Thing.Id), ("choices", new[] { vote.Tally.Lines[random.Next(2)].Choice })));
                break;
            case 8 when trio.Cycle.Votes.FirstOrDefault(each => !each.Tally.Chosen.IsEmpty) is { } open:
                trio.Mahdia.Say(CycleTypes.Count, With(null, ("of", open.Thing.Id), ("chosen", open.Tally.Chosen)));
                break;
            default:
                trio.Mahdia.Hear(who);
                who.Hear(trio.Mahdia);
                break;
        }
    }

    private static Dictionary<string, object> With(string? guest, params (string Name, object Value)[] members)
    {
        var payload = members.ToDictionary(each => each.Name, each => each.Value, StringComparer.Ordinal);
        if (guest is not null)
        {
            payload["for"] = guest;
        }

        return payload;
    }

    /// <summary>All that follows from a log.</summary>
    private static string Print(Collaboration state)
    {
        var cycle = Cycle.Of(state)!;
        return StateJson.Write(new
        {
            state.Things,
            state.Membership.Guests,
            Judged = state.Events.Select(each => each.Event.Hash + " " + each.Reason),
            Groups = cycle.Groups.Select(group => group.Thing.Id + group.Stands),
            Votes = cycle.Votes.Select(vote => string.Join(' ', vote.Tally.Lines.Select(line => (line.Choice, line.Votes).ToString()).Concat(vote.Chosen))),
            Ways = CycleMatch.Of(cycle).Propose().Select(way => way.Score),
        });
    }
}

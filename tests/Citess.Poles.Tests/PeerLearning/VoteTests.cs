using Citess.Poles.Collaborations.Log;
using Xunit;

namespace Citess.Poles.Tests.PeerLearning;

public sealed class VoteTests
{
    [Fact]
    public void One_voice_has_one_vote_and_the_last_word_of_it_counts()
    {
        using var trio = new LearningTrio();
        var (ballot, shown) = Put(trio, "2");
        trio.Mahdia.Say(CycleTypes.Choose, new { of = ballot, choices = new[] { shown[0], shown[2] } });
        trio.Mahdia.Say(CycleTypes.Choose, new { of = ballot, choices = new[] { shown[0], shown[1] } });
        trio.Barcelona.Say(CycleTypes.Choose, new { of = ballot, choices = new[] { shown[1] } });
        trio.Meet();
        Assert.All(trio.All, each =>
        {
            var vote = Assert.Single(LearningTrio.CycleOf(each).Votes);
            Assert.Equal([(shown[1], 2), (shown[0], 1), (shown[2], 0)], vote.Tally.Lines.Select(line => (line.Choice, line.Votes)));
            Assert.Equal(2, vote.Tally.Votes);
            Assert.Equal([shown[1], shown[0]], vote.Tally.Chosen);
        });
    }

    [Fact]
    public void More_than_so_many_or_something_else_cannot_be_chosen()
    {
        using var trio = new LearningTrio();
        var (ballot, shown) = Put(trio, "2");
        Assert.Equal(Reasons.NoSuchThing, trio.Mahdia.ReasonOf(trio.Mahdia.Say(CycleTypes.Choose, new { of = ballot, choices = shown })));
        Assert.Equal(Reasons.NoSuchThing, trio.Mahdia.ReasonOf(trio.Mahdia.Say(CycleTypes.Choose, new { of = ballot, choices = new[] { ballot } })));
        Assert.Equal(Reasons.Form, trio.Mahdia.ReasonOf(trio.Mahdia.Say(CycleTypes.Choose, new { of = ballot, choices = new[] { shown[0], shown[0] } })));
    }

    [Fact]
    public void The_host_counts_what_the_votes_say_and_nothing_else_once_more_than_half_have_voted()
    {
        using var trio = new LearningTrio();
        var (ballot, shown) = Put(trio, "1");
        trio.Mahdia.Say(CycleTypes.Choose, new { of = ballot, choices = new[] { shown[2] } });
        Assert.Equal(Reasons.NoMajority, trio.Mahdia.ReasonOf(trio.Mahdia.Say(CycleTypes.Count, new { of = ballot, chosen = new[] { shown[2] } })));
        trio.SidiBouzid.Say(CycleTypes.Choose, new { of = ballot, choices = new[] { shown[1] } });
        trio.Barcelona.Say(CycleTypes.Choose, new { of = ballot, choices = new[] { shown[1] } });
        trio.Meet();
        Assert.Equal(Reasons.NotHost, trio.Barcelona.ReasonOf(trio.Barcelona.Say(CycleTypes.Count, new { of = ballot, chosen = new[] { shown[1] } })));
        Assert.Equal(Reasons.OtherCount, trio.Mahdia.ReasonOf(trio.Mahdia.Say(CycleTypes.Count, new { of = ballot, chosen = new[] { shown[2] } })));
        Assert.Null(trio.Mahdia.ReasonOf(trio.Mahdia.Say(CycleTypes.Count, new { of = ballot, chosen = new[] { shown[1] } })));
        trio.Meet();
        Assert.All(trio.All, each => Assert.Equal([shown[1]], Assert.Single(LearningTrio.CycleOf(each).Votes).Chosen));
        Assert.Equal(Reasons.Counted, trio.SidiBouzid.ReasonOf(trio.SidiBouzid.Say(CycleTypes.Choose, new { of = ballot, choices = new[] { shown[0] } })));
    }

    [Fact]
    public void A_vote_that_the_count_had_not_seen_changes_nothing_of_what_was_counted()
    {
        using var trio = new LearningTrio();
        var (ballot, shown) = Put(trio, "1");
        trio.Mahdia.Say(CycleTypes.Choose, new { of = ballot, choices = new[] { shown[0] } });
        trio.Barcelona.Say(CycleTypes.Choose, new { of = ballot, choices = new[] { shown[0] } });
        trio.Mahdia.Hear(trio.Barcelona);
        var late = trio.SidiBouzid.Say(CycleTypes.Choose, new { of = ballot, choices = new[] { shown[1] } });
        trio.Mahdia.Say(CycleTypes.Count, new { of = ballot, chosen = new[] { shown[0] } });
        trio.Meet();
        Assert.Null(trio.Mahdia.ReasonOf(late));
        Assert.All(trio.All, each => Assert.Equal([shown[0]], Assert.Single(LearningTrio.CycleOf(each).Votes).Chosen));
    }

    [Fact]
    public void Who_stands_equal_for_the_last_place_is_not_chosen_by_lot()
    {
        var tally = Tally.Of(["a", "b", "c", "d"], 2, [["a", "b"], ["a", "c"], ["a"], ["x"]]);
        Assert.Equal(["a"], tally.Chosen);
        Assert.Equal(["b", "c"], tally.Tied);
        Assert.Empty(Tally.Of(["a", "b"], 1, [["a"], ["b"]]).Chosen);
        Assert.Equal(["a", "b"], Tally.Of(["a", "b", "c"], 2, [["b", "a"]]).Chosen);
        Assert.Empty(Tally.Of(["a", "b", "c"], 2, [["b", "a"]]).Tied);
    }

    private static (string Ballot, string[] Shown) Put(LearningTrio trio, string most)
    {
        string[] shown = [.. trio.All.Select(each => each.Say(CycleTypes.Showcase, new { title = each.Actor }).Hash).Order(StringComparer.Ordinal)];
        trio.Meet();
        var ballot = trio.Mahdia.Say(CycleTypes.Ballot, new { title = "Que retenir ?", choices = shown, most });
        trio.Meet();
        Assert.Null(trio.Mahdia.ReasonOf(ballot));
        return (ballot.Hash, shown);
    }
}

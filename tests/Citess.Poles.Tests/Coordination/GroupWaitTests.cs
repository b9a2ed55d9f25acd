using Citess.Poles.Collaborations.Log;
using Citess.Poles.Coordination;
using Citess.Poles.Tests.PeerLearning;
using Xunit;
using static Citess.Poles.Tests.Coordination.LearningGroups;
using Voice = Citess.Poles.Tests.Collaborations.Log.Voice;

namespace Citess.Poles.Tests.Coordination;

/// <summary>What a group waits for and since when, where a round was before, a vote cannot be counted, a clock is wrong or somebody came back.</summary>
public sealed class GroupWaitTests
{
    [Fact]
    public void What_a_member_made_before_there_was_the_group_is_of_an_earlier_round()
    {
        using var trio = new LearningTrio();
        var first = trio.Group("A", trio.SidiBouzid.Actor, trio.Barcelona.Actor);
        At(trio, 1);
        Say(trio, trio.Barcelona, CycleTypes.Showcase, new { title = "Essai" });
        var tried = Say(trio, trio.Barcelona, CycleTypes.Experiment, new { title = "Essai", status = "done" });
        Say(trio, trio.Barcelona, CycleTypes.Learned, new { title = "Appris", kind = "lesson", experiment = tried });
        At(trio, 2);
        Say(trio, trio.Mahdia, CycleTypes.Group, new { of = first.Thing.Id, status = "dropped" });
        var second = trio.Group("B", trio.Mahdia.Actor, trio.Barcelona.Actor);
        At(trio, 3);
        Answer(trio, trio.Mahdia, second, "yes");
        Answer(trio, trio.Barcelona, second, "yes");
        Assert.Equal((GroupStage.Study, GroupWait.Showcase, 3), In(trio));
        At(trio, 4);
        Say(trio, trio.Barcelona, CycleTypes.Learned, new { title = "Appris de nouveau", kind = "lesson" });
        Assert.Equal((GroupStage.Result, GroupWait.Nothing, 4), In(trio));
    }

    [Fact]
    public void The_host_is_to_count_only_what_can_be_counted()
    {
        using var trio = new LearningTrio(withGuest: true);
        var group = Agreed(trio);
        string[] shown = [Say(trio, trio.SidiBouzid, CycleTypes.Showcase, new { title = "A", @for = trio.Kasserine }), Say(trio, trio.SidiBouzid, CycleTypes.Showcase, new { title = "B" })];
        var ballot = Say(trio, trio.Mahdia, CycleTypes.Ballot, new { title = "Laquelle ?", choices = shown, most = "1" });
        Say(trio, trio.Barcelona, CycleTypes.Choose, new { of = ballot, choices = new[] { shown[0] } });
        Say(trio, trio.SidiBouzid, CycleTypes.Choose, new { of = ballot, choices = new[] { shown[1] }, @for = trio.Kasserine });

        // Two of four voices.
        Assert.Equal((GroupStage.Voted, GroupWait.Vote, 0), In(trio));
        Assert.Equal(new[] { trio.Mahdia.Actor, trio.SidiBouzid.Actor }.Order(StringComparer.Ordinal), Of(trio)[0].On.Order(StringComparer.Ordinal));
        Say(trio, trio.Mahdia, CycleTypes.Choose, new { of = ballot, choices = new[] { shown[0] } });
        Assert.Equal((GroupStage.Voted, GroupWait.Count, 0), In(trio));
        Say(trio, trio.SidiBouzid, CycleTypes.Choose, new { of = ballot, choices = new[] { shown[1] } });

        // All stand equal: nobody can count that.
        Assert.Equal((GroupStage.Voted, GroupWait.Ballot, 0), In(trio));
        Assert.Equal([trio.Mahdia.Actor], Of(trio)[0].On);
        Say(trio, trio.Mahdia, CycleTypes.Choose, new { of = ballot, choices = new[] { shown[1] } });
        Say(trio, trio.Mahdia, CycleTypes.Count, new { of = ballot, chosen = new[] { shown[1] } });
        Assert.Equal((GroupStage.Voted, GroupWait.Experiment, 0), In(trio));

        // With another topic all are asked anew; what was counted stays so.
        At(trio, 5);
        Say(trio, trio.Mahdia, CycleTypes.Group, new { of = group.Thing.Id, title = "Autrement" });
        Assert.Equal((GroupStage.Asked, GroupWait.Answer, 5), In(trio));
        var anew = trio.Cycle.Groups.Single();
        Answer(trio, trio.SidiBouzid, anew, "yes", trio.Kasserine);
        Answer(trio, trio.Barcelona, anew, "yes");
        Assert.Equal((GroupStage.Voted, GroupWait.Experiment, 5), In(trio));
    }

    [Fact]
    public void A_trial_waits_since_its_day_and_before_that_day_it_stands_behind_what_waits()
    {
        using var trio = new LearningTrio(withGuest: true);
        Agreed(trio);
        At(trio, 2);
        Say(trio, trio.Barcelona, CycleTypes.Experiment, new { title = "Essai", status = "doing", due = "2027-03-08" });
        At(trio, 4);
        trio.Group("Plus tard", trio.Mahdia.Actor, trio.SidiBouzid.Actor);
        Assert.Equal(["Plus tard", "Femmes rurales"], Of(trio).Select(each => each.Group.Thing["title"]));
        Assert.Equal([false, true], Of(trio).Select(each => each.IsNotYetDue));
        At(trio, 20);
        Assert.Equal([("Plus tard", Voice.Day.AddDays(4)), ("Femmes rurales", new(2027, 3, 9, 0, 0, 0, TimeSpan.Zero))], Of(trio).Select(each => (each.Group.Thing["title"], each.Since)));
        Assert.All(Of(trio), each => Assert.False(each.IsNotYetDue));
    }

    [Fact]
    public void A_clock_that_is_wrong_makes_nothing_wait_since_before_it_was_asked_or_since_it_came_here()
    {
        using var trio = new LearningTrio();
        At(trio, 1);
        Say(trio, trio.Mahdia, CycleTypes.Challenge, new { title = "Apprendre" });
        trio.Mahdia.Now = DateTimeOffset.UnixEpoch;
        trio.Group("A", trio.Mahdia.Actor, trio.SidiBouzid.Actor);
        Assert.Equal(Voice.Day.AddDays(1), Of(trio)[0].Since);
        trio.Mahdia.Now = new(2099, 1, 1, 0, 0, 0, TimeSpan.Zero);
        trio.Group("B", trio.Mahdia.Actor, trio.Barcelona.Actor);
        Assert.Equal([("A", Voice.Day.AddDays(1)), ("B", Arrival)], Of(trio).Select(each => (each.Group.Thing["title"], each.Since)));
    }

    [Fact]
    public void Who_left_and_is_invited_again_is_waited_for()
    {
        using var trio = new LearningTrio(withGuest: true);
        Agreed(trio);
        At(trio, 2);
        trio.SidiBouzid.Say(EventTypes.Leave, new { });
        trio.Meet();
        Assert.Equal((GroupStage.Gone, GroupWait.Regroup, 2), In(trio));
        At(trio, 3);
        Say(trio, trio.Mahdia, EventTypes.Invite, new { partners = new[] { new { actor = trio.SidiBouzid.Actor, role = PartnerRoles.Partner } } });
        Assert.Equal((GroupStage.Asked, GroupWait.Answer, 3), In(trio));
        Assert.Equal((trio.Kasserine, 1), (Assert.Single(Of(trio)[0].On), Of(trio)[0].Agreed));
        Say(trio, trio.SidiBouzid, EventTypes.Join, new { terms = trio.SidiBouzid.State.TermsHash });
        Assert.Equal(GroupStage.Study, Of(trio)[0].Stage);
    }
}

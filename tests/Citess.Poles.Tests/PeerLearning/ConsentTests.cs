using Citess.Poles.Collaborations.Log;
using Xunit;

namespace Citess.Poles.Tests.PeerLearning;

public sealed class ConsentTests
{
    [Fact]
    public void A_group_stands_only_when_each_of_its_members_said_so_itself()
    {
        using var trio = new LearningTrio();
        var group = trio.Group("Commerce local", trio.Mahdia.Actor, trio.Barcelona.Actor);
        Assert.False(group.Stands);
        Assert.Null(trio.Mahdia.ReasonOf(trio.Mahdia.Say(CycleTypes.Consent, new { of = group.Thing.Id, seal = group.Seal, answer = "yes" })));
        Assert.False(Assert.Single(trio.Cycle.Groups).Stands);
        trio.Meet();
        Assert.Null(trio.Barcelona.ReasonOf(trio.Barcelona.Say(CycleTypes.Consent, new { of = group.Thing.Id, seal = group.Seal, answer = "yes" })));
        trio.Meet();
        Assert.All(trio.All, each => Assert.True(Assert.Single(LearningTrio.CycleOf(each).Groups).Stands));
    }

    [Fact]
    public void Nobody_consents_to_a_group_that_it_is_not_in_and_the_host_cannot_say_it_for_others()
    {
        using var trio = new LearningTrio();
        var group = trio.Group("Commerce local", trio.Mahdia.Actor, trio.Barcelona.Actor);
        Assert.Equal(Reasons.NoSuchThing, trio.SidiBouzid.ReasonOf(trio.SidiBouzid.Say(CycleTypes.Consent, new { of = group.Thing.Id, seal = group.Seal, answer = "yes" })));
        Assert.Equal(Reasons.NoSuchThing, trio.Mahdia.ReasonOf(trio.Mahdia.Say(CycleTypes.Consent, new { of = group.Thing.Id, seal = group.Seal, answer = "yes", @for = trio.Barcelona.Actor })));
        Assert.Null(Assert.Single(trio.Cycle.Groups).WordOf(trio.Barcelona.Actor));
    }

    [Fact]
    public void When_the_members_or_the_topic_change_all_are_asked_anew()
    {
        using var trio = new LearningTrio();
        var group = trio.Group("Commerce local", trio.Mahdia.Actor, trio.Barcelona.Actor);
        trio.Barcelona.Say(CycleTypes.Consent, new { of = group.Thing.Id, seal = group.Seal, answer = "yes" });
        trio.Meet();
        trio.Mahdia.Say(CycleTypes.Consent, new { of = group.Thing.Id, seal = group.Seal, answer = "yes" });
        Assert.True(Assert.Single(trio.Cycle.Groups).Stands);

        trio.Mahdia.Say(CycleTypes.Group, new { of = group.Thing.Id, members = new[] { trio.Mahdia.Actor, trio.Barcelona.Actor, trio.SidiBouzid.Actor } });
        trio.Meet();
        Assert.All(trio.Cycle.Groups[0].Members, member => Assert.Null(trio.Cycle.Groups[0].WordOf(member)));
        var late = trio.Barcelona.Say(CycleTypes.Consent, new { of = group.Thing.Id, seal = group.Seal, answer = "yes" });
        Assert.Equal(Reasons.OtherTerms, trio.Barcelona.ReasonOf(late));
    }

    [Fact]
    public void A_consent_that_was_on_its_way_while_the_group_was_edited_is_for_the_group_as_it_was()
    {
        using var trio = new LearningTrio();
        var group = trio.Group("Commerce local", trio.Mahdia.Actor, trio.Barcelona.Actor);
        trio.Mahdia.Say(CycleTypes.Group, new { of = group.Thing.Id, title = "Marchés locaux" });
        var meanwhile = trio.Barcelona.Say(CycleTypes.Consent, new { of = group.Thing.Id, seal = group.Seal, answer = "yes" });
        trio.Meet();
        Assert.Null(trio.Mahdia.ReasonOf(meanwhile));
        Assert.Null(trio.Cycle.Groups[0].WordOf(trio.Barcelona.Actor));
    }

    [Fact]
    public void A_member_that_declines_or_takes_its_word_back_is_in_no_group()
    {
        using var trio = new LearningTrio();
        var group = trio.Group("Commerce local", trio.Mahdia.Actor, trio.Barcelona.Actor);
        trio.Mahdia.Say(CycleTypes.Consent, new { of = group.Thing.Id, seal = group.Seal, answer = "yes" });
        trio.Barcelona.Say(CycleTypes.Consent, new { of = group.Thing.Id, seal = group.Seal, answer = "yes" });
        trio.Barcelona.Say(CycleTypes.Consent, new { of = group.Thing.Id, seal = group.Seal, answer = "no", why = "Pas le temps.", language = "fr" });
        trio.Meet();
        Assert.All(trio.All, each => Assert.Equal((false, false), (LearningTrio.CycleOf(each).Groups[0].Stands, LearningTrio.CycleOf(each).Groups[0].WordOf(trio.Barcelona.Actor))));
    }

    [Fact]
    public void Groups_are_of_two_to_four_made_by_the_host_of_whoever_takes_part_and_each_is_in_two_at_most()
    {
        using var trio = new LearningTrio();
        Assert.Equal(Reasons.NotHost, trio.Barcelona.ReasonOf(trio.Barcelona.Say(CycleTypes.Group, new { title = "x", members = new[] { trio.Mahdia.Actor, trio.Barcelona.Actor } })));
        Assert.Equal(Reasons.Form, trio.Mahdia.ReasonOf(trio.Mahdia.Say(CycleTypes.Group, new { title = "x", members = new[] { trio.Mahdia.Actor } })));
        Assert.Equal(Reasons.NoSuchThing, trio.Mahdia.ReasonOf(trio.Mahdia.Say(CycleTypes.Group, new { title = "x", members = new[] { trio.Mahdia.Actor, "https://lyon.example/pole/1" } })));
        var first = trio.Group("Un", trio.Mahdia.Actor, trio.Barcelona.Actor);
        trio.Group("Deux", trio.Mahdia.Actor, trio.SidiBouzid.Actor);
        Assert.Equal(Reasons.TooManyGroups, trio.Mahdia.ReasonOf(trio.Mahdia.Say(CycleTypes.Group, new { title = "Trois", members = new[] { trio.Mahdia.Actor, trio.SidiBouzid.Actor } })));
        Assert.Null(trio.Mahdia.ReasonOf(trio.Mahdia.Say(CycleTypes.Group, new { of = first.Thing.Id, status = "dropped" })));
        Assert.Null(trio.Mahdia.ReasonOf(trio.Mahdia.Say(CycleTypes.Group, new { title = "Trois", members = new[] { trio.Mahdia.Actor, trio.SidiBouzid.Actor } })));
        Assert.Equal(Reasons.TooManyGroups, trio.Mahdia.ReasonOf(trio.Mahdia.Say(CycleTypes.Group, new { of = first.Thing.Id, status = "open" })));
    }

    [Fact]
    public void What_one_wrote_another_does_not_change()
    {
        using var trio = new LearningTrio();
        var offer = trio.Barcelona.Say(CycleTypes.Offer, new { title = "Vingt ans de coopératives", concepts = new[] { "co-operatives" } });
        trio.Meet();
        Assert.Equal(Reasons.NotYours, trio.Mahdia.ReasonOf(trio.Mahdia.Say(CycleTypes.Offer, new { of = offer.Hash, title = "Rien" })));
        Assert.Null(trio.Barcelona.ReasonOf(trio.Barcelona.Say(CycleTypes.Offer, new { of = offer.Hash, title = "Trente ans de coopératives" })));
    }

    [Fact]
    public void In_an_ordinary_collaboration_none_of_this_is_known_as_before()
    {
        using var trio = new Collaborations.Log.Trio();
        Assert.Equal(Reasons.Unknown, trio.Mahdia.ReasonOf(trio.Mahdia.Say(CycleTypes.Challenge, new { title = "x" })));
        Assert.Equal(Reasons.Unknown, trio.Barcelona.ReasonOf(trio.Barcelona.Say(CycleTypes.Cycle, new { of = trio.Begun.Hash, phase = "vote" })));
        Assert.Equal(Reasons.Unknown, trio.Barcelona.ReasonOf(trio.Barcelona.Say(CycleTypes.Guest, new { name = "x", at = trio.Mahdia.Actor })));
        Assert.DoesNotContain(trio.Mahdia.State.Things, thing => thing.Type == CycleTypes.Cycle);
    }
}

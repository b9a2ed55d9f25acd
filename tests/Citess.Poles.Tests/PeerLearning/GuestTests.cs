using Citess.Poles.Collaborations.Log;
using Citess.Poles.PeerLearning;
using Xunit;

namespace Citess.Poles.Tests.PeerLearning;

public sealed class GuestTests
{
    [Fact]
    public void A_guest_has_a_voice_of_its_own_once_it_agreed_to_the_terms_through_its_pole()
    {
        using var trio = new LearningTrio(withGuest: true);
        Assert.Equal(4, trio.Cycle.Joined.Count());
        Assert.Equal(("Kasserine", trio.SidiBouzid.Actor, "TN-42"), (trio.Cycle.VoiceOf(trio.Kasserine)!.Name, trio.Cycle.VoiceOf(trio.Kasserine)!.At, trio.Cycle.VoiceOf(trio.Kasserine)!.Territory));
        var offer = trio.SidiBouzid.Say(CycleTypes.Offer, new { title = "Une coopérative de femmes", @for = trio.Kasserine });
        trio.Meet();
        Assert.All(trio.All, each => Assert.Equal((trio.Kasserine, trio.SidiBouzid.Actor), (LearningTrio.CycleOf(each).Find(offer.Hash)!.Speaker, LearningTrio.CycleOf(each).Find(offer.Hash)!.Author)));
    }

    [Fact]
    public void Only_its_own_pole_speaks_for_a_guest()
    {
        using var trio = new LearningTrio(withGuest: true);
        Assert.Equal(Reasons.NotItsGuest, trio.Mahdia.ReasonOf(trio.Mahdia.Say(CycleTypes.Offer, new { title = "x", @for = trio.Kasserine })));
        Assert.Equal(Reasons.NoSuchThing, trio.SidiBouzid.ReasonOf(trio.SidiBouzid.Say(CycleTypes.Offer, new { title = "x", @for = trio.Begun.Hash })));
        Assert.Equal(Reasons.Form, trio.SidiBouzid.ReasonOf(trio.SidiBouzid.Say(EventTypes.Task, new { title = "x", @for = trio.Kasserine })));
        Assert.Equal(Reasons.NotHost, trio.SidiBouzid.ReasonOf(trio.SidiBouzid.Say(CycleTypes.Guest, new { name = "Gafsa", at = trio.SidiBouzid.Actor })));
    }

    [Fact]
    public void A_guest_that_has_not_joined_or_has_left_says_nothing_and_is_in_no_group()
    {
        using var trio = new LearningTrio();
        var guest = trio.Mahdia.Say(CycleTypes.Guest, new { name = "Kasserine", at = trio.SidiBouzid.Actor }).Hash;
        trio.Meet();
        Assert.Equal(Reasons.NotPartner, trio.SidiBouzid.ReasonOf(trio.SidiBouzid.Say(CycleTypes.Want, new { title = "x", @for = guest })));
        Assert.Equal(Reasons.NoSuchThing, trio.Mahdia.ReasonOf(trio.Mahdia.Say(CycleTypes.Group, new { title = "x", members = new[] { guest, trio.Mahdia.Actor } })));
        Assert.Equal(Reasons.OtherTerms, trio.SidiBouzid.ReasonOf(trio.SidiBouzid.Say(EventTypes.Join, new { terms = Clauses.HashOf("autre"), @for = guest })));
        Assert.Null(trio.SidiBouzid.ReasonOf(trio.SidiBouzid.Say(EventTypes.Join, new { terms = trio.SidiBouzid.State.TermsHash, @for = guest })));
        Assert.Null(trio.SidiBouzid.ReasonOf(trio.SidiBouzid.Say(EventTypes.Leave, new { why = "Fini.", @for = guest })));
        Assert.Equal(Reasons.NotPartner, trio.SidiBouzid.ReasonOf(trio.SidiBouzid.Say(CycleTypes.Want, new { title = "x", @for = guest })));
        Assert.Equal(Taking.Joined, trio.SidiBouzid.State.Membership[trio.SidiBouzid.Actor]!.Taking);
    }

    [Fact]
    public void The_guest_consents_and_votes_beside_its_pole_and_neither_for_the_other()
    {
        using var trio = new LearningTrio(withGuest: true);
        var group = trio.Group("Femmes rurales", trio.Kasserine, trio.Barcelona.Actor);
        Assert.Equal(Reasons.NoSuchThing, trio.SidiBouzid.ReasonOf(trio.SidiBouzid.Say(CycleTypes.Consent, new { of = group.Thing.Id, seal = group.Seal, answer = "yes" })));
        trio.SidiBouzid.Say(CycleTypes.Consent, new { of = group.Thing.Id, seal = group.Seal, answer = "yes", @for = trio.Kasserine });
        trio.Barcelona.Say(CycleTypes.Consent, new { of = group.Thing.Id, seal = group.Seal, answer = "yes" });
        string[] shown = [trio.SidiBouzid.Say(CycleTypes.Showcase, new { title = "A", @for = trio.Kasserine }).Hash, trio.SidiBouzid.Say(CycleTypes.Showcase, new { title = "B" }).Hash];
        trio.Meet();
        var ballot = trio.Mahdia.Say(CycleTypes.Ballot, new { title = "Laquelle ?", choices = shown, most = "1" }).Hash;
        trio.Meet();
        trio.SidiBouzid.Say(CycleTypes.Choose, new { of = ballot, choices = new[] { shown[1] } });
        trio.SidiBouzid.Say(CycleTypes.Choose, new { of = ballot, choices = new[] { shown[0] }, @for = trio.Kasserine });
        trio.Barcelona.Say(CycleTypes.Choose, new { of = ballot, choices = new[] { shown[0] } });
        trio.Meet();
        Assert.True(trio.Cycle.Groups[0].Stands);
        Assert.Equal([(shown[0], 2), (shown[1], 1)], trio.Cycle.Votes[0].Tally.Lines.Select(line => (line.Choice, line.Votes)));
        Assert.Null(trio.Mahdia.ReasonOf(trio.Mahdia.Say(CycleTypes.Count, new { of = ballot, chosen = new[] { shown[0] } })));
    }

    [Fact]
    public void When_its_pole_leaves_a_guest_has_no_vote_any_more()
    {
        using var trio = new LearningTrio(withGuest: true);
        trio.SidiBouzid.Say(EventTypes.Leave, new { });
        trio.Meet();
        Assert.Equal(2, trio.Cycle.Joined.Count());
        Assert.DoesNotContain(trio.Kasserine, trio.Mahdia.State.Membership.Voices);
        Assert.Equal(Reasons.NotPartner, trio.SidiBouzid.ReasonOf(trio.SidiBouzid.Say(CycleTypes.Want, new { title = "x", @for = trio.Kasserine })));
    }

    [Fact]
    public void Whoever_is_invited_is_told_to_join_and_a_member_what_it_is_waited_for()
    {
        using var trio = new LearningTrio(withGuest: true);
        Assert.Equal(["offer", "want"], NextStep.Of(trio.Cycle, trio.Kasserine, isHost: false).Select(step => step.Key));
        trio.Group("Femmes rurales", trio.Kasserine, trio.Barcelona.Actor);
        Assert.Equal("consent", NextStep.Of(trio.Cycle, trio.Kasserine, isHost: false)[0].Key);
        Assert.Equal(["offer", "want", "move"], NextStep.Of(trio.Cycle, trio.Mahdia.Actor, isHost: true).Select(step => step.Key));
        trio.Mahdia.Say(CycleTypes.Cycle, new { of = trio.Begun.Hash, phase = "groups" });
        Assert.DoesNotContain("move", NextStep.Of(trio.Cycle, trio.Mahdia.Actor, isHost: true).Select(step => step.Key));
        var second = trio.Mahdia.Say(CycleTypes.Guest, new { name = "Gafsa", at = trio.SidiBouzid.Actor }).Hash;
        Assert.Equal(["join"], NextStep.Of(trio.Cycle, second, isHost: false).Select(step => step.Key));
    }
}

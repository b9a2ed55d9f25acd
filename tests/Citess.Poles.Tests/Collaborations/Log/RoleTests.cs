using Citess.Poles.Collaborations.Log;
using Xunit;

namespace Citess.Poles.Tests.Collaborations.Log;

public sealed class RoleTests
{
    [Fact]
    public void Nobody_joins_who_was_not_invited_and_nobody_says_anything_before_joining()
    {
        using var trio = new Trio();
        using var mallory = new Voice("mallory.example");
        mallory.Hear(trio.Mahdia);
        Assert.Equal(Reasons.NotInvited, mallory.ReasonOf(mallory.Join()));
        Assert.Equal(Reasons.NotInvited, mallory.ReasonOf(mallory.Say(EventTypes.Task, new { title = "x" })));

        trio.Mahdia.Say(EventTypes.Invite, new { partners = new[] { new { actor = mallory.Actor, role = PartnerRoles.Observer } } });
        mallory.Hear(trio.Mahdia);
        Assert.Equal(Reasons.NotPartner, mallory.ReasonOf(mallory.Say(EventTypes.Task, new { title = "x" })));
        Assert.Equal(Reasons.OtherTerms, mallory.ReasonOf(mallory.Say(EventTypes.Join, new { terms = Clauses.HashOf("autre chose") })));
        Assert.Null(mallory.ReasonOf(mallory.Join()));
        Assert.Equal(Reasons.Observer, mallory.ReasonOf(mallory.Say(EventTypes.Task, new { title = "x" })));
        Assert.Equal(Reasons.OtherRole, mallory.ReasonOf(mallory.Say(EventTypes.Task, new { title = "x" }, PartnerRoles.Host)));
    }

    [Fact]
    public void The_host_alone_invites_and_closes_unless_it_was_said_otherwise()
    {
        var invitation = new { partners = new[] { new { actor = "https://lyon.example/pole/1", role = PartnerRoles.Partner } } };
        using var trio = new Trio();
        Assert.Equal(Reasons.NotHost, trio.Barcelona.ReasonOf(trio.Barcelona.Say(EventTypes.Invite, invitation)));
        Assert.Equal(Reasons.NotHost, trio.Barcelona.ReasonOf(trio.Barcelona.Say(EventTypes.Close, new { evaluation = "" })));
        using var open = new Trio("partners");
        Assert.Null(open.Barcelona.ReasonOf(open.Barcelona.Say(EventTypes.Invite, invitation)));
    }

    [Fact]
    public void Whoever_left_is_not_heard_any_more_and_the_host_does_not_leave()
    {
        using var trio = new Trio();
        Assert.Null(trio.Barcelona.ReasonOf(trio.Barcelona.Say(EventTypes.Leave, new { why = "Plus de moyens.", language = "fr" })));
        Assert.Equal(Reasons.NotPartner, trio.Barcelona.ReasonOf(trio.Barcelona.Say(EventTypes.Task, new { title = "x" })));
        Assert.Equal(Reasons.HostStays, trio.Mahdia.ReasonOf(trio.Mahdia.Say(EventTypes.Leave, new { })));
    }

    [Fact]
    public void When_the_host_is_gone_more_than_half_of_the_others_make_another_host()
    {
        using var trio = new Trio();
        using var lyon = new Voice("lyon.example");
        trio.Mahdia.Say(EventTypes.Invite, new { partners = new[] { new { actor = lyon.Actor, role = PartnerRoles.Partner } } });
        lyon.Hear(trio.Mahdia);
        lyon.Join();
        Voice.Meet([.. trio.All, lyon]);

        // From here on nothing of Mahdia is heard. One of three others is not enough, two are.
        var proposal = trio.SidiBouzid.Say(EventTypes.HandOver, new { to = trio.SidiBouzid.Actor, why = "Mahdia ne répond plus.", language = "fr" });
        Assert.Equal(trio.Mahdia.Actor, trio.SidiBouzid.State.Membership.Host);
        Assert.Equal(Reasons.NotHost, trio.SidiBouzid.ReasonOf(trio.SidiBouzid.Say(EventTypes.Close, new { evaluation = "" })));
        lyon.Hear(trio.SidiBouzid);
        lyon.Say(EventTypes.Agree, new { of = proposal.Hash });
        Voice.Meet(trio.SidiBouzid, trio.Barcelona, lyon);
        Assert.All([trio.SidiBouzid, trio.Barcelona, lyon], each => Assert.Equal(trio.SidiBouzid.Actor, each.State.Membership.Host));
        Assert.Equal(trio.Begun.Hash, trio.Barcelona.State.Id);
        Assert.Null(trio.SidiBouzid.ReasonOf(trio.SidiBouzid.Say(EventTypes.Close, new { evaluation = "Sans Mahdia." })));
    }

    [Fact]
    public void The_next_host_must_want_to_be_it()
    {
        using var trio = new Trio();
        var proposal = trio.Mahdia.Say(EventTypes.HandOver, new { to = trio.Barcelona.Actor });
        trio.Meet();
        trio.SidiBouzid.Say(EventTypes.Agree, new { of = proposal.Hash });
        trio.Meet();
        Assert.Equal(trio.Mahdia.Actor, trio.Mahdia.State.Membership.Host);
        trio.Barcelona.Say(EventTypes.Agree, new { of = proposal.Hash });
        trio.Meet();
        Assert.All(trio.All, each => Assert.Equal(trio.Barcelona.Actor, each.State.Membership.Host));
    }
}

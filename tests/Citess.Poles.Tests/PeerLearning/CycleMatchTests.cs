using Citess.Poles.Collaborations.Log;
using Citess.Poles.Kernel.Vocabularies;
using Citess.Poles.PeerLearning;
using Xunit;

namespace Citess.Poles.Tests.PeerLearning;

public sealed class CycleMatchTests
{
    private static readonly string[] Concepts = [.. Thesaurus.Built.All.Where(concept => !concept.Broader.IsEmpty).Select(concept => concept.Code).Take(2)];

    [Fact]
    public void Groups_come_out_of_what_stands_in_the_log_and_every_pole_is_proposed_the_same()
    {
        using var trio = new LearningTrio(withGuest: true);
        trio.Barcelona.Say(CycleTypes.Offer, new { title = "Vingt ans d’expérience", concepts = Concepts[..1], language = "fr" });
        var want = trio.SidiBouzid.Say(CycleTypes.Want, new { title = "Comment commencer", concepts = Concepts[..1], language = "fr", @for = trio.Kasserine });
        trio.Meet();
        var proposals = trio.All.Select(each => CycleMatch.Of(LearningTrio.CycleOf(each)).Propose()).ToList();
        Assert.All(proposals, each => Assert.Equal([.. new[] { trio.Barcelona.Actor, trio.Kasserine }.Order(StringComparer.Ordinal)], Assert.Single(Assert.Single(each).Groups).Members));
        var group = proposals[0][0].Groups[0];
        var help = Assert.Single(group.Helps);
        Assert.Equal((want.Hash, trio.Kasserine, trio.Barcelona.Actor), (CycleMatch.ThingOf(help.Need), CycleMatch.VoiceOf(help.Need), help.By));
        Assert.Equal(Concepts[0], Assert.Single(CycleMatch.Of(trio.Cycle).Explain(help)!.Paths).Wanted);
        Assert.All(group.WhatIfs, whatIf => Assert.False(whatIf.StillStands));
    }

    [Fact]
    public void A_challenge_is_a_little_want_of_all_and_what_was_removed_is_none()
    {
        using var trio = new LearningTrio();
        trio.Barcelona.Say(CycleTypes.Offer, new { title = "Vingt ans d’expérience", concepts = Concepts[..1] });
        var challenge = trio.Mahdia.Say(CycleTypes.Challenge, new { title = "Le chômage des jeunes", concepts = Concepts[..1] });
        trio.Meet();
        Assert.Equal([trio.Mahdia.Actor, trio.SidiBouzid.Actor], CycleMatch.Of(trio.Cycle).Propose().SelectMany(way => way.Groups).SelectMany(group => group.Helps).Select(help => help.Pole).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        trio.Mahdia.Say(CycleTypes.Challenge, new { of = challenge.Hash, status = "removed" });
        Assert.Empty(CycleMatch.Of(trio.Cycle).Propose());
    }

    [Fact]
    public void What_the_coordinator_makes_is_read_with_reasons_and_with_what_would_change()
    {
        using var trio = new LearningTrio();
        trio.Barcelona.Say(CycleTypes.Offer, new { title = "Un", concepts = Concepts[..1] });
        trio.Mahdia.Say(CycleTypes.Want, new { title = "Deux", concepts = Concepts[..1] });
        trio.Meet();
        var match = CycleMatch.Of(trio.Cycle);
        var apart = match.Read([[trio.Mahdia.Actor, trio.SidiBouzid.Actor]]);
        Assert.Empty(Assert.Single(apart.Groups).Helps);
        Assert.Single(apart.Uncovered);
        var together = match.Read([[trio.Mahdia.Actor, trio.SidiBouzid.Actor, trio.Barcelona.Actor]]);
        Assert.Empty(together.Uncovered);
        Assert.Equal([trio.Barcelona.Actor], Assert.Single(together.Groups).WhatIfs.Where(whatIf => !whatIf.Lost.IsEmpty).Select(whatIf => whatIf.Member));
        Assert.Empty(match.Read([["https://nobody.example/pole/1", trio.Mahdia.Actor]]).Groups);
    }
}

using Citess.Poles.Collaborations.Log;
using Xunit;

namespace Citess.Poles.Tests.Collaborations.Log;

public sealed class ConflictTests
{
    [Fact]
    public void Two_decisions_on_one_question_are_shown_both_until_somebody_who_saw_both_decides()
    {
        using var trio = new Trio();
        var question = trio.Mahdia.Say(EventTypes.Propose, new { title = "Où ?", options = new[] { "Mahdia", "Barcelone" }, rule = "partner" });
        trio.Meet();
        var one = trio.SidiBouzid.Say(EventTypes.Decide, new { of = question.Hash, option = "Mahdia" });
        var other = trio.Barcelona.Say(EventTypes.Decide, new { of = question.Hash, option = "Barcelone" });
        trio.Meet();
        Assert.All(trio.All, each =>
        {
            var decision = Assert.Single(each.State.Conflicts).Fields["decision"];
            Assert.Equal(new[] { one.Hash, other.Hash }.Order(StringComparer.Ordinal), decision.Versions.Select(version => version.Event));
        });

        trio.Mahdia.Say(EventTypes.Decide, new { of = question.Hash, option = "Mahdia" });
        trio.Meet();
        Assert.All(trio.All, each => Assert.Empty(each.State.Conflicts));
        Assert.All(trio.All, each => Assert.Equal("Mahdia", Assert.Single(each.State.Of(EventTypes.Propose))["decision"]));
    }

    [Fact]
    public void Two_edits_of_one_field_stand_beside_each_other_and_two_of_different_fields_do_not_disturb()
    {
        using var trio = new Trio();
        var task = trio.Mahdia.Say(EventTypes.Task, new { title = "Devis", status = "open" });
        trio.Meet();
        trio.SidiBouzid.Say(EventTypes.Task, new { of = task.Hash, status = "done" });
        trio.Barcelona.Say(EventTypes.Task, new { of = task.Hash, status = "dropped", due = "2027-05-01" });
        trio.Meet();
        var held = Assert.Single(trio.Mahdia.State.Of(EventTypes.Task));
        Assert.Equal(["done", "dropped"], held.Fields["status"].Versions.Select(version => version.Text).Order(StringComparer.Ordinal));
        Assert.False(held.Fields["due"].IsConflict);
        Assert.Equal("Devis", held["title"]);
    }

    [Fact]
    public void The_same_said_twice_is_no_conflict()
    {
        using var trio = new Trio();
        var task = trio.Mahdia.Say(EventTypes.Task, new { title = "Devis" });
        trio.Meet();
        trio.SidiBouzid.Say(EventTypes.Task, new { of = task.Hash, status = "done" });
        trio.Barcelona.Say(EventTypes.Task, new { of = task.Hash, status = "done" });
        trio.Meet();
        Assert.Empty(trio.Mahdia.State.Conflicts);
    }

    [Fact]
    public void A_decision_needs_more_than_half_of_the_votes_and_a_pole_has_one()
    {
        using var trio = new Trio();
        var question = trio.Mahdia.Say(EventTypes.Propose, new { title = "Où ?", options = new[] { "Mahdia", "Barcelone" } });
        trio.Mahdia.Say(EventTypes.Vote, new { of = question.Hash, option = "Mahdia" });
        trio.Mahdia.Say(EventTypes.Vote, new { of = question.Hash, option = "Mahdia" });
        var early = trio.Mahdia.Say(EventTypes.Decide, new { of = question.Hash, option = "Mahdia" });
        Assert.Equal(Reasons.NoMajority, trio.Mahdia.ReasonOf(early));

        trio.Meet();
        trio.Barcelona.Say(EventTypes.Vote, new { of = question.Hash, option = "Mahdia" });
        trio.Meet();
        var late = trio.SidiBouzid.Say(EventTypes.Decide, new { of = question.Hash, option = "Mahdia" });
        Assert.Null(trio.SidiBouzid.ReasonOf(late));
        var changed = trio.SidiBouzid.Say(EventTypes.Propose, new { of = question.Hash, rule = "partner" });
        Assert.Equal(Reasons.Form, trio.SidiBouzid.ReasonOf(changed));
    }

    [Fact]
    public void Other_words_of_a_clause_void_the_signatures_under_that_clause_alone()
    {
        using var trio = new Trio(clauses: ["Chaque pôle a une voix.", "Les recettes sont partagées."]);
        trio.SidiBouzid.Say(EventTypes.Sign, new { clauses = trio.SidiBouzid.State.Clauses.Select(Clauses.HashOf) });
        trio.Meet();
        var clauses = trio.Mahdia.State.Of(EventTypes.Terms).ToList();
        Assert.All(clauses, clause => Assert.Equal([trio.SidiBouzid.Actor], clause.Signed));

        trio.Mahdia.Say(EventTypes.Terms, new { of = clauses[1].Id, text = "Les recettes restent dans l’huilerie." });
        trio.Meet();
        clauses = [.. trio.Barcelona.State.Of(EventTypes.Terms)];
        Assert.Equal([trio.SidiBouzid.Actor], clauses[0].Signed);
        Assert.Empty(clauses[1].Signed);

        var old = trio.Barcelona.Say(EventTypes.Sign, new { clauses = new[] { Clauses.HashOf("Les recettes sont partagées.") } });
        Assert.Equal(Reasons.OtherTerms, trio.Barcelona.ReasonOf(old));
    }
}

using System.Collections.Immutable;
using Citess.ActivityPub.Logs;
using Citess.Poles.Collaborations;
using Citess.Poles.Collaborations.Log;
using Citess.Poles.Coordination;
using Citess.Poles.Tests.Collaborations.Log;
using Xunit;

namespace Citess.Poles.Tests.Coordination;

public sealed class CollaborationHealthTests
{
    [Fact]
    public void What_waits_is_named_with_its_day_the_longest_first_and_what_is_done_waits_for_nobody()
    {
        using var trio = new Trio();
        using var sfax = new Voice("sfax.example");
        trio.Mahdia.Say(EventTypes.Invite, new { partners = new[] { new { actor = sfax.Actor, role = PartnerRoles.Partner } } });
        trio.Mahdia.Say(EventTypes.Propose, new { title = "Où ?", options = new[] { "Mahdia", "Barcelone" } });
        trio.Mahdia.Say(EventTypes.Task, new { title = "Demander un devis", due = "2027-02-01", status = "open", language = "fr" });
        trio.Mahdia.Say(EventTypes.Task, new { title = "Acheter", due = "2027-02-01", status = "done", language = "fr" });
        trio.Mahdia.Say(EventTypes.Milestone, new { title = "Récolte", due = "2027-11-01", status = "open", language = "fr" });
        var health = CollaborationHealth.Of(Held(trio.Mahdia), trio.Mahdia.Actor, Voice.Day.AddDays(1))!;
        Assert.Equal(
            [(WaitingFor.Work, "Demander un devis"), (WaitingFor.Answer, sfax.Actor), (WaitingFor.Decision, "Où ?")],
            health.Waits.Select(wait => (wait.For, wait.Of)));
        Assert.Equal(new DateTimeOffset(2027, 2, 2, 0, 0, 0, TimeSpan.Zero), health.Waits[0].Since);
        Assert.Equal((Voice.Day, trio.Mahdia.Actor), (health.LastWord, health.LastBy));
    }

    [Fact]
    public void Long_silence_is_said_and_so_is_a_choice_that_nobody_made()
    {
        using var trio = new Trio();
        var question = trio.Mahdia.Say(EventTypes.Propose, new { title = "Où ?", options = new[] { "Mahdia", "Barcelone" }, rule = "partner" });
        trio.Meet();
        trio.Mahdia.Say(EventTypes.Decide, new { of = question.Hash, option = "Mahdia" });
        trio.Barcelona.Say(EventTypes.Decide, new { of = question.Hash, option = "Barcelone" });
        trio.Meet();
        Assert.Equal([WaitingFor.Choice], Of(trio.Mahdia, days: 29).Waits.Select(wait => wait.For));
        Assert.Equal([WaitingFor.Choice, WaitingFor.Word], Of(trio.Mahdia, days: 31).Waits.Select(wait => wait.For).Order());
    }

    [Fact]
    public void What_is_closed_or_of_others_is_not_looked_at()
    {
        using var trio = new Trio();
        using var sfax = new Voice("sfax.example");
        Assert.Null(CollaborationHealth.Of(Held(trio.Mahdia), sfax.Actor, Voice.Day));
        trio.Mahdia.Say(EventTypes.Close, new { evaluation = "Bien.", language = "fr" });
        Assert.Null(CollaborationHealth.Of(Held(trio.Mahdia), trio.Mahdia.Actor, Voice.Day));
    }

    private static CollaborationHealth Of(Voice voice, int days) => CollaborationHealth.Of(Held(voice), voice.Actor, Voice.Day.AddDays(days))!;

    private static HeldCollaboration Held(Voice voice) => new(
        voice.Log, voice.Held.ToImmutableDictionary(StringComparer.Ordinal), voice.Held.Keys.ToImmutableDictionary(hash => hash, _ => Voice.Day, StringComparer.Ordinal), [], 1);
}

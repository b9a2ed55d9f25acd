using System.Globalization;
using Citess.Poles.Collaborations.Log;
using Citess.Poles.Coordination;
using Citess.Poles.Kernel.Culture;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Tests.Cast;
using Citess.Poles.Tests.Components;
using Citess.Poles.Tests.PeerLearning;
using Xunit;
using static Citess.Poles.Tests.Coordination.LearningGroups;
using Shown = Citess.Poles.Kernel.Shown;
using Voice = Citess.Poles.Tests.Collaborations.Log.Voice;

namespace Citess.Poles.Tests.Coordination;

public sealed class GroupHealthTests
{
    [Fact]
    public void A_group_is_followed_from_the_question_to_what_was_learned()
    {
        using var trio = new LearningTrio(withGuest: true);
        var group = trio.Group("Femmes rurales", trio.Kasserine, trio.Barcelona.Actor);
        Assert.Equal((GroupStage.Asked, GroupWait.Answer, 0), In(trio));
        Assert.Equal([trio.Kasserine, trio.Barcelona.Actor], Of(trio)[0].On);

        At(trio, 2);
        Answer(trio, trio.Barcelona, group, "yes");
        Assert.Equal((GroupStage.Asked, GroupWait.Answer, 0), In(trio));
        Assert.Equal((1, trio.Kasserine, Voice.Day.AddDays(2)), (Of(trio)[0].Agreed, Assert.Single(Of(trio)[0].On), Of(trio)[0].LastLife));

        At(trio, 3);
        Answer(trio, trio.SidiBouzid, group, "no", trio.Kasserine);
        Assert.Equal((GroupStage.Declined, GroupWait.Regroup, 3), In(trio));
        Assert.Equal([trio.Mahdia.Actor], Of(trio)[0].On);

        At(trio, 4);
        Answer(trio, trio.SidiBouzid, group, "yes", trio.Kasserine);
        Assert.Equal((GroupStage.Study, GroupWait.Showcase, 4), In(trio));

        At(trio, 6);
        string[] shown = [Say(trio, trio.SidiBouzid, CycleTypes.Showcase, new { title = "A", @for = trio.Kasserine }), Say(trio, trio.SidiBouzid, CycleTypes.Showcase, new { title = "B" })];
        Assert.Equal((GroupStage.Showcase, GroupWait.Ballot, 6), In(trio));

        At(trio, 7);
        var ballot = Say(trio, trio.Mahdia, CycleTypes.Ballot, new { title = "Laquelle ?", choices = shown, most = "1" });
        Assert.Equal((GroupStage.Showcase, GroupWait.Vote, 7), In(trio));
        Say(trio, trio.Barcelona, CycleTypes.Choose, new { of = ballot, choices = new[] { shown[0] } });
        Assert.Equal([trio.Kasserine], Of(trio)[0].On);
        Say(trio, trio.SidiBouzid, CycleTypes.Choose, new { of = ballot, choices = new[] { shown[0] }, @for = trio.Kasserine });
        Say(trio, trio.SidiBouzid, CycleTypes.Choose, new { of = ballot, choices = new[] { shown[0] } });
        Assert.Equal((GroupStage.Voted, GroupWait.Count, 7), In(trio));
        At(trio, 8);
        Assert.Equal([trio.Mahdia.Actor], Of(trio)[0].On);
        Say(trio, trio.Mahdia, CycleTypes.Count, new { of = ballot, chosen = new[] { shown[0] } });
        Assert.Equal((GroupStage.Voted, GroupWait.Experiment, 8), In(trio));

        At(trio, 9);
        var tried = Say(trio, trio.Barcelona, CycleTypes.Experiment, new { title = "Essai", status = "doing", due = "2027-03-08" });
        Assert.Equal((GroupStage.Experiment, GroupWait.End), (Of(trio)[0].Stage, Of(trio)[0].Wait));
        Assert.Equal(new DateTimeOffset(2027, 3, 9, 0, 0, 0, TimeSpan.Zero), Of(trio)[0].Since);
        Say(trio, trio.Barcelona, CycleTypes.Experiment, new { of = tried, status = "done" });
        Assert.Equal((GroupStage.Result, GroupWait.Learned, 9), In(trio));
        Say(trio, trio.Barcelona, CycleTypes.Learned, new { title = "Appris", kind = "lesson", experiment = tried });
        Assert.Equal((GroupStage.Result, GroupWait.Nothing, 9), In(trio));
    }

    [Fact]
    public void What_stalls_longest_is_first_and_who_has_what_it_wanted_last()
    {
        using var trio = new LearningTrio();
        var done = trio.Group("A", trio.SidiBouzid.Actor, trio.Barcelona.Actor);
        Answer(trio, trio.SidiBouzid, done, "yes");
        Answer(trio, trio.Barcelona, done, "yes");
        Say(trio, trio.Barcelona, CycleTypes.Learned, new { title = "Appris", kind = "lesson" });
        At(trio, 1);
        trio.Group("B", trio.Mahdia.Actor, trio.SidiBouzid.Actor);
        At(trio, 3);
        trio.Group("C", trio.Mahdia.Actor, trio.Barcelona.Actor);
        Assert.Equal(["B", "C", "A"], Of(trio).Select(each => each.Group.Thing["title"]));
    }

    [Fact]
    public void A_member_who_left_is_said_and_the_host_has_the_next_turn()
    {
        using var trio = new LearningTrio(withGuest: true);
        trio.Group("A", trio.Kasserine, trio.Barcelona.Actor);
        At(trio, 5);
        trio.SidiBouzid.Say(EventTypes.Leave, new { });
        trio.Meet();
        Assert.Equal((GroupStage.Gone, GroupWait.Regroup, 5), In(trio));
        Assert.Equal([trio.Mahdia.Actor], Of(trio)[0].On);
    }

    [Fact]
    public void Of_two_versions_the_host_of_now_chooses()
    {
        using var trio = new LearningTrio();
        var group = trio.Group("A", trio.SidiBouzid.Actor, trio.Barcelona.Actor);
        var proposal = trio.Mahdia.Say(EventTypes.HandOver, new { to = trio.Barcelona.Actor }).Hash;
        trio.Meet();
        trio.Mahdia.Say(CycleTypes.Group, new { of = group.Thing.Id, title = "B" });
        trio.Barcelona.Say(EventTypes.Agree, new { of = proposal });
        trio.Barcelona.Say(CycleTypes.Group, new { of = group.Thing.Id, title = "C" }, PartnerRoles.Host);
        trio.Meet();
        Assert.Equal((GroupStage.Disputed, GroupWait.Choice), (Of(trio)[0].Stage, Of(trio)[0].Wait));
        Assert.Equal([trio.Barcelona.Actor], Of(trio)[0].On);
    }

    [Fact]
    public void Closed_cycles_those_of_others_and_other_collaborations_have_no_groups_here()
    {
        using var trio = new LearningTrio();
        trio.Group("A", trio.SidiBouzid.Actor, trio.Barcelona.Actor);
        Assert.Empty(GroupHealth.Of(Held(trio.Mahdia), "https://sfax.example/pole/1", Arrival));
        trio.Mahdia.Say(EventTypes.Close, new { evaluation = "Bien.", language = "fr" });
        Assert.Empty(Of(trio));
        using var other = new Citess.Poles.Tests.Collaborations.Log.Trio();
        Assert.Empty(GroupHealth.Of(Held(other.Mahdia), other.Mahdia.Actor, Arrival));
    }

    [Theory]
    [MemberData(nameof(Spoken.Languages), MemberType = typeof(Spoken))]
    public async Task Every_stage_and_every_wait_has_its_words(string language)
    {
        await using var rendering = new Rendering(language);
        Assert.All(Enum.GetValues<GroupStage>(), stage => Assert.True(rendering.Texts.Has("coordination.stage." + stage.Word()), $"{stage}"));
        Assert.All(Enum.GetValues<GroupWait>(), wait => Assert.True(rendering.Texts.Has("coordination.turn." + wait.Word()), $"{wait}"));
    }

    [Fact]
    public async Task The_table_names_who_is_waited_for_and_who_declined_and_without_groups_says_what_to_do()
    {
        using var trio = new LearningTrio(withGuest: true);
        var group = trio.Group("Femmes rurales", trio.Kasserine, trio.Barcelona.Actor);
        await using var rendering = new Rendering("en");
        var asked = await ShowAsync(rendering, trio);
        Assert.Equal(("Agreed: 0 of 2", "The answer of: Kasserine (through sidibouzid.example), barcelona.example"), (asked.Stage, asked.Waits));
        Answer(trio, trio.SidiBouzid, group, "no", trio.Kasserine);
        var declined = await ShowAsync(rendering, trio);
        Assert.Equal(("Declined by: Kasserine (through sidibouzid.example)", "Another member or another group: mahdia.example"), (declined.Stage, declined.Waits));

        var html = await rendering.Of<GroupTable>(("Groups", new[] { declined }));
        Assert.Contains($"<a href=\"cycle/{trio.Begun.Hash}#groups\">", html, StringComparison.Ordinal);
        Assert.Contains("role=\"region\" aria-labelledby=\"learning\"", html, StringComparison.Ordinal);
        Assert.Contains("since <time", html, StringComparison.Ordinal);
        Assert.Contains("href=\"collaborations\"", await rendering.Of<GroupTable>(("Groups", Array.Empty<ShownGroup>())), StringComparison.Ordinal);
    }

    private static async Task<ShownGroup> ShowAsync(Rendering rendering, LearningTrio trio)
    {
        CultureInfo.CurrentUICulture = Languages.Find("en")!.Culture;
        return await new GroupWords(rendering.Texts, new Named(), Mahdia.Pole).OfAsync(Of(trio)[0]);
    }

    private sealed class Named : IPoleNames
    {
        public Task<Shown> OfAsync(string authority) => Task.FromResult(new Shown(authority.Length == 0 ? "Mahdia" : authority, "en", IsSource: true, IsOutdated: false, Citess.Poles.Kernel.Making.Human));
    }
}

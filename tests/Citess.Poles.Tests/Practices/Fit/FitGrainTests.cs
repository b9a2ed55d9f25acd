using System.Text;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Vocabularies;
using Citess.Poles.Practices.Fit;
using Citess.Poles.Tests.Cast;
using Xunit;
using static Citess.Poles.Tests.Practices.Fit.FitExamples;

namespace Citess.Poles.Tests.Practices.Fit;

public sealed class FitGrainTests(GrainHouse house) : IClassFixture<GrainHouse>
{
    [Fact]
    public async Task Answers_are_kept_and_what_is_refused_changes_nothing()
    {
        var grain = house.Grains.GetGrain<IFitGrain>("fit/kept");
        Assert.Equal((0, 0), ((await grain.ReadAsync()).Revision, (await grain.ReadAsync()).Answered));

        Assert.Equal(1, await grain.EditAsync([Trust, Money], 0, Amira));
        Assert.Equal(1, await grain.EditAsync([Trust, Money], 0, Amira));
        Assert.Equal(Refusal.Conflict, (await Assert.ThrowsAsync<RefusedException>(() => grain.EditAsync([Trust with { Presence = Presence.Missing }, Money], 0, Youssef))).Reason);
        var refused = await Assert.ThrowsAsync<RefusedException>(() => grain.EditAsync([Trust with { Note = new('x', 301) }], 1, Youssef));
        Assert.Equal("Answers[C1.1].Note", Assert.Single(refused.Problems).Field);

        var here = await grain.ReadAsync();
        Assert.Equal((1, Presence.InPlace, Amira), (here.Revision, here.Of("C1.1").Presence, here.Of("C1.1").By));
    }

    [Fact]
    public async Task Guests_and_visitors_see_nothing_of_it()
    {
        var desk = new FitDesk(house.Grains);

        Assert.Equal(Refusal.Forbidden, (await Assert.ThrowsAsync<RefusedException>(() => desk.ReadAsync(Mahdia.Visitor))).Reason);
        Assert.Equal(Refusal.Forbidden, (await Assert.ThrowsAsync<RefusedException>(() => desk.EditAsync(Mahdia.Visitor, [Trust], 0))).Reason);
        Assert.Equal(0, (await desk.ReadAsync(Mahdia.Amira)).Revision);
    }

    [Fact]
    public void The_longest_answers_are_far_from_what_a_state_may_hold()
    {
        var longest = Says([.. Concepts.Determinants.All.Select(determinant => new FitReply { Determinant = determinant.Code, Presence = Presence.Missing, Note = new('م', FitAnswer.MaxNote) })]);

        Assert.InRange(Encoding.UTF8.GetByteCount(StateJson.Write(longest)), 9_000, 12_000);
    }

    [Fact]
    public void What_is_stored_is_read_as_it_was()
    {
        var here = Says(Trust, Roads);

        Assert.Equal(StateJson.Write(here), StateJson.Write(StateJson.Read<FitProfile>(StateJson.Write(here))));
        Assert.Equal(StateJson.Write(here), StateJson.Write(Mahdia.Carried(here)));
    }
}

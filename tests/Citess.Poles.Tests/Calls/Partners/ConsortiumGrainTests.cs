using Citess.Poles.Calls.Partners;
using Citess.Poles.Kernel;
using Citess.Poles.Tests.Cast;
using Xunit;
using static Citess.Poles.Tests.Calls.CallExamples;

namespace Citess.Poles.Tests.Calls.Partners;

public sealed class ConsortiumGrainTests(GrainHouse house) : IClassFixture<GrainHouse>
{
    [Fact]
    public async Task What_is_said_is_kept_and_what_is_refused_changes_nothing()
    {
        var grain = house.Grains.GetGrain<IConsortiumGrain>("consortium/01JDEMCA00MAHDA00000000009");
        Assert.Equal(1, await grain.PutAsync("one", Draft, 0, Amira));
        Assert.Equal(1, await grain.PutAsync("one", Draft, 0, Amira));
        await grain.LinkAsync("one", new() { Id = "link", Hash = "hash", Made = Now });
        Assert.Equal(3, await grain.AnswerAsync("hash", Sheet with { Deed = SheetDeed.Commit, Seen = 2 }));

        var before = StateJson.Write(await grain.ReadAsync());
        await Assert.ThrowsAsync<RefusedException>(() => grain.AnswerAsync("hash", Sheet with { Deed = SheetDeed.Commit, Seen = 3, Agrees = false }));
        await Assert.ThrowsAsync<RefusedException>(() => grain.AnswerAsync("another", Sheet));
        await Assert.ThrowsAsync<RefusedException>(() => grain.PutAsync("two", new(), 0, Amira));
        Assert.Equal(before, StateJson.Write(await grain.ReadAsync()));

        await grain.ShowNamesAsync(true);
        await grain.ForgetAsync("one");
        var held = await grain.ReadAsync();
        Assert.Equal((true, null, CandidateStanding.Committed), (held.ShowsNames, Assert.Single(held.Candidates).Contact, held.Candidates[0].Standing));
        await grain.RemoveAsync("one");
        Assert.Empty((await grain.ReadAsync()).Candidates);
    }
}

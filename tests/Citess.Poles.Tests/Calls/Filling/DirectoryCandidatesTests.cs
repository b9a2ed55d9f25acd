using Citess.Poles.Calls.Filling;
using Citess.Poles.Calls.State;
using Citess.Poles.Kernel;
using Citess.Poles.Tests.Cast;
using Citess.Poles.Tests.Exchange.Fitting;
using Xunit;
using static Citess.Poles.Tests.Calls.CallExamples;

namespace Citess.Poles.Tests.Calls.Filling;

public sealed class DirectoryCandidatesTests : IAsyncLifetime
{
    private readonly MatchHouse house = new();

    private DirectoryCandidates Candidates => new(house.Catalogue);

    public ValueTask InitializeAsync() => house.InitializeAsync();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task A_partner_pole_may_fill_the_place_of_a_pole_and_who_is_no_partner_today_may_not()
    {
        await house.PutAsync(house.Blank("", "partner") with { Key = "partner/oran.example", Audience = Audience.Own, Territory = "DZ-31", Status = "asking" });
        var call = Open with { Rules = new() { Needs = [new() { Role = "pole", Country = "ES" }] } };
        var state = CallState.Of(call, [], Now);
        var options = await Candidates.ForAsync(Mahdia.Amira, call.Rules, state, TestContext.Current.CancellationToken);
        Assert.Equal(
            [("partner/barcelona.example", "ES", MatchHouse.Barcelona), ("partner/sfax.example", "TN", MatchHouse.Sfax)],
            options.Select(option => (option.Reference, option.Country, option.Origin)).Order());
        Assert.All(options, option => Assert.Equal(["pole"], option.Roles));
        Assert.Equal("partner/barcelona.example", Assert.Single(CallPlan.Of(call.Rules, state, options).Proposals).Option.Reference);
    }

    [Fact]
    public async Task One_that_is_chosen_is_found_again_by_its_reference_and_nothing_else_is()
    {
        var found = await Candidates.FindAsync(Mahdia.Amira, "partner/barcelona.example", TestContext.Current.CancellationToken);
        Assert.Equal(("partner/barcelona.example", "ES"), (found?.Reference, found?.Country));
        var want = await house.WantAsync();
        foreach (var reference in new[] { "partner/oran.example", want.Key, "", "partner", $"{MatchHouse.Barcelona}/{want.Key}" })
        {
            Assert.Null(await Candidates.FindAsync(Mahdia.Amira, reference, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task Where_no_pole_is_missing_none_is_looked_for()
    {
        var call = Open with { Rules = new() { Needs = [new() { Role = "university" }] } };
        Assert.Empty(await Candidates.ForAsync(Mahdia.Amira, call.Rules, CallState.Of(call, [], Now), TestContext.Current.CancellationToken));
    }
}

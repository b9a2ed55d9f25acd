using Citess.Poles.Matching.Calls;
using Xunit;

namespace Citess.Poles.Tests.Matching;

public sealed class CallFitTests
{
    private static readonly CallRules Rules = new()
    {
        LeastPartners = 4,
        LeastCountries = 3,
        Countries = ["TN", "ES", "IT"],
        Roles = [new("lead", "pole"), new("authority", "public-body", "TN"), new("university", "university")],
        Concepts = ["bylaws", "loans"],
    };

    private static readonly CallPartner Us = new("us", "pole", "ES", ["contracts"]);
    private static readonly CallPartner Governorate = new("governorate", "public-body", "TN", []);
    private static readonly CallPartner Turin = new("turin", "university", "IT", ["loans"]);
    private static readonly CallPartner Siena = new("siena", "university", "IT", ["money"]);
    private static readonly CallPartner Lyon = new("lyon", "university", "FR", ["loans"]);

    private static CallFit Fit(CallRules? rules = null) => new(MatchingExamples.Graph, rules ?? Rules);

    [Fact]
    public void What_is_missing_is_counted_and_named()
    {
        var missing = Fit().Missing([Us]);
        Assert.Equal((3, 2), (missing.Partners, missing.Countries));
        Assert.Equal(["authority", "university"], missing.Roles.Select(role => role.Id));
        Assert.Equal(["loans"], missing.Concepts);
        Assert.True(Fit(new() { LeastPartners = 1 }).Missing([Us]).IsNone);
    }

    [Fact]
    public void Partners_are_proposed_that_meet_the_rules_with_others_who_could_as_well()
    {
        var coop = new CallPartner("coop", "enterprise", "ES", ["bylaws"]);
        var proposal = Fit().Propose([Us], [coop, Siena, Lyon, Turin, Governorate]);
        Assert.True(proposal.Missing.IsNone);
        Assert.Equal(["turin", "governorate", "coop"], proposal.Proposed.Select(each => each.Partner));
        Assert.Equal(["university", "IT"], proposal.Proposed[0].Fills.Where(fills => fills != "loans"));
        Assert.Equal(["siena"], proposal.Proposed[0].Alternatives);
        Assert.Equal(["authority", "TN"], proposal.Proposed[1].Fills);
    }

    [Fact]
    public void Nobody_is_proposed_who_did_not_agree_or_comes_from_where_nobody_may()
    {
        var proposal = Fit().Propose([Us], [Lyon, Turin with { Consents = false }, Governorate]);
        Assert.Equal(["governorate"], proposal.Proposed.Select(each => each.Partner));
        Assert.Equal(["university"], proposal.Missing.Roles.Select(role => role.Id));
        Assert.Equal((2, 1), (proposal.Missing.Partners, proposal.Missing.Countries));
    }

    [Fact]
    public void A_partner_moves_to_another_role_when_only_it_can_fill_that()
    {
        var rules = new CallRules { Roles = [new("anybody"), new("authority", "public-body")] };
        Assert.Empty(Fit(rules).Missing([Governorate, Us]).Roles);
        Assert.Equal(["authority"], Fit(rules).Missing([Us, Turin]).Roles.Select(role => role.Id));
    }

    [Fact]
    public void The_order_of_candidates_means_nothing_and_no_more_are_proposed_than_are_allowed()
    {
        CallPartner[] all = [Siena, Turin, Governorate, new("x", "enterprise", "ES", ["bylaws"])];
        Assert.Equal(
            Fit().Propose([Us], all).Proposed.Select(each => each.Partner),
            Fit().Propose([Us], all.Reverse()).Proposed.Select(each => each.Partner));
        Assert.Single(Fit(Rules with { MostPartners = 2 }).Propose([Us], all).Proposed);
    }
}

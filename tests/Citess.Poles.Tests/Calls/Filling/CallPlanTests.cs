using Citess.Poles.Calls.Filling;
using Citess.Poles.Calls.Partners;
using Citess.Poles.Calls.State;
using Citess.Poles.Kernel;
using Xunit;
using static Citess.Poles.Tests.Calls.CallExamples;

namespace Citess.Poles.Tests.Calls.Filling;

public sealed class CallPlanTests
{
    [Fact]
    public void The_missing_role_is_filled_from_the_right_country_and_others_are_alternatives()
    {
        var call = Open with { Rules = new() { Needs = [new() { Role = "public-body", Country = "TN" }] } };
        var plan = CallPlan.Of(call.Rules, CallState.Of(call, [], Now), [Option("commune", "TN", "public-body"), Option("ajuntament", "ES", "public-body"), Option("wilaya", "TN", "public-body")]);

        var commune = Assert.Single(plan.Proposals);
        Assert.Equal("commune", commune.Option.Reference);
        Assert.Equal(("public-body", "TN"), (Assert.Single(commune.Roles).Role, commune.Roles[0].Country));
        Assert.Equal("wilaya", Assert.Single(commune.Alternatives).Reference);
    }

    [Fact]
    public void Nobody_fills_two_roles_and_what_would_still_be_missing_is_said()
    {
        var plan = Plan([], Option("both", "IT", "university", "sse-organisation"));

        var both = Assert.Single(plan.Proposals);
        Assert.Equal(("university", true), (Assert.Single(both.Roles).Role, both.IsNewCountry));
        Assert.Equal([("public-body", 1), ("sse-organisation", 2)], plan.Roles.Select(need => (need.Role, need.Count)));
        Assert.Equal((4, 2), (plan.Partners, plan.Countries));
    }

    [Fact]
    public void Who_could_be_several_things_is_what_the_others_are_not()
    {
        var plan = Plan([], Option("a-both", "IT", "university", "sse-organisation"), Option("b-university", "IT", "university"));

        Assert.Equal(["public-body", "sse-organisation"], plan.Roles.Select(need => need.Role));
        Assert.Equal(1, plan.Roles[1].Count);
    }

    [Fact]
    public void Who_is_in_already_counts_and_is_not_proposed_again()
    {
        var plan = Plan([Candidate("sfax", "TN", ["university"]), Candidate("commune", "TN", ["public-body"])], Option("z-turin", "IT", "university"), Option("coop", "ES", "sse-organisation"));

        Assert.Equal(["coop", "z-turin"], plan.Proposals.Select(each => each.Option.Reference).Order());
        Assert.All(plan.Proposals, each => Assert.True(each.IsNewCountry));
        Assert.Empty(plan.Proposals.Single(each => each.Option.Reference == "z-turin").Roles);
        Assert.Equal(("sse-organisation", 1, 1, 0), (Assert.Single(plan.Roles).Role, plan.Roles[0].Count, plan.Partners, plan.Countries));
    }

    [Fact]
    public void A_country_that_is_not_allowed_is_not_proposed() => Assert.Empty(Plan([], Option("berlin", "DE", "university")).Proposals);

    [Fact]
    public void Once_nothing_is_missing_nobody_is_proposed() => Assert.Empty(CallPlan.Of(Barest.Rules, CallState.Of(Barest, [], Now), [Option("a", "TN", "ngo")]).Proposals);

    [Fact]
    public void The_order_in_which_they_are_found_changes_nothing()
    {
        CallOption[] options = [.. Enumerable.Range(0, 12).Select(each => Option($"o{each:00}", each % 2 == 0 ? "TN" : "IT", each % 3 == 0 ? "public-body" : "university"))];
        Assert.Equal(Said(Plan([], options)), Said(Plan([], [.. options.Reverse()])));

        static IEnumerable<string> Said(CallPlan plan) => plan.Proposals.Select(each => string.Join(' ', each.Alternatives.Prepend(each.Option).Select(option => option.Reference)));
    }

    private static CallPlan Plan(Candidate[] committed, params CallOption[] options) => CallPlan.Of(Open.Rules, CallState.Of(Open, committed, Now), options);

    private static CallOption Option(string reference, string country, params string[] roles) => new(reference, MultilingualText.Of("fr", reference), [.. roles], country, "", "actor/" + reference);
}

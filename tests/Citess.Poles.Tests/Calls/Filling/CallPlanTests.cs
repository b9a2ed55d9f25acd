using Citess.Poles.Calls.Filling;
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
        var plan = Plan(Option("commune", "TN", "public-body"), Option("ajuntament", "ES", "public-body"), Option("wilaya", "TN", "public-body"));

        var place = plan.Places.Single(each => each.Need.Role == "public-body");
        Assert.Equal(("commune", "wilaya", 0), (Assert.Single(place.First).Reference, Assert.Single(place.Alternatives).Reference, place.Left));
    }

    [Fact]
    public void Nobody_is_proposed_twice_and_what_would_still_be_missing_is_said()
    {
        var plan = Plan(Option("both", "IT", "university", "sse-organisation"));

        Assert.Equal(1, plan.Places.Sum(place => place.First.Length));
        Assert.Equal([1, 0, 2], plan.Places.Select(place => place.Left));
        Assert.Equal(2, plan.CountriesLeft);
    }

    [Fact]
    public void Who_brings_a_new_country_comes_first_and_it_is_said_why()
    {
        var state = CallState.Of(Open, [Candidate("a", "TN", ["network"])], Now);
        var plan = CallPlan.Of(Open.Rules, state, [Option("a-tunis", "TN", "university"), Option("z-turin", "IT", "university")]);

        var place = plan.Places.Single(each => each.Need.Role == "university");
        Assert.Equal("z-turin", Assert.Single(place.First).Reference);
        Assert.Equal([ProposalReason.Role, ProposalReason.NewCountry], CallPlan.Reasons(Open.Rules, state, place.Need, place.First[0]));
        Assert.Equal([ProposalReason.Role], CallPlan.Reasons(Open.Rules, state, place.Need, place.Alternatives[0]));
    }

    [Fact]
    public void A_country_that_is_not_allowed_is_not_proposed() => Assert.All(Plan(Option("berlin", "DE", "university")).Places, place => Assert.Empty(place.First.Concat(place.Alternatives)));

    [Fact]
    public void The_order_in_which_they_are_found_changes_nothing()
    {
        CallOption[] options = [.. Enumerable.Range(0, 12).Select(each => Option($"o{each:00}", each % 2 == 0 ? "TN" : "IT", each % 3 == 0 ? "public-body" : "university"))];
        Assert.Equal(Said(Plan(options)), Said(Plan([.. options.Reverse()])));

        static IEnumerable<string> Said(CallPlan plan) => plan.Places.Select(place => string.Join(' ', place.First.Concat(place.Alternatives).Select(each => each.Reference)));
    }

    private static CallPlan Plan(params CallOption[] options) => CallPlan.Of(Open.Rules, CallState.Of(Open, [], Now), options);

    private static CallOption Option(string reference, string country, params string[] roles) => new(reference, MultilingualText.Of("fr", reference), [.. roles], country, "", "actor/" + reference);
}

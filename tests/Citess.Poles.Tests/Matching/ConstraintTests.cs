using Citess.Poles.Matching;
using Xunit;

namespace Citess.Poles.Tests.Matching;

public sealed class ConstraintTests
{
    private static Need Want => MatchingExamples.Want;

    private static Offering Offer => MatchingExamples.Offer;

    private static PoleFacts Mahdia => MatchingExamples.Mahdia;

    private static PoleFacts Barcelona => MatchingExamples.Barcelona;

    public static TheoryData<Constraint, Need, Offering, PoleFacts, PoleFacts> Broken => new()
    {
        { Constraint.TwoPoles, Want, Offer with { Pole = Mahdia.Id }, Mahdia, Barcelona },
        { Constraint.Consent, Want, Offer, Mahdia with { Consents = false }, Barcelona },
        { Constraint.Consent, Want, Offer, Mahdia, Barcelona with { Consents = false } },
        { Constraint.Blocks, Want, Offer, Mahdia with { Blocks = [Barcelona.Id] }, Barcelona },
        { Constraint.Blocks, Want, Offer, Mahdia, Barcelona with { Blocks = [Mahdia.Id] } },
        { Constraint.Language, Want, Offer with { Languages = ["es"] }, Mahdia, Barcelona },
        { Constraint.Language, Want with { Languages = [] }, Offer, Mahdia, Barcelona },
        { Constraint.Capacity, Want, Offer with { Places = 0 }, Mahdia, Barcelona },
        { Constraint.Dates, Want, Offer with { Until = MatchingExamples.Today.AddDays(-1) }, Mahdia, Barcelona },
        { Constraint.Dates, Want, Offer with { From = Want.Until.AddDays(1) }, Mahdia, Barcelona },
        { Constraint.Dates, Want with { From = Offer.Until.AddDays(1), Until = Offer.Until.AddDays(9) }, Offer, Mahdia, Barcelona },
        { Constraint.Dates, Want with { Until = MatchingExamples.Today.AddDays(-1) }, Offer, Mahdia, Barcelona },
        { Constraint.Territory, Want, Offer with { Within = ["ES", "TN-52"] }, Mahdia, Barcelona },
        { Constraint.Territory, Want with { Within = ["IT"] }, Offer, Mahdia, Barcelona },
        { Constraint.Means, Want with { Means = Means.Funding }, Offer, Mahdia, Barcelona },
    };

    [Fact]
    public void Where_all_hold_there_is_a_match_that_says_so()
    {
        var match = MatchingExamples.Meet(Want with { Means = Means.Expertise, Within = ["ES"] }, Offer with { Within = ["TN"] });
        Assert.True(match.Score > 0);
        Assert.Empty(match.Refusals);
        Assert.Equal(Enum.GetValues<Constraint>(), match.Checks.Select(check => check.Constraint));
        Assert.Equal("fr", match.Checks.Single(check => check.Constraint == Constraint.Language).Cited);
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void One_that_does_not_hold_refuses_the_match_and_is_named(Constraint constraint, Need want, Offering offer, PoleFacts mahdia, PoleFacts barcelona)
    {
        var match = MatchingExamples.Meet(want, offer, mahdia, barcelona);
        Assert.Equal(constraint, Assert.Single(match.Refusals).Constraint);
        Assert.Equal(0, match.Score);
        Assert.Empty(match.Terms);
        Assert.Empty(MatchIndex.Of(MatchingExamples.Graph, MatchingExamples.Today, [mahdia, barcelona], [want], [offer]).Best(want.Id));
    }

    [Fact]
    public void Concepts_that_have_nothing_to_do_with_each_other_refuse_it_too() =>
        Assert.Equal(0, MatchingExamples.Meet(offer: Offer with { Concepts = ["loans"] }).Score);
}

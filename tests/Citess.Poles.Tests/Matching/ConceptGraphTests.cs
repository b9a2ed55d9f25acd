using Citess.Poles.Matching;
using Xunit;

namespace Citess.Poles.Tests.Matching;

public sealed class ConceptGraphTests
{
    [Theory]
    [InlineData("bylaws", "bylaws", Weights.Same, null)]
    [InlineData("bylaws", "legal", Weights.Parent, null)]
    [InlineData("legal", "bylaws", Weights.Parent, null)]
    [InlineData("bylaws", "contracts", Weights.Sibling, "legal")]
    [InlineData("loans", "law-of-grants", Weights.Sibling, "money")]
    [InlineData("elsewhere", "elsewhere", Weights.Same, null)]
    public void A_concept_is_as_near_as_the_steps_to_it(string wanted, string offered, int closeness, string? via)
    {
        Assert.Equal(new ConceptPath(wanted, offered, closeness, via), MatchingExamples.Graph.Path(wanted, offered));
        Assert.Equal(closeness, MatchingExamples.Graph.Path(offered, wanted)!.Closeness);
    }

    [Theory]
    [InlineData("bylaws", "loans")]
    [InlineData("legal", "money")]
    [InlineData("elsewhere", "bylaws")]
    public void What_shares_no_parent_is_nothing_to_each_other(string wanted, string offered) => Assert.Null(MatchingExamples.Graph.Path(wanted, offered));

    [Fact]
    public void A_concept_that_belongs_to_itself_or_round_in_a_circle_does_no_harm()
    {
        var graph = ConceptGraph.From([("a", ["a", "b"]), ("b", ["a"])]);
        Assert.Equal([("a", Weights.Same), ("b", Weights.Parent)], graph.Near("a"));
    }
}

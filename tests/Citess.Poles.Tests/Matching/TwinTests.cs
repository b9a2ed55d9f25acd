using Citess.Poles.Matching;
using Xunit;

namespace Citess.Poles.Tests.Matching;

public sealed class TwinTests
{
    [Fact]
    public void The_same_want_in_Arabic_and_in_French_is_ranked_the_same_where_only_concepts_are_used()
    {
        var (poles, needs, offers) = MatchingExamples.ByLot(5, each: 20);
        var index = MatchIndex.Of(MatchingExamples.Graph, MatchingExamples.Today, poles, needs, [.. offers.Select(offer => offer with { Words = [] })]);
        Assert.All(needs.Take(100), need => Assert.Equal(
            index.Rank(need with { Id = need.Id + "-ar", Words = ["مساعده", "قانونيه"] }, 50, Lessons.None),
            index.Rank(need with { Id = need.Id + "-fr", Words = ["aide", "juridique"] }, 50, Lessons.None)));
    }

    [Fact]
    public void Where_texts_are_looked_at_the_scores_are_still_the_same_place_by_place()
    {
        var (poles, needs, offers) = MatchingExamples.ByLot(6, each: 20);
        var index = MatchIndex.Of(MatchingExamples.Graph, MatchingExamples.Today, poles, needs, offers);
        Assert.All(needs.Take(100), need => Assert.Equal(
            index.Rank(need with { Words = ["w1", "w2", "w3"] }, 50, Lessons.None).Select(ranked => ranked.Score),
            index.Rank(need with { Words = ["w11", "w12"] }, 50, Lessons.None).Select(ranked => ranked.Score)));
    }
}

using Citess.Poles.Matching;
using Xunit;

namespace Citess.Poles.Tests.Matching;

public sealed class LessonsTests
{
    private static readonly PoleFacts Valencia = MatchingExamples.Barcelona with { Id = "https://valencia.example", Territory = "ES-V", Practices = [] };
    private static readonly PoleFacts Marseille = MatchingExamples.Barcelona with { Id = "https://marseille.example", Territory = "FR-13", Practices = [] };
    private static readonly Offering FromValencia = MatchingExamples.Offer with { Id = "https://valencia.example/offering/1", Pole = Valencia.Id, Concepts = ["contracts"] };
    private static readonly Offering FromMarseille = MatchingExamples.Offer with { Id = "https://marseille.example/offering/1", Pole = Marseille.Id, Concepts = ["contracts"] };
    private static readonly Offering Second = MatchingExamples.Offer with { Id = "https://barcelona.example/offering/2", Concepts = ["legal"] };

    private static MatchIndex Index => MatchIndex.Of(MatchingExamples.Graph, MatchingExamples.Today, [MatchingExamples.Mahdia, MatchingExamples.Barcelona, Valencia, Marseille], [MatchingExamples.Want], [MatchingExamples.Offer, Second, FromValencia, FromMarseille]);

    public static TheoryData<DismissalReason, Offering, string[]> Lowered => new()
    {
        { DismissalReason.WrongSubject, FromValencia, [FromMarseille.Id, FromValencia.Id] },
        { DismissalReason.TooFar, FromValencia, [MatchingExamples.Offer.Id, Second.Id, FromValencia.Id] },
        { DismissalReason.NoCapacity, MatchingExamples.Offer, [MatchingExamples.Offer.Id, Second.Id] },
        { DismissalReason.AlreadyKnown, MatchingExamples.Offer, [MatchingExamples.Offer.Id, Second.Id] },
        { DismissalReason.Other, FromMarseille, [FromMarseille.Id] },
    };

    [Theory]
    [MemberData(nameof(Lowered))]
    public void What_is_put_aside_lowers_it_and_what_is_like_it_by_the_reason_given(DismissalReason reason, Offering aside, string[] lowered)
    {
        var lessons = Lessons.From(MatchingExamples.Mahdia.Id, [Aside(aside, reason)]);
        foreach (var offer in new[] { MatchingExamples.Offer, Second, FromValencia, FromMarseille })
        {
            var (before, after) = (Index.Explain(MatchingExamples.Want.Id, offer.Id, Lessons.None)!, Index.Explain(MatchingExamples.Want.Id, offer.Id, lessons)!);
            Assert.Equal(lowered.Contains(offer.Id), after.Score < before.Score);
            Assert.Equal(lowered.Contains(offer.Id) ? new[] { aside.Id } : [], after.Lowered.Select(lesson => lesson.Dismissal.Other));
            Assert.Equal(before.Terms.AsEnumerable(), after.Terms, (one, other) => one.Reason == other.Reason && one.Part == other.Part);
        }
    }

    [Fact]
    public void It_is_last_then_and_comes_back_when_it_is_left_out()
    {
        var lessons = Lessons.From(MatchingExamples.Mahdia.Id, [Aside(MatchingExamples.Offer, DismissalReason.Other)]);
        Assert.Equal(MatchingExamples.Offer.Id, Index.Best(MatchingExamples.Want.Id)[0].Offering);
        Assert.Equal(MatchingExamples.Offer.Id, Index.Rank(MatchingExamples.Want, 20, lessons)[^1].Offering);
        Assert.Equal(Index.Best(MatchingExamples.Want.Id), Index.Rank(MatchingExamples.Want, 20, Lessons.From(MatchingExamples.Mahdia.Id, [])));
    }

    [Fact]
    public void A_list_says_the_same_scores_as_the_explanations()
    {
        var lessons = Lessons.From(MatchingExamples.Mahdia.Id, [Aside(MatchingExamples.Offer, DismissalReason.NoCapacity), Aside(FromValencia, DismissalReason.WrongSubject)]);
        Assert.All(Index.Rank(MatchingExamples.Want, 20, lessons), ranked => Assert.Equal(ranked.Score, Index.Explain(MatchingExamples.Want.Id, ranked.Offering, lessons)!.Score));
    }

    [Fact]
    public void However_much_is_put_aside_it_counts_three_times_against_what_is_like_it()
    {
        var many = Lessons.From(MatchingExamples.Mahdia.Id, Enumerable.Range(0, 9).Select(number => Aside(MatchingExamples.Offer with { Id = $"gone-{number}" }, DismissalReason.NoCapacity) with { Id = $"d{number}" }));
        Assert.Equal(3, Index.Explain(MatchingExamples.Want.Id, Second.Id, many)!.Lowered.Length);
    }

    [Fact]
    public void Whose_the_offer_is_puts_wants_aside_likewise_and_changes_nothing_for_anybody_else()
    {
        var near = MatchingExamples.Want with { Id = "https://valencia.example/want/1", Pole = Valencia.Id, Concepts = ["contracts"] };
        var index = MatchIndex.Of(MatchingExamples.Graph, MatchingExamples.Today, [MatchingExamples.Mahdia, MatchingExamples.Barcelona, Valencia, Marseille], [MatchingExamples.Want, near], [MatchingExamples.Offer, FromMarseille]);
        Dismissal[] aside = [new("d", MatchingExamples.Offer.Id, MatchingExamples.Want.Id, MatchingExamples.Mahdia.Id, MatchingExamples.Want.Concepts, "TN", DismissalReason.TooFar)];
        foreach (var (pole, want, offer, factor) in new[]
        {
            (MatchingExamples.Barcelona.Id, MatchingExamples.Want.Id, MatchingExamples.Offer.Id, Lessons.Aside),
            (MatchingExamples.Barcelona.Id, near.Id, MatchingExamples.Offer.Id, Weights.Factor),
            (MatchingExamples.Barcelona.Id, MatchingExamples.Want.Id, FromMarseille.Id, Weights.Factor),
            (Valencia.Id, MatchingExamples.Want.Id, MatchingExamples.Offer.Id, Weights.Factor),
        })
        {
            var before = index.Explain(want, offer, Lessons.None)!.Score;
            Assert.True(before > 0);
            Assert.Equal((int)((long)before * factor / Weights.Factor), index.Explain(want, offer, Lessons.From(pole, aside))!.Score);
        }
    }

    private static Dismissal Aside(Offering offer, DismissalReason reason) =>
        new("d-" + offer.Id, MatchingExamples.Want.Id, offer.Id, offer.Pole, offer.Concepts, offer.Pole == Marseille.Id ? "FR" : "ES", reason);
}

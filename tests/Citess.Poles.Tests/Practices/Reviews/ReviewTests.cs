using System.Security.Claims;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Contributions;
using Citess.Poles.Practices;
using Citess.Poles.Practices.Reviews;
using Citess.Poles.Tests.Cast;
using Citess.Poles.Tests.Practices.Contributing;
using Xunit;

namespace Citess.Poles.Tests.Practices.Reviews;

public sealed class ReviewTests(GrainHouse house) : IClassFixture<GrainHouse>
{
    private static readonly Review s_review = ContributionExamples.Review;
    private static readonly ReviewKind s_atMahdia = ContributionExamples.Reviews(Mahdia.Pole);

    [Fact]
    public void What_travels_is_read_as_it_was_written()
    {
        Assert.Equal(ContributionExamples.Plain(s_review), ContributionExamples.Plain(ContributionExamples.Reviews(Barcelona.Pole).Read(Written())!));
        Assert.Equal(ContributionExamples.Plain(s_review), ContributionExamples.Plain(Mahdia.Carried(s_review)));
        Assert.Empty(s_atMahdia.Check(s_atMahdia.Read(Written())!));
    }

    [Fact]
    public void Software_that_knows_only_notes_shows_what_it_comes_to_and_on_what_it_rests() =>
        Assert.Contains("Les comptes de <strong>2025</strong> manquent.", Written().ContentMap!["fr"], StringComparison.Ordinal);

    [Fact]
    public async Task Whoever_changed_a_practice_last_does_not_review_it_and_a_second_person_may()
    {
        var key = RecordKey.New(PracticeKind.Kind, TimeProvider.System).ToString();
        var author = Mahdia.Amira.FindFirstValue(ClaimTypes.NameIdentifier)!;
        await house.Grains.GetGrain<IPracticeGrain>(key).CreateAsync(PracticeExamples.Press, Audience.Public, author);
        var review = s_review with { About = new RecordReference { Key = key } };
        var refused = await Assert.ThrowsAsync<RefusedException>(() => s_atMahdia.CheckAsync(review, Mahdia.Amira, house.Grains));
        Assert.Equal((Refusal.Forbidden, "review.second"), (refused.Reason, Assert.Single(refused.Problems).TextKey));

        await s_atMahdia.CheckAsync(review, new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, "another")])), house.Grains);
        await s_atMahdia.CheckAsync(review with { About = ContributionExamples.Of(Barcelona.Pole, key) }, Mahdia.Amira, house.Grains);
    }

    [Fact]
    public void It_says_on_what_it_rests_and_marks_each_criterion_once()
    {
        Assert.Equal(["Grounds"], Fields(s_review with { Grounds = MultilingualText.Empty }));
        Assert.Equal(["Grounds.fr"], Fields(s_review with { Grounds = MultilingualText.Of("fr", new('x', Review.MaxGrounds + 1)) }));
        Assert.Equal(["Marks"], Fields(s_review with { Marks = [s_review.Marks[0], s_review.Marks[0]] }));
        Assert.Equal(["Marks"], Fields(s_review with { Marks = [new() { Criterion = "beauty" }] }));
    }

    [Fact]
    public void A_criterion_or_a_rating_that_is_unknown_is_passed_over()
    {
        var read = s_atMahdia.Read(Written("marks", """[{"criterion":"beauty","rating":"met"},{"criterion":"evidence","rating":"splendid"},{"criterion":"evidence","rating":"met"},7]"""))!;
        Assert.Equal([new ReviewMark { Criterion = "evidence", Rating = ReviewRating.Met }], read.Marks);
    }

    [Theory]
    [InlineData("verdict", "\"adores\"")]
    [InlineData("verdict", "1")]
    [InlineData("verdict", null)]
    public void What_comes_to_nothing_that_is_known_here_is_not_read(string member, string? json) => Assert.Null(s_atMahdia.Read(Written(member, json)));

    private static IEnumerable<string> Fields(Review review) => s_atMahdia.Check(review).Select(problem => problem.Field);

    private static ApObject Written(string member = "", string? json = null) =>
        Barcelona.Shared(ContributionExamples.Reviews(Barcelona.Pole), s_review, ContributionExamples.ReviewKey, ContributionExamples.With(member, json));
}

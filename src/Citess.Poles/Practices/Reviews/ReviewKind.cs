using System.Collections.Immutable;
using System.Security.Claims;
using System.Text;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Contributions;
using Citess.Poles.Kernel.Culture;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Practices.Reviews;

/// <summary>A review of a practice. Whoever changed the practice last does not review it.</summary>
public sealed class ReviewKind(Pole pole, Prose prose, Kernel.Texts.Text words) : ContributionKind<Review>(pole, prose)
{
    public const string Kind = "review";

    public override string Name => Kind;

    public override IRecordGrain<Review> Grain(IGrainFactory grains, RecordKey key) => grains.GetGrain<IReviewGrain>(key.ToString());

    public static string Words(ReviewVerdict verdict) => "review.verdict." + verdict.Word();

    public static string Words(ReviewRating rating) => "review.rating." + rating.Word();

    public static string Words(string criterion) => "review.criterion." + criterion;

    public override async Task CheckAsync(Review content, ClaimsPrincipal who, IGrainFactory grains)
    {
        if (content.About.IsOurs && await grains.GetGrain<IPracticeGrain>(content.About.Key).ReadAsync() is { } practice && practice.By == who.AccountId())
        {
            throw new RefusedException(Refusal.Forbidden, "A practice is reviewed by somebody else than whoever changed it last.", new FieldProblem("Verdict", "review.second"));
        }
    }

    protected override bool IsAbout(string kind) => kind == PracticeKind.Kind;

    protected override IEnumerable<FieldProblem> CheckRest(Review content) =>
    [
        .. Kernel.Check.List("Verdict", [content.Verdict.Word()], 1, word => EnumWords.Choice<ReviewVerdict>(word) is not null),
        .. Kernel.Check.Text("Grounds", content.Grounds, Review.MaxGrounds, isNeeded: true),
        .. Kernel.Check.List("Marks", [.. content.Marks.Select(mark => mark.Criterion)], ReviewCriterion.All.Length, code => ReviewCriterion.All.Contains(code) && content.Marks.Count(mark => mark.Criterion == code) == 1),
    ];

    protected override (string Name, object? Value)[] TermsOf(Review content) =>
    [
        ("verdict", content.Verdict.Word()),
        ("grounds", content.Grounds.ToMap()),
        ("marks", content.Marks.Select(mark => new ApObject { Other = Terms.Of(("criterion", mark.Criterion), ("rating", mark.Rating.Word())) }).ToList()),
    ];

    protected override Review? Read(ApObject document, RecordReference about, int revision, MultilingualText name) => EnumWords.Choice<ReviewVerdict>(Terms.Word(document, "verdict")) is not { } verdict ? null : new()
    {
        About = about,
        AboutRevision = revision,
        AboutName = name,
        Verdict = verdict,
        Grounds = Terms.Text(document, "grounds"),
        Marks = [.. Terms.Things(document, "marks", ReviewCriterion.All.Length).Where(mark => ReviewCriterion.All.Contains(Terms.Word(mark, "criterion")))
            .Select(mark => EnumWords.Choice<ReviewRating>(Terms.Word(mark, "rating")) is { } rating ? new ReviewMark { Criterion = Terms.Word(mark, "criterion"), Rating = rating } : null).OfType<ReviewMark>()],
    };

    protected override CatalogueEntry DescribeRest(Review content, CatalogueEntry blank) => blank with
    {
        Summary = content.Grounds,
        Status = content.Verdict.Word(),
        Languages = [.. content.Grounds.Texts.Keys],
        Facts = ImmutableSortedDictionary<string, string>.Empty.Add("revision", content.AboutRevision.ToString(System.Globalization.CultureInfo.InvariantCulture)),
    };

    protected override MultilingualText Story(Review content) => content.Grounds with
    {
        Texts = content.Grounds.Texts.ToImmutableSortedDictionary(text => text.Key, text => new LanguageText(In(content, text.Key, text.Value.Text)), StringComparer.Ordinal),
    };

    private string In(Review content, string code, string grounds)
    {
        var language = Languages.Find(code) ?? Languages.Fallback;
        var text = new StringBuilder().Append("**").Append(words.In(language, Words(content.Verdict))).Append("**\n\n").Append(grounds).Append("\n\n");
        foreach (var mark in content.Marks)
        {
            text.Append("- ").Append(words.In(language, Words(mark.Criterion))).Append(": ").Append(words.In(language, Words(mark.Rating))).Append('\n');
        }

        return text.ToString();
    }
}

using Citess.Poles.Components;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Kernel.Records.Pages;
using Citess.Poles.Practices.Contributing;

namespace Citess.Poles.Practices.Reviews;

/// <summary>What a reviewer found.</summary>
public sealed class ReviewForm : ContributionForm<Review>
{
    /// <summary>Empty as long as nothing is chosen: whether it is confirmed is nobody's to guess.</summary>
    public string? Verdict { get; set; }

    public TextForm Grounds { get; set => field = value ?? new(); } = new();

    /// <summary>By the codes of the criteria.</summary>
    public Dictionary<string, string?> Marks { get; set => field = value ?? new(StringComparer.Ordinal); } = new(StringComparer.Ordinal);

    public override Review ToContent(Review? before, string by) => new()
    {
        About = About,
        AboutRevision = AboutRevision,
        AboutName = AboutName,
        Verdict = Enum.TryParse<ReviewVerdict>(Verdict, out var verdict) && Enum.IsDefined(verdict) ? verdict
            : throw new RefusedException(Refusal.Invalid, "Say what the review comes to.", new FieldProblem("Verdict", "kernel.check.needed")),
        Grounds = Grounds.ToText(before?.Grounds ?? MultilingualText.Empty, by),
        Marks = [.. ReviewCriterion.All.Select(code => Enum.TryParse<ReviewRating>(Marks.GetValueOrDefault(code), out var rating) && Enum.IsDefined(rating) ? new ReviewMark { Criterion = code, Rating = rating } : null).OfType<ReviewMark>()],
    };

    public override IEnumerable<FieldDifference> Differences(Review theirs, Review yours, Kernel.Texts.Text words) =>
    [
        .. FieldDifference.Of(words["review.verdict"], words[ReviewKind.Words(theirs.Verdict)], words[ReviewKind.Words(yours.Verdict)]),
        .. FieldDifference.Of(words["review.grounds"], theirs.Grounds, yours.Grounds),
        .. ReviewCriterion.All.SelectMany(code => FieldDifference.Of(words[ReviewKind.Words(code)], Said(theirs, code, words), Said(yours, code, words))),
    ];

    protected override void Read(Review content)
    {
        Verdict = content.About.IsNone ? null : content.Verdict.ToString();
        Grounds = Text(content.Grounds);
        Marks = content.Marks.ToDictionary(mark => mark.Criterion, mark => (string?)mark.Rating.ToString(), StringComparer.Ordinal);
    }

    private static string Said(Review review, string code, Kernel.Texts.Text words) => review.Marks.FirstOrDefault(mark => mark.Criterion == code) is { } mark ? words[ReviewKind.Words(mark.Rating)] : "";
}

using System.Collections.Immutable;

namespace Citess.Poles.Matching;

/// <summary>What a pole taught its own lists by putting matches aside.</summary>
public sealed class Lessons
{
    /// <summary>Nobody put anything aside.</summary>
    public static Lessons None { get; } = new([]);

    /// <summary>Thousandths that are left of what was put aside itself.</summary>
    public const int Aside = 100;

    /// <summary>Thousandths that are left of others like it; at most <see cref="MostCounted"/> times.</summary>
    public const int LikeIt = 850;
    public const int MostCounted = 3;

    private readonly ImmutableArray<Dismissal> dismissals;

    private Lessons(ImmutableArray<Dismissal> dismissals) => this.dismissals = dismissals;

    public bool IsEmpty => dismissals.IsEmpty;

    /// <summary>Of everything that one pole put aside, in any order.</summary>
    public static Lessons From(IEnumerable<Dismissal> dismissals) => new([.. dismissals.OrderBy(each => each.Id, StringComparer.Ordinal)]);

    /// <summary>Those that touch this offer for this want: first what was put aside itself, then what is like it.</summary>
    public ImmutableArray<Lesson> For(Need need, Offering offer, PoleFacts offering)
    {
        if (dismissals.IsEmpty)
        {
            return [];
        }

        var itself = dismissals.FirstOrDefault(each => each.Need == need.Id && each.Offering.Id == offer.Id);
        var like = dismissals.Where(each => !ReferenceEquals(each, itself) && IsLike(each, need, offer, offering)).Take(MostCounted).Select(each => new Lesson(each, LikeIt));
        return [.. itself is null ? [] : new[] { new Lesson(itself, Aside) }, .. like];
    }

    /// <summary>What is left of a score.</summary>
    public static int Apply(int score, ImmutableArray<Lesson> lessons)
    {
        foreach (var lesson in lessons)
        {
            score = (int)((long)score * lesson.Factor / Weights.Factor);
        }

        return score;
    }

    private static bool IsLike(Dismissal aside, Need need, Offering offer, PoleFacts offering) => aside.Reason switch
    {
        DismissalReason.WrongSubject => aside.Need == need.Id && offer.Concepts.Any(concept => aside.Offering.Concepts.Contains(concept, StringComparer.Ordinal) && !need.Concepts.Contains(concept, StringComparer.Ordinal)),
        DismissalReason.TooFar => aside.Country == offering.Country,
        DismissalReason.NoCapacity or DismissalReason.AlreadyKnown => aside.Offering.Pole == offering.Id,
        _ => false,
    };
}

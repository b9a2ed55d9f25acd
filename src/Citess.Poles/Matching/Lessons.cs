using System.Collections.Immutable;

namespace Citess.Poles.Matching;

/// <summary>What a pole taught its own lists by putting matches aside.</summary>
public sealed class Lessons
{
    /// <summary>Nobody put anything aside.</summary>
    public static Lessons None { get; } = new("", []);

    /// <summary>Thousandths that are left of what was put aside itself.</summary>
    public const int Aside = 100;

    /// <summary>Thousandths that are left of others like it; at most <see cref="MostCounted"/> times.</summary>
    public const int LikeIt = 850;
    public const int MostCounted = 3;

    private readonly string pole;
    private readonly ImmutableArray<Dismissal> dismissals;

    private Lessons(string pole, ImmutableArray<Dismissal> dismissals) => (this.pole, this.dismissals) = (pole, dismissals);

    public bool IsEmpty => dismissals.IsEmpty;

    /// <summary>Of everything that one pole put aside, in any order.</summary>
    /// <param name="pole">Whose wants and offers they were; matches between others are left as they are.</param>
    /// <param name="dismissals">What it put aside.</param>
    public static Lessons From(string pole, IEnumerable<Dismissal> dismissals) => new(pole, [.. dismissals.OrderBy(each => each.Id, StringComparer.Ordinal)]);

    /// <summary>Those that touch this offer for this want: first what was put aside itself, then what is like it.</summary>
    public ImmutableArray<Lesson> For(Need need, Offering offer, PoleFacts wanting, PoleFacts offering)
    {
        if (dismissals.IsEmpty || (need.Pole != pole && offer.Pole != pole))
        {
            return [];
        }

        var (own, ours, other, theirs, from) = need.Pole == pole ? (need.Id, need.Concepts, offer.Id, offer.Concepts, offering) : (offer.Id, offer.Concepts, need.Id, need.Concepts, wanting);
        var itself = dismissals.FirstOrDefault(each => each.Own == own && each.Other == other);
        var like = dismissals.Where(each => !ReferenceEquals(each, itself) && IsLike(each)).Take(MostCounted).Select(each => new Lesson(each, LikeIt));
        return [.. itself is null ? [] : new[] { new Lesson(itself, Aside) }, .. like];

        bool IsLike(Dismissal aside) => aside.Reason switch
        {
            DismissalReason.WrongSubject => aside.Own == own && theirs.Any(concept => aside.Concepts.Contains(concept, StringComparer.Ordinal) && !ours.Contains(concept, StringComparer.Ordinal)),
            DismissalReason.TooFar => aside.Country.Length > 0 && aside.Country == from.Country,
            DismissalReason.NoCapacity or DismissalReason.AlreadyKnown => aside.Pole == from.Id,
            _ => false,
        };
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
}

using System.Collections.Immutable;

namespace Citess.Poles.Matching.Fairness;

/// <summary>A want whose first offer gives way to one that is nearly as good.</summary>
/// <param name="Need">Address of the want.</param>
/// <param name="From">The best by score, whose pole has its share of first places already.</param>
/// <param name="To">The one that stands first instead.</param>
public sealed record GivenWay(string Need, Ranked From, Ranked To);

/// <summary>
/// First places shared out. A pole has at most <see cref="EvenShares"/> times an even share of them; beyond that it gives way
/// to the best other one that has at least <see cref="Tolerance"/> thousandths of its score and whose pole is below that bound.
/// Where there is none, it stays first: nobody gets worse help for the sake of evenness. Wants in which a pole leads most are its own first.
/// </summary>
public sealed class FairPlaces
{
    public const int EvenShares = 3;
    public const int Tolerance = 950;

    private readonly Dictionary<string, GivenWay> byNeed;

    private FairPlaces(int bound, ImmutableArray<GivenWay> givenWay)
    {
        (Bound, GivenWay) = (bound, givenWay);
        byNeed = givenWay.ToDictionary(each => each.Need, StringComparer.Ordinal);
    }

    /// <summary>Most first places of one pole, where others are nearly as good.</summary>
    public int Bound { get; }

    public ImmutableArray<GivenWay> GivenWay { get; }

    /// <summary>Shares out the first places of all wants of a network.</summary>
    /// <param name="poles">How many poles have an offer.</param>
    /// <param name="lists">Per want, its best offers, the best first; in any order.</param>
    public static FairPlaces Of(int poles, IReadOnlyCollection<(string Need, ImmutableArray<Ranked> Best)> lists)
    {
        var filled = lists.Where(list => !list.Best.IsEmpty).ToArray();
        var bound = Math.Max(1, (int)Math.Ceiling((decimal)EvenShares * filled.Length / Math.Max(1, poles)));
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        var givenWay = ImmutableArray.CreateBuilder<GivenWay>();
        var leads = Array.ConvertAll(filled, list => (Lead: -Lead(list.Best), list.Need));
        Array.Sort(leads, filled, Comparer<(int Lead, string Need)>.Create((one, other) => one.Lead != other.Lead ? one.Lead.CompareTo(other.Lead) : string.CompareOrdinal(one.Need, other.Need)));
        foreach (var (need, best) in filled)
        {
            var first = best[0];
            foreach (var other in best)
            {
                if (!IsNear(best[0], other))
                {
                    break;
                }

                if (taken.GetValueOrDefault(other.Pole) < bound)
                {
                    first = other;
                    break;
                }
            }

            taken[first.Pole] = taken.GetValueOrDefault(first.Pole) + 1;
            if (first != best[0])
            {
                givenWay.Add(new(need, best[0], first));
            }
        }

        return new(bound, givenWay.ToImmutable());
    }

    /// <summary>Whether one is as good as the first, or nearly.</summary>
    public static bool IsNear(Ranked first, Ranked other) => (long)other.Score * 1000 >= (long)first.Score * Tolerance;

    /// <summary>Why another than the best stands first for a want, or null.</summary>
    public GivenWay? Of(string need) => byNeed.GetValueOrDefault(need);

    /// <summary>A list of a want in its fair order.</summary>
    public ImmutableArray<Ranked> Order(string need, ImmutableArray<Ranked> best) =>
        Of(need) is { } given && best.IndexOf(given.To) is > 0 and var place ? best.RemoveAt(place).Insert(0, given.To) : best;

    /// <summary>How far the first one is before the best of another pole, in thousandths of its score.</summary>
    private static int Lead(ImmutableArray<Ranked> best)
    {
        foreach (var other in best)
        {
            if (other.Pole != best[0].Pole)
            {
                return (int)(1000 - (1000L * other.Score / best[0].Score));
            }
        }

        return 1000;
    }
}

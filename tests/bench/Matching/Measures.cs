namespace Citess.Bench.Matching;

/// <summary>How good a ranking is, how sure that is, and how like two rankings are.</summary>
internal static class Measures
{
    public const int Depth = 20;

    /// <summary>1 when the first one is right.</summary>
    public static double First(IReadOnlyList<int> ranked, Dictionary<int, int> grades) => ranked.Count > 0 && IsRight(ranked[0], grades) ? 1 : 0;

    /// <summary>One over the place of the first right one.</summary>
    public static double Reciprocal(IReadOnlyList<int> ranked, Dictionary<int, int> grades)
    {
        var place = ranked.Take(Depth).ToList().FindIndex(offer => IsRight(offer, grades));
        return place < 0 ? 0 : 1.0 / (place + 1);
    }

    /// <summary>How many of the right ones are among the first five, of as many as could be.</summary>
    public static double RecallAtFive(IReadOnlyList<int> ranked, Dictionary<int, int> grades) =>
        ranked.Take(5).Count(offer => IsRight(offer, grades)) / (double)Math.Min(5, grades.Values.Count(grade => grade >= Judgements.Right));

    /// <summary>Gain of the first ten by their grades, of the best order there could be.</summary>
    public static double GainAtTen(IReadOnlyList<int> ranked, Dictionary<int, int> grades)
    {
        return Gain(ranked.Take(10).Select(offer => grades.GetValueOrDefault(offer))) / Gain(grades.Values.OrderDescending().Take(10));

        static double Gain(IEnumerable<int> some) => some.Select((grade, place) => ((1 << grade) - 1) / Math.Log2(place + 2)).Sum();
    }

    /// <summary>The middle 95 of 100 means of a difference, drawn anew 10,000 times from the same wants.</summary>
    public static (double Low, double High) Interval(IReadOnlyList<double> differences)
    {
        var random = new Random(95);
        var means = new double[10_000];
        for (var draw = 0; draw < means.Length; draw++)
        {
            var sum = 0.0;
            for (var each = 0; each < differences.Count; each++)
            {
                sum += differences[random.Next(differences.Count)];
            }

            means[draw] = sum / differences.Count;
        }

        Array.Sort(means);
        return (means[means.Length / 40], means[means.Length - 1 - (means.Length / 40)]);
    }

    /// <summary>0 when all have the same, towards 1 when one has everything.</summary>
    public static double Gini(IEnumerable<double> shares)
    {
        var sorted = shares.Order().ToList();
        var total = sorted.Sum();
        return total == 0 ? 0 : sorted.Select((share, place) => ((2 * (place + 1)) - sorted.Count - 1) * share).Sum() / (sorted.Count * total);
    }

    /// <summary>How well pairs that were said are the pairs that are.</summary>
    public static double PairF1(IReadOnlySet<(int, int)> said, IReadOnlySet<(int, int)> key)
    {
        var both = said.Count(key.Contains);
        return both == 0 ? 0 : 2.0 * both / (said.Count + key.Count);
    }

    /// <summary>Every two that share a group, each pair once.</summary>
    public static HashSet<(int, int)> Pairs(IEnumerable<IReadOnlyCollection<int>> groups) =>
        [.. groups.SelectMany(group => group.SelectMany(_ => group, (one, other) => (one, other)).Where(pair => pair.one < pair.other))];

    /// <summary>Kendall's and Spearman's correlation of two lists of the first ones; what only one of them has comes last in the other.</summary>
    public static (double Kendall, double Spearman) Correlation(IReadOnlyList<int> one, IReadOnlyList<int> other)
    {
        var all = one.Union(other).Order().ToList();
        var (x, y) = (all.ConvertAll(offer => Place(one, offer)), all.ConvertAll(offer => Place(other, offer)));
        var (same, tiesX, tiesY, pairs) = (0, 0, 0, all.Count * (all.Count - 1) / 2);
        for (var a = 0; a < all.Count; a++)
        {
            for (var b = a + 1; b < all.Count; b++)
            {
                same += Math.Sign(x[a] - x[b]) * Math.Sign(y[a] - y[b]);
                tiesX += x[a] == x[b] ? 1 : 0;
                tiesY += y[a] == y[b] ? 1 : 0;
            }
        }

        return (same / Math.Sqrt((double)(pairs - tiesX) * (pairs - tiesY)), Pearson(x, y));

        static int Place(IReadOnlyList<int> list, int offer) => list.Index().Where(each => each.Item == offer).Select(each => each.Index).DefaultIfEmpty(list.Count).First();
    }

    private static double Pearson(List<int> x, List<int> y)
    {
        var (meanX, meanY) = (x.Average(), y.Average());
        var together = x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Sum();
        return together / Math.Sqrt(x.Sum(a => (a - meanX) * (a - meanX)) * y.Sum(b => (b - meanY) * (b - meanY)));
    }

    private static bool IsRight(int offer, Dictionary<int, int> grades) => grades.GetValueOrDefault(offer) >= Judgements.Right;
}

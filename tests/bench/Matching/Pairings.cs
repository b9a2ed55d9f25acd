namespace Citess.Bench.Matching;

/// <summary>What pairs of poles the plain rules make, to be beaten.</summary>
internal static class Pairings
{
    /// <summary>Mean over 200 shares of all poles into groups of two to four by lot.</summary>
    public static double ByLot(int poles, IReadOnlySet<(int, int)> key)
    {
        var random = new Random(2);
        return Enumerable.Range(0, 200).Average(_ =>
        {
            var all = Enumerable.Range(0, poles).ToArray();
            random.Shuffle(all);
            var groups = new List<int[]>();
            for (var from = 0; from < poles; from += groups[^1].Length)
            {
                groups.Add(all[from..Math.Min(poles, from + random.Next(2, 5))]);
            }

            return Measures.PairF1(Measures.Pairs(groups), key);
        });
    }

    /// <summary>As many of the pairs most alike, wants to offers in both directions, as there are in the key: nobody else is told that number.</summary>
    public static double ByWords(PlantedNetwork network, IReadOnlySet<(int, int)> key)
    {
        var words = new TfIdf(network, isStrict: true, hasTags: false);
        var alike = network.Wants.SelectMany(want => words.Found(want).Select(found => (Pair: Pair(want.Pole, network.Offers[found.Offer].Pole), found.Like)))
            .GroupBy(each => each.Pair, each => each.Like).OrderByDescending(pair => pair.Sum()).ThenBy(pair => pair.Key).Take(key.Count).Select(pair => pair.Key).ToHashSet();
        return Measures.PairF1(alike, key);
    }

    public static HashSet<(int, int)> SameCountry(PlantedNetwork network) =>
        Measures.Pairs(network.Poles.GroupBy(pole => pole.Country, pole => pole.Number, StringComparer.Ordinal).Select(group => group.ToList()));

    private static (int, int) Pair(int one, int other) => (Math.Min(one, other), Math.Max(one, other));
}

using System.Collections.Immutable;

namespace Citess.Poles.Matching.Fairness;

/// <summary>How much each pole's offers are seen in the lists of others, and how evenly that is spread.</summary>
/// <param name="ByPole">Millionths that a place counts, added up; a first place counts 1, a later one 1 / log2(place + 1).</param>
public sealed record Exposure(ImmutableSortedDictionary<string, long> ByPole)
{
    // Written down and not computed, so that no processor's logarithm can differ from another's.
    private static readonly int[] Places =
    [
        1_000_000, 630_930, 500_000, 430_677, 386_853, 356_207, 333_333, 315_465, 301_030, 289_065,
        278_943, 270_238, 262_650, 255_958, 250_000, 244_651, 239_812, 235_409, 231_378, 227_670,
    ];

    /// <summary>Of lists, each the best first. Poles with an offer that nobody sees are there with 0.</summary>
    public static Exposure Of(IEnumerable<string> poles, IEnumerable<IReadOnlyList<Ranked>> lists)
    {
        var seen = poles.Distinct(StringComparer.Ordinal).ToDictionary(pole => pole, _ => 0L, StringComparer.Ordinal);
        foreach (var list in lists)
        {
            for (var place = 0; place < Math.Min(list.Count, Places.Length); place++)
            {
                seen[list[place].Pole] = seen.GetValueOrDefault(list[place].Pole) + Places[place];
            }
        }

        return new(seen.ToImmutableSortedDictionary(StringComparer.Ordinal));
    }

    /// <summary>Thousandths: 0 when all are seen alike, towards 1,000 when one has everything.</summary>
    public int Gini
    {
        get
        {
            var total = ByPole.Values.Aggregate(Int128.Zero, (sum, seen) => sum + seen);
            var weighted = ByPole.Values.Order().Select((seen, place) => (Int128)((2 * (place + 1)) - ByPole.Count - 1) * seen).Aggregate(Int128.Zero, (sum, each) => sum + each);
            return total == 0 ? 0 : (int)(1000 * weighted / (ByPole.Count * total));
        }
    }
}

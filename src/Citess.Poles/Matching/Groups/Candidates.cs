using System.Collections.Immutable;

namespace Citess.Poles.Matching.Groups;

/// <summary>Groups that are worth looking at: every pair that can help, grown by whoever helps its members most.</summary>
internal static class Candidates
{
    private const int Grown = 5;
    private const int Most = 2_000;

    public static ImmutableArray<int[]> Of(PoleTable table)
    {
        var count = table.Poles.Length;
        var score = new int[count, count];
        for (var one = 0; one < count; one++)
        {
            for (var other = one + 1; other < count; other++)
            {
                score[one, other] = score[other, one] = table.Pair(one, other).Score;
            }
        }

        List<int[]> all = [.. Enumerable.Range(0, count).SelectMany(one => Enumerable.Range(one + 1, count - one - 1).Select(other => new[] { one, other })).Where(pair => score[pair[0], pair[1]] > 0 && table.MayMeet(pair))];
        var (last, seen) = (all.ToList(), new HashSet<string>(StringComparer.Ordinal));
        for (var size = GroupRules.Least + 1; size <= GroupRules.Most; size++)
        {
            last = [.. last.SelectMany(group => Enumerable.Range(0, count).Where(pole => !group.Contains(pole))
                .Select(pole => (Pole: pole, Sum: group.Sum(member => (long)score[member, pole]))).Where(each => each.Sum > 0)
                .OrderByDescending(each => each.Sum).ThenBy(each => each.Pole).Take(Grown)
                .Select(each => group.Append(each.Pole).Order().ToArray())).Where(group => seen.Add(string.Join(' ', group)) && table.MayMeet(group))
                .OrderByDescending(Sum).ThenBy(group => string.Join(' ', group), StringComparer.Ordinal).Take(Most)];
            all.AddRange(last);
        }

        return [.. all];

        long Sum(int[] group) => group.Sum(one => group.Sum(other => (long)score[one, other]));
    }
}

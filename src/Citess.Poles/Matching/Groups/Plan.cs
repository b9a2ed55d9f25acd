using System.Collections.Immutable;

namespace Citess.Poles.Matching.Groups;

/// <summary>Groups taken so far, and how well every want is met by them.</summary>
internal sealed class Plan(PoleTable table, IReadOnlyDictionary<(int, int), int> had)
{
    private readonly int[][] met = [.. Enumerable.Range(0, table.Poles.Length).Select(pole => new int[table.Needs(pole)])];
    private readonly int[] memberships = new int[table.Poles.Length];

    public List<int[]> Groups { get; } = [];

    public HashSet<(int, int)> Pairs { get; } = [];

    /// <summary>What all groups bring together.</summary>
    public long Worth { get; private set; }

    /// <summary>The same for the same groups.</summary>
    public string Key => string.Join(';', Groups.Select(group => string.Join(' ', group)).Order(StringComparer.Ordinal));

    public bool HasRoom(int pole) => memberships[pole] < GroupRules.Overlap;

    public bool IsPlaced(int pole) => memberships[pole] > 0;

    /// <summary>What one more group would bring, less what it costs; 0 when it may not be.</summary>
    public long Brings(int[] members) => MayBe(members) ? Gain(members) - (GroupRules.Effort * members.Length * (members.Length - 1L) / 2) : 0;

    public void Take(int[] members)
    {
        Worth += Brings(members);
        Groups.Add(members);
        foreach (var member in members)
        {
            memberships[member]++;
            for (var need = 0; need < met[member].Length; need++)
            {
                met[member][need] = Math.Max(met[member][need], Best(member, need, members));
            }
        }

        Pairs.UnionWith(Two(members));
    }

    /// <summary>Whoever has a want and is in no group comes into the one that brings most, even where it costs more than that.</summary>
    public void Complete(ImmutableArray<int[]> candidates)
    {
        foreach (var pole in Enumerable.Range(0, memberships.Length).Where(pole => table.Needs(pole) > 0))
        {
            if (IsPlaced(pole))
            {
                continue;
            }

            var best = candidates.Where(members => members.Contains(pole) && MayBe(members) && Met(pole, members) > 0).MaxBy(members => (Brings(members), -members[0], -members[1]));
            if (best is not null)
            {
                Take(best);
            }
        }
    }

    private bool MayBe(int[] members)
    {
        foreach (var member in members)
        {
            if (!HasRoom(member))
            {
                return false;
            }
        }

        return !Two(members).Any(Pairs.Contains);
    }

    /// <summary>How much better wants are met, and more where two help each other; less where they have few hours in common, or were together in another proposal.</summary>
    private long Gain(int[] members)
    {
        var gain = 0L;
        foreach (var member in members)
        {
            gain += Met(member, members);
        }

        foreach (var (one, other) in Two(members))
        {
            gain += (long)table.Pair(one, other).Score * GroupRules.Mutual / 1000;
        }

        gain = gain * Math.Clamp(table.Hours(members), 1, GroupRules.Hours) / GroupRules.Hours;
        foreach (var _ in Two(members).Where(had.ContainsKey))
        {
            gain = gain * GroupRules.Again / 1000;
        }

        return gain;
    }

    private long Met(int member, int[] members)
    {
        var sum = 0L;
        for (var need = 0; need < met[member].Length; need++)
        {
            sum += Math.Max(0, Best(member, need, members) - met[member][need]);
        }

        return met[member].Length == 0 ? 0 : sum / met[member].Length;
    }

    private int Best(int member, int need, int[] members)
    {
        var best = 0;
        foreach (var other in members)
        {
            best = other == member ? best : Math.Max(best, table.Score(member, need, other));
        }

        return best;
    }

    private static IEnumerable<(int, int)> Two(int[] members)
    {
        for (var one = 0; one < members.Length; one++)
        {
            for (var other = one + 1; other < members.Length; other++)
            {
                yield return (members[one], members[other]);
            }
        }
    }
}

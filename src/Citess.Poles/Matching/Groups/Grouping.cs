using System.Collections.Immutable;

namespace Citess.Poles.Matching.Groups;

/// <summary>
/// Proposes groups: again and again the one that brings most, as long as it brings more than it costs; then whoever has a want and is
/// in none, where possible. What a group brings is how much better the wants of its members are met than before, more where help
/// is mutual. The same seed and the same poles give the same proposals.
/// </summary>
public static class Grouping
{
    private const int Rounds = 8;
    private const int Spread = 200;

    /// <summary>Three ways that really differ, where there are three; the first is the best.</summary>
    public static ImmutableArray<GroupProposal> Propose(PoleTable table, ulong seed)
    {
        var candidates = Candidates.Of(table);
        var had = new Dictionary<(int, int), int>();
        var (proposals, seen) = (ImmutableArray.CreateBuilder<GroupProposal>(), new HashSet<string>(StringComparer.Ordinal));
        for (var alternative = 0; alternative < GroupRules.Alternatives; alternative++)
        {
            var (empty, first) = (new Plan(table, had), alternative * Rounds);
            var brings = candidates.Select(empty.Brings).ToArray();
            var best = Enumerable.Range(first, Rounds).Select(round => Fill(new(table, had), candidates, brings, round == first ? null : new(seed + (ulong)round))).MaxBy(plan => plan.Worth)!;
            if (best.Groups.Count == 0 || !seen.Add(best.Key))
            {
                break;
            }

            proposals.Add(Reasons.Of(table, best));
            foreach (var pair in best.Pairs)
            {
                had[pair] = had.GetValueOrDefault(pair) + 1;
            }
        }

        return [.. proposals.OrderByDescending(proposal => proposal.Score)];
    }

    /// <summary>What groups mean that somebody else made: who can help whom in them, and what would change. Whoever is not in the table is passed over.</summary>
    public static GroupProposal Read(PoleTable table, IEnumerable<IEnumerable<string>> groups)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(groups);
        var places = table.Poles.Index().ToDictionary(pole => pole.Item.Id, pole => pole.Index, StringComparer.Ordinal);
        var plan = new Plan(table, ImmutableDictionary<(int, int), int>.Empty);
        foreach (var members in groups.Select(group => group.Where(places.ContainsKey).Select(member => places[member]).Distinct().Order().ToArray()).Where(members => members.Length >= GroupRules.Least))
        {
            plan.Take(members);
        }

        return Reasons.Of(table, plan);
    }

    /// <summary>One way: the candidates by what they bring, each weighed a little differently by lot, so that near ties fall out differently.</summary>
    private static Plan Fill(Plan plan, ImmutableArray<int[]> candidates, long[] atFirst, Lot? lot)
    {
        var weights = atFirst.Select(_ => 1000 - (lot?.Next(Spread) ?? 0)).ToArray();
        var queue = new PriorityQueue<int, (long, int)>();
        for (var number = 0; number < weights.Length; number++)
        {
            Enqueue(number, atFirst[number] * weights[number] / 1000);
        }

        // What a group brings only shrinks while others are taken: whoever is still first when counted anew is the best.
        while (queue.TryDequeue(out var number, out _))
        {
            var brings = plan.Brings(candidates[number]) * weights[number] / 1000;
            if (brings > 0 && queue.TryPeek(out _, out var next) && -brings > next.Item1)
            {
                Enqueue(number, brings);
            }
            else if (brings > 0)
            {
                plan.Take(candidates[number]);
            }
        }

        plan.Complete(candidates);
        return plan;

        void Enqueue(int number, long brings)
        {
            if (brings > 0)
            {
                queue.Enqueue(number, (-brings, number));
            }
        }
    }
}

using System.Collections.Immutable;

namespace Citess.Poles.Matching.Groups;

/// <summary>For a few poles, the best offer of each for every want of every other; and who may be in a group with whom.</summary>
public sealed class PoleTable
{
    private readonly MatchIndex index;
    private readonly Ranked[][][] best;
    private readonly string[][] needs;
    private readonly PoleMatch?[] pairs;

    /// <summary>Poles that agreed to be matched, in the order of their addresses; the others are left out.</summary>
    public ImmutableArray<PoleFacts> Poles { get; }

    public PoleTable(ConceptGraph graph, DateOnly today, IEnumerable<PoleFacts> poles, IEnumerable<Need> needs, IEnumerable<Offering> offerings)
    {
        Poles = [.. poles.Where(pole => pole.Consents).OrderBy(pole => pole.Id, StringComparer.Ordinal)];
        pairs = new PoleMatch?[Poles.Length * Poles.Length];
        var places = Poles.Index().ToDictionary(pole => pole.Item.Id, pole => pole.Index, StringComparer.Ordinal);
        var wanted = needs.Where(need => places.ContainsKey(need.Pole)).OrderBy(need => need.Id, StringComparer.Ordinal).ToList();
        var offered = offerings.Where(offering => places.ContainsKey(offering.Pole)).ToList();
        index = MatchIndex.Of(graph, today, Poles, wanted, offered);
        this.needs = [.. Poles.Select(pole => wanted.Where(need => need.Pole == pole.Id).Select(need => need.Id).ToArray())];
        best = [.. Poles.Select(pole => wanted.Where(need => need.Pole == pole.Id).Select(Best).ToArray())];

        Ranked[] Best(Need need)
        {
            var row = new Ranked[Poles.Length];
            foreach (var ranked in index.Rank(need, Math.Max(1, offered.Count), Lessons.None).Reverse())
            {
                row[places[ranked.Pole]] = ranked;
            }

            return row;
        }
    }

    /// <summary>Every two that can help each other at all, the best first.</summary>
    public IEnumerable<PoleMatch> Pairs() => Enumerable.Range(0, Poles.Length)
        .SelectMany(one => Enumerable.Range(one + 1, Poles.Length - one - 1).Select(other => Pair(one, other)))
        .Where(pair => pair.Score > 0).OrderByDescending(pair => pair.Score).ThenBy(pair => pair.One, StringComparer.Ordinal).ThenBy(pair => pair.Other, StringComparer.Ordinal);

    /// <summary>Why an offer is good for a want of these.</summary>
    public Match? Explain(string need, string offering) => index.Explain(need, offering, Lessons.None);

    /// <summary>Of two, the one that comes first given first.</summary>
    internal PoleMatch Pair(int one, int other) => pairs[(one * Poles.Length) + other] ??= new(Poles[one].Id, Poles[other].Id, Helped(one, other), Helped(other, one));

    internal int Needs(int pole) => needs[pole].Length;

    internal string Need(int pole, int need) => needs[pole][need];

    /// <summary>The score of the best offer of one for a want of another.</summary>
    internal int Score(int pole, int need, int by) => best[pole][need][by].Score;

    internal Help? Help(int pole, int need, IEnumerable<int> by)
    {
        var found = by.Where(other => other != pole).Select(other => best[pole][need][other]).Where(ranked => ranked.Score > 0)
            .OrderByDescending(ranked => ranked.Score).ThenBy(ranked => ranked.Offering, StringComparer.Ordinal).FirstOrDefault();
        return found.Score == 0 ? null : new(needs[pole][need], Poles[pole].Id, found.Offering, found.Pole, found.Score);
    }

    /// <summary>Whether these may sit at one table: none blocks another, and all speak one language.</summary>
    internal bool MayMeet(IReadOnlyCollection<int> members) =>
        members.All(one => members.All(other => !Poles[one].Blocks.Contains(Poles[other].Id))) && Languages(members).Count > 0;

    internal SortedSet<string> Languages(IReadOnlyCollection<int> members) =>
        new(members.Select(member => Poles[member].Languages.AsEnumerable()).Aggregate((some, others) => some.Intersect(others, StringComparer.Ordinal)), StringComparer.Ordinal);

    /// <summary>Working hours that all have in common.</summary>
    internal int Hours(IReadOnlyCollection<int> members) => members.Min(one => members.Min(other => Scoring.Hours(Poles[one], Poles[other])));

    private int Helped(int pole, int by)
    {
        var sum = 0L;
        for (var need = 0; need < needs[pole].Length; need++)
        {
            sum += best[pole][need][by].Score;
        }

        return needs[pole].Length == 0 ? 0 : (int)(sum / needs[pole].Length);
    }
}

using System.Collections.Immutable;

namespace Citess.Poles.Matching.Groups;

/// <summary>Says of a plan why it is so, and what would change.</summary>
internal static class Reasons
{
    public static GroupProposal Of(PoleTable table, Plan plan)
    {
        var groups = plan.Groups.Select(members => (Group: Of(table, plan, members), Sum: Helps(table, members).Sum(help => (long)help.Score)))
            .OrderByDescending(each => each.Sum).ThenBy(each => each.Group.Members[0], StringComparer.Ordinal).ThenBy(each => each.Group.Members[1], StringComparer.Ordinal).Select(each => each.Group).ToImmutableArray();
        var met = groups.SelectMany(group => group.Helps.Select(help => help.Need)).ToHashSet(StringComparer.Ordinal);
        var all = Enumerable.Range(0, table.Poles.Length).ToList();
        return new(
            groups,
            [.. all.Where(pole => table.Needs(pole) > 0 && !plan.IsPlaced(pole)).Select(pole => new Unplaced(table.Poles[pole].Id, [.. all.Where(other => other != pole && Enumerable.Range(0, table.Needs(pole)).Any(need => table.Score(pole, need, other) > 0)).Select(other => table.Poles[other].Id)]))],
            [.. all.SelectMany(pole => Enumerable.Range(0, table.Needs(pole)).Select(need => table.Need(pole, need))).Where(need => !met.Contains(need)).Order(StringComparer.Ordinal)],
            Worth(table, plan));
    }

    /// <summary>What it brings by itself, whatever was proposed before.</summary>
    private static long Worth(PoleTable table, Plan plan)
    {
        var again = new Plan(table, ImmutableDictionary<(int, int), int>.Empty);
        plan.Groups.ForEach(again.Take);
        return again.Worth;
    }

    private static Group Of(PoleTable table, Plan plan, int[] members) => new(
        [.. members.Select(member => table.Poles[member].Id)],
        [.. Helps(table, members)],
        [.. table.Languages(members)],
        table.Hours(members),
        [.. members.Select(member => Without(table, plan, members, member))]);

    private static List<Help> Helps(PoleTable table, IReadOnlyCollection<int> members)
    {
        List<Help> helps = [.. members.SelectMany(member => Enumerable.Range(0, table.Needs(member)).Select(need => table.Help(member, need, members))).OfType<Help>()];
        helps.Sort(Help.Order);
        return helps;
    }

    private static WhatIf Without(PoleTable table, Plan plan, int[] members, int member)
    {
        int[] others = [.. members.Where(other => other != member)];
        var left = Helps(table, others).Select(help => help.Need).ToHashSet(StringComparer.Ordinal);
        var lost = Helps(table, members).Where(help => help.Pole != table.Poles[member].Id && !left.Contains(help.Need)).Select(help => help.Need).Order(StringComparer.Ordinal).ToImmutableArray();
        var instead = Enumerable.Range(0, table.Poles.Length).Where(pole => !members.Contains(pole) && plan.HasRoom(pole) && table.MayMeet([.. others, pole]))
            .Select(pole => (Pole: pole, Sum: others.Sum(other => (long)table.Pair(Math.Min(other, pole), Math.Max(other, pole)).Score))).Where(each => each.Sum > 0)
            .OrderByDescending(each => each.Sum).ThenBy(each => each.Pole).Select(each => table.Poles[each.Pole].Id).FirstOrDefault();
        return new(table.Poles[member].Id, lost, others.Length >= GroupRules.Least && left.Count > 0, instead);
    }
}

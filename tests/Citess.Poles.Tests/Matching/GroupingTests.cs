using Citess.Poles.Matching;
using Citess.Poles.Matching.Groups;
using Xunit;

namespace Citess.Poles.Tests.Matching;

public sealed class GroupingTests
{
    [Fact]
    public void Groups_are_of_two_to_four_who_speak_one_language_and_block_nobody_and_no_pole_is_in_more_than_two()
    {
        for (var seed = 20; seed < 26; seed++)
        {
            var (poles, needs, offers) = MatchingExamples.ByLot(seed, each: 3);
            var table = new PoleTable(MatchingExamples.Graph, MatchingExamples.Today, poles, needs, offers);
            var proposals = Grouping.Propose(table, 1);
            Assert.Equal(GroupRules.Alternatives, proposals.Length);
            foreach (var proposal in proposals)
            {
                Assert.All(proposal.Groups, group =>
                {
                    Assert.InRange(group.Members.Length, GroupRules.Least, GroupRules.Most);
                    var members = group.Members.Select(id => poles.Single(pole => pole.Id == id)).ToList();
                    Assert.All(members, member => Assert.True(member.Consents && !member.Blocks.Overlaps(group.Members)));
                    Assert.NotEmpty(group.Languages);
                    Assert.All(members, member => Assert.Subset(member.Languages.ToHashSet(), group.Languages.ToHashSet()));
                    Assert.NotEmpty(group.Helps);
                    Assert.All(group.Helps, help => Assert.Equal(help.Score, table.Explain(help.Need, help.Offering)!.Score));
                    Assert.Equal(group.Members, group.WhatIfs.Select(what => what.Member));
                });
                Assert.All(proposal.Groups.SelectMany(group => group.Members).CountBy(member => member), member => Assert.InRange(member.Value, 1, GroupRules.Overlap));
                Assert.Equal(Pairs(proposal).Count, proposal.Groups.Sum(group => group.Members.Length * (group.Members.Length - 1) / 2));
            }
        }
    }

    [Fact]
    public void The_three_differ_in_most_of_their_pairs_and_the_first_is_the_best()
    {
        var (poles, needs, offers) = MatchingExamples.ByLot(31, each: 3);
        var proposals = Grouping.Propose(new(MatchingExamples.Graph, MatchingExamples.Today, poles, needs, offers), 1);
        foreach (var (one, other) in new[] { (0, 1), (0, 2), (1, 2) })
        {
            var (some, others) = (Pairs(proposals[one]), Pairs(proposals[other]));
            Assert.True(some.Intersect(others).Count() * 2 < some.Union(others).Count());
        }

        Assert.Equal(proposals.Max(proposal => proposal.Score), proposals[0].Score);
    }

    [Fact]
    public void The_same_poles_in_any_order_and_the_same_seed_give_the_same_groups()
    {
        var (poles, needs, offers) = MatchingExamples.ByLot(32, each: 3);
        var first = Said(Grouping.Propose(new(MatchingExamples.Graph, MatchingExamples.Today, poles, needs, offers), 5));
        poles.Reverse();
        needs.Reverse();
        offers.Reverse();
        Assert.Equal(first, Said(Grouping.Propose(new(MatchingExamples.Graph, MatchingExamples.Today, poles, needs, offers), 5)));
    }

    [Fact]
    public void Whoever_has_a_want_that_somebody_could_meet_is_placed_or_it_is_said_who_could()
    {
        var (poles, needs, offers) = MatchingExamples.ByLot(33, each: 2);
        var table = new PoleTable(MatchingExamples.Graph, MatchingExamples.Today, poles, needs, offers);
        var proposal = Grouping.Propose(table, 1)[0];
        var placed = proposal.Groups.SelectMany(group => group.Members).ToHashSet();
        Assert.Equal(poles.Where(pole => pole.Consents && !placed.Contains(pole.Id)).Select(pole => pole.Id).Order(), proposal.Unplaced.Select(each => each.Pole));
        var memberships = proposal.Groups.SelectMany(group => group.Members).CountBy(member => member).ToDictionary();
        Assert.All(proposal.Unplaced, pole => Assert.All(pole.CouldHelp, other => Assert.True(
            memberships.GetValueOrDefault(other) == GroupRules.Overlap || !poles.Single(each => each.Id == other).Languages.Intersect(poles.Single(each => each.Id == pole.Pole).Languages).Any() || Blocked(poles, pole.Pole, other))));
    }

    [Fact]
    public void If_a_member_declines_what_is_lost_is_what_only_it_could_meet()
    {
        var group = Assert.Single(Grouping.Propose(Round("a", "b", "c"), 1)[0].Groups);
        Assert.Equal(["https://a.example", "https://b.example", "https://c.example"], group.Members);
        Assert.Equal(["b-wants", "c-wants", "a-wants"], group.WhatIfs.Select(what => Assert.Single(what.Lost)));
        Assert.All(group.WhatIfs, what => Assert.True(what.StillStands));
        var pair = Assert.Single(Grouping.Propose(Round("a", "b"), 1)[0].Groups);
        Assert.Equal([false, false], pair.WhatIfs.Select(what => what.StillStands));
    }

    [Fact]
    public void If_a_member_declines_another_is_named_who_helps_the_rest()
    {
        var table = new PoleTable(
            MatchingExamples.Graph,
            MatchingExamples.Today,
            new[] { "a", "b", "c" }.Select(name => MatchingExamples.Mahdia with { Id = $"https://{name}.example" }),
            [Wants("a", "loans"), Wants("b", "bylaws")],
            [Offers("a", "bylaws"), Offers("b", "loans"), Offers("c", "loans") with { Confirmed = MatchingExamples.Today.AddYears(-1) }]);
        var group = Assert.Single(Grouping.Propose(table, 1)[0].Groups);
        Assert.Equal(["https://a.example", "https://b.example"], group.Members);
        Assert.Equal([null, "https://c.example"], group.WhatIfs.Select(what => what.Instead));
    }

    [Fact]
    public void Two_that_help_each_other_are_worth_more_than_one_that_only_gives()
    {
        var pair = new PoleMatch("a", "b", 600_000, 300_000);
        Assert.Equal((400_000, false), (pair.Score, pair.IsOneWay));
        var oneWay = new PoleMatch("a", "b", 0, 800_000);
        Assert.Equal((200_000, true), (oneWay.Score, oneWay.IsOneWay));
        Assert.Equal((0, false), (new PoleMatch("a", "b", 0, 0).Score, new PoleMatch("a", "b", 0, 0).IsOneWay));
    }

    /// <summary>Each helps the next, and the last the first.</summary>
    private static PoleTable Round(params string[] names) => new(
        MatchingExamples.Graph,
        MatchingExamples.Today,
        names.Select(name => MatchingExamples.Mahdia with { Id = $"https://{name}.example" }),
        names.Select((name, number) => Wants(name, $"c{number}")),
        names.Select((name, number) => Offers(name, $"c{(number + 1) % names.Length}")));

    private static Need Wants(string name, string concept) => MatchingExamples.Want with { Id = name + "-wants", Pole = $"https://{name}.example", Concepts = [concept] };

    private static Offering Offers(string name, string concept) => MatchingExamples.Offer with { Id = name + "-offers", Pole = $"https://{name}.example", Concepts = [concept] };

    private static bool Blocked(List<PoleFacts> poles, string one, string other) =>
        poles.Single(pole => pole.Id == one).Blocks.Contains(other) || poles.Single(pole => pole.Id == other).Blocks.Contains(one);

    private static HashSet<(string, string)> Pairs(GroupProposal proposal) =>
        [.. proposal.Groups.SelectMany(group => group.Members.SelectMany(_ => group.Members, (one, other) => (one, other)).Where(pair => string.CompareOrdinal(pair.one, pair.other) < 0))];

    private static List<string> Said(IEnumerable<GroupProposal> proposals) => [.. proposals.Select(proposal => string.Join(';', proposal.Groups.Select(group => string.Join(' ', group.Members))))];
}

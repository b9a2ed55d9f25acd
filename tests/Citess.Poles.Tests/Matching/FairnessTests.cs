using System.Collections.Immutable;
using Citess.Poles.Matching;
using Citess.Poles.Matching.Fairness;
using Xunit;

namespace Citess.Poles.Tests.Matching;

public sealed class FairnessTests
{
    [Fact]
    public void A_pole_beyond_its_share_gives_way_to_one_that_is_nearly_as_good_and_to_no_other()
    {
        var lists = Enumerable.Range(0, 100).Select(number => ($"want-{number:000}", (ImmutableArray<Ranked>)[new("big-offer", "big", 900_000), new($"small-{number % 10}", $"small-{number % 10}", number < 60 ? 880_000 : 500_000)])).ToList();
        var fair = FairPlaces.Of(11, lists);
        Assert.Equal(28, fair.Bound);
        Assert.Equal(60, fair.GivenWay.Length);
        Assert.All(fair.GivenWay, given => Assert.Equal(("big", 880_000), (given.From.Pole, given.To.Score)));
        Assert.Equal(["small-3", "big-offer"], fair.Order("want-003", lists[3].Item2).Select(ranked => ranked.Offering));
        Assert.Equal(lists[99].Item2, fair.Order("want-099", lists[99].Item2));
    }

    [Fact]
    public void Beyond_the_bound_a_pole_stays_first_only_where_nobody_below_it_is_nearly_as_good()
    {
        var random = new Random(3);
        for (var network = 0; network < 20; network++)
        {
            var lists = Enumerable.Range(0, 500).Select(number => ($"want-{number}", ByLot(random))).ToList();
            var fair = FairPlaces.Of(40, lists);
            var firsts = lists.ConvertAll(list => (Best: list.Item2, First: fair.Order(list.Item1, list.Item2)[0]));
            var counts = firsts.CountBy(each => each.First.Pole).ToDictionary();
            Assert.All(firsts, each => Assert.True(FairPlaces.IsNear(each.Best[0], each.First)));
            foreach (var over in counts.Where(count => count.Value > fair.Bound))
            {
                var could = firsts.Count(each => each.First.Pole == over.Key && each.Best.Any(other => FairPlaces.IsNear(each.Best[0], other) && counts.GetValueOrDefault(other.Pole) < fair.Bound));
                Assert.True(could <= fair.Bound);
            }
        }
    }

    [Fact]
    public void The_order_in_which_lists_come_means_nothing()
    {
        var random = new Random(4);
        var lists = Enumerable.Range(0, 300).Select(number => ($"want-{number}", ByLot(random))).ToArray();
        var given = FairPlaces.Of(40, lists).GivenWay.ToHashSet();
        Assert.NotEmpty(given);
        random.Shuffle(lists);
        Assert.Equal(given, FairPlaces.Of(40, lists).GivenWay.ToHashSet());
    }

    [Fact]
    public void Exposure_is_what_places_count_and_its_evenness_a_figure()
    {
        ImmutableArray<Ranked> list = [new("1", "a", 9), new("2", "b", 8), new("3", "a", 7)];
        var exposure = Exposure.Of(["a", "b", "nobody-sees"], [list, list]);
        Assert.Equal([("a", 3_000_000L), ("b", 1_261_860L), ("nobody-sees", 0L)], exposure.ByPole.Select(each => (each.Key, each.Value)));
        Assert.Equal(469, exposure.Gini);
        Assert.Equal(0, Exposure.Of(["a", "b"], [[new("1", "a", 9)], [new("2", "b", 9)]]).Gini);
        Assert.Equal(0, Exposure.Of([], []).Gini);
    }

    private static ImmutableArray<Ranked> ByLot(Random random)
    {
        var score = random.Next(500_000, 900_000);
        return [.. Enumerable.Range(0, 8).Select(place => new Ranked($"o{random.Next(99_999)}", $"p{(int)(40 * Math.Pow(random.NextDouble(), 3))}", score -= random.Next(20_000)))];
    }
}

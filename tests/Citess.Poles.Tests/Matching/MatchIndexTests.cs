using Citess.Poles.Matching;
using Xunit;

namespace Citess.Poles.Tests.Matching;

public sealed class MatchIndexTests
{
    [Fact]
    public void The_same_things_in_any_order_give_the_same_lists()
    {
        var (poles, needs, offers) = MatchingExamples.ByLot(1);
        var lists = Lists(MatchIndex.Of(MatchingExamples.Graph, MatchingExamples.Today, poles, needs, offers));
        Assert.Contains(lists, list => list.Count > 5);
        for (var seed = 0; seed < 5; seed++)
        {
            var random = new Random(seed);
            var (a, b, c) = (poles.ToArray(), needs.ToArray(), offers.ToArray());
            random.Shuffle(a);
            random.Shuffle(b);
            random.Shuffle(c);
            Assert.Equal(lists, Lists(MatchIndex.Of(MatchingExamples.Graph, MatchingExamples.Today, a, b, c)));
        }
    }

    [Fact]
    public void Step_by_step_it_comes_to_the_same_as_at_once()
    {
        var random = new Random(7);
        var (poles, needs, offers) = MatchingExamples.ByLot(2, poles: 20, each: 20);
        var index = MatchIndex.Of(MatchingExamples.Graph, MatchingExamples.Today, poles, needs, offers);
        for (var step = 1; step <= 1500; step++)
        {
            Change(random, index, poles, needs, offers, step);
            if (step % 50 == 0)
            {
                Assert.Equal(Lists(MatchIndex.Of(MatchingExamples.Graph, MatchingExamples.Today, poles, needs, offers)), Lists(index));
            }
        }
    }

    [Fact]
    public void A_list_is_the_best_of_all_offers_taken_one_by_one()
    {
        var (poles, needs, offers) = MatchingExamples.ByLot(3, poles: 20, each: 20);
        var index = MatchIndex.Of(MatchingExamples.Graph, MatchingExamples.Today, poles, needs, offers);
        foreach (var need in needs.Take(100))
        {
            var all = offers.Select(offer => index.Explain(need.Id, offer.Id, Lessons.None)!).Where(match => match.Score > 0)
                .OrderByDescending(match => match.Score).ThenByDescending(match => need.Words.Distinct().Intersect(offers.Single(offer => offer.Id == match.Offering).Words).Count()).ThenBy(match => match.Offering, StringComparer.Ordinal);
            Assert.Equal(all.Take(MatchIndex.Shown).Select(match => new Ranked(match.Offering, match.Pole, match.Score)), index.Best(need.Id));
        }
    }

    [Fact]
    public void Words_in_common_settle_ties_and_nothing_else()
    {
        var twin = MatchingExamples.Offer with { Id = MatchingExamples.Offer.Id + "a", Words = ["bylaws", "help"] };
        var nearer = MatchingExamples.Offer with { Id = MatchingExamples.Offer.Id + "b", Concepts = ["bylaws"], Words = [] };
        var wordy = MatchingExamples.Offer with { Id = MatchingExamples.Offer.Id + "c", Concepts = ["contracts"], Words = ["help", "with", "bylaws"] };
        var want = MatchingExamples.Want with { Words = ["help", "with", "bylaws"] };
        var index = MatchIndex.Of(MatchingExamples.Graph, MatchingExamples.Today, [MatchingExamples.Mahdia, MatchingExamples.Barcelona], [want], [wordy, nearer, twin]);
        Assert.Equal([twin.Id, nearer.Id, wordy.Id], index.Best(want.Id).Select(ranked => ranked.Offering));
    }

    [Fact]
    public void A_want_is_ranked_before_it_is_put_as_it_is_after()
    {
        var (poles, needs, offers) = MatchingExamples.ByLot(4);
        var index = MatchIndex.Of(MatchingExamples.Graph, MatchingExamples.Today, poles, needs[1..], offers);
        var before = index.Rank(needs[0], MatchIndex.Shown, Lessons.None);
        index.Put(needs[0]);
        Assert.Equal(before, index.Best(needs[0].Id));
    }

    /// <summary>Something comes, changes or goes, mostly offers, and many of them in a row so that lists run short.</summary>
    private static void Change(Random random, MatchIndex index, List<PoleFacts> poles, List<Need> needs, List<Offering> offers, int step)
    {
        var pole = random.Next(poles.Count);
        switch (random.Next(12))
        {
            case 0:
                poles[pole] = MatchingExamples.Pole(random, pole);
                index.Put(poles[pole]);
                break;
            case 1:
                needs.Add(MatchingExamples.NeedByLot(random, $"{poles[pole].Id}/want/new{step}", poles[pole].Id));
                index.Put(needs[^1]);
                break;
            case 2 when needs.Count > 0:
                var need = random.Next(needs.Count);
                needs[need] = MatchingExamples.NeedByLot(random, needs[need].Id, needs[need].Pole);
                index.Put(needs[need]);
                break;
            case 3 when needs.Count > 0:
                index.RemoveNeed(needs[0].Id);
                needs.RemoveAt(0);
                break;
            case < 7 when offers.Count > 0:
                var offer = random.Next(offers.Count);
                offers[offer] = MatchingExamples.OfferByLot(random, offers[offer].Id, offers[offer].Pole);
                index.Put(offers[offer]);
                break;
            case < 9:
                offers.Add(MatchingExamples.OfferByLot(random, $"{poles[pole].Id}/offering/new{step}", poles[pole].Id));
                index.Put(offers[^1]);
                break;
            case < 12 when offers.Count > 0:
                var gone = random.Next(offers.Count);
                index.RemoveOffering(offers[gone].Id);
                offers.RemoveAt(gone);
                break;
        }
    }

    private static List<List<Ranked>> Lists(MatchIndex index) => [.. index.Needs.Select(need => index.Best(need).ToList())];
}

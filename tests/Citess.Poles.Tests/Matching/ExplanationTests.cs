using System.Collections.Immutable;
using System.Globalization;
using Citess.Poles.Matching;
using Xunit;

namespace Citess.Poles.Tests.Matching;

public sealed class ExplanationTests
{
    [Fact]
    public void A_match_cites_the_want_the_offer_the_way_between_them_and_every_part_of_the_score()
    {
        var match = MatchingExamples.Meet(MatchingExamples.Want with { Concepts = ["contracts"] });
        Assert.Equal((MatchingExamples.Want.Id, MatchingExamples.Offer.Id, MatchingExamples.Barcelona.Id), (match.Need, match.Offering, match.Pole));
        Assert.Equal([new ConceptPath("contracts", "bylaws", Weights.Sibling, "legal")], match.Paths);
        Assert.Equal(
            [Reason.Concepts, Reason.Urgency, Reason.Freshness, Reason.Sector, Reason.Hours, Reason.Evidence, Reason.CrossBorder, Reason.FirstMeeting, Reason.UnderServed],
            match.Terms.Select(term => term.Reason));
        Assert.Equal(match.Score, match.Terms.Sum(term => term.Part));
        Assert.All(match.Terms, term => Assert.NotEmpty(term.Cited));
        Assert.Equal(["https://barcelona.example/practice/1"], match.Terms.Single(term => term.Reason == Reason.Evidence).Cited);
    }

    [Fact]
    public void Taking_away_what_is_cited_lowers_the_score_in_a_thousand_matches_by_lot()
    {
        var (matches, terms) = (0, new Dictionary<Reason, int>());
        for (var seed = 10; matches < 1000; seed++)
        {
            var (poles, needs, offers) = MatchingExamples.ByLot(seed);
            var index = MatchIndex.Of(MatchingExamples.Graph, MatchingExamples.Today, poles, needs, offers);
            foreach (var need in needs.Take(1000 - matches))
            {
                var list = index.Best(need.Id);
                if (list.IsEmpty)
                {
                    continue;
                }

                var match = index.Explain(need.Id, list[matches % list.Length].Offering, Lessons.None)!;
                Assert.Equal(list[matches % list.Length].Score, match.Score);
                Assert.Equal(match.Score, match.Terms.Sum(term => term.Part));
                foreach (var term in match.Terms)
                {
                    Assert.True(Without(term, match, poles, needs, offers) < match.Score, $"{term} of {match}");
                    terms[term.Reason] = terms.GetValueOrDefault(term.Reason) + 1;
                }

                matches++;
            }
        }

        Assert.Equal(Enum.GetValues<Reason>(), terms.Keys.Order());
    }

    /// <summary>The score in a world in which the cited thing is not so.</summary>
    private static int Without(Term term, Match match, List<PoleFacts> poles, List<Need> needs, List<Offering> offers)
    {
        var (need, offer) = (needs.Single(each => each.Id == match.Need), offers.Single(each => each.Id == match.Offering));
        var (wanting, offering) = (poles.Single(pole => pole.Id == need.Pole), poles.Single(pole => pole.Id == offer.Pole));
        switch (term.Reason)
        {
            case Reason.Concepts:
                offer = offer with { Concepts = [.. offer.Concepts.Except(term.Cited)] };
                break;
            case Reason.Urgency:
                Assert.Equal([need.Id], term.Cited);
                need = need with { Urgency = Urgency.Whenever };
                break;
            case Reason.Freshness:
                Assert.Equal([offer.Confirmed.ToString("O", CultureInfo.InvariantCulture)], term.Cited);
                offer = offer with { Confirmed = DateOnly.MinValue };
                break;
            case Reason.Sector:
                offering = offering with { Sectors = [.. offering.Sectors.Except(term.Cited)] };
                break;
            case Reason.Hours:
                offering = offering with { Longitude = wanting.Longitude + 180 };
                break;
            case Reason.Languages:
                offer = offer with { Languages = [term.Cited[0]] };
                break;
            case Reason.Evidence:
                offering = offering with { Practices = [.. offering.Practices.Where(practice => !term.Cited.Contains(practice.Id))] };
                break;
            case Reason.CrossBorder:
                offering = offering with { Territory = wanting.Territory };
                offer = offer with { Within = [] };
                need = need with { Within = [] };
                break;
            case Reason.FirstMeeting:
                wanting = wanting with { Met = [.. term.Cited] };
                break;
            case Reason.UnderServed:
                Assert.Equal([wanting.Id], term.Cited);
                wanting = wanting with { Served = 1 };
                break;
        }

        return MatchIndex.Of(MatchingExamples.Graph, MatchingExamples.Today, [wanting, offering], [need], [offer]).Explain(need.Id, offer.Id, Lessons.None)!.Score;
    }
}

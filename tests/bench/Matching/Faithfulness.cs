using Citess.Poles.Matching;

namespace Citess.Bench.Matching;

/// <summary>Whether what an explanation cites is what the score comes from: each cited thing is taken away, and the score must be lower.</summary>
internal static class Faithfulness
{
    /// <summary>The share of explanations of which that is true for each part.</summary>
    public static double Of(OurMatches ours, int matches)
    {
        var random = new Random(1000);
        var (looked, faithful) = (0, 0);
        var poles = ours.Poles.ToDictionary(pole => pole.Id, StringComparer.Ordinal);
        var offers = ours.Offerings.ToDictionary(offer => offer.Id, StringComparer.Ordinal);
        while (looked < matches)
        {
            var need = ours.Needs[random.Next(ours.Needs.Count)];
            var list = ours.Index.Best(need.Id);
            if (list.IsEmpty)
            {
                continue;
            }

            var match = ours.Index.Explain(need.Id, list[random.Next(list.Length)].Offering, Lessons.None)!;
            var offer = offers[match.Offering];
            looked++;
            faithful += match.Terms.All(term => Without(ours.Graph, term.Reason, match, need, offer, poles[need.Pole], poles[offer.Pole]) < match.Score) ? 1 : 0;
        }

        return faithful / (double)looked;
    }

    private static int Without(ConceptGraph graph, Reason reason, Match match, Need need, Offering offer, PoleFacts wanting, PoleFacts offering)
    {
        var cited = match.Terms.First(term => term.Reason == reason).Cited;
        (need, offer, wanting, offering) = reason switch
        {
            Reason.Concepts => (need, offer with { Concepts = [.. offer.Concepts.Except(cited, StringComparer.Ordinal)] }, wanting, offering),
            Reason.Urgency => (need with { Urgency = Urgency.Whenever }, offer, wanting, offering),
            Reason.Freshness => (need, offer with { Confirmed = DateOnly.MinValue }, wanting, offering),
            Reason.Sector => (need, offer, wanting, offering with { Sectors = [.. offering.Sectors.Except(cited, StringComparer.Ordinal)] }),
            Reason.Hours => (need, offer, wanting, offering with { Longitude = wanting.Longitude + 180 }),
            Reason.Languages => (need, offer with { Languages = [cited[0]] }, wanting, offering),
            Reason.Evidence => (need, offer, wanting, offering with { Practices = [.. offering.Practices.Where(practice => !cited.Contains(practice.Id, StringComparer.Ordinal))] }),
            Reason.CrossBorder => (need with { Within = [] }, offer with { Within = [] }, wanting, offering with { Territory = wanting.Territory }),
            Reason.FirstMeeting => (need, offer, wanting with { Met = [.. cited] }, offering),
            _ => (need, offer, wanting with { Served = 1 }, offering),
        };
        return MatchIndex.Of(graph, PlantedNetwork.Today, [wanting, offering], [need], [offer]).Explain(need.Id, offer.Id, Lessons.None)!.Score;
    }
}

using System.Collections.Immutable;
using Citess.Poles.Kernel.Texts;
using Citess.Poles.Matching;
using Citess.Poles.Matching.Fairness;
using Citess.Poles.Matching.Groups;

namespace Citess.Bench.Matching;

/// <summary>What a pole does, given what a planted network shows of itself: chosen concepts and never the truth.</summary>
internal sealed class OurMatches : IRanker
{
    private readonly Dictionary<string, int> numbers;

    public OurMatches(IReadOnlyList<LabelledConcept> concepts, PlantedNetwork network)
    {
        Graph = Of(concepts);
        Poles = [.. network.Poles.Select(pole => Of(network, pole))];
        Needs = [.. network.Wants.Select(want => Need(network, want))];
        Offerings = [.. network.Offers.Select(offer => Offering(network, offer))];
        numbers = network.Offers.Index().ToDictionary(offer => offer.Item.Id, offer => offer.Index, StringComparer.Ordinal);
        Index = MatchIndex.Of(Graph, PlantedNetwork.Today, Poles, Needs, Offerings);
    }

    public string Name => "CitESS";

    public ConceptGraph Graph { get; }

    public IReadOnlyList<PoleFacts> Poles { get; }

    public IReadOnlyList<Need> Needs { get; }

    public IReadOnlyList<Offering> Offerings { get; }

    public MatchIndex Index { get; }

    public IReadOnlyList<int> Rank(PlantedItem want) => Numbers(Index.Best(want.Id));

    public IReadOnlyList<int> Numbers(ImmutableArray<Ranked> list) => [.. list.Select(ranked => numbers[ranked.Offering])];

    /// <summary>First places of all wants, shared out.</summary>
    public FairPlaces Fair() => FairPlaces.Of(Offerings.Select(offering => offering.Pole).Distinct(StringComparer.Ordinal).Count(), [.. Needs.Select(need => (need.Id, Index.Best(need.Id)))]);

    public static ConceptGraph Of(IReadOnlyList<LabelledConcept> concepts) => ConceptGraph.From(concepts.Select(concept => (concept.Code, concept.Broader.AsEnumerable())));

    /// <summary>Groups for the poles of a small network.</summary>
    public static ImmutableArray<GroupProposal> Groups(IReadOnlyList<LabelledConcept> concepts, PlantedNetwork network) => Grouping.Propose(Table(concepts, network), seed: 1);

    public static PoleTable Table(IReadOnlyList<LabelledConcept> concepts, PlantedNetwork network) =>
        new(Of(concepts), PlantedNetwork.Today, network.Poles.Select(pole => Of(network, pole)), network.Wants.Select(want => Need(network, want)), network.Offers.Select(offer => Offering(network, offer)));

    /// <summary>The pairs of a proposal, by the numbers of poles.</summary>
    public static HashSet<(int, int)> Pairs(PlantedNetwork network, GroupProposal proposal)
    {
        var poles = network.Poles.ToDictionary(pole => pole.Id, pole => pole.Number, StringComparer.Ordinal);
        return Measures.Pairs(proposal.Groups.Select(group => group.Members.Select(member => poles[member]).ToList()));
    }

    private static PoleFacts Of(PlantedNetwork network, PlantedPole pole) => new()
    {
        Id = pole.Id,
        Territory = pole.Country,
        Longitude = pole.Longitude,
        Languages = [.. pole.Languages],
        Consents = pole.Consents,
        Blocks = [.. pole.Blocks.Select(other => network.Poles[other].Id)],
        Sectors = [.. pole.Sectors],
        Practices = [.. pole.Practices.Select(practice => new PracticeProof(practice.Id, [practice.Concept], practice.Adoptions))],
    };

    public static Need Need(PlantedNetwork network, PlantedItem want) => new()
    {
        Id = want.Id,
        Pole = network.Poles[want.Pole].Id,
        Concepts = [.. want.Tags],
        Languages = [.. want.Languages],
        Within = [.. want.Within],
        Urgency = (Urgency)(want.Urgency - 1),
        From = want.From,
        Until = want.Until,
        Words = [.. Folding.Index(want.Text)],
    };

    private static Offering Offering(PlantedNetwork network, PlantedItem offer) => new()
    {
        Id = offer.Id,
        Pole = network.Poles[offer.Pole].Id,
        Concepts = [.. offer.Tags],
        Languages = [.. offer.Languages],
        Within = [.. offer.Within],
        Confirmed = offer.Confirmed,
        From = offer.From,
        Until = offer.Until,
        Places = offer.Places,
        Words = [.. Folding.Index(offer.Text)],
    };
}

namespace Citess.Bench.Matching;

/// <summary>
/// What would help, known from what things are about in truth, and not from what their authors chose or wrote. 3: every
/// concept of the want is the offer's as well. 2: each is, or its parent or child. 1: each is, or one of these or a sibling. 0: not so, or it
/// cannot be had.
/// </summary>
internal sealed class Judgements
{
    /// <summary>What counts as right where a measure knows only right and wrong.</summary>
    public const int Right = 2;

    private readonly PlantedNetwork network;
    private readonly Dictionary<string, HashSet<string>> near = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> siblings = new(StringComparer.Ordinal);
    private readonly ILookup<string, int> byConcept;

    public Judgements(IReadOnlyList<LabelledConcept> concepts, PlantedNetwork network)
    {
        this.network = network;
        var narrower = concepts.SelectMany(concept => concept.Broader.Select(broader => (broader, concept.Code))).ToLookup(each => each.broader, each => each.Code, StringComparer.Ordinal);
        foreach (var concept in concepts)
        {
            near[concept.Code] = [.. concept.Broader, .. narrower[concept.Code]];
            siblings[concept.Code] = [.. concept.Broader.SelectMany(broader => narrower[broader])];
        }

        byConcept = network.Offers.SelectMany((offer, number) => offer.Truth.Select(code => (code, number))).ToLookup(each => each.code, each => each.number, StringComparer.Ordinal);
    }

    /// <summary>Grades above 0, by the number of the offer.</summary>
    public Dictionary<int, int> Of(PlantedItem want)
    {
        var first = want.Truth[0];
        var candidates = near[first].Concat(siblings[first]).Append(first).Distinct(StringComparer.Ordinal).SelectMany(code => byConcept[code]).Distinct();
        return candidates.Select(number => (number, grade: Grade(want, network.Offers[number]))).Where(each => each.grade > 0).ToDictionary(each => each.number, each => each.grade);
    }

    public int Grade(PlantedItem want, PlantedItem offer) =>
        CanMeet(network.Poles[want.Pole], want, network.Poles[offer.Pole], offer) ? want.Truth.Min(code => Closest(code, offer.Truth)) : 0;

    /// <summary>Whether the one could be had by the other at all, whatever it is about.</summary>
    public static bool CanMeet(PlantedPole wanting, PlantedItem want, PlantedPole offering, PlantedItem offer) =>
        wanting.Number != offering.Number
        && wanting.Consents && offering.Consents
        && !wanting.Blocks.Contains(offering.Number) && !offering.Blocks.Contains(wanting.Number)
        && want.Languages.Intersect(offer.Languages, StringComparer.Ordinal).Any()
        && (offer.Within.Length == 0 || offer.Within.Contains(wanting.Country, StringComparer.Ordinal))
        && (want.Within.Length == 0 || want.Within.Contains(offering.Country, StringComparer.Ordinal))
        && offer.Until >= PlantedNetwork.Today && want.Until >= PlantedNetwork.Today
        && offer.From <= want.Until && want.From <= offer.Until
        && offer.Places > 0;

    private int Closest(string code, string[] others) =>
        others.Contains(code, StringComparer.Ordinal) ? 3 : others.Any(near[code].Contains) ? 2 : others.Any(siblings[code].Contains) ? 1 : 0;
}

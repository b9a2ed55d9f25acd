using System.Globalization;
using Citess.Bench.Matching;
using Citess.Bench.Report;

namespace Citess.Bench.Scenarios;

/// <summary>How well offers are found for wants, and groups for poles, where it is known what should be found.</summary>
internal sealed class Matches : IScenario
{
    /// <summary>For finding weights; BENCH_SEED=7 looks at this one.</summary>
    private const int Development = 7;

    /// <summary>For the report, and for nothing else.</summary>
    private const int Reported = 2027;
    private const int Asked = 2_000;
    private const int CohortsAsked = 20;

    public string Name => "matching";

    public Task RunAsync(Figures figures)
    {
        var seed = Environment.GetEnvironmentVariable("BENCH_SEED") == "7" ? Development : Reported;
        var concepts = Labels.Read();
        Wants(figures, concepts, seed);
        Groups(figures, concepts, seed);
        figures.Notes.Add(string.Create(CultureInfo.InvariantCulture, $"Seed {seed}: {PlantedNetworks.Poles} poles, {PlantedNetworks.Wants} wants, {PlantedNetworks.Offers} offers, {Asked} wants asked, {concepts.Count} concepts; {CohortsAsked} cohorts of 50 poles; nine cities of Respond, Rebuild, Reinvent."));
        return Task.CompletedTask;
    }

    private static void Wants(Figures figures, IReadOnlyList<LabelledConcept> concepts, int seed)
    {
        var network = PlantedNetworks.From(concepts, seed);
        var judgements = new Judgements(concepts, network);
        var asked = network.Wants.Select(want => (Want: want, Grades: judgements.Of(want)))
            .Where(each => each.Grades.Values.Any(grade => grade >= Judgements.Right)).Take(Asked).ToList();
        IRanker[] rankers = [new ByLot(network), new TfIdf(network, isStrict: false, hasTags: false), new TfIdf(network, isStrict: true, hasTags: false), new TfIdf(network, isStrict: true, hasTags: true)];
        foreach (var ranker in rankers)
        {
            var ranked = asked.ConvertAll(each => (each.Want, each.Grades, Offers: ranker.Rank(each.Want)));
            figures.Add("right at the first place", "%", ranker.Name, 100 * ranked.Average(each => Measures.First(each.Offers, each.Grades)));
            figures.Add("mean reciprocal place of the first right one", "%", ranker.Name, 100 * ranked.Average(each => Measures.Reciprocal(each.Offers, each.Grades)));
            figures.Add("right ones among the first five", "%", ranker.Name, 100 * ranked.Average(each => Measures.RecallAtFive(each.Offers, each.Grades)));
            figures.Add("gain of the first ten", "%", ranker.Name, 100 * ranked.Average(each => Measures.GainAtTen(each.Offers, each.Grades)));
            figures.Add("right at the first place, wants of new poles", "%", ranker.Name, 100 * ranked.Where(each => network.Poles[each.Want.Pole].IsCold).Average(each => Measures.First(each.Offers, each.Grades)));
            figures.Add("Gini of exposure", "%", ranker.Name, 100 * Measures.Gini(Exposure(network, ranked.Select(each => each.Offers))), isLessBetter: true);
        }
    }

    private static void Groups(Figures figures, IReadOnlyList<LabelledConcept> concepts, int seed)
    {
        var cohorts = Enumerable.Range(0, CohortsAsked).Select(number => Cohorts.From(concepts, seed + number)).ToList();
        figures.Add("pair-F1 of groups of 50", "%", "random", 100 * cohorts.Average(cohort => Pairings.ByLot(cohort.Network.Poles.Count, cohort.Pairs)));
        figures.Add("pair-F1 of groups of 50", "%", "same country", 100 * cohorts.Average(cohort => Measures.PairF1(Pairings.SameCountry(cohort.Network), cohort.Pairs)));
        figures.Add("pair-F1 of groups of 50", "%", "TF-IDF, constraints", 100 * cohorts.Average(cohort => Pairings.ByWords(cohort.Network, cohort.Pairs)));
        var (cities, key) = (Rrr.Network(concepts), Rrr.Key());
        figures.Add("pair-F1 of nine cities", "%", "random", 100 * Pairings.ByLot(cities.Poles.Count, key));
        figures.Add("pair-F1 of nine cities", "%", "same continent", 100 * Measures.PairF1(Rrr.SameContinent(), key));
        figures.Add("pair-F1 of nine cities", "%", "TF-IDF, constraints", 100 * Pairings.ByWords(cities, key));
    }

    /// <summary>What each pole with an offer is seen, a first place counting 1 and a later one less.</summary>
    private static IEnumerable<double> Exposure(PlantedNetwork network, IEnumerable<IReadOnlyList<int>> lists)
    {
        var seen = network.Offers.Select(offer => offer.Pole).Distinct().ToDictionary(pole => pole, _ => 0.0);
        foreach (var (place, offer) in lists.SelectMany(list => list.Index()))
        {
            seen[network.Offers[offer].Pole] += 1 / Math.Log2(place + 2);
        }

        return seen.Values;
    }
}

using System.Collections.Immutable;
using System.Globalization;
using Citess.Bench.Matching;
using Citess.Bench.Report;
using Citess.Poles.Matching;
using Citess.Poles.Matching.Groups;

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
        figures.Notes.Add("Nine cities, first proposal: " + Said(Rrr.Network(concepts), concepts));
        return Task.CompletedTask;
    }

    private static void Wants(Figures figures, IReadOnlyList<LabelledConcept> concepts, int seed)
    {
        var network = PlantedNetworks.From(concepts, seed);
        var judgements = new Judgements(concepts, network);
        var asked = network.Wants.Select(want => (Want: want, Grades: judgements.Of(want)))
            .Where(each => each.Grades.Values.Any(grade => grade >= Judgements.Right)).Take(Asked).ToList();
        var ours = new OurMatches(concepts, network);
        IRanker[] rankers = [ours, new ByLot(network), new TfIdf(network, isStrict: false, hasTags: false), new TfIdf(network, isStrict: true, hasTags: false), new TfIdf(network, isStrict: true, hasTags: true)];
        double[]? oursFirst = null;
        foreach (var ranker in rankers)
        {
            var ranked = asked.ConvertAll(each => (each.Want, each.Grades, Offers: ranker.Rank(each.Want)));
            double[] first = [.. ranked.Select(each => Measures.First(each.Offers, each.Grades))];
            oursFirst ??= first;
            figures.Add("right at the first place", "%", ranker.Name, 100 * first.Average());
            figures.Add("mean reciprocal place of the first right one", "%", ranker.Name, 100 * ranked.Average(each => Measures.Reciprocal(each.Offers, each.Grades)));
            figures.Add("right ones among the first five", "%", ranker.Name, 100 * ranked.Average(each => Measures.RecallAtFive(each.Offers, each.Grades)));
            figures.Add("gain of the first ten", "%", ranker.Name, 100 * ranked.Average(each => Measures.GainAtTen(each.Offers, each.Grades)));
            figures.Add("right at the first place, wants of new poles", "%", ranker.Name, 100 * ranked.Where(each => network.Poles[each.Want.Pole].IsCold).Average(each => Measures.First(each.Offers, each.Grades)));
            figures.Add("Gini of exposure", "%", ranker.Name, 100 * Measures.Gini(Exposure(network, ranked.Select(each => each.Offers))), isLessBetter: true);
            if (ranker is TfIdf)
            {
                var (low, high) = Measures.Interval([.. oursFirst.Zip(first, (one, other) => one - other)]);
                figures.Add($"right at the first place more often than {ranker.Name}, 95 % interval from", "points", ours.Name, 100 * low, "> 0");
                figures.Add($"right at the first place more often than {ranker.Name}, 95 % interval to", "points", ours.Name, 100 * high);
            }
        }

        Twins(figures, network, ours);
        var fair = ours.Fair();
        var inOrder = asked.ConvertAll(each => (each.Grades, Offers: ours.Numbers(fair.Order(each.Want.Id, ours.Index.Best(each.Want.Id)))));
        figures.Add("right at the first place, first places shared out", "%", ours.Name, 100 * inOrder.Average(each => Measures.First(each.Offers, each.Grades)));
        figures.Add("Gini of exposure, first places shared out", "%", ours.Name, 100 * Measures.Gini(Exposure(network, inOrder.Select(each => each.Offers))), isLessBetter: true);
        figures.Add("explanations whose every cited part counts, of 1,000", "%", ours.Name, 100 * Faithfulness.Of(ours, 1000), "100 %");
        MatchTimes.Measure(figures, ours);
    }

    /// <summary>The same want in Arabic and in French: by concepts alone, and with its text.</summary>
    private static void Twins(Figures figures, PlantedNetwork network, OurMatches ours)
    {
        var words = new TfIdf(network, isStrict: true, hasTags: false);
        var arabic = network.Wants.Where(want => want.Language == "ar" && want.Tags.Length > 0).ToLookup(want => string.Join(' ', want.Truth), StringComparer.Ordinal);
        var twins = network.Wants.Where(want => want.Language == "fr" && arabic[string.Join(' ', want.Truth)].Any()).Take(200)
            .Select(want => (Arabic: want with { Language = "ar", Text = arabic[string.Join(' ', want.Truth)].First().Text }, French: want)).ToList();
        figures.Add("Kendall, Arabic and French twin, concepts alone", "%", ours.Name, 100 * Alike(want => ours.Numbers(ours.Index.Rank(OurMatches.Need(network, want) with { Words = [] }, Measures.Depth, Lessons.None))).Kendall, "100 %");
        figures.Add("Kendall, Arabic and French twin, with texts", "%", ours.Name, 100 * Alike(want => ours.Numbers(ours.Index.Rank(OurMatches.Need(network, want), Measures.Depth, Lessons.None))).Kendall);
        figures.Add("Kendall, Arabic and French twin, with texts", "%", words.Name, 100 * Alike(words.Rank).Kendall);
        figures.Add("Spearman, Arabic and French twin, with texts", "%", ours.Name, 100 * Alike(want => ours.Numbers(ours.Index.Rank(OurMatches.Need(network, want), Measures.Depth, Lessons.None))).Spearman);
        figures.Add("Spearman, Arabic and French twin, with texts", "%", words.Name, 100 * Alike(words.Rank).Spearman);

        (double Kendall, double Spearman) Alike(Func<PlantedItem, IReadOnlyList<int>> rank)
        {
            List<(double Kendall, double Spearman)> all = [.. twins.Select(twin => (rank(twin.Arabic), rank(twin.French))).Where(lists => lists.Item1.Count > 1 && lists.Item2.Count > 1).Select(lists => Measures.Correlation(lists.Item1, lists.Item2))];
            return (all.Average(each => each.Kendall), all.Average(each => each.Spearman));
        }
    }

    private static void Groups(Figures figures, IReadOnlyList<LabelledConcept> concepts, int seed)
    {
        var cohorts = Enumerable.Range(0, CohortsAsked).Select(number => Cohorts.From(concepts, seed + number)).ToList();
        var proposals = new List<ImmutableArray<GroupProposal>>();
        MatchTimes.Add(figures, "three proposals of groups for 50 poles", "≤ 2,000 ms", MatchTimes.Each(CohortsAsked, () => () => proposals.Add(OurMatches.Groups(concepts, cohorts[proposals.Count].Network))));
        figures.Add("pair-F1 of groups of 50", "%", "CitESS", 100 * cohorts.Zip(proposals, (cohort, proposed) => Measures.PairF1(OurMatches.Pairs(cohort.Network, proposed[0]), cohort.Pairs)).Average());
        figures.Add("pair-F1 of groups of 50", "%", "random", 100 * cohorts.Average(cohort => Pairings.ByLot(cohort.Network.Poles.Count, cohort.Pairs)));
        figures.Add("pair-F1 of groups of 50", "%", "same country", 100 * cohorts.Average(cohort => Measures.PairF1(Pairings.SameCountry(cohort.Network), cohort.Pairs)));
        figures.Add("pair-F1 of groups of 50", "%", "TF-IDF, constraints", 100 * cohorts.Average(cohort => Pairings.ByWords(cohort.Network, cohort.Pairs)));
        var (cities, key) = (Rrr.Network(concepts), Rrr.Key());
        var groups = OurMatches.Groups(concepts, cities);
        figures.Add("pair-F1 of nine cities", "%", "CitESS", 100 * Measures.PairF1(OurMatches.Pairs(cities, groups[0]), key), "> 58.3 %");
        figures.Add("pair-F1 of nine cities, best of three proposals", "%", "CitESS", 100 * groups.Max(proposal => Measures.PairF1(OurMatches.Pairs(cities, proposal), key)));
        figures.Add("pair-F1 of nine cities", "%", "random", 100 * Pairings.ByLot(cities.Poles.Count, key));
        figures.Add("pair-F1 of nine cities", "%", "same continent", 100 * Measures.PairF1(Rrr.SameContinent(), key));
        figures.Add("pair-F1 of nine cities", "%", "TF-IDF, constraints", 100 * Pairings.ByWords(cities, key));
    }

    private static string Said(PlantedNetwork cities, IReadOnlyList<LabelledConcept> concepts) => string.Join("; ", OurMatches.Groups(concepts, cities)[0].Groups
        .Select(group => string.Join(", ", group.Members.Select(member => Rrr.Cities[cities.Poles.First(pole => pole.Id == member).Number])))) + ".";

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

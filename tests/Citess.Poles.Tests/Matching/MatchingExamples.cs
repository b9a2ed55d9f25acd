using System.Collections.Immutable;
using Citess.Poles.Matching;

namespace Citess.Poles.Tests.Matching;

/// <summary>Mahdia wants help with bylaws, Barcelona offers it; and networks by lot.</summary>
internal static class MatchingExamples
{
    public static readonly DateOnly Today = new(2026, 11, 29);

    public static readonly ConceptGraph Graph = ConceptGraph.From(
    [
        ("legal", []), ("bylaws", ["legal"]), ("contracts", ["legal"]), ("money", []), ("loans", ["money"]), ("grants", ["money"]), ("law-of-grants", ["legal", "money"]),
        .. Enumerable.Range(0, 6).Select(top => ($"t{top}", Enumerable.Empty<string>())),
        .. Enumerable.Range(0, 48).Select(each => ($"c{each}", Enumerable.Repeat($"t{each % 6}", 1))),
    ]);

    public static PoleFacts Mahdia { get; } = new() { Id = "https://mahdia.example", Territory = "TN-53", Longitude = 11, Languages = ["ar", "fr"], Sectors = ["a01"] };

    public static PoleFacts Barcelona { get; } = new()
    {
        Id = "https://barcelona.example",
        Territory = "ES-B",
        Longitude = 2,
        Languages = ["ca", "es", "fr"],
        Sectors = ["a01", "a10"],
        Practices = [new("https://barcelona.example/practice/1", ["bylaws"], 3)],
    };

    public static Need Want { get; } = new() { Id = "https://mahdia.example/want/1", Pole = Mahdia.Id, Concepts = ["bylaws"], Languages = ["ar", "fr"], From = Today, Until = Today.AddDays(90), Urgency = Urgency.Urgent };

    public static Offering Offer { get; } = new() { Id = "https://barcelona.example/offering/1", Pole = Barcelona.Id, Concepts = ["bylaws"], Languages = ["es", "fr"], Confirmed = Today.AddDays(-10), From = Today.AddDays(-10), Until = Today.AddDays(300), Places = 2 };

    /// <summary>The want, the offer and their poles, as they are or changed.</summary>
    public static Match Meet(Need? want = null, Offering? offer = null, PoleFacts? mahdia = null, PoleFacts? barcelona = null, Lessons? lessons = null) =>
        MatchIndex.Of(Graph, Today, [mahdia ?? Mahdia, barcelona ?? Barcelona], [want ?? Want], [offer ?? Offer]).Explain(Want.Id, Offer.Id, lessons ?? Lessons.None)!;

    /// <summary>A network by lot.</summary>
    public static (List<PoleFacts> Poles, List<Need> Needs, List<Offering> Offers) ByLot(int seed, int poles = 30, int each = 5)
    {
        var random = new Random(seed);
        List<PoleFacts> all = [.. Enumerable.Range(0, poles).Select(number => Pole(random, number))];
        return (
            all,
            [.. Enumerable.Range(0, poles * each).Select(number => NeedByLot(random, $"https://p{number % poles:00}.example/want/{number:0000}", all[number % poles].Id))],
            [.. Enumerable.Range(0, poles * each).Select(number => OfferByLot(random, $"https://p{number % poles:00}.example/offering/{number:0000}", all[number % poles].Id))]);
    }

    public static PoleFacts Pole(Random random, int number) => new()
    {
        Id = $"https://p{number:00}.example",
        Territory = Any(random, "TN-53", "ES-B", "FR-13", "IT-21"),
        Longitude = random.Next(-20, 40),
        Languages = Some(random, "ar", "fr", "en"),
        Consents = random.Next(15) != 0,
        Blocks = random.Next(6) == 0 ? [$"https://p{random.Next(30):00}.example"] : [],
        Met = random.Next(3) == 0 ? [$"https://p{random.Next(30):00}.example"] : [],
        Served = random.Next(2),
        Sectors = Some(random, "a01", "a02", "a03"),
        Practices = [.. Enumerable.Range(0, random.Next(6)).Select(practice => new PracticeProof($"https://p{number:00}.example/practice/{practice}", [Concept(random)], random.Next(4)))],
    };

    public static Need NeedByLot(Random random, string id, string pole) => new()
    {
        Id = id,
        Pole = pole,
        Concepts = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Concept(random)).Distinct(StringComparer.Ordinal)],
        Languages = Some(random, "ar", "fr", "en"),
        Within = random.Next(8) == 0 ? ["ES", "FR-13"] : [],
        Urgency = (Urgency)random.Next(3),
        From = Today,
        Until = Today.AddDays(random.Next(10, 200)),
        Words = [.. Enumerable.Range(0, 5).Select(_ => $"w{random.Next(20)}")],
    };

    public static Offering OfferByLot(Random random, string id, string pole) => new()
    {
        Id = id,
        Pole = pole,
        Concepts = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Concept(random)).Distinct(StringComparer.Ordinal)],
        Languages = Some(random, "ar", "fr", "en"),
        Within = random.Next(8) == 0 ? ["TN"] : [],
        Confirmed = Today.AddDays(-random.Next(0, 500)),
        From = Today.AddDays(random.Next(-20, 60)),
        Until = Today.AddDays(random.Next(-5, 400)),
        Places = random.Next(5),
        Words = [.. Enumerable.Range(0, 5).Select(_ => $"w{random.Next(20)}")],
    };

    public static string Concept(Random random) => random.Next(6) == 0 ? $"t{random.Next(6)}" : $"c{random.Next(48)}";

    private static ImmutableArray<string> Some(Random random, params string[] all) => [.. all.Where(_ => random.Next(2) == 0).DefaultIfEmpty(all[0])];

    private static string Any(Random random, params string[] all) => all[random.Next(all.Length)];
}

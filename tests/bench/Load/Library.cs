using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Citess.Bench.Nodes;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Vocabularies;

namespace Citess.Bench.Load;

/// <summary>A library of many poles, the same each time: sentences in six languages, invented names that few share, words that a fifth have.</summary>
internal static class Library
{
    public const int Practices = 100_000;
    public const int Poles = 200;
    private const int Names = 30_000;
    private static readonly string[] Languages = ["ar", "ar", "ca", "ca", "ca", "en", "en", "es", "es", "es", "fr", "fr", "fr", "it"];
    private static readonly string[] Statuses = ["idea", "pilot", "running", "running", "running", "stopped"];
    private static readonly string[] Levels = ["micro", "meso", "macro"];
    private static readonly string[] Onsets = ["b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "br", "tr"];
    private static readonly string[] Vowels = ["a", "e", "i", "o", "u"];
    private static readonly string[] ArabicOnsets = ["ب", "ت", "ج", "د", "ر", "ز", "س", "ش", "ط", "ف", "ق", "ك", "ل", "م", "ن", "ه"];
    private static readonly string[] ArabicVowels = ["ا", "و", "ي", "", ""];
    private static readonly Dictionary<string, string[]> Sentences = JsonSerializer.Deserialize<Dictionary<string, string[]>>(
        File.ReadAllText(Path.Combine(Repository.Root, "tests", "bench", "Load", "Sentences.json")))!;

    public static IEnumerable<CatalogueEntry> Entries()
    {
        var random = new Random(25);
        var start = new DateTimeOffset(2023, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var bytes = new byte[10];
        for (var number = 0; number < Practices; number++)
        {
            random.NextBytes(bytes);
            var pole = number % Poles;
            var language = Languages[random.Next(Languages.Length)];
            string[] names = [Name(random.Next(Names), language == "ar"), Name(random.Next(Names), language == "ar"), Name(random.Next(Names), language == "ar")];
            var line = Sentence(random, language);
            var text = string.Join(' ', Enumerable.Range(0, random.Next(5, 12)).Select(_ => Sentence(random, language)));
            yield return new()
            {
                Origin = pole == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"pole-{pole}.example"),
                Key = "practice/" + Ulid.NewUlid(start.AddMinutes(number), bytes),
                Revision = 1,
                Audience = random.Next(20) switch { 0 => Audience.Own, < 6 => Audience.Network, _ => Audience.Public },
                Created = start,
                Updated = start.AddMinutes(random.Next(2_000_000)),
                Name = MultilingualText.Of(language, $"{names[0]} {Cut(Sentence(random, language), 50)}"),
                Summary = MultilingualText.Of(language, line),
                Text = $"{text} {names[1]} {names[2]} {Common(random, language)}",
                Languages = random.Next(4) == 0 ? [language, Languages[random.Next(Languages.Length)]] : [language],
                Sectors = Some(random, Concepts.Sectors, 1, 3),
                Territory = Territories.All[random.Next(Territories.All.Length)].Code,
                Status = Statuses[random.Next(Statuses.Length)],
                Tags = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty
                    .Add(Facets.Goal, Some(random, Concepts.Sdgs, 1, 4))
                    .Add(Facets.Beneficiary, Some(random, Concepts.Beneficiaries, 1, 3))
                    .Add(Facets.Condition, Some(random, Concepts.Determinants, 1, 5))
                    .Add(Facets.Level, [Levels[random.Next(Levels.Length)]]),
            };
        }
    }

    /// <summary>
    /// Two hundred questions as addresses of a list: half a rare word, three tenths two words, two tenths a word that a fifth
    /// of the library has, with facets; every second one is asked by somebody of the pole.
    /// </summary>
    public static IReadOnlyList<string> Questions()
    {
        var random = new Random(200);
        string[] common = ["servicio", "social", "2026"];
        return
        [
            .. Enumerable.Range(0, 100).Select(number => "q=" + Word(Name(random.Next(Names), number % 5 == 0))),
            .. Enumerable.Range(0, 60).Select(number => "q=" + Word(Long(random)) + "+" + Word(number % 2 == 0 ? Long(random) : common[number % 3])),
            .. Enumerable.Range(0, 40).Select(number => "q=" + Word(common[number % 3]) + (number % 4) switch
            {
                0 => "&sector=" + Any(random, Concepts.Sectors),
                1 => "&sdg=" + Any(random, Concepts.Sdgs) + "&language=fr",
                2 => "&territory=" + Territories.All[random.Next(Territories.All.Length)].Code,
                _ => "",
            }),
        ];
    }

    private static string Word(string word) => Uri.EscapeDataString(word);

    /// <summary>A word of some sentence that says something.</summary>
    private static string Long(Random random)
    {
        while (true)
        {
            var words = Sentence(random, Languages[random.Next(Languages.Length)]).Split([' ', '’', '.', ',', ':', ';', '\u00a0', '«', '»', '(', ')', '?', '،', '؛'], StringSplitOptions.RemoveEmptyEntries);
            if (words.Where(word => word.Length > 5).ToList() is { Count: > 0 } telling)
            {
                return telling[random.Next(telling.Count)];
            }
        }
    }

    private static string Sentence(Random random, string language) => Sentences[language][random.Next(Sentences[language].Length)];

    private static string Common(Random random, string language) => string.Join(' ', new[]
    {
        language is not "ar" and not "it" && random.Next(100) < 25 ? "social" : "",
        random.Next(5) == 0 ? "2026" : "",
    }.Where(word => word.Length > 0));

    private static string Name(int number, bool isArabic)
    {
        var (onsets, vowels) = isArabic ? (ArabicOnsets, ArabicVowels) : (Onsets, Vowels);
        var name = "";
        for (var left = number + 1000; left > 0; left /= 80)
        {
            name += onsets[left % 80 / 5] + vowels[left % 5];
        }

        return isArabic ? name : char.ToUpperInvariant(name[0]) + name[1..] + "ix";
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..text.LastIndexOf(' ', length)];

    private static string Any(Random random, ConceptList list) => list.All[random.Next(list.All.Length)].Code;

    private static ImmutableArray<string> Some(Random random, ConceptList list, int least, int most) =>
        [.. Enumerable.Range(0, random.Next(least, most + 1)).Select(_ => Any(random, list)).Distinct(StringComparer.Ordinal)];
}

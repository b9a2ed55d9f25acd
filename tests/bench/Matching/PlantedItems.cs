using System.Text.Json;
using Citess.Bench.Nodes;

namespace Citess.Bench.Matching;

/// <summary>Makes up what people write and choose: which labels, in which language, and with which mistakes.</summary>
internal sealed class PlantedItems(IReadOnlyList<LabelledConcept> concepts, Random random)
{
    private static readonly Dictionary<string, string[]> Sentences = JsonSerializer.Deserialize<Dictionary<string, string[]>>(
        File.ReadAllText(Path.Combine(Repository.Root, "tests", "bench", "Load", "Sentences.json")))!;

    private static readonly Dictionary<string, string[]> Words = Sentences.ToDictionary(each => each.Key, each => each.Value.SelectMany(sentence => sentence.Split(' ')).ToArray(), StringComparer.Ordinal);

    private readonly Dictionary<string, LabelledConcept> byCode = concepts.ToDictionary(concept => concept.Code, StringComparer.Ordinal);
    private readonly ILookup<string, string> narrower = concepts.SelectMany(concept => concept.Broader.Select(broader => (broader, concept.Code))).ToLookup(each => each.broader, each => each.Code, StringComparer.Ordinal);

    /// <summary>One to three concepts, some asked for far more than others, half of the later ones near the first.</summary>
    public string[] Subject()
    {
        var first = Any();
        List<string> all = [first];
        for (var more = random.NextDouble() switch { < .35 => 0, < .8 => 1, _ => 2 }; more > 0; more--)
        {
            all.Add(random.Next(2) == 0 && Siblings(first) is { Length: > 0 } near ? near[random.Next(near.Length)] : Any());
        }

        return [.. all.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The subject with one concept become its parent or child (1 step), or its sibling (2 steps).</summary>
    public string[] Near(string[] subject, int steps)
    {
        var place = random.Next(subject.Length);
        string[] near = steps == 1 ? [.. byCode[subject[place]].Broader, .. narrower[subject[place]]] : Siblings(subject[place]);
        return near.Length == 0 ? subject : [.. subject.Select((code, each) => each == place ? near[random.Next(near.Length)] : code).Distinct(StringComparer.Ordinal)];
    }

    public PlantedItem Write(PlantedPole pole, string[] subject)
    {
        var language = pole.Languages[random.NextDouble() < .6 ? 0 : random.Next(pole.Languages.Length)];
        var until = PlantedNetwork.Today.AddDays(random.Next(20, 500));
        var confirmed = PlantedNetwork.Today.AddDays(-random.Next(0, 540));
        return new(pole.Number, subject, Tags(subject), language, Text(subject, language))
        {
            Languages = random.Next(4) == 0 ? [language] : pole.Languages,
            Within = random.Next(6) == 0 ? [pole.Country] : [],
            Confirmed = confirmed,
            From = confirmed,
            Until = until,
            Urgency = random.Next(1, 4),
            Places = random.Next(1, 5),
        };
    }

    /// <summary>Of a hundred: 6 have no tags, 5 wrong ones, 10 a coarser one; 8 have one more that has nothing to do with it.</summary>
    private string[] Tags(string[] subject)
    {
        string[] tags = random.Next(100) switch
        {
            < 6 => [],
            < 11 => [Any()],
            < 21 when byCode[subject[0]].Broader is { Length: > 0 } broader => [broader[0], .. subject[1..]],
            _ => subject,
        };
        return tags.Length > 0 && random.Next(100) < 8 ? [.. tags.Append(Any()).Distinct(StringComparer.Ordinal)] : tags;
    }

    /// <summary>Some words that say nothing of it, so that whole sentences in common mislead nobody who compares words. Seven of ten concepts are called by a label in the text, three of ten of these by another than the preferred.</summary>
    private string Text(string[] subject, string language)
    {
        List<string> parts = [Filler(), .. subject.Where(_ => random.Next(10) < 7).Select(Called)];
        if (random.Next(10) == 0)
        {
            parts.Add(Called(Any()));
        }

        return string.Join(' ', parts);

        string Filler() => string.Join(' ', Enumerable.Range(0, random.Next(4, 9)).Select(_ => Words[language][random.Next(Words[language].Length)]));

        string Called(string code)
        {
            var labels = byCode[code].Labels[language];
            return labels[labels.Length > 1 && random.Next(10) < 3 ? random.Next(1, labels.Length) : 0];
        }
    }

    private string Any()
    {
        var share = random.NextDouble();
        return concepts[(int)(concepts.Count * share * share)].Code;
    }

    private string[] Siblings(string code) => [.. byCode[code].Broader.SelectMany(broader => narrower[broader]).Where(each => each != code).Distinct(StringComparer.Ordinal)];
}

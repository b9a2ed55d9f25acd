using System.Text.Json;
using Citess.Bench.Nodes;
using Citess.Poles.Kernel.Texts;

namespace Citess.Bench.Matching;

/// <summary>A concept with what people call it, the first label of a language being the preferred one.</summary>
internal sealed record LabelledConcept(string Code, string[] Broader, Dictionary<string, string[]> Labels);

/// <summary>The thesaurus as a list of labels, read from the file itself and not through the program that is measured.</summary>
internal static class Labels
{
    private const int Telling = 3;
    private const int Stem = 6;

    public static IReadOnlyList<LabelledConcept> Read()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "specs", "vocabularies", "concepts.jsonld")));
        return [.. file.RootElement.GetProperty("concepts").EnumerateArray().Select(Read)];
    }

    /// <summary>
    /// The concepts that a text names: those with a label in its language of which each word stands in the text, compared by
    /// its first six letters. Nobody chooses, so nobody who knows the answer can help.
    /// </summary>
    public static string[] Suggest(IReadOnlyList<LabelledConcept> concepts, string language, string text)
    {
        var stems = Stems(text).ToHashSet(StringComparer.Ordinal);
        return [.. concepts.Where(concept => concept.Labels.GetValueOrDefault(language, []).Select(label => Stems(label).ToList())
            .Any(label => label.Count > 0 && label.TrueForAll(stems.Contains))).Select(concept => concept.Code)];
    }

    private static IEnumerable<string> Stems(string text) =>
        Folding.Words(text).Where(word => word.Length > Telling).Select(word => word[..Math.Min(word.Length, Stem)].TrimEnd('s'));

    private static LabelledConcept Read(JsonElement concept)
    {
        var other = concept.TryGetProperty("altLabel", out var labels) ? labels : default;
        return new(
            concept.GetProperty("notation").GetString()!,
            concept.TryGetProperty("broader", out var broader) ? [.. broader.EnumerateArray().Select(code => code.GetString()!)] : [],
            concept.GetProperty("prefLabel").EnumerateObject().ToDictionary(
                label => label.Name,
                label => new[] { label.Value.GetString()! }.Concat(Others(other, label.Name)).ToArray(),
                StringComparer.Ordinal));
    }

    private static IEnumerable<string> Others(JsonElement labels, string language) =>
        labels.ValueKind == JsonValueKind.Object && labels.TryGetProperty(language, out var ofLanguage)
            ? ofLanguage.ValueKind == JsonValueKind.Array ? ofLanguage.EnumerateArray().Select(label => label.GetString()!) : [ofLanguage.GetString()!]
            : [];
}

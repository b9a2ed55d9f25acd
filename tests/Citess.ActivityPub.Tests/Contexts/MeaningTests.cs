using System.Text.Json;
using System.Text.Json.Nodes;
using Citess.ActivityPub.Contexts;
using Citess.ActivityPub.Tests.Oracles;
using Xunit;

namespace Citess.ActivityPub.Tests.Contexts;

/// <summary>What the published examples mean to npm's <c>jsonld</c>, which knows the contexts of others and none of ours.</summary>
public sealed class MeaningTests
{
    private static readonly string Specs = Path.Combine(Oracle.Root, "specs");
    private static readonly JsonElement Promised = JsonElement.Parse(File.ReadAllText(Path.Combine(Specs, "context", "citess.context.json"))).GetProperty("@context");
    private static readonly Lazy<Task<Dictionary<string, (JsonElement Plain, JsonElement Expanded)>>> Expanded = new(ExpandAsync);

    /// <summary>What says of itself that it is JSON-LD; the copy of a log is a list of events as they stood in rows.</summary>
    public static TheoryData<string> Examples => [.. Directory.EnumerateFiles(Path.Combine(Specs, "examples"), "*.json")
        .Where(file => JsonElement.Parse(File.ReadAllText(file)).TryGetProperty("@context", out _)).Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Every_member_is_read_as_the_context_promises_and_none_is_lost(string example)
    {
        var (plain, expanded) = (await Expanded.Value)[example];
        var meaning = new Meaning(new(Promised));
        meaning.Compare(plain, expanded);
        Assert.Empty(meaning.Faults);
    }

    [Fact]
    public async Task A_retired_key_says_since_when()
    {
        var (plain, expanded) = (await Expanded.Value)["retired"];
        var meaning = new Meaning(new(Promised));
        meaning.Compare(plain, expanded);
        Assert.Empty(meaning.Faults);
        Assert.Contains("retired", meaning.Members);
    }

    [Fact]
    public async Task Every_term_of_ours_was_read_in_one_of_them()
    {
        var vocabulary = new Vocabulary(Promised);
        var meaning = new Meaning(vocabulary);
        foreach (var (plain, expanded) in (await Expanded.Value).Values)
        {
            meaning.Compare(plain, expanded);
        }

        Assert.Empty(vocabulary.Own.Except(meaning.Members));
    }

    [Fact]
    public async Task A_member_that_is_lost_and_one_that_means_something_else_are_found()
    {
        var (plain, expanded) = (await Expanded.Value)["service"];
        var other = JsonNode.Parse(expanded.GetRawText())!.AsObject();
        other.Remove(Context.Namespace + "territory");
        other[Context.Namespace + "waitTime"]![0]!["@language"] = "ar";
        other["https://schema.org/url"]![0] = new JsonObject { ["@value"] = "https://mahdia.example/juridique" };
        other["_:mystery"] = new JsonArray();
        var meaning = new Meaning(new(Promised));
        meaning.Compare(plain, JsonSerializer.SerializeToElement(other));
        Assert.Collection(
            meaning.Faults.Order(StringComparer.Ordinal),
            fault => Assert.StartsWith(" has _:mystery", fault, StringComparison.Ordinal),
            fault => Assert.StartsWith("/territory is not there", fault, StringComparison.Ordinal),
            fault => Assert.StartsWith("/waitTime means", fault, StringComparison.Ordinal),
            fault => Assert.StartsWith("/website means", fault, StringComparison.Ordinal));
    }

    private static async Task<Dictionary<string, (JsonElement, JsonElement)>> ExpandAsync()
    {
        var documents = Examples.ToDictionary(row => row.Data, row => JsonNode.Parse(File.ReadAllText(Path.Combine(Specs, "examples", row.Data + ".json")))!, StringComparer.Ordinal);
        var retired = documents["pole"].DeepClone();
        retired["assertionMethod"]![0]!["retired"] = "2026-03-02T09:00:00+00:00";
        documents.Add("retired", retired);
        foreach (var document in documents.Values)
        {
            Narrow(document);
        }

        var answers = await Oracle.AskAsync("expand.mjs", [.. documents.Values.Select(document => document.ToJsonString())]);
        return documents.Zip(answers).ToDictionary(
            pair => pair.First.Key,
            pair => (JsonSerializer.SerializeToElement(pair.First.Value), JsonElement.Parse(pair.Second).EnumerateArray().Single()),
            StringComparer.Ordinal);
    }

    /// <summary>Each gets the context that a pole would write for it: some examples are printed with it cut short, and pages have the whole.</summary>
    private static void Narrow(JsonNode node)
    {
        foreach (var child in node is JsonObject members ? members.Select(member => member.Value) : node is JsonArray items ? items : [])
        {
            if (child is not null)
            {
                Narrow(child);
            }
        }

        if (node is JsonObject document && document.ContainsKey("@context"))
        {
            document["@context"] = JsonNode.Parse(Context.Of(JsonSerializer.SerializeToElement(document)).GetRawText());
        }
    }
}

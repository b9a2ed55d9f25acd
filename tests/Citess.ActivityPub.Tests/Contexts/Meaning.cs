using System.Text.Json;

namespace Citess.ActivityPub.Tests.Contexts;

/// <summary>Compares a document, member by member, with what a JSON-LD processor made of it.</summary>
internal sealed class Meaning(Vocabulary vocabulary)
{
    private readonly List<string> faults = [];
    private readonly HashSet<string> members = new(StringComparer.Ordinal);

    /// <summary>Where the two say different things.</summary>
    public IReadOnlyList<string> Faults => faults;

    /// <summary>All members that were met.</summary>
    public IReadOnlySet<string> Members => members;

    public void Compare(JsonElement plain, JsonElement expanded, string path = "")
    {
        var due = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in plain.EnumerateObject().Where(member => member.Name != "@context"))
        {
            var here = path + "/" + member.Name;
            var term = vocabulary[member.Name];
            members.Add(member.Name);
            if (term is null)
            {
                faults.Add($"{here} is no term");
            }
            else if (!expanded.TryGetProperty(term.Iri, out var values))
            {
                faults.Add($"{here} is not there as {term.Iri}");
            }
            else
            {
                due.Add(term.Iri);
                CompareValues(member.Value, values, term, here);
            }
        }

        faults.AddRange(expanded.EnumerateObject().Where(member => !due.Contains(member.Name)).Select(member => $"{path} has {member.Name} from nowhere"));
    }

    private void CompareValues(JsonElement plain, JsonElement expanded, Term term, string path)
    {
        if (term.Container is Container.Language)
        {
            // A language has one text or several; the text without a language is under the same address.
            Same(plain.EnumerateObject().SelectMany(text => Items(text.Value).Select(each => Json(new() { ["@language"] = text.Name, ["@value"] = each.GetString()! }))), Items(expanded).Where(IsTagged), path);
            return;
        }

        var values = Items(expanded).Where(value => !IsTagged(value)).ToList();
        if (term.Container is Container.List)
        {
            values = values is [{ ValueKind: JsonValueKind.Object } list] && list.TryGetProperty("@list", out var inside) ? [.. Items(inside)] : [];
        }

        var plains = Items(plain).ToList();
        if (plains.Count != values.Count)
        {
            faults.Add($"{path}: {plains.Count} become {values.Count}");
            return;
        }

        foreach (var (value, meant) in plains.Zip(values))
        {
            if (value.ValueKind != JsonValueKind.Object || term.Type == "@json")
            {
                Same([term.Meant(value)], [meant], path);
            }
            else if (term.Container is not Container.Graph)
            {
                Compare(value, meant, path);
            }
            else if (meant.TryGetProperty("@graph", out var graph) && graph.GetArrayLength() == 1)
            {
                Compare(value, graph[0], path);
            }
            else
            {
                faults.Add($"{path} is no graph of its own");
            }
        }
    }

    private void Same(IEnumerable<JsonElement> due, IEnumerable<JsonElement> found, string path)
    {
        var (expected, actual) = (due.ToList(), found.ToList());
        if (expected.Count != actual.Count || !expected.Zip(actual).All(pair => JsonElement.DeepEquals(pair.First, pair.Second)))
        {
            faults.Add($"{path} means {string.Join(' ', actual)} and not {string.Join(' ', expected)}");
        }
    }

    private static bool IsTagged(JsonElement value) => value.ValueKind == JsonValueKind.Object && value.TryGetProperty("@language", out _);

    private static IEnumerable<JsonElement> Items(JsonElement value) => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];

    private static JsonElement Json(Dictionary<string, string> members) => JsonSerializer.SerializeToElement(members);
}

using System.Text.Json;
using System.Text.RegularExpressions;

namespace Citess.Network.Tests.House;

/// <summary>The part of JSON Schema that specs/schemas uses; a keyword that is not known here fails, so that none is passed over.</summary>
public sealed class Schema
{
    private static readonly string[] Silent = ["$schema", "$id", "title"];

    private readonly JsonElement root;

    private Schema(JsonElement root) => this.root = root;

    public static Schema Load(string name) => new(JsonElement.Parse(File.ReadAllText(Path.Combine(Folder, name + ".schema.json"))));

    public static string Folder { get; } = Find();

    /// <summary>What does not fit, each with its place; nothing when all does.</summary>
    public IReadOnlyList<string> Faults(JsonElement document)
    {
        var faults = new List<string>();
        Check(root, document, "$", faults);
        return faults;
    }

    private static void Check(JsonElement schema, JsonElement value, string place, List<string> faults)
    {
        foreach (var rule in schema.EnumerateObject().Where(rule => !Silent.Contains(rule.Name, StringComparer.Ordinal)))
        {
            var holds = rule.Name switch
            {
                "type" => IsOfType(value, rule.Value.GetString()!),
                "description" => true,
                "enum" => rule.Value.EnumerateArray().Any(each => JsonElement.DeepEquals(value, each)),
                "const" => JsonElement.DeepEquals(value, rule.Value),
                "pattern" => Regex.IsMatch(value.GetString()!, rule.Value.GetString()!, RegexOptions.None, TimeSpan.FromSeconds(1)),
                "minimum" => value.GetInt64() >= rule.Value.GetInt64(),
                "minItems" => value.GetArrayLength() >= rule.Value.GetInt32(),
                "maxItems" => value.GetArrayLength() <= rule.Value.GetInt32(),
                "required" => rule.Value.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _)),
                "properties" => Each(rule.Value.EnumerateObject().Where(member => value.TryGetProperty(member.Name, out _)).Select(member => (member.Value, value.GetProperty(member.Name), place + "." + member.Name))),
                "items" => Each(value.EnumerateArray().Select((item, index) => (rule.Value, item, $"{place}[{index}]"))),
                _ => throw new NotSupportedException($"{rule.Name} is not known here."),
            };
            if (!holds)
            {
                faults.Add($"{place}: {rule.Name} {rule.Value.GetRawText()}");
                return;
            }
        }

        bool Each(IEnumerable<(JsonElement Schema, JsonElement Value, string Place)> parts)
        {
            foreach (var part in parts)
            {
                Check(part.Schema, part.Value, part.Place, faults);
            }

            return true;
        }
    }

    private static bool IsOfType(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        _ => throw new NotSupportedException(type),
    };

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "CitessFederation.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return Path.Combine(folder, "specs", "schemas");
    }
}

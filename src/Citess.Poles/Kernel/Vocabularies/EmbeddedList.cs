using System.Collections.Immutable;
using System.Text.Json;

namespace Citess.Poles.Kernel.Vocabularies;

/// <summary>Reads what stands under specs/vocabularies.</summary>
internal static class EmbeddedList
{
    /// <summary>A list, where <c>name.json</c> has one member <c>name</c>.</summary>
    public static IReadOnlyList<JsonElement> Read(string name) => [.. File(name + ".json").GetProperty(name).EnumerateArray()];

    /// <summary>A file as it is.</summary>
    public static JsonElement File(string name)
    {
        using var stream = typeof(EmbeddedList).Assembly.GetManifestResourceStream($"specs/vocabularies/{name}")
            ?? throw new InvalidOperationException($"specs/vocabularies/{name} is not embedded.");
        return JsonSerializer.Deserialize<JsonElement>(stream);
    }

    /// <summary>A text in each of the languages that it has.</summary>
    public static ImmutableSortedDictionary<string, string> Texts(JsonElement json) =>
        json.EnumerateObject().ToImmutableSortedDictionary(text => text.Name, text => text.Value.GetString()!, StringComparer.Ordinal);
}

using System.Text.Json;

namespace Citess.Poles.Kernel.Vocabularies;

/// <summary>Reads a list from specs/vocabularies, where <c>name.json</c> has one member <c>name</c>.</summary>
internal static class EmbeddedList
{
    public static IReadOnlyList<JsonElement> Read(string name)
    {
        using var stream = typeof(EmbeddedList).Assembly.GetManifestResourceStream($"specs/vocabularies/{name}.json")
            ?? throw new InvalidOperationException($"specs/vocabularies/{name}.json is not embedded.");
        return [.. JsonSerializer.Deserialize<JsonElement>(stream).GetProperty(name).EnumerateArray()];
    }
}

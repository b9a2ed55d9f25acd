using System.Text.Json;

namespace Citess.ActivityPub.Contexts;

/// <summary>The one JSON-LD context of our documents; own terms stand inline, so that no reader has to fetch anything of ours.</summary>
public static class Context
{
    /// <summary>The permanent namespace of our terms.</summary>
    public const string Namespace = "https://w3id.org/citess#";

    /// <summary>What stands in <c>@context</c> of every document that we sign.</summary>
    public static JsonElement Value { get; } = Load();

    private static JsonElement Load()
    {
        using var stream = typeof(Context).Assembly.GetManifestResourceStream("citess.context.json")!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.GetProperty("@context").Clone();
    }
}

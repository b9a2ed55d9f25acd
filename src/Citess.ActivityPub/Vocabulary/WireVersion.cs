using System.Globalization;
using System.Text.Json;

namespace Citess.ActivityPub.Vocabulary;

/// <summary>The version of what poles say to each other: readers take an unknown minor one, and say so on a major one.</summary>
public static class WireVersion
{
    /// <summary>What this library speaks.</summary>
    public const string Current = "1.0";

    /// <summary>The member that tells it, on actors and wherever else it stands.</summary>
    public const string Term = "wire";

    private const int Major = 1;

    /// <summary>False when a document says that it is of another major version: its words may mean other things. What is no version says nothing.</summary>
    public static bool IsKnown(JsonElement document) =>
        document.ValueKind != JsonValueKind.Object || !document.TryGetProperty(Term, out var wire) || wire.ValueKind != JsonValueKind.String
        || !int.TryParse(wire.GetString()!.Split('.', 2)[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major) || major == Major;
}

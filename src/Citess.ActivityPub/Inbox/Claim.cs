using System.Text.Json;
using Citess.ActivityPub.Json;
using Citess.ActivityPub.Vocabulary;

namespace Citess.ActivityPub.Inbox;

/// <summary>What a body claims to be, before any of it is believed.</summary>
internal sealed record Claim(Activity Activity, JsonElement Root, string Id, string Verb, string Actor)
{
    public static GateVerdict.Refused? TryRead(ReadOnlyMemory<byte> body, out Claim claim)
    {
        claim = null!;
        if (StrictJson.TryParse(body, out var root) is { } fault)
        {
            return new(fault == JsonFault.TooLarge ? GateReason.TooLarge : GateReason.MalformedJson, $"The body is not acceptable JSON: {fault}.");
        }

        if (IsRestructured(root, inContext: false))
        {
            return new(GateReason.RestructuredJsonLd, "@graph, @reverse and @included are not accepted anywhere.");
        }

        if (Ap.Read<Activity>(root) is not { Id: { } id } activity || One.Text(root, "type") is not { } verb || One.Address(root, "actor") is not { } actor)
        {
            return new(GateReason.NotAnActivity, "The body must be one activity with one id, one type and one actor.");
        }

        claim = new(activity, root, id, verb, actor);
        return null;
    }

    // Inside a context the keyword as a value is an alias for it, which does the same.
    public static bool IsRestructured(JsonElement value, bool inContext) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Any(member => IsKeyword(member.Name) || IsRestructured(member.Value, inContext || member.NameEquals("@context"))),
        JsonValueKind.Array => value.EnumerateArray().Any(item => IsRestructured(item, inContext)),
        JsonValueKind.String => inContext && IsKeyword(value.GetString()),
        _ => false,
    };

    private static bool IsKeyword(string? name) => name is "@graph" or "@reverse" or "@included";
}

/// <summary>Reads a member that must have exactly one value: taking the first of several is how two readers come to disagree.</summary>
internal static class One
{
    public static JsonElement? Value(JsonElement from, string member) =>
        from.ValueKind != JsonValueKind.Object || !from.TryGetProperty(member, out var value) ? null
        : value.ValueKind != JsonValueKind.Array ? value
        : value.GetArrayLength() == 1 && value[0].ValueKind != JsonValueKind.Array ? value[0] : null;

    public static string? Text(JsonElement from, string member) =>
        Value(from, member) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>An address as a string, or the id of an embedded object.</summary>
    public static string? Address(JsonElement from, string member) => Value(from, member) switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Object } embedded => Text(embedded, "id"),
        _ => null,
    };

    public static bool Has(JsonElement from, string member) =>
        from.TryGetProperty(member, out var value) && value.ValueKind != JsonValueKind.Null;
}

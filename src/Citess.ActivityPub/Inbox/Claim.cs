using System.Text.Json;
using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Json;

namespace Citess.ActivityPub.Inbox;

/// <summary>What a body claims to be, before any of it is believed.</summary>
internal sealed record Claim(JsonElement Root, int Length, string Id, string Verb, string Actor)
{
    /// <summary>What the activity is about, as it came; null when there is not exactly one.</summary>
    public JsonElement? Object { get; } = One.Value(Root, "object");

    public static GateVerdict.Refused? TryRead(ReadOnlyMemory<byte> body, out Claim claim)
    {
        claim = null!;
        switch (StrictJson.TryParse(body, out var root))
        {
            case JsonFault.TooLarge:
                return Gate.TooLarge;
            case JsonFault.Restructured:
                return new(GateReason.RestructuredJsonLd, "@graph, @reverse and @included are not accepted anywhere.");
            case { } fault:
                return new(GateReason.MalformedJson, $"The body is not acceptable JSON: {fault}.");
        }

        if (One.Text(root, "id") is not { } id || One.Text(root, "type") is not { } verb || One.Address(root, "actor") is not { } actor || !Ids.Fit(id) || !Ids.Fit(actor))
        {
            return new(GateReason.NotAnActivity, "The body must be one activity with one id, one type and one actor.");
        }

        claim = new(root, body.Length, id, verb, actor);
        return null;
    }
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

    public static int? Number(JsonElement from, string member) =>
        Value(from, member) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value) ? value : null;

    /// <summary>An address as a string, or the id of an embedded object.</summary>
    public static string? Address(JsonElement from, string member) => Value(from, member) is { } value ? Address(value) : null;

    /// <inheritdoc cref="Address(JsonElement, string)"/>
    public static string? Address(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Object => Text(value, "id"),
        _ => null,
    };

    public static bool Has(JsonElement from, string member) =>
        from.TryGetProperty(member, out var value) && value.ValueKind != JsonValueKind.Null;
}

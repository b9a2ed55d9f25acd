using System.Collections.Immutable;
using System.Text.Json;

namespace Citess.Poles.Collaborations.Log;

/// <summary>Reads what an event says, with care: none of it was written here.</summary>
internal static class Payload
{
    public static string? Text(JsonElement payload, string name) =>
        payload.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>Null when there is no such list, or not of texts alone.</summary>
    public static ImmutableArray<string>? Texts(JsonElement payload, string name) =>
        payload.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array && list.EnumerateArray().All(each => each.ValueKind == JsonValueKind.String)
            ? [.. list.EnumerateArray().Select(each => each.GetString()!)]
            : null;

    /// <summary>The poles that somebody invites, with their roles; null when they are not of that form.</summary>
    public static ImmutableArray<(string Actor, string Role)>? Partners(JsonElement payload)
    {
        if (!payload.TryGetProperty("partners", out var list) || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() > PayloadForm.MaxPartners)
        {
            return null;
        }

        var partners = list.EnumerateArray().Select(each => each.ValueKind == JsonValueKind.Object ? (Actor: Text(each, "actor") ?? "", Role: Text(each, "role") ?? "") : (Actor: "", Role: "")).ToImmutableArray();
        return partners.All(each => PayloadForm.IsActor(each.Actor) && PartnerRoles.Invited.Contains(each.Role)) && partners.DistinctBy(each => each.Actor).Count() == partners.Length ? partners : null;
    }
}

using System.Collections.Immutable;
using System.Text.Json;

namespace Citess.Poles.Collaborations.Log;

/// <summary>The form of what may be said in a cycle of peer learning.</summary>
internal static class CycleForm
{
    /// <summary>Member of what a pole says for a guest: the hash of the event that invited it.</summary>
    public const string For = "for";

    public const int MaxGuests = 50;
    public const int LeastMembers = 2;
    public const int MostMembers = 4;

    private const int MaxAlternatives = 3;
    private const int MaxGroups = 30;
    private const int MaxLanguages = 20;

    /// <summary>True when a payload says for whom it speaks, and may.</summary>
    public static bool IsForGuest(string type, JsonElement payload) => CycleTypes.OfGuests.Contains(type) && payload.TryGetProperty(For, out _);

    /// <summary>Null when it is none of what a cycle adds.</summary>
    public static bool? Fits(string type, JsonElement payload) => type switch
    {
        CycleTypes.Guest => PayloadForm.HasOnly(payload, "name", "at", "languages", "territory") && Payload.Text(payload, "name") is { Length: > 0 and <= 300 } name && !string.IsNullOrWhiteSpace(name)
            && PayloadForm.IsActor(Payload.Text(payload, "at") ?? "") && FitFacts(payload),
        CycleTypes.Consent => PayloadForm.HasOnly(payload, PayloadForm.Of, For, "seal", "answer", "why", "language") && PayloadForm.IsHash(Text(payload, PayloadForm.Of)) && PayloadForm.IsHash(Text(payload, "seal"))
            && Text(payload, "answer") is "yes" or "no" && (!payload.TryGetProperty("why", out _) || Payload.Text(payload, "why") is { Length: <= 1000 }),
        CycleTypes.Back => PayloadForm.HasOnly(payload, PayloadForm.Of, For, "answer") && PayloadForm.IsHash(Text(payload, PayloadForm.Of)) && Text(payload, "answer") is "yes" or "no",
        CycleTypes.Choose => PayloadForm.HasOnly(payload, PayloadForm.Of, For, "choices") && PayloadForm.IsHash(Text(payload, PayloadForm.Of)) && AreHashes(payload, "choices"),
        CycleTypes.Count => PayloadForm.HasOnly(payload, PayloadForm.Of, "chosen") && PayloadForm.IsHash(Text(payload, PayloadForm.Of)) && AreHashes(payload, "chosen") && Payload.Texts(payload, "chosen")!.Value.Length > 0,
        CycleTypes.Cycle => PayloadForm.FitsThing(type, payload) && payload.TryGetProperty(PayloadForm.Of, out _),
        CycleTypes.Group => PayloadForm.FitsThing(type, payload) && Payload.Texts(payload, "members") is not { Length: < LeastMembers or > MostMembers },
        CycleTypes.Learned => PayloadForm.FitsThing(type, payload) && (Text(payload, "kind") != "practice" || Text(payload, "link").Length > 0),
        _ when CycleTypes.Things.Contains(type) => PayloadForm.FitsThing(type, payload),
        _ => null,
    };

    /// <summary>The languages of a team and where it is: who joins says so, for the groups.</summary>
    public static bool FitFacts(JsonElement payload) =>
        (!payload.TryGetProperty("languages", out _) || Payload.Texts(payload, "languages") is { Length: <= MaxLanguages } languages && languages.All(PayloadForm.IsLanguage))
        && (!payload.TryGetProperty("territory", out _) || Payload.Text(payload, "territory") is { Length: <= 10 } territory && territory.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter) || letter == '-'));

    /// <summary>A pole by its actor, or a guest by the event that invited it.</summary>
    public static bool IsVoice(string text) => PayloadForm.IsActor(text) || PayloadForm.IsHash(text);

    /// <summary>By form: which concepts there are differs from version to version, and what counts must not.</summary>
    public static bool IsConcept(string text) => text.Length > 0 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.');

    /// <summary>One to three ways to make groups, each of groups of two to four.</summary>
    public static bool AreAlternatives(JsonElement list) => IsList(list, MaxAlternatives) && list.EnumerateArray().All(way => IsList(way, MaxGroups)
        && way.EnumerateArray().All(group => IsList(group, MostMembers) && group.GetArrayLength() >= LeastMembers && group.EnumerateArray().All(member => member.ValueKind == JsonValueKind.String && IsVoice(member.GetString()!))
            && group.EnumerateArray().Select(member => member.GetString()).Distinct(StringComparer.Ordinal).Count() == group.GetArrayLength()));

    /// <summary>As <see cref="AreAlternatives"/> has found them fit.</summary>
    public static ImmutableArray<ImmutableArray<ImmutableArray<string>>> Alternatives(JsonElement list) =>
        [.. list.EnumerateArray().Select(way => way.EnumerateArray().Select(group => group.EnumerateArray().Select(member => member.GetString()!).ToImmutableArray()).ToImmutableArray())];

    private static bool IsList(JsonElement list, int most) => list.ValueKind == JsonValueKind.Array && list.GetArrayLength() > 0 && list.GetArrayLength() <= most;

    private static bool AreHashes(JsonElement payload, string name) =>
        Payload.Texts(payload, name) is { Length: <= 20 } list && list.All(PayloadForm.IsHash) && list.Distinct(StringComparer.Ordinal).Count() == list.Length;

    private static string Text(JsonElement payload, string name) => Payload.Text(payload, name) ?? "";
}

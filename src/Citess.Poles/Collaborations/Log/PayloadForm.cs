using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Proofs;

namespace Citess.Poles.Collaborations.Log;

/// <summary>One field of a thing: how long its text may be, and of what form.</summary>
/// <param name="Name">Its name in the payload.</param>
/// <param name="Most">The most letters of its text, or of each of a list.</param>
/// <param name="IsNeeded">True when the thing is not made without it.</param>
/// <param name="IsList">True for a list of texts.</param>
/// <param name="IsFit">The form of a text that is not empty.</param>
/// <param name="IsFixed">True when it stays as it was made: others have built on it.</param>
/// <param name="Whole">The form of a list of lists; with it nothing else is asked.</param>
internal sealed record FieldForm(string Name, int Most, bool IsNeeded = false, bool IsList = false, Func<string, bool>? IsFit = null, bool IsFixed = false, Func<JsonElement, bool>? Whole = null)
{
    public bool Fits(string text) => text.Length <= Most && (IsFit is null || text.Length == 0 || IsFit(text)) && (!IsNeeded || !string.IsNullOrWhiteSpace(text));
}

/// <summary>The form of what may be said, type by type. What is not named here is refused: whoever reads the log must know all of it.</summary>
internal static class PayloadForm
{
    public const int MaxPartners = 50;
    public const int MaxClauses = 100;

    /// <summary>Member of an event that changes a thing: the hash of the event that made it.</summary>
    public const string Of = "of";

    private const int Line = 300;
    private const int Long = 8000;
    private const int MaxListed = 20;

    private static readonly FieldForm Language = new("language", 12, IsFit: IsLanguage);
    private static readonly FieldForm Title = new("title", Line, IsNeeded: true);
    private static readonly FieldForm Words = new("text", Long);
    private static readonly FieldForm Concepts = new("concepts", 100, IsList: true, IsFit: CycleForm.IsConcept);

    /// <summary>The fields of things, by the type that makes them.</summary>
    public static FrozenDictionary<string, ImmutableArray<FieldForm>> Things { get; } = new Dictionary<string, ImmutableArray<FieldForm>>(StringComparer.Ordinal)
    {
        [EventTypes.Terms] = [new("text", Long, IsNeeded: true), Language, Status("open", "removed")],
        [EventTypes.Milestone] = [Title, Language, Words, new("due", 10, IsFit: IsDate), Status("open", "reached", "dropped")],
        [EventTypes.Task] = [Title, Language, Words, new("who", 400, IsFit: IsActor), new("due", 10, IsFit: IsDate), Status("open", "doing", "done", "dropped")],
        [EventTypes.Meeting] =
        [
            Title, Language, Words, new("starts", 16, IsNeeded: true, IsFit: IsMoment), new("zone", 60, IsNeeded: true, IsFit: IsZone), new("place", 500),
            new("languages", 12, IsList: true, IsFit: IsLanguage), new("interpretation", 3, IsFit: text => text is "yes" or "no"), Status("open", "held", "dropped"),
        ],
        [EventTypes.Minutes] = [Title, Language, new("text", Long, IsNeeded: true), new("meeting", 64, IsFit: IsHash)],
        [EventTypes.Document] = [Title, Language, new("blob", 64, IsNeeded: true, IsFit: IsBlob), new("mediaType", 100), Status("open", "removed")],
        [EventTypes.Propose] = [Title, Language, Words, new("options", Line, IsNeeded: true, IsList: true, IsFixed: true), new("rule", 10, IsFit: text => text is "majority" or "partner", IsFixed: true)],
        [EventTypes.Result] = [Title, Language, Words, new("link", 500, IsFit: IsWeb)],
        [CycleTypes.Cycle] = [new("phase", 20, IsNeeded: true, IsFit: text => CycleTypes.Phases.Contains(text))],
        [CycleTypes.Challenge] = [Title, Language, Words, Concepts, Status("open", "removed")],
        [CycleTypes.Offer] = [Title, Language, Words, Concepts, new("link", 500, IsFit: IsWeb), Status("open", "removed")],
        [CycleTypes.Want] = [Title, Language, Words, Concepts, new("link", 500, IsFit: IsWeb), Status("open", "removed")],
        [CycleTypes.Groups] = [new("alternatives", 0, IsNeeded: true, IsFixed: true, Whole: CycleForm.AreAlternatives), Words, Language, Status("open", "removed")],
        [CycleTypes.Group] = [Title, Language, Words, new("members", 400, IsNeeded: true, IsList: true, IsFit: CycleForm.IsVoice), Status("open", "dropped")],
        [CycleTypes.Question] = [Title, Language, Words, new("group", 64, IsFit: IsHash), Status("open", "removed")],
        [CycleTypes.Showcase] = [Title, Language, Words, new("link", 500, IsFit: IsWeb), Status("open", "removed")],
        [CycleTypes.Ballot] = [Title, Language, Words, new("choices", 64, IsNeeded: true, IsList: true, IsFit: IsHash, IsFixed: true), new("most", 1, IsNeeded: true, IsFit: text => text[0] is >= '1' and <= '9', IsFixed: true)],
        [CycleTypes.Experiment] = [Title, Language, Words, new("showcase", 64, IsFit: IsHash), new("due", 10, IsFit: IsDate), Status("open", "doing", "done", "dropped")],
        [CycleTypes.Learned] = [Title, Language, Words, new("kind", 10, IsNeeded: true, IsFit: text => text is "practice" or "lesson", IsFixed: true), new("link", 500, IsFit: IsWeb), new("experiment", 64, IsFit: IsHash)],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>True when a payload that makes a thing has all that it needs, or one that changes it has something to change, and neither has more.</summary>
    public static bool FitsThing(string type, JsonElement payload)
    {
        var isChange = payload.TryGetProperty(Of, out _);
        var forms = Things[type];
        return payload.EnumerateObject().All(member => member.Name == Of ? IsThing(Payload.Text(payload, Of) ?? "") : (member.Name == CycleForm.For && CycleForm.IsForGuest(type, payload)) || forms.Any(form => form.Name == member.Name && !(isChange && form.IsFixed) && Fits(form, payload)))
            && (isChange ? payload.GetPropertyCount() > 1 : forms.All(form => !form.IsNeeded || payload.TryGetProperty(form.Name, out _)));
    }

    public static bool FitsBegin(JsonElement payload) =>
        (Payload.Text(payload, "method") == CycleTypes.Method
            ? HasOnly(payload, "name", "purpose", "language", "clauses", "partners", "invite", "method", "languages", "territory") && CycleForm.FitFacts(payload)
            : HasOnly(payload, "name", "purpose", "language", "clauses", "partners", "invite"))
        && Payload.Text(payload, "name") is { Length: <= Line } name && !string.IsNullOrWhiteSpace(name)
        && Payload.Text(payload, "purpose") is { Length: <= Long } && IsLanguage(Payload.Text(payload, "language") ?? "")
        && Payload.Texts(payload, "clauses") is { Length: <= MaxClauses } clauses && clauses.All(clause => clause.Length is > 0 and <= Long)
        && Payload.Partners(payload) is not null && Payload.Text(payload, "invite") is "host" or "partners";

    public static bool HasOnly(JsonElement payload, params ReadOnlySpan<string> names)
    {
        foreach (var member in payload.EnumerateObject())
        {
            if (!names.Contains(member.Name))
            {
                return false;
            }
        }

        return true;
    }

    public static bool IsActor(string address) => address.Length is > 0 and <= 400 && Origin.TryParse(address, allowHttp: true, out _);

    public static bool IsHash(string text) => DigestMultibase.Decode(text) is not null;

    /// <summary>The hash of the event that made it; of a clause of the beginning, that and its number.</summary>
    public static bool IsThing(string text) => text.Split('.') is [var hash, .. var rest] && IsHash(hash) && rest is [] or [{ Length: <= 3 }];

    public static bool IsLanguage(string tag) => tag.Length is >= 2 and <= 12 && char.IsAsciiLetterLower(tag[0]) && tag.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');

    private static bool Fits(FieldForm form, JsonElement payload) => form.Whole is { } whole ? payload.TryGetProperty(form.Name, out var value) && whole(value)
        : form.IsList
        ? Payload.Texts(payload, form.Name) is { Length: <= MaxListed } list && list.All(text => form.Fits(text) && !text.Contains('\n', StringComparison.Ordinal)) && (!form.IsNeeded || list.Length > 1) && list.Distinct(StringComparer.Ordinal).Count() == list.Length
        : Payload.Text(payload, form.Name) is { } text && form.Fits(text);

    private static FieldForm Status(params string[] words) => new("status", 10, IsFit: words.Contains);

    /// <summary>SHA-256 in hexadecimal digits, as files are named everywhere in a pole.</summary>
    private static bool IsBlob(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);

    private static bool IsDate(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsMoment(string text) => DateTime.TryParseExact(text, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>By form: the list of zones differs from machine to machine, and what counts must not.</summary>
    private static bool IsZone(string text) => text == "UTC" || (text.Contains('/', StringComparison.Ordinal) && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '_' or '-' or '+'));

    internal static bool IsWeb(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);
}

using System.Security.Cryptography;
using System.Text.Json;
using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Json;
using Citess.ActivityPub.Proofs;
using Citess.ActivityPub.Signatures;
using Citess.ActivityPub.Vocabulary;

namespace Citess.ActivityPub.Logs;

/// <summary>
/// One event of an append-only log that several poles hold: it cites what its author saw, brings the key that proves it, and is
/// named by the hash of all that it says without the proof.
/// </summary>
public sealed record SignedEvent
{
    /// <summary>The most bytes of one event: 64 KiB.</summary>
    public const int MaxBytes = 64 * 1024;

    /// <summary>The most heads that one event cites.</summary>
    public const int MaxHeads = 32;

    /// <summary>The kind of its document.</summary>
    public const string Kind = "event";

    private const int MaxWord = 64;

    private SignedEvent(EventDraft said, string hash, string key, string method, JsonElement document) =>
        (Said, Hash, Key, Method, Document) = (said, hash, key, method, document);

    /// <summary>What it says, as its author wrote it.</summary>
    public EventDraft Said { get; }

    /// <summary>SHA-256 over the canonical form of the document without its proof: another proof over the same content makes no other event.</summary>
    public string Hash { get; }

    /// <summary>The public key that proved it, in the event itself; whether it is the author's is the caller's to confirm.</summary>
    public string Key { get; }

    /// <summary>Address of that key, at the author.</summary>
    public string Method { get; }

    /// <summary>The whole document, proof included, word for word.</summary>
    public JsonElement Document { get; }

    /// <summary>Name of the log: the hash of its first event.</summary>
    public string Log => Said.Log ?? Hash;

    /// <summary>What it stands upon: the heads, and what its author said before.</summary>
    public IEnumerable<string> Parents => Said.Previous is { } previous && !Said.Heads.Contains(previous) ? Said.Heads.Append(previous) : Said.Heads;

    /// <summary>Writes and proves an event; throws <see cref="ArgumentException"/> when it would not be read as one.</summary>
    public static SignedEvent Prove(EventDraft draft, Ed25519KeyPair key, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(key);
        var other = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        Put(other, "collaboration", draft.Log);
        other["heads"] = JsonSerializer.SerializeToElement(draft.Heads);
        other["number"] = JsonSerializer.SerializeToElement(draft.Number);
        Put(other, "previous", draft.Previous);
        Put(other, "person", draft.Person);
        Put(other, "role", draft.Role);
        Put(other, "says", draft.Type);
        other["payload"] = draft.Payload;
        Put(other, "signingKey", key.PublicMultibase);
        var document = Ap.WriteDocument(new ApObject { Id = draft.Id, Type = "Object", AttributedTo = draft.Author, Published = draft.Time, Kind = Kind, Other = other });
        return TryRead(DataIntegrity.Prove(document, key, now), out var made) is { } fault ? throw new ArgumentException($"This is no event: {fault}.", nameof(draft)) : made;
    }

    /// <summary>Null when the bytes are one event whose proof holds with the key in it; else the first fault. Never throws.</summary>
    public static EventFault? TryRead(ReadOnlyMemory<byte> utf8, out SignedEvent read)
    {
        read = null!;
        if (utf8.Length > MaxBytes)
        {
            return EventFault.TooLarge;
        }

        // A linked data signature is no part of what a proof covers: with one, the same proof would hold over another hash.
        if (StrictJson.TryParse(utf8, out var root) is not null || root.ValueKind != JsonValueKind.Object || root.TryGetProperty("signature", out _)
            || !WireVersion.IsKnown(root) || Draft(root) is not { } said || Text(root, "signingKey") is not { Length: <= MaxWord * 2 } key)
        {
            return EventFault.Malformed;
        }

        if (DataIntegrity.VerificationMethod(root) is not { } method || !method.StartsWith(said.Author + "#", StringComparison.Ordinal)
            || VerificationKey.FromMultibase(method, said.Author, key) is not { Algorithm: KeyAlgorithm.Ed25519 } verifier
            || DataIntegrity.Verify(root, verifier, DateTimeOffset.MaxValue.AddDays(-1)) is not null)
        {
            return EventFault.Unproved;
        }

        var members = CanonicalJson.Members(root);
        members.RemoveAll(member => member.NameEquals("proof"u8));
        read = new(said, DigestMultibase.Encode(SHA256.HashData(CanonicalJson.CanonicalizeMembers(members))), key, method, root);
        return null;
    }

    private static EventDraft? Draft(JsonElement root) =>
        Text(root, "kind") == Kind
        && Text(root, "id") is { } id && Text(root, "attributedTo") is { } author && Ids.Fit(id) && Ids.Fit(author) && Origin.Same(id, author) && id != author
        && Heads(root) is { } heads && Optional(root, "collaboration", IsHash, out var log) && Optional(root, "previous", IsHash, out var previous)
        && root.TryGetProperty("number", out var counted) && counted.ValueKind == JsonValueKind.Number && counted.TryGetInt32(out var number) && number > 0
        && (number == 1) == (previous is null) && (log is null) == (heads.Length == 0) && (log is not null || number == 1)
        && Optional(root, "person", IsWord, out var person) && Optional(root, "role", IsWord, out var role)
        && Text(root, "says") is { } type && IsWord(type)
        && root.TryGetProperty("published", out var published) && published.ValueKind == JsonValueKind.String && published.TryGetDateTimeOffset(out var time)
        && root.TryGetProperty("payload", out var payload) && payload.ValueKind == JsonValueKind.Object
            ? new()
            {
                Id = id,
                Author = author,
                Log = log,
                Heads = heads,
                Number = number,
                Previous = previous,
                Person = person ?? "",
                Role = role ?? "",
                Time = time,
                Type = type,
                Payload = payload,
            }
            : null;

    private static string[]? Heads(JsonElement root)
    {
        if (!root.TryGetProperty("heads", out var list) || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() > MaxHeads)
        {
            return null;
        }

        string[] heads = [.. list.EnumerateArray().Select(head => head.ValueKind == JsonValueKind.String ? head.GetString()! : "")];
        return heads.All(IsHash) && heads.Distinct(StringComparer.Ordinal).Count() == heads.Length ? heads : null;
    }

    private static bool Optional(JsonElement root, string name, Func<string, bool> isFit, out string? value)
    {
        value = Text(root, name);
        return value is null ? !root.TryGetProperty(name, out _) : isFit(value);
    }

    private static bool IsHash(string text) => DigestMultibase.Decode(text) is not null;

    private static bool IsWord(string text) => text.Length is > 0 and <= MaxWord && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or ':' or '_');

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static void Put(Dictionary<string, JsonElement> other, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            other[name] = JsonSerializer.SerializeToElement(value);
        }
    }
}

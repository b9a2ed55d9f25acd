using System.Text.Json;
using Citess.ActivityPub.Inbox;
using Citess.ActivityPub.Proofs;
using Citess.ActivityPub.Signatures;
using Citess.ActivityPub.Vocabulary;

namespace Citess.ActivityPub.Repair;

/// <summary>
/// A signed word of an origin on how far it is: what a third server passes on is as fresh as the checkpoint that comes with
/// it, and complete when its digest is the same. That a document is authentic says nothing of either.
/// </summary>
public sealed record Checkpoint
{
    /// <summary>The kind that it names itself by.</summary>
    public const string Kind = "checkpoint";

    private static readonly TimeSpan Skew = TimeSpan.FromHours(1);

    /// <summary>Where the origin's log stood.</summary>
    public required Cursor Cursor { get; init; }

    /// <summary>How many objects lived, of those that the audience may see.</summary>
    public required int Count { get; init; }

    /// <summary><see cref="Digest.Root"/> over them.</summary>
    public required string Root { get; init; }

    /// <summary>True when it is about what everyone may see; false when it is about what partners may see as well.</summary>
    public required bool IsPublic { get; init; }

    /// <summary>When it was signed.</summary>
    public required DateTimeOffset Published { get; init; }

    /// <summary>Makes and signs one: the bytes to serve. <paramref name="id"/> is the address at which it is served, <paramref name="to"/> the audience.</summary>
    public static byte[] Sign(string id, string actor, string to, Cursor cursor, int count, string root, ISigner ed25519, DateTimeOffset now) => DataIntegrity.Prove(
        Ap.WriteDocument(new ApObject
        {
            Id = id,
            Type = "Object",
            Kind = Kind,
            AttributedTo = actor,
            To = [to],
            Published = now,
            Other = new(StringComparer.Ordinal)
            {
                ["cursor"] = JsonSerializer.SerializeToElement(cursor.ToString()),
                ["count"] = JsonSerializer.SerializeToElement(count),
                ["root"] = JsonSerializer.SerializeToElement(root),
            },
        }),
        ed25519,
        now);

    /// <summary>Reads one that <paramref name="origin"/> signed for itself; null when it is anything else. Never throws.</summary>
    public static Checkpoint? TryRead(JsonElement document, RemoteActor origin, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(origin);
        return Ap.Read<ApObject>(document) is { Kind: Kind, Published: { } published } read
            && read.AttributedTo == origin.Id
            && published - now < Skew
            && origin.FaultOfProof(document, now) is null
            && Member(read, "cursor") is { ValueKind: JsonValueKind.String } cursor && Cursor.TryParse(cursor.GetString(), out var place)
            && Member(read, "root") is { ValueKind: JsonValueKind.String } root
            && Member(read, "count") is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var count) && count >= 0
                ? new() { Cursor = place, Count = count, Root = root.GetString()!, IsPublic = (read.To ?? []).Any(Addresses.IsPublic), Published = published }
                : null;
    }

    private static JsonElement? Member(ApObject document, string name) =>
        document.Other is { } other && other.TryGetValue(name, out var value) ? value : null;
}

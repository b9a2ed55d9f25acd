using System.Text.Json;

namespace Citess.ActivityPub.Logs;

/// <summary>What an author says, still without its proof.</summary>
public sealed record EventDraft
{
    /// <summary>Address of the event, at its author's own host.</summary>
    public required string Id { get; init; }

    /// <summary>Actor of the pole that says it.</summary>
    public required string Author { get; init; }

    /// <summary>Hash of the first event; null in that one.</summary>
    public string? Log { get; init; }

    /// <summary>Hashes of the latest events that the author saw; none in the first.</summary>
    public IReadOnlyList<string> Heads { get; init; } = [];

    /// <summary>Counts what this author said in this log, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Hash of what the author said before; null when there was nothing.</summary>
    public string? Previous { get; init; }

    /// <summary>Pseudonymous id of the person, which means something to that pole alone.</summary>
    public string Person { get; init; } = "";

    /// <summary>The role in which the author speaks.</summary>
    public string Role { get; init; } = "";

    /// <summary>When, by the author's own clock: it orders nothing.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>What kind of thing is said.</summary>
    public required string Type { get; init; }

    /// <summary>What is said.</summary>
    public required JsonElement Payload { get; init; }
}

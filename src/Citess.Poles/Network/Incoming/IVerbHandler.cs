using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel.Inbox;

namespace Citess.Poles.Network.Incoming;

/// <summary>What came of a letter.</summary>
public abstract record Outcome
{
    private Outcome()
    {
    }

    /// <summary>Something for the catalogue; it applies if its revision is higher than what is held.</summary>
    public sealed record Arrived(Arrival Arrival) : Outcome
    {
        /// <summary>What came inside it, of other origins.</summary>
        public ImmutableArray<Arrival> Also { get => field.IsDefault ? [] : field; init; } = [];
    }

    /// <summary>A grain took it.</summary>
    public sealed record Done : Outcome;

    /// <summary>Nothing, and why; shown to administrators.</summary>
    public sealed record Nothing(string Reason) : Outcome;
}

/// <summary>A letter as its handler reads it: the activity as it came, what it is about, and whose it is.</summary>
public sealed record IncomingLetter(Letter Letter, JsonElement Root, JsonElement Object, Correspondent Sender)
{
    /// <summary>For those that need more of it than the gate has seen to; null when it has no such form.</summary>
    public Activity? Activity => field ??= Ap.Read<Activity>(Root);

    public static bool TryRead(Letter letter, Correspondent sender, [NotNullWhen(true)] out IncomingLetter? incoming)
    {
        var root = JsonElement.Parse(letter.Body);
        incoming = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("object", out var thing)
            ? new(letter, root, letter.ObjectBody is { } fetched ? JsonElement.Parse(fetched) : thing, sender) : null;
        return incoming is not null;
    }
}

/// <summary>One verb, one file. A letter may come twice, after a crash: a handler does the same again without harm.</summary>
public interface IVerbHandler
{
    IReadOnlyList<string> Verbs { get; }

    Task<Outcome> HandleAsync(IncomingLetter incoming, DateTimeOffset now);
}

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
    public sealed record Arrived(Arrival Arrival) : Outcome;

    /// <summary>A grain took it.</summary>
    public sealed record Done : Outcome;

    /// <summary>Nothing, and why; shown to administrators.</summary>
    public sealed record Nothing(string Reason) : Outcome;
}

/// <summary>A letter as its handler reads it.</summary>
public sealed record IncomingLetter(Letter Letter, Activity Activity, JsonElement Object, Correspondent Sender)
{
    public static bool TryRead(Letter letter, Correspondent sender, [NotNullWhen(true)] out IncomingLetter? incoming)
    {
        incoming = null;
        if (Ap.Read<Activity>(JsonElement.Parse(letter.Body)) is not { Object: { } thing } activity)
        {
            return false;
        }

        incoming = new(letter, activity, letter.ObjectBody is { } fetched ? JsonElement.Parse(fetched) : thing, sender);
        return true;
    }
}

/// <summary>One verb, one file. A letter may come twice, after a crash: a handler does the same again without harm.</summary>
public interface IVerbHandler
{
    IReadOnlyList<string> Verbs { get; }

    Task<Outcome> HandleAsync(IncomingLetter incoming, DateTimeOffset now);
}

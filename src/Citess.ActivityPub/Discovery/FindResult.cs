using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Vocabulary;

namespace Citess.ActivityPub.Discovery;

/// <summary>What came of looking for an actor; the caller must switch on it.</summary>
public abstract record FindResult
{
    private FindResult()
    {
    }

    /// <summary>The actor, with its document as it came.</summary>
    /// <param name="Actor">The document as it reads.</param>
    /// <param name="Document">The document word for word, and its address.</param>
    public sealed record Found(Actor Actor, FetchResult.Fetched Document) : FindResult;

    /// <summary>What was typed is no handle, host or address.</summary>
    public sealed record NotUnderstood : FindResult;

    /// <summary>There is no such actor there, or what is there is no actor.</summary>
    /// <param name="Fault">The rule that the answer broke.</param>
    public sealed record NotFound(FetchFault Fault) : FindResult;

    /// <summary>No answer; it may be there later.</summary>
    /// <param name="Reason">For the log.</param>
    public sealed record Unreachable(string Reason) : FindResult;
}

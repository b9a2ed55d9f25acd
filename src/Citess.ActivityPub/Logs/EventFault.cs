namespace Citess.ActivityPub.Logs;

/// <summary>Why bytes are no event of a log.</summary>
public enum EventFault
{
    /// <summary>More than <see cref="SignedEvent.MaxBytes"/>.</summary>
    TooLarge,
    /// <summary>Not of the form that events have.</summary>
    Malformed,
    /// <summary>The proof is missing, or was not made over this content by the key that the event names.</summary>
    Unproved,
}

namespace Citess.ActivityPub.Delivery;

/// <summary>What came of one POST to an inbox; the caller must switch on it.</summary>
public abstract record DeliveryResult
{
    private DeliveryResult()
    {
    }

    /// <summary>Any 2xx: the peer has it.</summary>
    /// <param name="Status">The status.</param>
    public sealed record Delivered(int Status) : DeliveryResult;

    /// <summary>The peer, or a rule here, says no for good to this item: record it, and go on to the next.</summary>
    /// <param name="Status">The status; null when nothing was sent, since the address must not be reached.</param>
    /// <param name="Reason">For the status page.</param>
    public sealed record Refused(int? Status, string Reason) : DeliveryResult;

    /// <summary>The peer answers, but not now. 429 is no failure of the peer.</summary>
    /// <param name="Status">The status.</param>
    /// <param name="RetryAfter">How long the peer asks to be left alone; null when it does not say.</param>
    public sealed record Retry(int Status, TimeSpan? RetryAfter) : DeliveryResult;

    /// <summary>No answer.</summary>
    /// <param name="Reason">For the status page.</param>
    public sealed record Unreachable(string Reason) : DeliveryResult;
}

namespace Citess.ActivityPub.Delivery;

/// <summary>How long to wait before the next try.</summary>
public static class DeliveryPolicy
{
    /// <summary>The pause after the first failure.</summary>
    public static readonly TimeSpan First = TimeSpan.FromSeconds(5);

    /// <summary>The longest pause of our own making; a peer may ask for more.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    /// <summary>The longest pause that a peer may ask for: none may silence us for ever.</summary>
    public static readonly TimeSpan LongestAsked = TimeSpan.FromDays(1);

    /// <summary>Doubles from 5 s to 6 h, spread by a fifth either way so that peers that failed together do not return together.</summary>
    /// <param name="failures">Failures in a row, from 1.</param>
    /// <param name="random">From 0 up to 1.</param>
    /// <param name="retryAfter">What the peer asked for; the longer of both holds.</param>
    public static TimeSpan Pause(int failures, double random, TimeSpan? retryAfter = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(failures, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(random);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(random, 1);
        var doubled = Math.Min(First.TotalSeconds * Math.Pow(2, failures - 1), Longest.TotalSeconds);
        var own = TimeSpan.FromSeconds(Math.Min(doubled * (0.8 + (0.4 * random)), Longest.TotalSeconds));
        var asked = retryAfter is not { } wish ? TimeSpan.Zero : wish > LongestAsked ? LongestAsked : wish;
        return own > asked ? own : asked;
    }
}

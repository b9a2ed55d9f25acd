namespace Citess.ActivityPub.Delivery;

/// <summary>How long to wait before the next try.</summary>
public static class DeliveryPolicy
{
    /// <summary>So many failures in a row, or in ten minutes, and a peer is taken for dead until it shows otherwise.</summary>
    public const int Dead = 5;

    /// <summary>The pause after the first failure.</summary>
    public static readonly TimeSpan First = TimeSpan.FromSeconds(5);

    /// <summary>The first pause of a peer that is taken for dead: it costs one request a half hour at most.</summary>
    public static readonly TimeSpan FirstDead = TimeSpan.FromMinutes(30);

    /// <summary>The longest pause of our own making; a peer may ask for more.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    /// <summary>The longest pause that a peer may ask for: none may silence us for ever.</summary>
    public static readonly TimeSpan LongestAsked = TimeSpan.FromDays(1);

    /// <summary>
    /// Doubles from 5 s for the first failures, and from 30 min to 6 h once the peer is taken for dead; up to a fifth longer, so that peers
    /// that failed together do not return together.
    /// </summary>
    /// <param name="failures">Failures in a row, from 1.</param>
    /// <param name="random">From 0 up to 1.</param>
    /// <param name="retryAfter">What the peer asked for; the longer of both holds.</param>
    public static TimeSpan Pause(int failures, double random, TimeSpan? retryAfter = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(failures, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(random);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(random, 1);
        var (first, times) = failures < Dead ? (First, failures - 1) : (FirstDead, failures - Dead);
        var own = TimeSpan.FromSeconds(Math.Min(first.TotalSeconds * Math.Pow(2, times) * (1 + (0.2 * random)), Longest.TotalSeconds));
        var asked = retryAfter is not { } wish ? TimeSpan.Zero : wish > LongestAsked ? LongestAsked : wish;
        return own > asked ? own : asked;
    }
}

namespace Citess.ActivityPub.Inbox;

/// <summary>For how long remote actors, and failures to reach them, are remembered.</summary>
public sealed record RemoteActorsOptions
{
    /// <summary>A key or host that failed is not asked again before this. Default 5 min.</summary>
    public TimeSpan FailureWindow { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>After so many different keys or actors that a host does not have, it is asked only now and then until the failure window is over; a partner's host is asked on. Default 20.</summary>
    public int MaxRefusals { get; init; } = 20;

    /// <summary>How seldom such a host is asked: its new keys must not be shut out by those that others invent. Default 5 s.</summary>
    public TimeSpan RefusalPause { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A look-up has come to its end by then, with all that it waits for. Default 30 s.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Look-ups under way at once. Default 64.</summary>
    public int MaxAtOnce { get; init; } = 64;

    /// <summary>A key that may have changed is fetched again once in this. Default 10 min.</summary>
    public TimeSpan RefreshWindow { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>An actor older than this is fetched again when next needed, and used on when its host is silent. Default 1 day.</summary>
    public TimeSpan MaxAge { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Failures remembered at most; the oldest go first. Default 10,000.</summary>
    public int MaxRemembered { get; init; } = 10_000;
}

namespace Citess.Server.Tests.Security;

/// <summary>The time of day can be put forward; timers go on as ever, since the silo lives by them.</summary>
public sealed class MovableClock : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;
}

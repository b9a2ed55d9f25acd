namespace Citess.Server.Hosting;

/// <summary>
/// Gives back what the start, or a day's work, has left behind, once there is little to do. Many poles share a small server, and
/// .NET by itself collects only when more is asked for: what is no longer used stays until then.
/// </summary>
internal sealed class Rest(TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(20);

    /// <summary>Allocated in a beat, in bytes: less is little to do.</summary>
    private const long Quiet = 8L << 20;

    /// <summary>Allocated since the last time, in bytes: less is not worth the tens of milliseconds that everybody waits for it.</summary>
    private const long Worth = 16L << 20;

    private long given;
    private long before;

    /// <summary>Whether it is time, by all that was allocated until now; asked once in a beat.</summary>
    internal bool IsDue(long allocated)
    {
        var isDue = allocated - before < Quiet && allocated - given >= Worth;
        (before, given) = (allocated, isDue ? allocated : given);
        return isDue;
    }

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        using var beat = new PeriodicTimer(Beat, clock);
        while (await beat.WaitForNextTickAsync(stop))
        {
            if (IsDue(GC.GetTotalAllocatedBytes()))
            {
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            }
        }
    }
}

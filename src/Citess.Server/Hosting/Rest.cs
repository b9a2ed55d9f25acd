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

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        using var beat = new PeriodicTimer(Beat, clock);
        long given = 0, before = 0;
        while (await beat.WaitForNextTickAsync(stop))
        {
            var allocated = GC.GetTotalAllocatedBytes();
            if (allocated - before < Quiet && allocated - given >= Worth)
            {
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                given = allocated;
            }

            before = allocated;
        }
    }
}

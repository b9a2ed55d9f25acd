using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Citess.Bench.Report;

/// <summary>How long the disk takes to keep 4 KiB for good: what every 202 waits for.</summary>
internal static partial class Disk
{
    public static (double MedianMs, double P99Ms) Measure(string folder, int times = 1000)
    {
        var file = Path.Combine(folder, "fsync-" + Path.GetRandomFileName());
        var page = new byte[4096];
        var taken = new double[times];
        using (var handle = File.OpenHandle(file, FileMode.CreateNew, FileAccess.Write))
        {
            for (var each = 0; each < times; each++)
            {
                var started = Stopwatch.GetTimestamp();
                RandomAccess.Write(handle, page, (long)each * page.Length);
                Sync(handle);
                taken[each] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            }
        }

        File.Delete(file);
        Array.Sort(taken);
        return (taken[times / 2], taken[times * 99 / 100]);
    }

    /// <summary>Where data may be put for a measurement: a folder that lies on a disk and not in memory.</summary>
    public static string Place()
    {
        var place = Environment.GetEnvironmentVariable("BENCH_DATA") is { Length: > 0 } given ? given : Path.Combine(Nodes.Repository.Root, "artifacts", "bench", "data");
        Directory.CreateDirectory(place);
        var kind = new DriveInfo(place).DriveFormat;
        return kind is "tmpfs" or "ramfs"
            ? throw new InvalidOperationException($"{place} lies in memory ({kind}): nothing is durable there. Set BENCH_DATA.")
            : place;
    }

    private static void Sync(SafeFileHandle handle)
    {
        if (FDataSync((int)handle.DangerousGetHandle()) != 0)
        {
            throw new IOException($"fdatasync failed with {Marshal.GetLastPInvokeError()}.");
        }
    }

    [LibraryImport("libc", EntryPoint = "fdatasync", SetLastError = true)]
    private static partial int FDataSync(int file);
}

using System.Diagnostics;
using System.Globalization;

namespace Citess.Bench.Nodes;

/// <summary>What the kernel says of a process: counted there, so that no tool of the process's own language is asked.</summary>
internal static class Proc
{
    /// <summary>The kernel counts in hundredths of a second.</summary>
    private const double TickMs = 10;

    /// <summary>Milliseconds of processor time, of all threads, in user and system mode.</summary>
    public static double CpuMs(int pid)
    {
        // The name of the program stands in brackets and may hold spaces.
        var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/stat"));
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)) * TickMs;
    }

    /// <summary>Megabytes in memory now.</summary>
    public static double MemoryMb(int pid) => StatusKb(pid, "VmRSS") / 1024;

    /// <summary>Bytes that went to the disk, or will.</summary>
    public static double WrittenMb(int pid)
    {
        var line = Array.Find(File.ReadAllLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/io")), each => each.StartsWith("write_bytes", StringComparison.Ordinal));
        return double.Parse(line!.Split(':')[1], CultureInfo.InvariantCulture) / (1 << 20);
    }

    /// <summary>How many wait for a processor, besides what is measured.</summary>
    public static double Load() => double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture);

    public static void Terminate(Process process)
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }
    }

    public static void Signal(Process process, string signal)
    {
        using var kill = Process.Start("kill", ["-" + signal, process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    private static double StatusKb(int pid, string name)
    {
        var line = Array.Find(File.ReadAllLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/status")), each => each.StartsWith(name, StringComparison.Ordinal));
        return double.Parse(line!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }
}

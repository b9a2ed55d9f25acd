using System.Globalization;
using Citess.Bench.Nodes;

namespace Citess.Bench.Report;

/// <summary>The machine in words: what it has, and how busy it is with other things.</summary>
internal static class Machine
{
    public static string Describe(string place)
    {
        var (median, p99) = Disk.Measure(place);
        var model = File.ReadAllLines("/proc/cpuinfo").First(line => line.StartsWith("model name", StringComparison.Ordinal)).Split(':')[1].Trim();
        var memory = double.Parse(File.ReadAllLines("/proc/meminfo")[0].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / (1 << 20);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd}, {Environment.ProcessorCount} cores of {model}, {memory:0} GiB of memory, {new DriveInfo(place).DriveFormat}; .NET {Environment.Version}. A write of 4 KiB with fdatasync took {median:0.00} ms (median; p99 {p99:0.00} ms). Load average at the end of the run: {Proc.Load():0.0} on {Environment.ProcessorCount} cores, the run's own included. {Cores.Measure()}");
    }
}

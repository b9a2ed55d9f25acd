using System.Diagnostics;
using System.Globalization;
using System.Text;
using Citess.Bench.Load;
using Citess.Bench.Nodes;
using Citess.Bench.Report;

namespace Citess.Bench.Scenarios;

/// <summary>
/// What the kernel saw (strace): each letter is written to the log of the database, the log is put on the disk by fsync,
/// as SQLite is built for .NET, or fdatasync, and only then does 202 leave. An answer before that ends the measurement.
/// </summary>
internal sealed class Durability(string place) : IScenario
{
    private const int Letters = 50;

    public string Name => "durability";

    public async Task RunAsync(Figures figures)
    {
        if (!Lineup.HasOurs)
        {
            return;
        }

        await using var sender = await Sender.StartAsync();
        await using var node = new CitessNode(place);
        await node.StartAsync();
        await node.PrepareAsync(sender);
        await Generator.ClosedAsync(node.Port, 1, Load.Letters.Plain(sender, node, Dialect.Cavage, 200));
        await Drain.WaitAsync(node);

        var requests = Load.Letters.Plain(sender, node, Dialect.Cavage, Letters);
        var trace = Path.Combine(node.Folder, "trace");
        using (var strace = Process.Start(new ProcessStartInfo("strace", ["-f", "-y", "-s", "6000", "-e", "trace=pwrite64,fsync,fdatasync,sendmsg,sendto,write", "-o", trace, "-p", node.Pid.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardError = true, UseShellExecute = false })!)
        {
            // It says so when it is attached to every thread.
            await strace.StandardError.ReadLineAsync();
            await Generator.ClosedAsync(node.Port, 1, requests);
            using var end = Process.Start("kill", ["-INT", strace.Id.ToString(CultureInfo.InvariantCulture)]);
            await strace.WaitForExitAsync();
        }

        var durable = Count(File.ReadLines(trace), requests.Select(Id));
        figures.Add("letters whose 202 left after the fsync of what was written for them", "of 50", node, durable, "all");
        if (durable != Letters)
        {
            throw new InvalidOperationException($"{Letters - durable} of {Letters} were answered before they were on the disk.");
        }
    }

    /// <summary>One letter after the other: written, on the disk, answered.</summary>
    private static int Count(IEnumerable<string> calls, IEnumerable<string> ids)
    {
        using var line = calls.GetEnumerator();
        return ids.TakeWhile(id => Comes(line, call => IsOfLog(call, "pwrite64(") && call.Contains(id, StringComparison.Ordinal)) && SyncsBeforeAnswer(line)).Count();
    }

    private static bool SyncsBeforeAnswer(IEnumerator<string> line)
    {
        // An entry and an exit may stand on two lines, with calls of other threads between them.
        string? waiting = null;
        var isOnDisk = false;
        while (line.MoveNext())
        {
            var (thread, call) = (line.Current.Split(' ', 2)[0], line.Current);
            if (IsOfLog(call, "sync("))
            {
                waiting = thread;
                isOnDisk |= call.EndsWith("= 0", StringComparison.Ordinal);
            }
            else if (thread == waiting && call.Contains("sync resumed", StringComparison.Ordinal))
            {
                isOnDisk |= call.EndsWith("= 0", StringComparison.Ordinal);
            }
            else if (call.Contains("HTTP/1.1 202", StringComparison.Ordinal))
            {
                return isOnDisk;
            }
        }

        return false;
    }

    private static bool IsOfLog(string call, string name) => call.Contains(name, StringComparison.Ordinal) && call.Contains("citess.db-wal", StringComparison.Ordinal);

    private static bool Comes(IEnumerator<string> line, Func<string, bool> wanted)
    {
        while (line.MoveNext())
        {
            if (wanted(line.Current))
            {
                return true;
            }
        }

        return false;
    }

    private static string Id(byte[] request)
    {
        var text = Encoding.UTF8.GetString(request);
        var start = text.IndexOf("/activity/", StringComparison.Ordinal) + "/activity/".Length;
        return text[start..text.IndexOf('"', start)];
    }
}

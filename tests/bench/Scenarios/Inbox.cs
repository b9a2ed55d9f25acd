using Citess.Bench.Load;
using Citess.Bench.Nodes;
using Citess.Bench.Report;

namespace Citess.Bench.Scenarios;

/// <summary>Activities of one sender whose key is known: verified, on the disk, then 202.</summary>
internal sealed class Inbox(int runs, string place) : IScenario
{
    public string Name => "inbox";

    public async Task RunAsync(Figures figures)
    {
        await CeilingAsync(figures);
        for (var run = 0; run < runs; run++)
        {
            foreach (var dialect in Enum.GetValues<Dialect>())
            {
                foreach (var node in Lineup.Nodes(place, withMemory: dialect == Dialect.Cavage))
                {
                    var (warmUp, count) = node is CitessNode ? (8000, 12_000) : (400, 1000);
                    await MeasureAsync(figures, node, dialect, warmUp, count);
                }
            }
        }
    }

    private async Task CeilingAsync(Figures figures)
    {
        await using var sender = await Sender.StartAsync();
        await using var sink = new SinkNode(place);
        await sink.StartAsync();
        var requests = Letters.Plain(sender, sink, Dialect.Cavage, 20_000);
        await Generator.ClosedAsync(sink.Port, 32, requests);
        foreach (var connections in (int[])[8, 32])
        {
            var outcome = await Generator.ClosedAsync(sink.Port, connections, requests);
            figures.Add($"the generator's ceiling, {connections} connections", "/s", sink, outcome.PerSecond);
        }
    }

    private static async Task MeasureAsync(Figures figures, Node node, Dialect dialect, int warmUp, int count)
    {
        await using var sender = await Sender.StartAsync();
        await using (node)
        {
            await node.StartAsync();
            await node.PrepareAsync(sender);
            var word = dialect == Dialect.Cavage ? "cavage" : "RFC 9421";
            await Generator.ClosedAsync(node.Port, 8, Letters.Plain(sender, node, dialect, warmUp));
            await Drain.WaitAsync(node);
            foreach (var connections in (int[])[8, 32])
            {
                var requests = Letters.Plain(sender, node, dialect, count);
                var before = Proc.CpuMs(node.Pid);
                var outcome = await Generator.ClosedAsync(node.Port, connections, requests);
                var accepting = Proc.CpuMs(node.Pid) - before;
                await Drain.WaitAsync(node);
                var all = Proc.CpuMs(node.Pid) - before;
                var of = $"{word}, {connections} connections";
                figures.Add($"accepted, {of}", "/s", node, outcome.PerSecond, connections == 32 ? "≥ 10 ×" : "");
                figures.Add($"server CPU per activity until all were accepted, {of}", "ms", node, accepting / count, "", isLessBetter: true);
                figures.Add($"server CPU per activity until all were done, {of}", "ms", node, all / count, "≥ 15 ×", isLessBetter: true);
                figures.Add($"p50, {of}", "ms", node, outcome.P50, "", isLessBetter: true);
                figures.Add($"p95, {of}", "ms", node, outcome.P95, "", isLessBetter: true);
                figures.Add($"p99, {of}", "ms", node, outcome.P99, "", isLessBetter: true);
            }

            if (node is CitessNode && dialect == Dialect.Cavage)
            {
                var outcome = await Generator.OpenAsync(node.Port, 500, Letters.Plain(sender, node, dialect, 5000));
                figures.Add("p95 at 500 per second, whether or not answers come", "ms", node, outcome.P95, "≤ 50 ms", isLessBetter: true);
            }

            figures.Notes.Add(FormattableString.Invariant($"{node.Name}, {word}: load average {Proc.Load():0.0}"));
        }
    }
}

using System.Diagnostics;
using Citess.Bench.Load;
using Citess.Bench.Nodes;
using Citess.Bench.Report;

namespace Citess.Bench.Scenarios;

/// <summary>From the 202 to the effect: a row of the catalogue with full text here, a row of a table there.</summary>
internal sealed class Processing(int runs, string place) : IScenario
{
    public string Name => "processing";

    public async Task RunAsync(Figures figures)
    {
        for (var run = 0; run < runs; run++)
        {
            foreach (var node in Lineup.Nodes(place, withMemory: true))
            {
                await using (node)
                {
                    await MeasureAsync(figures, node);
                }
            }
        }

        if (Lineup.HasOurs)
        {
            await BurstAsync(figures);
        }
    }

    private static async Task MeasureAsync(Figures figures, Node node)
    {
        await using var sender = await Sender.StartAsync();
        await node.StartAsync();
        await node.PrepareAsync(sender);
        var (warmUp, count) = node is CitessNode ? (6000, 10_000) : (400, 1000);
        await Generator.ClosedAsync(node.Port, 8, Make(sender, node, warmUp));
        await Drain.WaitAsync(node);
        var requests = Make(sender, node, count);
        var before = Proc.CpuMs(node.Pid);
        var watch = Stopwatch.StartNew();
        await Generator.ClosedAsync(node.Port, 8, requests);
        await Drain.WaitAsync(node);
        var seconds = watch.Elapsed.TotalSeconds;
        figures.Add("to its effect", "/s", node, count / seconds);
        figures.Add("server CPU per activity, from the socket to the effect", "ms", node, (Proc.CpuMs(node.Pid) - before) / count, "≥ 8 ×", isLessBetter: true);
        if (node is CitessNode pole && await pole.EffectsAsync() != warmUp + count)
        {
            throw new InvalidOperationException("Not every practice had its effect.");
        }
    }

    private async Task BurstAsync(Figures figures)
    {
        await using var sender = await Sender.StartAsync();
        await using var node = new CitessNode(place);
        await node.StartAsync();
        await node.PrepareAsync(sender);
        await Generator.ClosedAsync(node.Port, 8, Make(sender, node, 4000));
        await Drain.WaitAsync(node);
        await Generator.ClosedAsync(node.Port, 32, Make(sender, node, 10_000));
        figures.Add("waiting right after a burst of 10,000", "letters", node, await node.BacklogAsync(), isLessBetter: true);
        figures.Add("until nothing waits after a burst of 10,000", "s", node, (await Drain.WaitAsync(node)).TotalSeconds, "≤ 5 s", isLessBetter: true);
    }

    /// <summary>Practices with proofs for a pole; for Fedify the plain article, which is smaller and asks for no proof.</summary>
    private static byte[][] Make(Sender sender, Node node, int count) => node is CitessNode
        ? Letters.Practices(sender, node, Dialect.Cavage, count)
        : Letters.Plain(sender, node, Dialect.Cavage, count);
}

using Citess.Bench.Load;
using Citess.Bench.Nodes;
using Citess.Bench.Report;

namespace Citess.Bench.Scenarios;

/// <summary>From the start of the process to its first answer, with a database that is there.</summary>
internal sealed class ColdStart(int runs, string place) : IScenario
{
    public string Name => "cold-start";

    public async Task RunAsync(Figures figures)
    {
        foreach (var node in Lineup.Nodes(place, withMemory: true))
        {
            await using (node)
            {
                await using var sender = await Sender.StartAsync();
                await node.StartAsync();
                for (var run = 0; run < runs + 2; run++)
                {
                    node.Kill();
                    await node.StartAsync();
                    figures.Add("until the first answer", "s", node, node.ColdStart.TotalSeconds, isLessBetter: true);
                }
            }
        }
    }
}

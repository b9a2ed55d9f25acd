using System.Diagnostics;
using Citess.Bench.Load;
using Citess.Bench.Nodes;
using Citess.Bench.Report;

namespace Citess.Bench.Scenarios;

/// <summary>One change to 1,000 inboxes on 1,000 hosts, none of which has a shared inbox.</summary>
internal sealed class FanOut(int runs, string place) : IScenario
{
    private const int Hosts = 1000;
    private const int Times = 7;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public string Name => "fan-out";

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
    }

    private static async Task MeasureAsync(Figures figures, Node node)
    {
        await using var followers = await Followers.StartAsync();
        await node.StartAsync();
        if (node is CitessNode pole)
        {
            await pole.SetUpAsync();
            await followers.FollowAsync(pole, 1, Hosts, withEd25519: false);
            await Drain.WaitAsync(pole);
        }

        var inboxes = Enumerable.Range(1, Hosts).Select(followers.Inbox).ToList();
        for (var time = 0; time < Times; time++)
        {
            followers.Reset();
            var (before, started) = (Proc.CpuMs(node.Pid), Stopwatch.GetTimestamp());
            await (node is CitessNode ours ? ours.ShareAsync(1) : ((FedifyNode)node).SendAsync(1, inboxes, fanOut: true));
            await followers.UntilAsync(Hosts, Patience);

            // The first ones warm connections and code.
            if (time >= 2)
            {
                figures.Add("one change to 1,000 inboxes, RSA", "s", node, Stopwatch.GetElapsedTime(started, followers.LastAt).TotalSeconds, "≥ 4 ×, < 1 s", isLessBetter: true);
                figures.Add("server CPU per inbox", "ms", node, (Proc.CpuMs(node.Pid) - before) / Hosts, isLessBetter: true);
            }
        }
    }
}

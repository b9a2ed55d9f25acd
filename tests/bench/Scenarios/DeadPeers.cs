using System.Diagnostics;
using Citess.Bench.Load;
using Citess.Bench.Nodes;
using Citess.Bench.Report;

namespace Citess.Bench.Scenarios;

/// <summary>Whether 20 living hosts notice that 10,000 others died, and how often those are still asked.</summary>
internal sealed class DeadPeers(string place) : IScenario
{
    private const int Dead = 10_000;
    private const int Living = 20;
    private const int Times = 30;

    public string Name => "dead-peers";

    public async Task RunAsync(Figures figures)
    {
        if (!Lineup.HasOurs)
        {
            return;
        }

        await using var living = await Followers.StartAsync();
        await using var dead = await Followers.StartAsync();
        await using var node = new CitessNode(place);
        await node.StartAsync();
        await node.SetUpAsync();
        await living.FollowAsync(node, 1, Living, withEd25519: true);
        await Drain.WaitAsync(node);
        await SendAsync();
        figures.Add("from the change to the last of 20 living hosts, p95, before", "ms", node, await SendAsync(), isLessBetter: true);

        await dead.FollowAsync(node, 1000, Dead, withEd25519: true);
        await Drain.WaitAsync(node);
        dead.AreDead = true;
        await SendAsync();
        await Task.Delay(TimeSpan.FromMinutes(2));
        dead.Reset();
        var watch = Stopwatch.StartNew();
        figures.Add("from the change to the last of 20 living hosts, p95, with 10,000 dead", "ms", node, await SendAsync(), "as before", isLessBetter: true);
        await Task.Delay(TimeSpan.FromMinutes(3));
        figures.Add("requests per dead host and half hour", "", node, dead.Asked.Values.Sum() / (double)Dead * (TimeSpan.FromMinutes(30) / watch.Elapsed), "≤ 1", isLessBetter: true);

        async Task<double> SendAsync()
        {
            var times = new List<double>();
            for (var time = 0; time < Times; time++)
            {
                living.Reset();
                var started = Stopwatch.GetTimestamp();
                await node.ShareAsync(1);
                await living.UntilAsync(Living, TimeSpan.FromMinutes(5));
                times.Add(Stopwatch.GetElapsedTime(started, living.LastAt).TotalMilliseconds);
            }

            times.Sort();
            return times[(int)(Times * 0.95)];
        }
    }
}

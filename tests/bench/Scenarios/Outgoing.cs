using System.Diagnostics;
using Citess.Bench.Load;
using Citess.Bench.Nodes;
using Citess.Bench.Report;

namespace Citess.Bench.Scenarios;

/// <summary>One peer that is sent many: how fast signed letters leave, near by and 200 ms away.</summary>
internal sealed class Outgoing(int runs, string place) : IScenario
{
    private const int Count = 3000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public string Name => "outgoing";

    public async Task RunAsync(Figures figures)
    {
        for (var run = 0; run < runs; run++)
        {
            if (Lineup.HasOurs)
            {
                await OursAsync(figures);
            }

            if (Lineup.HasTheirs)
            {
                await TheirsAsync(figures);
            }
        }
    }

    /// <summary>A pole that begins to follow is sent all that it may see: each here is one measurement.</summary>
    private async Task OursAsync(Figures figures)
    {
        await using var followers = await Followers.StartAsync();
        await using var node = new CitessNode(place);
        await node.StartAsync();
        await node.SetUpAsync();
        await node.ShareAsync(Count);
        var number = 1;
        await OneAsync("to warm up", withEd25519: true, TimeSpan.Zero, "");
        await OneAsync("Ed25519, on loopback", withEd25519: true, TimeSpan.Zero, "≥ 2,000 /s");
        await OneAsync("RSA, on loopback", withEd25519: false, TimeSpan.Zero, "");
        await OneAsync("Ed25519, answers after 200 ms", withEd25519: true, TimeSpan.FromMilliseconds(200), "≥ 300 /s");
        await OneAsync("RSA, answers after 200 ms", withEd25519: false, TimeSpan.FromMilliseconds(200), "");

        async Task OneAsync(string what, bool withEd25519, TimeSpan delay, string bar)
        {
            followers.Delay = delay;
            followers.Reset();
            await followers.FollowAsync(node, number, 1, withEd25519, asPole: true);
            await node.AcceptAsync(followers.Authority(number++));

            // Behind the Accept the courier waits some seconds for a pole that comes to read by itself, which these do not.
            await followers.UntilAsync(2, Patience);
            var (before, started) = (Proc.CpuMs(node.Pid), Stopwatch.GetTimestamp());
            await followers.UntilAsync(Count, Patience);
            if (number > 2)
            {
                figures.Add("sent, " + what, "/s", node, (Count - 2) / Stopwatch.GetElapsedTime(started, followers.LastAt).TotalSeconds, bar);
                figures.Add("CPU per letter, " + what, "ms", node, (Proc.CpuMs(node.Pid) - before) / (Count - 2), isLessBetter: true);
            }
        }
    }

    private async Task TheirsAsync(Figures figures)
    {
        const int count = 400;
        await using var followers = await Followers.StartAsync();
        await using var node = new FedifyNode("sqlite", place);
        await node.StartAsync();
        await node.SendAsync(100, [followers.Inbox(1)], fanOut: false);
        await followers.UntilAsync(100, Patience);
        foreach (var (what, delay) in new[] { ("RSA, on loopback", 0), ("RSA, answers after 200 ms", 200) })
        {
            followers.Delay = TimeSpan.FromMilliseconds(delay);
            followers.Reset();
            var (before, started) = (Proc.CpuMs(node.Pid), Stopwatch.GetTimestamp());
            await node.SendAsync(count, [followers.Inbox(1)], fanOut: false);
            await followers.UntilAsync(count, Patience);
            figures.Add("sent, " + what, "/s", node, count / Stopwatch.GetElapsedTime(started, followers.LastAt).TotalSeconds);
            figures.Add("CPU per letter, " + what, "ms", node, (Proc.CpuMs(node.Pid) - before) / count, isLessBetter: true);
        }
    }
}

using Citess.Bench.Load;
using Citess.Bench.Nodes;
using Citess.Bench.Report;

namespace Citess.Bench.Scenarios;

/// <summary>Memory of a server that rests: fresh, and with 1,000 followers and 100,000 objects of others.</summary>
internal sealed class Memory(string place) : IScenario
{
    private const int Objects = 100_000;
    private const int Portion = 5000;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(45);

    public string Name => "memory";

    public async Task RunAsync(Figures figures)
    {
        foreach (var node in Lineup.Nodes(place, withMemory: true))
        {
            await using (node)
            {
                await using var sender = await Sender.StartAsync();
                await node.StartAsync();
                await node.PrepareAsync(sender);
                await Task.Delay(Rest);
                figures.Add("idle", "MB", node, Proc.MemoryMb(node.Pid), "≤ 160 MB", isLessBetter: true);
                if (node is CitessNode pole)
                {
                    await FillAsync(figures, pole, sender);
                }
            }
        }
    }

    private static async Task FillAsync(Figures figures, CitessNode pole, Sender sender)
    {
        await using var followers = await Followers.StartAsync();
        await followers.FollowAsync(pole, 1, 1000, withEd25519: true);
        for (var held = 0; held < Objects; held += Portion)
        {
            await Generator.ClosedAsync(pole.Port, 8, Letters.Practices(sender, pole, Dialect.Cavage, Portion));
        }

        await Drain.WaitAsync(pole);
        figures.Add("right after 1,000 followers came and 100,000 objects", "MB", pole, Proc.MemoryMb(pole.Pid), isLessBetter: true);
        await Task.Delay(Rest);
        figures.Add("at rest with 1,000 followers and 100,000 objects", "MB", pole, Proc.MemoryMb(pole.Pid), "≤ 350 MB", isLessBetter: true);
        figures.Add("objects held", "", pole, await pole.EffectsAsync());
    }
}

using System.Diagnostics;
using Citess.Bench.Nodes;

namespace Citess.Bench.Scenarios;

/// <summary>Waits until nothing that came in waits any more.</summary>
internal static class Drain
{
    public static async Task<TimeSpan> WaitAsync(Node node)
    {
        var watch = Stopwatch.StartNew();
        while (await node.BacklogAsync() > 0)
        {
            if (watch.Elapsed > TimeSpan.FromMinutes(5))
            {
                throw new InvalidOperationException($"{node.Name} does not come to an end.");
            }

            await Task.Delay(20);
        }

        return watch.Elapsed;
    }
}

using System.Diagnostics;

namespace Citess.Bench.Load;

/// <summary>What a run of requests gave.</summary>
internal sealed record Outcome(int Count, double Seconds, double P50, double P95, double P99)
{
    public double PerSecond => Count / Seconds;
}

/// <summary>Sends prepared requests over kept-alive connections; anything but 202 ends the measurement.</summary>
internal static class Generator
{
    /// <summary>Each connection sends its next request as soon as it has its answer.</summary>
    public static async Task<Outcome> ClosedAsync(int port, int connections, ArraySegment<byte[]> requests)
    {
        var wires = await OpenAsync(port, connections);
        var times = new long[requests.Count];
        var next = -1;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(wires.Select(wire => Task.Run(async () =>
        {
            int number;
            while ((number = Interlocked.Increment(ref next)) < requests.Count)
            {
                var started = Stopwatch.GetTimestamp();
                await AskAsync(wire, requests[number]);
                times[number] = Stopwatch.GetTimestamp() - started;
            }
        })));
        return Sum(times, watch.Elapsed, wires);
    }

    /// <summary>
    /// Requests begin at their times, however long answers take, over as many connections as that needs: the time of each
    /// is counted from when it was due, so that a pause of the server counts for all that it keeps waiting.
    /// </summary>
    public static async Task<Outcome> OpenAsync(int port, int perSecond, ArraySegment<byte[]> requests)
    {
        var wires = await OpenAsync(port, 64);
        var idle = new System.Collections.Concurrent.ConcurrentBag<Wire>(wires);
        var turn = new SemaphoreSlim(wires.Length);
        var times = new long[requests.Count];
        var running = new List<Task>(requests.Count);
        var watch = Stopwatch.StartNew();
        for (var number = 0; number < requests.Count; number++)
        {
            var due = number * Stopwatch.Frequency / perSecond;
            while (watch.ElapsedTicks < due)
            {
                await Task.Delay(1);
            }

            running.Add(SendAsync(number, due));
        }

        await Task.WhenAll(running);
        return Sum(times, watch.Elapsed, wires);

        async Task SendAsync(int number, long due)
        {
            await turn.WaitAsync();
            idle.TryTake(out var wire);
            await AskAsync(wire!, requests[number]);
            times[number] = watch.ElapsedTicks - due;
            idle.Add(wire!);
            turn.Release();
        }
    }

    private static async Task<Wire[]> OpenAsync(int port, int connections)
    {
        var wires = new Wire[connections];
        for (var each = 0; each < connections; each++)
        {
            wires[each] = await Wire.OpenAsync(port);
        }

        return wires;
    }

    private static async ValueTask AskAsync(Wire wire, byte[] request)
    {
        if (await wire.AskAsync(request) is var status and not 202)
        {
            throw new InvalidOperationException($"The answer was {status}: {wire.Last}");
        }
    }

    private static Outcome Sum(long[] times, TimeSpan elapsed, Wire[] wires)
    {
        foreach (var wire in wires)
        {
            wire.Dispose();
        }

        Array.Sort(times);
        return new(times.Length, elapsed.TotalSeconds, At(0.50), At(0.95), At(0.99));

        double At(double share) => times[Math.Min(times.Length - 1, (int)(times.Length * share))] * 1000.0 / Stopwatch.Frequency;
    }
}

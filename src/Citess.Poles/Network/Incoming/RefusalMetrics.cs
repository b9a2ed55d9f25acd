using System.Diagnostics.Metrics;

namespace Citess.Poles.Network.Incoming;

/// <summary>One counter of what other servers are refused, by the type of the answer: the gate's, and what is said before it and behind it.</summary>
public static class RefusalMetrics
{
    private static readonly Meter Meter = new("Citess.Poles");
    private static readonly Counter<long> Refusals = Meter.CreateCounter<long>("citess.refusals", "{request}", "Requests of other servers that were refused, by the type of the answer.");

    public static void Count(string type) => Refusals.Add(1, new KeyValuePair<string, object?>("type", type));
}

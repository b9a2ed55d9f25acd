using System.Diagnostics.Metrics;

namespace Citess.ActivityPub.Inbox;

/// <summary>One counter, by verdict and reason.</summary>
internal static class GateMetrics
{
    private static readonly Meter Meter = new("Citess.ActivityPub");
    private static readonly Counter<long> Verdicts = Meter.CreateCounter<long>("citess.gate.verdicts", "{activity}", "Incoming activities by what the gate said of them.");

    public static void Count(GateVerdict verdict) => Verdicts.Add(1, new KeyValuePair<string, object?>("verdict", verdict switch
    {
        GateVerdict.Accepted => "accepted",
        GateVerdict.Repeated => "repeated",
        GateVerdict.Refused refused => refused.Slug,
        _ => throw new ArgumentOutOfRangeException(nameof(verdict)),
    }));
}

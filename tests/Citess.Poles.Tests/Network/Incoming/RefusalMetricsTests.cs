using System.Diagnostics.Metrics;
using Citess.ActivityPub.Inbox;
using Citess.Poles.Network.Incoming;
using Xunit;

namespace Citess.Poles.Tests.Network.Incoming;

/// <summary>Whatever another server is refused is counted by what it is told.</summary>
public sealed class RefusalMetricsTests
{
    [Fact]
    public void The_gates_refusals_and_those_behind_it_are_counted_by_their_type()
    {
        var counted = new List<string>();
        using var meters = new MeterListener { InstrumentPublished = (instrument, listener) => Enable(instrument, listener) };
        meters.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            lock (counted)
            {
                counted.Add((string)tags[0].Value!);
            }
        });
        meters.Start();

        var refused = new GateVerdict.Refused(GateReason.IdReused, "An activity with this id and another content came at the same time.");
        Assert.Equal(refused.Status, refused.ToProblem().StatusCode);
        GateProblems.Of(429, "rate-limited", "Later.");

        lock (counted)
        {
            Assert.Contains(refused.Slug, counted);
            Assert.Contains("rate-limited", counted);
        }
    }

    private static void Enable(Instrument instrument, MeterListener listener)
    {
        if (instrument.Name == "citess.refusals")
        {
            listener.EnableMeasurementEvents(instrument);
        }
    }
}

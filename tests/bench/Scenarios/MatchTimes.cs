using System.Diagnostics;
using Citess.Bench.Matching;
using Citess.Bench.Report;
using Citess.Poles.Matching;

namespace Citess.Bench.Scenarios;

/// <summary>How long it takes to find, and to keep what was found up to date.</summary>
internal static class MatchTimes
{
    private const int Times = 2_000;

    public static void Measure(Figures figures, OurMatches ours)
    {
        var random = new Random(20);
        Add(figures, "one want against 50,000 offers", "≤ 20 ms", Each(Times, () =>
        {
            var need = ours.Needs[random.Next(ours.Needs.Count)];
            return () => ours.Index.Rank(need, MatchIndex.Shown, Lessons.None);
        }));
        Add(figures, "all lists of the network after a changed want", "≤ 50 ms", Each(Times, () =>
        {
            var (need, other) = (ours.Needs[random.Next(ours.Needs.Count)], ours.Needs[random.Next(ours.Needs.Count)]);
            return () => ours.Index.Put(need with { Concepts = other.Concepts });
        }));
        Add(figures, "all lists of the network after a changed offer", "≤ 50 ms", Each(Times, () =>
        {
            var (offer, other) = (ours.Offerings[random.Next(ours.Offerings.Count)], ours.Offerings[random.Next(ours.Offerings.Count)]);
            return () => ours.Index.Put(offer with { Concepts = other.Concepts });
        }));
        Add(figures, "all lists of the network after an offer is gone", "≤ 50 ms", Each(Times, () =>
        {
            var offer = ours.Offerings[random.Next(ours.Offerings.Count)].Id;
            return () => ours.Index.RemoveOffering(offer);
        }));
        Add(figures, "all lists of the network after a pole blocked another", "", Each(100, () =>
        {
            var pole = ours.Poles[random.Next(ours.Poles.Count)];
            return () => ours.Index.Put(pole with { Blocks = pole.Blocks.Add(ours.Poles[0].Id) });
        }));
        Add(figures, "first places of all wants shared out", "", Each(20, () => () => ours.Fair()));
    }

    public static void Add(Figures figures, string what, string bar, double[] times)
    {
        Array.Sort(times);
        figures.Add(what + ", p50", "ms", "CitESS", times[times.Length / 2], isLessBetter: true);
        figures.Add(what + ", p95", "ms", "CitESS", times[Math.Min(times.Length - 1, times.Length * 95 / 100)], bar, isLessBetter: true);
    }

    public static double[] Each(int times, Func<Action> prepare) => [.. Enumerable.Range(0, times).Select(_ =>
    {
        var act = prepare();
        var started = Stopwatch.GetTimestamp();
        act();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    })];
}

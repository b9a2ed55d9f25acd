using Citess.Bench.Nodes;

namespace Citess.Bench.Report;

/// <summary>One thing that was measured, each time that it was, by the name of the server.</summary>
internal sealed record Row(string What, string Unit, string Bar, bool IsLessBetter)
{
    public Dictionary<string, List<double>> Values { get; init; } = new(StringComparer.Ordinal);

    /// <summary>The middle one: a neighbour on the machine spoils a run, seldom most of them.</summary>
    public double? Median(string name)
    {
        if (!Values.TryGetValue(name, out var values) || values.Count == 0)
        {
            return null;
        }

        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    /// <summary>How many times better than the other one.</summary>
    public double? Ratio(string name, string other) => Median(name) is { } mine && Median(other) is { } theirs && mine > 0 && theirs > 0
        ? IsLessBetter ? theirs / mine : mine / theirs
        : null;
}

/// <summary>What one scenario measured.</summary>
internal sealed class Figures(string scenario)
{
    public List<Row> Rows { get; } = [];

    /// <summary>What to know beside the figures, such as the load of the machine.</summary>
    public List<string> Notes { get; } = [];

    public string Scenario => scenario;

    public void Add(string what, string unit, Node node, double value, string bar = "", bool isLessBetter = false) => Add(what, unit, node.Name, value, bar, isLessBetter);

    public void Add(string what, string unit, string name, double value, string bar = "", bool isLessBetter = false)
    {
        var row = Rows.Find(each => each.What == what);
        if (row is null)
        {
            Rows.Add(row = new(what, unit, bar, isLessBetter));
        }

        if (!row.Values.TryGetValue(name, out var values))
        {
            row.Values[name] = values = [];
        }

        values.Add(value);
        Console.WriteLine(FormattableString.Invariant($"  {name,-18} {what}: {value:0.##} {unit}"));
    }
}

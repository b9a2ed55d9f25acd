using System.Globalization;
using System.Text;
using Citess.Bench.Nodes;

namespace Citess.Bench.Report;

/// <summary>Writes what was measured into specs/performance.md, between its two marks; the words around them are by hand.</summary>
internal static class Report
{
    private const string Begin = "<!-- figures: written by tests/bench/run.sh -->";
    private const string End = "<!-- end of figures -->";
    private const string Ours = "CitESS";
    private const string Theirs = "Fedify, SQLite";
    private static readonly string[] Others =
    [
        Theirs, "Fedify, in memory", "a bare sink",
        "random", "same country", "same continent", "TF-IDF", "TF-IDF, constraints", "TF-IDF, constraints, tags",
    ];

    public static void Write(IEnumerable<string> scenarios, IReadOnlyList<Figures> measured, string machine)
    {
        var file = Path.Combine(Repository.Root, "specs", "performance.md");
        var text = File.ReadAllText(file);
        var (begin, end) = (text.IndexOf(Begin, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));
        if (begin < 0 || end < begin)
        {
            throw new InvalidOperationException("specs/performance.md has lost its marks.");
        }

        var before = text[begin..end];
        var figures = new StringBuilder(Begin).Append('\n');
        foreach (var scenario in scenarios)
        {
            if (measured.FirstOrDefault(each => each.Scenario == scenario) is { } now)
            {
                Append(figures, now, machine);
            }
            else
            {
                figures.Append(Held(before, scenario));
            }
        }

        File.WriteAllText(file, text[..begin] + figures.Append('\n') + text[end..]);
    }

    /// <summary>What was measured of it last, on the machine that it names: one may be measured again without the others.</summary>
    private static string Held(string before, string scenario)
    {
        var start = before.IndexOf($"\n### {scenario}\n", StringComparison.Ordinal);
        if (start < 0)
        {
            return "";
        }

        var next = before.IndexOf("\n### ", start + 1, StringComparison.Ordinal);
        return before[start..(next < 0 ? before.Length : next)].TrimEnd('\n') + "\n";
    }

    private static void Append(StringBuilder text, Figures measured, string machine)
    {
        var others = Others.Where(other => measured.Rows.Exists(row => row.Values.ContainsKey(other))).ToList();
        var compared = others.Contains(Theirs, StringComparer.Ordinal);
        text.Append(CultureInfo.InvariantCulture, $"\n### {measured.Scenario}\n\n{machine}\n\n| what | {Ours} |");
        foreach (var other in others)
        {
            text.Append(' ').Append(other).Append(" |");
        }

        text.Append(compared ? " better than on SQLite by | bar |\n|---|---|" : " bar |\n|---|---|");
        text.Append(string.Concat(Enumerable.Repeat("---|", others.Count + (compared ? 2 : 1)))).Append('\n');
        foreach (var row in measured.Rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {row.What}, {row.Unit} | {Cell(row.Median(Ours))} |");
            foreach (var other in others)
            {
                text.Append(' ').Append(Cell(row.Median(other))).Append(" |");
            }

            text.Append(compared ? " " + (row.Ratio(Ours, Theirs) is { } ratio ? Cell(ratio) + " ×" : "") + " |" : "").Append(' ').Append(row.Bar).Append(" |\n");
        }

        foreach (var note in measured.Notes)
        {
            text.Append('\n').Append(note).Append('\n');
        }
    }

    private static string Cell(double? value) => value switch
    {
        null => "",
        >= 100 => value.Value.ToString("#,0", CultureInfo.InvariantCulture),
        >= 10 => value.Value.ToString("0.0", CultureInfo.InvariantCulture),
        _ => value.Value.ToString("0.00", CultureInfo.InvariantCulture),
    };
}

using System.Text.RegularExpressions;

namespace Citess.Poles.Components;

/// <summary>How a stretch of words stands in two texts.</summary>
public enum Standing
{
    /// <summary>In both.</summary>
    Both,

    /// <summary>In the first only.</summary>
    First,

    /// <summary>In the second only.</summary>
    Second,
}

/// <summary>A stretch of words.</summary>
public readonly record struct WordRun(Standing Standing, string Text);

/// <summary>Compares two texts word by word, by their longest common sequence.</summary>
public static partial class WordDifference
{
    // Above this the table would cost more than a page may: such texts are shown as replaced whole.
    private const int MostCells = 4_000_000;

    /// <summary>The two texts as one sequence of stretches; those of <see cref="Standing.Both"/> and <see cref="Standing.First"/> joined are the first text again.</summary>
    public static IReadOnlyList<WordRun> Compare(string first, string second)
    {
        var (a, b) = (Words(first), Words(second));
        if ((long)a.Length * b.Length > MostCells)
        {
            return [new(Standing.First, first), new(Standing.Second, second)];
        }

        var common = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
        {
            for (var j = b.Length - 1; j >= 0; j--)
            {
                common[i, j] = a[i] == b[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        return [.. Join(Walk(a, b, common))];
    }

    private static IEnumerable<WordRun> Walk(string[] a, string[] b, int[,] common)
    {
        var (i, j) = (0, 0);
        while (i < a.Length || j < b.Length)
        {
            if (i < a.Length && j < b.Length && a[i] == b[j])
            {
                yield return new(Standing.Both, a[i++]);
                j++;
            }
            else if (i < a.Length && (j == b.Length || common[i + 1, j] >= common[i, j + 1]))
            {
                yield return new(Standing.First, a[i++]);
            }
            else
            {
                yield return new(Standing.Second, b[j++]);
            }
        }
    }

    private static IEnumerable<WordRun> Join(IEnumerable<WordRun> runs)
    {
        WordRun? open = null;
        foreach (var run in runs)
        {
            if (open is { } before && before.Standing == run.Standing)
            {
                open = before with { Text = before.Text + run.Text };
                continue;
            }

            if (open is { } done)
            {
                yield return done;
            }

            open = run;
        }

        if (open is { } last)
        {
            yield return last;
        }
    }

    private static string[] Words(string text) => [.. Word().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\s+|\S+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}

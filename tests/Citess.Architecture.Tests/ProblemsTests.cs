using System.Text.RegularExpressions;
using Citess.ActivityPub.Inbox;

namespace Citess.Architecture.Tests;

public sealed partial class ProblemsTests
{
    private static readonly HashSet<string> Headings = [.. File.ReadLines(Path.Combine(House.Root, "specs/problems.md")).Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..].Trim().Trim('`'))];

    [Fact]
    public void Each_reason_of_the_gate_is_a_heading() =>
        Assert.Empty(Enum.GetValues<GateReason>().Select(reason => reason.Slug()).Where(slug => !Headings.Contains(slug)));

    [Fact]
    public void Each_problem_that_the_code_names_is_a_heading()
    {
        var named = House.Files("src", "*.cs").Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(file => Named().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(named);
        Assert.Empty(named.Where(slug => !Headings.Contains(slug)));
    }

    /// <summary>Wherever a literal becomes the type of an answer, or is counted as one.</summary>
    [GeneratedRegex("(?:Problems\\.Address|GateProblems\\.Of|Refusals\\.WriteAsync|RefusalMetrics\\.Count)\\([^\"();]*\"([^\"]+)\"")]
    private static partial Regex Named();
}

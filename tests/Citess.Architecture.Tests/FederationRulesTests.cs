using System.Globalization;
using System.Text.RegularExpressions;

namespace Citess.Architecture.Tests;

/// <summary>The numbered rules of specs/FEDERATION.md, each with a test that bears its number: <c>Rule_4_…</c>.</summary>
public sealed partial class FederationRulesTests
{
    [Fact]
    public void Each_rule_of_federation_has_a_test_named_after_it_and_no_test_names_a_rule_that_is_none()
    {
        var rules = File.ReadLines(Path.Combine(House.Root, "specs/FEDERATION.md"))
            .SkipWhile(line => line != "## Rules").Skip(1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Select(line => Row().Match(line)).Where(row => row.Success).Select(row => Number(row.Groups[1].Value)).ToList();
        var named = House.Files("tests", "*.cs").Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(file => Test().Matches(File.ReadAllText(file)).Select(test => Number(test.Groups[1].Value))).ToHashSet();

        Assert.Equal(Enumerable.Range(1, 13), rules);
        Assert.Equal(rules, named.Order());
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\| (\d+) \|")]
    private static partial Regex Row();

    /// <summary>A method that xunit runs, and no mere mention of one.</summary>
    [GeneratedRegex(@"\[(?:Fact|Theory)[^\]]*\](?:\s*\[[^\]]*\])*\s*public (?:async Task|void) Rule_(\d+)_\w+\(")]
    private static partial Regex Test();
}

using System.Reflection;
using Xunit;

namespace Citess.Network.Tests.Federation.BadInput;

/// <summary>The table of what is refused, as published, and its tests.</summary>
public sealed class TableTests
{
    [Fact]
    public void Each_row_of_refused_input_has_tests_that_name_it_and_that_are_run_and_no_test_names_a_row_that_is_none()
    {
        var named = typeof(TableTests).Assembly.GetTypes().SelectMany(type => type.GetMethods())
            .Select(method => (Method: method, Row: method.GetCustomAttribute<BadInputAttribute>()?.Row)).Where(each => each.Row is not null).ToList();
        Assert.Equal(Rows().Order(StringComparer.Ordinal), named.Select(each => each.Row!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.All(named, each => Assert.True(each.Method.GetCustomAttribute<FactAttribute>() is { Skip: null, Explicit: false }, $"{each.Method.Name} is not run."));
    }

    private static IEnumerable<string> Rows()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "specs", "FEDERATION.md")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("specs/FEDERATION.md is not above the tests.");
        }

        var rows = File.ReadLines(Path.Combine(folder.FullName, "specs", "FEDERATION.md"))
            .SkipWhile(line => line != "## Refused input").Skip(1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1).Select(line => line.Split('|')[1].Trim()).ToList();
        Assert.NotEmpty(rows);
        return rows;
    }
}

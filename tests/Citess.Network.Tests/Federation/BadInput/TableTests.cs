using System.Reflection;
using Xunit;

namespace Citess.Network.Tests.Federation.BadInput;

/// <summary>The table of what is refused, as published, and its tests.</summary>
public sealed class TableTests
{
    [Fact]
    public void Each_row_of_refused_input_has_its_class_of_tests_and_each_class_its_row()
    {
        var classes = typeof(TableTests).Assembly.GetTypes().Where(type => type.GetCustomAttribute<BadInputAttribute>() is not null).ToList();
        Assert.Equal(Rows().Order(StringComparer.Ordinal), classes.Select(type => type.GetCustomAttribute<BadInputAttribute>()!.Row).Order(StringComparer.Ordinal));
        Assert.All(classes, type => Assert.Contains(type.GetMethods(), method => method.GetCustomAttributes().Any(each => each is FactAttribute)));
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

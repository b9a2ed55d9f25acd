using System.Text.RegularExpressions;
using Citess.Poles.Specs;
using Citess.Poles.Tests.Kernel;
using Xunit;

namespace Citess.Poles.Tests.Specs;

/// <summary>Every pole serves what FEDERATION.md names, where it names it.</summary>
public sealed partial class SpecFilesTests
{
    [Fact]
    public void Every_file_that_a_served_text_leads_to_is_served()
    {
        var missing = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>(["FEDERATION.md", "problems.md"]);
        while (open.TryDequeue(out var file))
        {
            if (!seen.Add(file))
            {
                continue;
            }

            if (SpecFiles.Text(file) is not { } text)
            {
                missing.Add(file);
                continue;
            }

            foreach (Match link in file.EndsWith(".md", StringComparison.Ordinal) ? Link().Matches(text) : Reference().Matches(text))
            {
                open.Enqueue(new Uri(new Uri("specs:///" + file), link.Groups[1].Value).AbsolutePath[1..]);
            }
        }

        // What leads out of specs is for readers of the source.
        Assert.Empty(missing.Where(file => File.Exists(Path.Combine(Repository.Root, "specs", file))));
        Assert.Contains("schemas/common.schema.json", seen);
        Assert.Contains("examples/practice.json", seen);
        Assert.Contains("context/citess.context.json", seen);
    }

    [GeneratedRegex(@"\]\((?!https?:|#)([^)#\s]+)")]
    private static partial Regex Link();

    [GeneratedRegex("\"\\$ref\":\\s*\"([^\"#]+)")]
    private static partial Regex Reference();
}

using System.Text.RegularExpressions;

namespace Citess.Poles.Specs;

/// <summary>A text under specs as a page shows it.</summary>
internal sealed partial record SpecText(string Title, string Markdown)
{
    /// <summary>Null when there is none of this name, for example <c>FEDERATION</c> or <c>decisions/0001-slices</c>.</summary>
    public static SpecText? Read(string name)
    {
        if (SpecFiles.Text(name + ".md") is not { } file)
        {
            return null;
        }

        var parts = file.Split('\n', 2);
        return new(parts[0].TrimStart('#', ' '), Links().Replace(parts[1], match => "](" + Target(name, match.Groups["path"].Value)));
    }

    /// <summary>Links between texts lead to their pages; what is no text is served as it is.</summary>
    private static string Target(string name, string path)
    {
        var full = new Uri(new Uri("specs:///" + name), path).AbsolutePath.TrimStart('/');
        return full.EndsWith(".md", StringComparison.Ordinal) ? "specs/" + full[..^3] : "/specs/" + full;
    }

    [GeneratedRegex(@"\]\((?![a-z]+:|#|/)(?<path>[^)\s]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Links();
}

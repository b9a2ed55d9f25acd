using System.IO.Compression;
using System.Text.RegularExpressions;
using Citess.Poles.Tests.Kernel;
using Xunit;

namespace Citess.Poles.Tests.Components;

public sealed partial class StyleSheetTests
{
    private static readonly string s_folder = Path.Combine(Repository.Source, "Citess.Poles", "wwwroot");

    [Theory]
    [InlineData("citess.css", 8 * 1024)]
    [InlineData("site.js", 1024)]
    [InlineData("suggest.js", 640)]
    [InlineData("mark.svg", 512)]
    public void A_file_of_every_page_keeps_its_budget(string file, int bytes)
        => Assert.InRange(Compressed(File.ReadAllBytes(Path.Combine(s_folder, file))), 1, bytes);

    [Fact]
    public void Styles_name_no_left_and_no_right()
        => Assert.Empty(Physical().Matches(File.ReadAllText(Path.Combine(s_folder, "citess.css"))).Select(match => match.Value));

    [Fact]
    public void No_component_carries_a_style_or_a_script_that_the_policy_would_refuse()
        => Assert.Empty(Repository.SourceFiles("*.razor")
            .Where(file => Inline().IsMatch(File.ReadAllText(file)))
            .Select(Path.GetFileName));

    [Fact]
    public void No_link_is_a_bare_anchor_that_the_base_would_lead_astray()
        => Assert.Empty(Repository.SourceFiles("*.razor").Where(file => File.ReadAllText(file).Contains("href=\"#", StringComparison.Ordinal)).Select(Path.GetFileName));

    private static int Compressed(byte[] bytes)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return (int)stream.Length;
    }

    [GeneratedRegex(@"(?:margin|padding|border)-(?:left|right|top|bottom)|(?<![\w-])(?:left|right|top|bottom|width|height|min-width|max-width|min-height|max-height)\s*:(?!\s*\d+rem\))|text-align:\s*(?:left|right)|float:\s*(?:left|right)", RegexOptions.None, 1000)]
    private static partial Regex Physical();

    [GeneratedRegex(@"\sstyle\s*=|<style|\son[a-z]+\s*=\s*""|<script(?![^>]*\ssrc=)", RegexOptions.None, 1000)]
    private static partial Regex Inline();
}

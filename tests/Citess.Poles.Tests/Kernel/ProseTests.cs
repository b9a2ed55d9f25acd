using Citess.Poles.Kernel;
using Xunit;

namespace Citess.Poles.Tests.Kernel;

/// <summary>What people at partner poles write is shown, whatever it is, and does nothing.</summary>
public sealed class ProseTests
{
    private static readonly Prose Prose = new();

    [Theory]
    [InlineData("Un celler [obert] & compartit", "Un celler [obert] &amp; compartit")]
    [InlineData("a ] ( b \\", "a ] ( b \\")]
    [InlineData("*Deux* _mots_ `de` ~~plus~~ ![x](y) <b>", "*Deux* _mots_ `de` ~~plus~~ ![x](y) &lt;b&gt;")]
    public void Plain_words_in_a_link_are_shown_as_they_stand(string words, string html) =>
        Assert.Equal($"<p><a href=\"https://mahdia.example/\" rel=\"nofollow noopener ugc\">{html}</a></p>\n", Prose.OfMarkdown($"[{Poles.Kernel.Prose.Literal(words)}](https://mahdia.example/)"));

    [Theory]
    [InlineData("<script>alert(1)</script>", "<script")]
    [InlineData("<img src=x onerror=alert(1)>", "<img")]
    [InlineData("<a href='http://x.example' onclick='x()'>x</a>", "<a ")]
    [InlineData("[x](javascript:alert(1))", "javascript")]
    [InlineData("[x](JaVaScRiPt&colon;alert(1))", "href=")]
    [InlineData("[x](data:text/html,<script>1</script>)", "href=")]
    [InlineData("![x](https://track.example/pixel.png)", "<img")]
    [InlineData("<svg><style>*{}</style></svg>", "<svg")]
    [InlineData("<iframe src=https://x.example></iframe>", "<iframe")]
    public void What_could_act_is_words_or_gone(string markdown, string mark) =>
        Assert.DoesNotContain(mark, Prose.OfMarkdown(markdown), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void A_link_stays_and_vouches_for_nothing() =>
        Assert.Equal("<p><a href=\"https://mahdia.example/\" rel=\"nofollow noopener ugc\">Mahdia</a></p>", Prose.OfMarkdown("[Mahdia](https://mahdia.example/)").Trim());

    [Theory]
    [InlineData("<p>Un.</p><p>Deux<br />trois &amp; quatre</p>", "Un.\nDeux\ntrois & quatre")]
    [InlineData("<p><span class=\"h-card\"><a href=\"https://x.example/@a\">@<span>a</span></a></span> Merci&nbsp;!</p>", "@a Merci !")]
    [InlineData("1 < 2 &lt;b&gt; <b>gras</b> <!-- rien -->", "1 < 2 <b> gras")]
    [InlineData("<ul><li>a</li><li>b</li></ul><p>\u202egnp.x\u202c \u0007</p>", "a\nb\ngnp.x")]
    [InlineData("<p>sans fin <b", "sans fin")]
    [InlineData("<img src=x><video></video>", "")]
    public void What_other_software_wrote_is_plain_lines(string html, string lines) => Assert.Equal(lines, Prose.Lines(html));

    [Theory]
    [InlineData(">")]
    [InlineData("- ")]
    [InlineData("[")]
    [InlineData("![")]
    [InlineData("*a ")]
    [InlineData("**_")]
    [InlineData("`")]
    [InlineData("|a")]
    [InlineData("<b>")]
    [InlineData("&#")]
    public void What_is_nested_without_end_is_shown(string each)
    {
        var text = string.Concat(Enumerable.Repeat(each, 60_000 / each.Length));
        Assert.NotEmpty(Prose.OfMarkdown(text));
        Assert.DoesNotContain("<b", Prose.OfMarkdown(text), StringComparison.Ordinal);
    }

    [Fact]
    public void A_megabyte_is_shown_as_it_stands()
    {
        var shown = Prose.OfMarkdown(string.Concat(Enumerable.Repeat("<div><p>\n\n", 110_000)));
        Assert.StartsWith("<p>&lt;div&gt;&lt;p&gt;</p><p>", shown, StringComparison.Ordinal);
    }
}

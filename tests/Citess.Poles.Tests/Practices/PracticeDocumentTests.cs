using System.Text.Json;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Practices;
using Citess.Poles.Tests.Cast;
using Xunit;

namespace Citess.Poles.Tests.Practices;

/// <summary>A practice as any server reads it.</summary>
public sealed class PracticeDocumentTests : IDisposable
{
    private const string Key = "practice/01JDA5R1V7Q0W3M9K2X4T6B8CE";

    private readonly Prose prose = new();

    private PracticeKind Kind => new(prose);

    [Fact]
    public void FEP_b2b8_a_practice_is_an_article_with_a_plain_name_a_summary_in_HTML_and_a_page_to_read_it_on()
    {
        var document = Kind.Write(Press, Mahdia.Frame(Key));

        Assert.Equal("Article", document.GetProperty("type").GetString());
        Assert.Equal("Moulin & pressoir", document.GetProperty("name").GetString());
        Assert.Equal("Moins de 5 km : &lt; 10 % de pertes, R&amp;D comprise.", document.GetProperty("summary").GetString());
        Assert.Equal("A < B & C", WebDecoded(document.GetProperty("summaryMap").GetProperty("en")));
        Assert.StartsWith("<p>", document.GetProperty("content").GetString(), StringComparison.Ordinal);
        Assert.All(["attributedTo", "url", "published", "updated"], member => Assert.NotEqual("", document.GetProperty(member).GetString()));
    }

    [Fact]
    public void FEP_c118_a_practice_names_its_licence() =>
        Assert.Equal("https://creativecommons.org/licenses/by-sa/4.0/", Kind.Write(Press, Mahdia.Frame(Key)).GetProperty("license").GetString());

    [Fact]
    public void What_travels_is_read_as_it_was_written()
    {
        var read = Kind.Read(Ap.Read<ApObject>(Kind.Write(Press, Mahdia.Frame(Key)))!)!;

        Assert.Equal(Press.Line.Texts.Select(text => (text.Key, text.Value.Text)), read.Line.Texts.Select(text => (text.Key, text.Value.Text)));
        Assert.Equal(Press.Title.SourceText, read.Title.SourceText);
        Assert.Equal(Press.Body.SourceText, read.Body.SourceText);
        Assert.Equal(Press.Licence, read.Licence);
    }

    public void Dispose() => prose.Dispose();

    private static Practice Press { get; } = new()
    {
        Title = MultilingualText.Of("fr", "Moulin & pressoir"),
        Line = MultilingualText.Of("fr", "Moins de 5 km : < 10 % de pertes, R&D comprise.", ("en", "A < B & C")),
        Body = MultilingualText.Of("fr", "Chaque coopérative réserve son jour."),
        Licence = "https://creativecommons.org/licenses/by-sa/4.0/",
    };

    private static string? WebDecoded(JsonElement html) => System.Net.WebUtility.HtmlDecode(html.GetString());
}

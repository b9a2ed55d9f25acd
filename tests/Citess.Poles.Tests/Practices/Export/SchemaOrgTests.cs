using System.Globalization;
using System.Text.Json;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Culture;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Practices;
using Citess.Poles.Practices.Export;
using Xunit;

namespace Citess.Poles.Tests.Practices.Export;

/// <summary>A practice as a search engine reads it.</summary>
public sealed class SchemaOrgTests
{
    private const string Address = "https://mahdia.example/" + PracticeExamples.Key;

    [Fact]
    public void A_practice_says_whose_it_is_what_it_is_about_where_when_and_under_which_licence()
    {
        var article = Read("fr", PracticeExamples.Press);

        Assert.Equal("https://schema.org", Word(article, "@context"));
        Assert.Equal("Article", Word(article, "@type"));
        Assert.Equal("Un pressoir partagé", Word(article, "headline"));
        Assert.Equal("Moins de 5 km : < 10 % de pertes, R&D comprise.", Word(article, "abstract"));
        Assert.Equal("fr", Word(article, "inLanguage"));
        Assert.All(["@id", "url", "identifier"], name => Assert.Equal(Address, Word(article, name)));
        Assert.Equal("https://creativecommons.org/licenses/by-sa/4.0/", Word(article, "license"));
        Assert.Equal("Les coopératives de la vallée", Word(article, "creditText"));
        Assert.All(["creator", "publisher"], name => Assert.Equal("Pôle de Mahdia", Word(article.GetProperty(name), "name")));
        Assert.Equal("2026-11-01T08:00:00Z", Word(article, "datePublished"));
        Assert.Equal("2026-11-20T23:00:00Z", Word(article, "dateModified"));
        Assert.Equal("2024-10/2026", Word(article, "temporalCoverage"));
        Assert.Equal("TN-53", Word(article.GetProperty("spatialCoverage"), "identifier"));
        Assert.Equal(["a01", "a17", "5", "8"], article.GetProperty("about").EnumerateArray().Select(term => Word(term, "termCode")));
        Assert.Equal("https://mahdia.example/blob/" + new string('a', 64), Word(article.GetProperty("image")[0], "contentUrl"));
        Assert.Equal("https://example.org/compte", Word(Assert.Single(article.GetProperty("citation").EnumerateArray()), "url"));
        Assert.Equal("Avec l’appui d’un programme.", Word(article.GetProperty("funding"), "description"));
        Assert.Equal("معصرة مشتركة", Word(Assert.Single(article.GetProperty("workTranslation").EnumerateArray()), "headline"));
    }

    [Fact]
    public void Shown_as_a_translation_it_names_what_it_is_a_translation_of()
    {
        var article = Read("ar", PracticeExamples.Press);

        Assert.Equal("ar", Word(article, "inLanguage"));
        Assert.Equal("Un pressoir partagé", Word(article.GetProperty("translationOfWork"), "headline"));
        Assert.False(article.TryGetProperty("workTranslation", out _));
    }

    [Fact]
    public void What_is_empty_is_not_said_and_whom_to_ask_is_never_said()
    {
        var article = Read("fr", new Practice { Title = MultilingualText.Of("fr", "Titre"), Line = MultilingualText.Of("fr", "Ligne"), Contact = "Amira, 73 000 000" });

        Assert.All(["about", "audience", "spatialCoverage", "temporalCoverage", "image", "citation", "funding", "creditText", "workTranslation"], name => Assert.False(article.TryGetProperty(name, out _), name));
        Assert.DoesNotContain("73 000 000", article.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("</script><script>alert(1)</script>")]
    [InlineData("<!--<script>")]
    [InlineData("\u2028&\"'\\")]
    public void No_text_ends_the_element_in_which_it_stands(string title)
    {
        CultureInfo.CurrentUICulture = Languages.Find("fr")!.Culture;
        var html = SchemaOrg.Element(View(PracticeExamples.Press with { Title = MultilingualText.Of("fr", title), Credit = title }), Address, title);

        var inside = html[(html.IndexOf('>', StringComparison.Ordinal) + 1)..html.LastIndexOf("</script>", StringComparison.Ordinal)];
        Assert.StartsWith("<script type=\"application/ld+json\">", html, StringComparison.Ordinal);
        Assert.DoesNotContain('<', inside);
        Assert.Equal(title, Word(JsonElement.Parse(inside), "headline"));
    }

    private static JsonElement Read(string language, Practice practice)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Languages.Find(language)!.Culture;
        return JsonElement.Parse(SchemaOrg.Write(View(practice), Address, "Pôle de Mahdia"));
    }

    private static RecordView<Practice> View(Practice practice) => new()
    {
        Content = practice,
        Revision = 3,
        Audience = Audience.Public,
        IsWithdrawn = false,
        Created = new(2026, 11, 1, 8, 0, 0, TimeSpan.Zero),
        Updated = new(2026, 11, 20, 23, 0, 0, TimeSpan.Zero),
        By = "",
    };

    private static string? Word(JsonElement thing, string name) => thing.GetProperty(name).GetString();
}

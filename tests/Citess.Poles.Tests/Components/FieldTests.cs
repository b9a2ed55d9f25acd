using Citess.Poles.Components;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Records.Pages;
using Xunit;

namespace Citess.Poles.Tests.Components;

public sealed class FieldTests
{
    [Fact]
    public async Task A_label_a_hint_and_a_problem_are_bound_to_their_input()
    {
        var html = await Rendering.Html<TextField>("fr", ("Name", "Form.Title"), ("Label", "Titre"), ("Hint", "Cent signes"), ("Error", "Il manque"));

        Assert.Contains("<label for=\"Form-Title\">", html, StringComparison.Ordinal);
        Assert.Contains("id=\"Form-Title\" name=\"Form.Title\"", html, StringComparison.Ordinal);
        Assert.Contains("aria-describedby=\"Form-Title-problem Form-Title-hint\" aria-invalid=\"true\"", html, StringComparison.Ordinal);
        Assert.Contains("id=\"Form-Title-problem\"", html, StringComparison.Ordinal);
        Assert.Contains("id=\"Form-Title-hint\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tel", null, "ltr")]
    [InlineData("url", "ar", "ltr")]
    [InlineData("text", "ar", "rtl")]
    [InlineData("text", null, "auto")]
    public async Task The_direction_is_that_of_what_is_typed_and_not_of_the_page(string type, string? language, string direction)
        => Assert.Contains($"dir=\"{direction}\"", await Rendering.Html<TextField>("ar", ("Name", "x"), ("Label", "x"), ("Type", type), ("Language", language)), StringComparison.Ordinal);

    [Fact]
    public async Task A_password_is_never_written_back()
        => Assert.DoesNotContain("hunter2", await Rendering.Html<TextField>("fr", ("Name", "x"), ("Label", "x"), ("Type", "password"), ("Value", "hunter2")), StringComparison.Ordinal);

    [Fact]
    public async Task What_mallory_types_stays_text()
    {
        var html = await Rendering.Html<LongTextField>("fr", ("Name", "x"), ("Label", "x"), ("Value", "</textarea><script>alert(1)</script>"));

        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Arabic_is_written_as_letters_and_not_as_numbers()
    {
        var html = await Rendering.Html<TextField>("ar", ("Name", "x"), ("Label", "العنوان"), ("Value", "الممارسات"));

        Assert.Contains("العنوان", html, StringComparison.Ordinal);
        Assert.Contains("الممارسات", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_multilingual_field_asks_first_in_the_language_of_the_author()
    {
        var html = await Rendering.Html<MultilingualField>("fr",
            ("Name", "Form.Title"), ("Label", "Titre"), ("Source", "ar"), ("Required", true), ("Outdated", (IReadOnlyCollection<string>)["es"]),
            ("Texts", new Dictionary<string, string>(StringComparer.Ordinal) { ["ar"] = "تعاضدية", ["es"] = "Una cooperativa", ["de"] = "Genossenschaft" }));

        Assert.Contains("<input type=\"hidden\" name=\"Form.Title.Source\" value=\"ar\"", html, StringComparison.Ordinal);
        Assert.Contains("id=\"Form-Title-Texts-ar\" name=\"Form.Title.Texts[ar]\" value=\"تعاضدية\" lang=\"ar\" dir=\"rtl\"", html, StringComparison.Ordinal);
        Assert.Contains("<label for=\"Form-Title-Texts-fr\">", html, StringComparison.Ordinal);
        Assert.Contains("name=\"Form.Title.Texts[fr]\" lang=\"fr\" dir=\"ltr\"", html, StringComparison.Ordinal);
        Assert.True(html.IndexOf("Texts[ar]", StringComparison.Ordinal) < html.IndexOf("<details", StringComparison.Ordinal));
        Assert.Contains("Genossenschaft", html, StringComparison.Ordinal);
        Assert.Equal(1, html.Split("<details").Count(part => part.Split('>')[0].Contains(" open", StringComparison.Ordinal)));
        Assert.Contains("traduction à mettre à jour", html, StringComparison.Ordinal);
        Assert.Equal(1, html.Split("required").Length - 1);
    }

    [Fact]
    public async Task Problems_lead_to_their_fields_by_the_full_path()
    {
        var html = await Rendering.Html<Poles.Components.Problems>("en", ("Items", (IReadOnlyList<FieldProblem>)[new("title", "kit.notFound.lead"), new("", "kit.failure.title")]), ("Prefix", "Form."));

        Assert.Contains("role=\"alert\"", html, StringComparison.Ordinal);
        Assert.Contains("2 things need to be put right", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/en/practices?page=2#Form-title\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sharing_says_who_will_see_it_and_names_the_partners_of_a_list()
    {
        var html = await Rendering.Html<ShareChoice>(
            "en", ("Prefix", "Form"), ("Value", AudienceChoice.List), ("IsShared", true), ("Partners", new[] { "barcelona.example", "left.example" }), ("Known", new[] { Partner("barcelona.example", "Barcelona"), Partner("gabes.example", "Gabès") }));

        Assert.Contains("2 partner poles today", html, StringComparison.Ordinal);
        Assert.Contains("value=\"List\" checked", html, StringComparison.Ordinal);
        Assert.Contains("value=\"barcelona.example\" checked", html, StringComparison.Ordinal);
        Assert.Contains("value=\"left.example\" checked", html, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"gabes.example\" checked", html, StringComparison.Ordinal);
        Assert.Contains("asked to delete their copy", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_partners_there_is_no_list_to_choose()
    {
        var html = await Rendering.Html<ShareChoice>("en", ("Prefix", "Form"), ("Value", AudienceChoice.Own));

        Assert.DoesNotContain("value=\"List\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Form.Partners", html, StringComparison.Ordinal);
        Assert.Contains("value=\"Own\" checked", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pole_itself_is_always_for_everyone()
    {
        var html = await Rendering.Html<ShareChoice>("en", ("Prefix", "Form"), ("Value", AudienceChoice.Public), ("IsFixed", true), ("Known", new[] { Partner("barcelona.example", "Barcelona") }));

        Assert.Contains("value=\"Public\" checked", html, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"Network\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Form.Partners", html, StringComparison.Ordinal);
    }

    private static CatalogueEntry Partner(string relation, string name) => new()
    {
        Key = "partner/" + relation,
        Revision = 1,
        Audience = Audience.Public,
        Name = MultilingualText.Of("fr", name),
    };

    [Theory]
    [InlineData("Form.Title.Texts[fr]", "Form-Title-Texts-fr")]
    [InlineData("[0]", "0")]
    [InlineData("Plain", "Plain")]
    public void A_name_makes_an_id(string name, string id) => Assert.Equal(id, FieldName.Id(name));
}

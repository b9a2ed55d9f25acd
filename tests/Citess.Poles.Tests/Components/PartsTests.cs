using Citess.Poles.Components;
using Citess.Poles.Kernel;
using Xunit;

namespace Citess.Poles.Tests.Components;

public sealed class PartsTests
{
    private static readonly MultilingualText s_text = MultilingualText.Of("ar", "ماء", ("fr", "Eau"));

    [Fact]
    public async Task A_translation_says_so_and_a_foreign_source_names_its_language()
    {
        Assert.Contains("<span lang=\"fr\" dir=\"ltr\">Eau</span>", await Rendering.Html<ShownText>("fr", ("Value", s_text.Show("fr"))), StringComparison.Ordinal);
        Assert.Contains("traduit par une personne", await Rendering.Html<ShownText>("fr", ("Value", s_text.Show("fr"))), StringComparison.Ordinal);
        Assert.Contains("in Arabic", await Rendering.Html<ShownText>("en", ("Value", s_text.Show("en"))), StringComparison.Ordinal);
        Assert.DoesNotContain("small", await Rendering.Html<ShownText>("ar", ("Value", s_text.Show("ar"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_outdated_translation_is_marked()
    {
        var text = s_text with { Texts = s_text.Texts.SetItem("ar", new("ماء وهواء")) };

        Assert.Contains("traduction à mettre à jour", await Rendering.Html<LanguageLabel>("fr", ("Value", text.Show("fr"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_telephone_number_reads_from_left_to_right_in_Arabic_too()
    {
        var html = await Rendering.Html<TelephoneLinks>("ar", ("Number", "+216 73 000 000"), ("Message", "مرحبا & أهلا"));

        Assert.Contains("href=\"tel:&#x2B;21673000000\"", html, StringComparison.Ordinal);
        Assert.Contains("<bdi dir=\"ltr\">", html, StringComparison.Ordinal);
        Assert.Contains("https://wa.me/21673000000?text=%D9%85", html, StringComparison.Ordinal);
        Assert.Contains("%20%26%20", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_is_none_makes_no_link()
        => Assert.Empty((await Rendering.Html<TelephoneLinks>("fr", ("Number", "javascript:"))).Trim());

    [Fact]
    public async Task A_page_number_keeps_its_direction_and_the_rest_of_the_query()
    {
        await using var rendering = new Rendering("ar", "practices?q=x&page=2");
        var html = await rendering.Of<Pager>(("Page", 2), ("Pages", 5));

        Assert.Matches("<bdi dir=\"ltr\">2 / 5</bdi>", html);
        Assert.Contains("href=\"/ar/practices?q=x&amp;page=3\"", html, StringComparison.Ordinal);
        Assert.Contains("rel=\"prev\" href=\"/ar/practices?q=x\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_date_is_written_for_people_and_for_machines()
        => Assert.Equal("<time datetime=\"2026-03-04T09:30:00Z\">4 mars 2026</time>", await Rendering.Html<DateText>("fr", ("Value", new DateTimeOffset(2026, 3, 4, 10, 30, 0, TimeSpan.FromHours(1)))));

    [Fact]
    public async Task An_origin_names_pole_revision_and_licence()
    {
        var html = await Rendering.Html<OriginLine>("fr", ("Pole", "برشلونة"), ("PoleHref", "partners/x"), ("Revision", 3L), ("Licence", "CC BY 4.0"));

        Assert.Contains("Du pôle partenaire\u00a0: <a href=\"partners/x\"><bdi>برشلونة</bdi></a>".Replace("\u00a0", "&#xA0;", StringComparison.Ordinal), html, StringComparison.Ordinal);
        Assert.Contains("<bdi dir=\"ltr\">3</bdi>", html, StringComparison.Ordinal);
        Assert.Contains("<bdi dir=\"ltr\">CC BY 4.0</bdi>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_difference_is_said_in_words_as_well()
    {
        var html = await Rendering.Html<Difference>("fr", ("Fields", (IReadOnlyList<FieldDifference>)[new("Titre", "trente femmes", "quarante femmes", "fr")]));

        Assert.Contains("seulement dans l’enregistré", html, StringComparison.Ordinal);
        Assert.Matches("<del>.*</span>trente</del> femmes", html);
        Assert.Matches("<ins>.*</span>quarante</ins> femmes", html);
    }

    [Fact]
    public async Task The_map_says_in_a_list_what_it_draws_and_is_not_mirrored()
    {
        var html = await Rendering.Html<MapView>("ar", ("Caption", "الأقطاب"), ("Points", (IReadOnlyList<MapPoint>)
        [
            new(35.5, 11.06, "المهدية", "partners/1", "ar"),
            new(41.39, 2.17, "Barcelona", "partners/2", "ca"),
        ]));

        Assert.Contains("aria-hidden=\"true\" focusable=\"false\" dir=\"ltr\"", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"partners/2\" lang=\"ca\" dir=\"ltr\">Barcelona</a>", html, StringComparison.Ordinal);
        Assert.Matches("<use href=\"/map/outline-[0-9a-f]+.svg#land\"", html);
        Assert.DoesNotMatch("(viewBox|c[xy]|r)=\"[^\"]*,", html);
    }

    [Fact]
    public async Task Points_that_a_finger_cannot_tell_apart_become_one_with_their_number()
    {
        var html = await Rendering.Html<MapView>("fr", ("Caption", "Acteurs"), ("Points", (IReadOnlyList<MapPoint>)
        [
            new(35.50, 11.06, "Lingare", "directory/1"),
            new(35.51, 11.05, "GDA", "directory/2"),
        ]));

        Assert.Contains("class=\"count\">2</text>", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/fr/practices?page=2#map-0\"", html, StringComparison.Ordinal);
        Assert.Contains("id=\"map-1\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_list_explains_itself_and_offers_the_first_step()
    {
        var html = await Rendering.Html<EmptyList>("fr", ("Title", "Rien"), ("Explanation", "Ici apparaîtront les pratiques."), ("Href", "practices/new"), ("Action", "Décrire"));

        Assert.Contains("Ici apparaîtront les pratiques.", html, StringComparison.Ordinal);
        Assert.Contains("<a class=\"button\" href=\"practices/new\">Décrire</a>", html, StringComparison.Ordinal);
    }
}

using System.Net;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Practices;
using Citess.Server.Tests.Security;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Citess.Server.Tests.Library;

/// <summary>The library of practices as a person without script uses it.</summary>
public sealed class LibraryTests(House mahdia) : IClassFixture<House>
{
    [Fact]
    public async Task Facets_narrow_the_list_each_chosen_one_is_a_chip_and_a_chip_takes_it_away()
    {
        await ShareAsync("Four solaire du village", ["7"], "a04");
        await ShareAsync("Atelier de soudure", ["9"], "a03");
        using var visitor = mahdia.Visitor();
        await visitor.OpenAsync("/fr/practices?sdg=7&sector=a04&q=village");

        Assert.Equal(["Four solaire du village"], Titles(visitor));
        var chips = visitor.Page.QuerySelectorAll(".chips a").ToList();
        Assert.Equal(2, chips.Count);
        Assert.All(["Secteur", "Objectifs"], word => Assert.Contains(chips, chip => chip.TextContent.Contains(word, StringComparison.Ordinal)));
        var without = chips.Single(chip => chip.TextContent.Contains("Secteur", StringComparison.Ordinal)).GetAttribute("href")!;
        Assert.Equal("/fr/practices?sdg=7&q=village", without);

        await visitor.OpenAsync("/fr/practices?sdg=7&sector=a03");
        Assert.Empty(Titles(visitor));
        Assert.Contains("Aucun résultat", visitor.Html, StringComparison.Ordinal);
        Assert.Contains("enlevez un filtre", visitor.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_in_one_language_finds_what_was_written_in_another()
    {
        await ShareAsync("Récupération des eaux grises", ["6"], "a05");
        using var visitor = mahdia.Visitor();
        await visitor.OpenAsync("/ar/practices?q=" + Uri.EscapeDataString("الرسكلة"));

        Assert.Contains("Récupération des eaux grises", Titles(visitor));
    }

    [Fact]
    public async Task A_practice_shows_what_is_like_it_and_says_in_what()
    {
        var one = await ShareAsync("Ruches partagées", ["15"], "a20");
        await ShareAsync("Ruches d’école", ["15", "4"], "a20");
        using var visitor = mahdia.Visitor();
        await visitor.OpenAsync("/fr/practice/" + one);

        var similar = visitor.Page.QuerySelector(".similar .card")!;
        Assert.Contains("Ruches d’école", similar.TextContent, StringComparison.Ordinal);
        Assert.Contains("Même secteur\u00a0: Activités domestiques et autoproduction", similar.TextContent, StringComparison.Ordinal);
        Assert.Contains("Même objectif\u00a0: Vie terrestre", similar.TextContent, StringComparison.Ordinal);
        Assert.Null(visitor.Page.QuerySelector($".similar a[href='practice/{one}']"));
    }

    [Fact]
    public async Task What_came_since_the_last_visit_is_marked_and_shown_alone()
    {
        await ShareAsync("Ancienne", ["1"], "a02");
        await mahdia.AddAsync("reader", Roles.Facilitator);
        using var reader = await mahdia.SignedInAsync("reader");
        await reader.OpenAsync("/en/practices");
        Assert.Null(reader.Page.QuerySelector(".card .badge.waiting"));

        mahdia.Clock.Ahead += TimeSpan.FromHours(2);
        await ShareAsync("Fraîche", ["1"], "a02");
        await reader.OpenAsync("/en/practices?sector=a02");
        Assert.Equal(["Fraîche"], reader.Page.QuerySelectorAll(".card").Where(card => card.QuerySelector(".badge.waiting") is not null).Select(card => card.QuerySelector("h2")!.TextContent.Trim()));

        await reader.OpenAsync("/en/practices?sector=a02&new=1");
        Assert.Equal(["Fraîche"], Titles(reader));

        using var visitor = mahdia.Visitor();
        await visitor.OpenAsync("/en/practices?sector=a02&new=1");
        Assert.Equal(2, Titles(visitor).Count);
        Assert.Null(visitor.Page.QuerySelector("[name=new]"));
    }

    [Fact]
    public async Task A_search_is_kept_tells_how_much_is_new_and_is_forgotten()
    {
        await ShareAsync("Barque", ["14"], "a08");
        await mahdia.AddAsync("keeper", Roles.Facilitator);
        using var keeper = await mahdia.SignedInAsync("keeper");
        await keeper.OpenAsync("/en/practices?sdg=14&page=1");
        await keeper.SendAsync(follow: true, ("Keep.Name", "The sea <b>"));
        Assert.Equal(HttpStatusCode.OK, keeper.Status);
        var link = Assert.Single(keeper.Page.QuerySelectorAll("[aria-labelledby=searches] li a"));
        Assert.Equal("The sea <b>", link.TextContent);
        Assert.Null(keeper.Page.QuerySelector("[aria-labelledby=searches] .badge"));
        Assert.Null(keeper.Page.QuerySelector("[name='Keep.Name']"));

        mahdia.Clock.Ahead += TimeSpan.FromMinutes(5);
        await ShareAsync("Filets réparés", ["14"], "a08");
        await keeper.OpenAsync("/en/practices");
        Assert.Equal("New: 1", keeper.Page.QuerySelector("[aria-labelledby=searches] .badge")!.TextContent);

        await keeper.OpenAsync("/en/" + keeper.Page.QuerySelector("[aria-labelledby=searches] li a")!.GetAttribute("href"));
        Assert.Equal(2, Titles(keeper).Count);
        await keeper.OpenAsync("/en/practices");
        Assert.Null(keeper.Page.QuerySelector("[aria-labelledby=searches] .badge"));

        using var other = await mahdia.AmiraAsync();
        await other.OpenAsync("/en/practices");
        Assert.DoesNotContain("The sea", other.Html, StringComparison.Ordinal);

        var forget = keeper.Page.Forms.Single(form => form.QuerySelector("button.link") is not null && form.TextContent.Contains("The sea", StringComparison.Ordinal));
        await keeper.SendAsync(follow: true, [.. forget.Elements.Where(field => field.GetAttribute("name") == "_handler").Select(field => ("_handler", field.GetAttribute("value")!))]);
        await keeper.OpenAsync("/en/practices");
        Assert.DoesNotContain("The sea", keeper.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task A_search_without_a_name_is_refused_and_not_kept(string name)
    {
        using var amira = await mahdia.AmiraAsync();
        await amira.OpenAsync("/en/practices?sdg=13");
        await amira.SendAsync(follow: true, ("Keep.Name", name));

        Assert.Equal(HttpStatusCode.BadRequest, amira.Status);
        await amira.OpenAsync("/en/practices");
        Assert.Null(amira.Page.QuerySelector("[aria-labelledby=searches] li a"));
    }

    [Fact]
    public async Task Nobody_who_is_not_signed_in_can_keep_a_search()
    {
        using var visitor = mahdia.Visitor();
        await visitor.OpenAsync("/en/practices?sdg=13");
        Assert.Null(visitor.Page.QuerySelector("[name='Keep.Name']"));
    }

    private static IReadOnlyList<string> Titles(Visitor visitor) => [.. visitor.Page.QuerySelectorAll("ul.cards .card h2").Select(title => title.TextContent.Trim())];

    private async Task<string> ShareAsync(string title, string[] goals, string sector)
    {
        var id = Ulid.NewUlid(mahdia.Clock.GetUtcNow()).ToString();
        var grain = mahdia.Services.GetRequiredService<IGrainFactory>().GetGrain<IPracticeGrain>("practice/" + id);
        var revision = await grain.CreateAsync(new Practice { Title = MultilingualText.Of("fr", title), Line = MultilingualText.Of("fr", title), Sdgs = [.. goals], Sectors = [sector] }, Audience.Public, "");
        Assert.True(await mahdia.Services.GetRequiredService<ICatalogue>().WaitForAsync(RecordKey.Parse("practice/" + id), revision));
        return id;
    }
}

using System.Net;
using System.Text.Json;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Vocabularies;
using Citess.Poles.Topics;
using Citess.Server.Tests.Practices;
using Citess.Server.Tests.Security;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Citess.Server.Tests.Topics;

/// <summary>The list of topics as visitors read it, and a concept of the own pole as people without script add it.</summary>
public sealed class TopicsTests(House mahdia) : IClassFixture<House>
{
    [Fact]
    public async Task The_list_shows_every_concept_once_and_each_leads_to_its_page()
    {
        using var visitor = mahdia.Visitor();
        await visitor.OpenAsync("/ar/concepts");
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        var links = visitor.Page.QuerySelectorAll(".tree a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal(Thesaurus.Built.All.Select(concept => "concepts/" + concept.Code).Order(), links.Order());
        await visitor.OpenAsync("/ar/concepts/olive-oil");
        Assert.Equal("زيت الزيتون", visitor.Page.QuerySelector("h1")!.TextContent);
        Assert.Equal("ltr", visitor.Page.QuerySelector(".words [lang=ca]")!.GetAttribute("dir"));
        Assert.Contains("لم يراجعه متكلّم أصلي بعد", visitor.Page.QuerySelector(".words")!.TextContent, StringComparison.Ordinal);
        await visitor.OpenAsync("/fr/concepts/a01");
        Assert.Equal("Source\u00a0: ESSGlobal", visitor.Page.QuerySelectorAll(".words dd").Single(row => row.QuerySelector("[lang=fr]") is not null).QuerySelector(".hint")!.TextContent);
        await visitor.OpenAsync("/fr/concepts/no-such-topic");
        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        await visitor.OpenAsync("/fr/concepts/http:%2F%2Fpurl.org%2Fessglobal");
        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
    }

    [Fact]
    public async Task A_search_in_one_language_answers_in_the_language_of_the_page()
    {
        using var visitor = mahdia.Visitor();
        await visitor.OpenAsync("/es/concepts?q=" + Uri.EscapeDataString("المساعدة القانونية"));
        Assert.Equal("Asesoría jurídica", visitor.Page.QuerySelector(".rows a")!.TextContent);
        Assert.Contains("المساعدة القانونية", visitor.Page.QuerySelector(".rows li")!.TextContent, StringComparison.Ordinal);
        await visitor.OpenAsync("/es/concepts?q=xylophone");
        Assert.Empty(visitor.Page.QuerySelectorAll(".rows li"));
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
    }

    [Fact]
    public async Task A_program_gets_suggestions_in_the_language_that_it_names_and_no_more_than_it_asks_for()
    {
        using var visitor = mahdia.Visitor();
        var all = (await visitor.AskAsync(HttpMethod.Get, "/api/concepts?language=it&limit=3&text=" + Uri.EscapeDataString("subventions pour"))).GetProperty("concepts");
        Assert.Equal(("grant", "Sovvenzione", "it"), (Text(all[0], "code"), Text(all[0], "label"), Text(all[0], "language")));
        Assert.InRange(all.GetArrayLength(), 1, 3);
        Assert.Equal(0, (await visitor.AskAsync(HttpMethod.Get, "/api/concepts?text=xylophone&limit=-7&language=xx")).GetProperty("concepts").GetArrayLength());
        await visitor.AskAsync(HttpMethod.Get, "/api/concepts");
        Assert.Equal(HttpStatusCode.BadRequest, visitor.Status);
    }

    [Fact]
    public async Task The_whole_list_is_served_as_it_is_in_the_sources()
    {
        using var visitor = mahdia.Visitor();
        var list = await visitor.AskAsync(HttpMethod.Get, "/specs/vocabularies/concepts.jsonld");
        Assert.Equal(Thesaurus.Scheme, list.GetProperty("@id").GetString());
        Assert.Equal(Thesaurus.Built.All.Length, list.GetProperty("concepts").GetArrayLength());
    }

    [Fact]
    public async Task A_concept_of_ours_is_added_by_words_in_any_language_and_is_suggested_from_then_on()
    {
        using var amira = await mahdia.AmiraAsync();
        await amira.OpenAsync("/en/concept/new");
        await amira.SendAsync(follow: true, ("Form.Name.Texts[en]", "Harissa of Nabeul"), ("Form.Broader.Text", "something to eat in a jar"), ("Form.WantsRows", "false"));
        Assert.Equal(HttpStatusCode.BadRequest, amira.Status);
        Assert.Contains("It is not clear which topic", amira.Html, StringComparison.Ordinal);
        Assert.Equal("Harissa of Nabeul", amira.Page.QuerySelector("[name='Form.Name.Texts[en]']")!.GetAttribute("value"));

        await amira.SendAsync(follow: true, ("Form.Broader.Text", "transformation agroalimentaire"), ("Form.Others.Texts[en]", "hot chilli paste\nharissa"), ("Form.WantsRows", "false"));
        Assert.Equal(HttpStatusCode.OK, amira.Status);
        Assert.Equal("concepts/food-processing", amira.Page.QuerySelector("main dl a")!.GetAttribute("href"));
        Assert.Contains("hot chilli paste", amira.Html, StringComparison.Ordinal);
        var id = amira.Path.Split('?')[0].Split('/')[^1];

        var found = (await amira.AskAsync(HttpMethod.Get, "/en/concepts/words?text=chilli%20pas")).GetProperty("concepts")[0];
        Assert.Equal((id.ToLowerInvariant(), "Harissa of Nabeul", "food-processing", "Food processing"), (Text(found, "code"), Text(found, "label"), Text(found, "broader"), Text(found, "under")));
        await amira.OpenAsync("/en/concepts/food-processing");
        Assert.Contains($"concept/{id}", amira.Html, StringComparison.Ordinal);

        // For the team alone: neither the list nor the suggestions tell a visitor.
        using var visitor = mahdia.Visitor();
        foreach (var path in new[] { "/api/concepts", "/en/concepts/words" })
        {
            Assert.Equal(0, (await visitor.AskAsync(HttpMethod.Get, path + "?text=chilli")).GetProperty("concepts").GetArrayLength());
        }

        await visitor.OpenAsync("/en/concepts/food-processing");
        Assert.DoesNotContain(id, visitor.Html, StringComparison.Ordinal);
        await visitor.OpenAsync("/en/concept/new");
        Assert.StartsWith("/en/sign-in", visitor.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_field_shows_what_is_meant_keeps_nothing_while_it_is_asked_and_takes_what_is_chosen()
    {
        using var amira = await mahdia.AmiraAsync();
        await amira.OpenAsync("/fr/concept/new?under=weaving");
        Assert.Equal("weaving", amira.Page.QuerySelector("[name='Form.Broader.Chosen'][checked]")!.GetAttribute("value"));
        await amira.SendAsync(follow: true, ("Form.Name.Texts[fr]", "Laine d’Oueslatia"), ("Form.Broader.Text", "élevage de moutons"), ("Form.WantsRows", "true"));
        var meant = amira.Page.QuerySelectorAll(".meant input").Select(box => box.GetAttribute("value")).ToList();
        Assert.Contains("livestock", meant);
        Assert.DoesNotContain("weaving", meant);
        await amira.SendAsync(follow: true, ("Form.Broader.Chosen", "livestock"), ("Form.Broader.Text", ""), ("Form.WantsRows", "false"));
        Assert.Equal(HttpStatusCode.OK, amira.Status);
        Assert.Equal("concepts/livestock", amira.Page.QuerySelector("main dl a")!.GetAttribute("href"));
        var held = await mahdia.Services.GetRequiredService<IGrainFactory>().GetGrain<IOwnConceptGrain>("concept/" + amira.Path.Split('?')[0].Split('/')[^1]).ReadAsync();
        Assert.Equal((1, "livestock"), (held!.Revision, held.Content.Broader));
    }

    [Fact]
    public async Task A_form_takes_one_of_ours_with_what_it_is_part_of()
    {
        var id = Ulid.NewUlid(mahdia.Clock.GetUtcNow()).ToString();
        var revision = await mahdia.Services.GetRequiredService<IGrainFactory>().GetGrain<IOwnConceptGrain>("concept/" + id)
            .CreateAsync(new() { Name = MultilingualText.Of("fr", "Chéchia de Tunis"), Broader = "textiles" }, Audience.Public, "");
        Assert.True(await mahdia.Services.GetRequiredService<ICatalogue>().WaitForAsync(RecordKey.Parse("concept/" + id), revision));
        var (desk, anyone) = (mahdia.Services.GetRequiredService<ConceptDesk>(), new System.Security.Claims.ClaimsPrincipal(new System.Security.Claims.ClaimsIdentity()));
        var form = Poles.Components.ConceptsForm.Of("export");
        form.Text = "la chéchia de Tunis";
        await form.ResolveAsync(desk, anyone, "Concepts");
        Assert.Equal(["export", id.ToLowerInvariant(), "textiles"], form.ToCodes());
        form.Text = "xylophone";
        var refused = await Assert.ThrowsAsync<RefusedException>(() => form.ResolveAsync(desk, anyone, "Concepts"));
        Assert.Equal("Concepts", Assert.Single(refused.Problems).Field);
        Assert.Contains(await desk.NamedAsync(anyone, MultilingualText.Of("fr", "Nous cherchons qui sait feutrer une chéchia de Tunis."), 5), choice => choice.Label == "Chéchia de Tunis");
    }

    [Fact]
    public async Task What_a_partner_calls_its_own_topic_is_read_where_the_partner_names_it_and_where_a_list_is_narrowed_by_it()
    {
        var theirs = await new Voices(mahdia).PutAsync(Voices.Barcelona, ConceptCode.OwnKind, entry => OwnNames.Into(entry, MultilingualText.Of("ca", "Ateneu cooperatiu"), MultilingualText.Empty, "training"));
        var code = ConceptCode.Of(RecordKey.Parse(theirs.Key));
        var desk = mahdia.Services.GetRequiredService<ConceptDesk>();

        Assert.Equal(["Ateneu cooperatiu"], (await desk.OfAsync(Voices.Amira, [code], origin: Voices.Barcelona)).Select(choice => choice.Label));
        Assert.Empty(await desk.OfAsync(Voices.Amira, [code]));
        Assert.Empty(await desk.OfAsync(new(), [code], origin: Voices.Barcelona));
        using var amira = await mahdia.AmiraAsync();
        await amira.OpenAsync("/fr/offers?concept=" + code);
        Assert.Equal("Ateneu cooperatiu", amira.Page.QuerySelector("select[name=concept] option[selected]")!.TextContent);
    }

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();
}

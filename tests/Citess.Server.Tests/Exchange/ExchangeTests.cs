using System.Globalization;
using System.Net;
using System.Security.Claims;
using System.Text.Json;
using Citess.Poles.Accounts;
using Citess.Poles.Exchange;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Catalogue;
using Citess.Server.Tests.Security;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Means = Citess.Poles.Matching.Means;

namespace Citess.Server.Tests.Exchange;

/// <summary>Offers and wants as people without script write, find and renew them; nothing here moves the clock.</summary>
public sealed class ExchangeTests(House mahdia) : IClassFixture<House>
{
    [Fact]
    public async Task An_offer_is_written_by_its_form_for_half_a_year_and_listed_with_what_is_left()
    {
        using var amira = await mahdia.AmiraAsync();
        await amira.OpenAsync("/en/offering/new");
        Assert.Equal(Proposal.LastDay(mahdia.Clock.GetUtcNow()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), amira.Page.QuerySelector("[name='Form.Until']")!.GetAttribute("value"));
        await amira.SendAsync(follow: true, ("Form.Title.Texts[en]", "A room for meetings"), ("Form.Means", "Space"), ("Form.Concepts.Chosen", "meeting-rooms"), ("Form.Quantity", "10"), ("Form.Unit", "Day"), ("Form.Contact", "+216 00 000 053"), ("Form.Audience", "Public"));
        Assert.Equal(HttpStatusCode.OK, amira.Status);
        Assert.Contains("10 days left of 10 days", amira.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("216 00 000 053", amira.Html, StringComparison.Ordinal);
        var page = amira.Path.Split('?')[0];

        using var visitor = mahdia.Visitor();
        await visitor.OpenAsync(page);
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.DoesNotContain("216 00 000 053", visitor.Html, StringComparison.Ordinal);
        await visitor.OpenAsync("/en/offers?means=space&concept=meeting-rooms&q=room");
        Assert.Equal(["A room for meetings"], Titles(visitor));
        Assert.Contains("Left: 10 days", visitor.Page.QuerySelector(".cards .card")!.TextContent, StringComparison.Ordinal);
        await visitor.OpenAsync("/en/offers?means=equipment");
        Assert.DoesNotContain("A room for meetings", Titles(visitor));
        await visitor.OpenAsync("/en/wants");
        Assert.DoesNotContain("A room for meetings", Titles(visitor));
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_its_field_and_what_was_typed_stays()
    {
        using var amira = await mahdia.AmiraAsync();
        await amira.OpenAsync("/en/want/new");
        await amira.SendAsync(follow: true, ("Form.Title.Texts[en]", "A lawyer"), ("Form.Means", "Expertise"), ("Form.Quantity", "many"), ("Form.Urgency", "Soon"));
        Assert.Equal(HttpStatusCode.BadRequest, amira.Status);
        Assert.Contains("one to five subjects of the list", amira.Html, StringComparison.Ordinal);
        Assert.Contains("Please write a whole number", amira.Html, StringComparison.Ordinal);
        Assert.Equal(("A lawyer", "many"), (amira.Page.QuerySelector("[name='Form.Title.Texts[en]']")!.GetAttribute("value"), amira.Page.QuerySelector("[name='Form.Quantity']")!.GetAttribute("value")));
        await amira.OpenAsync("/en/wants?from=Ours");
        Assert.DoesNotContain("A lawyer", Titles(amira));
    }

    [Fact]
    public async Task Whoever_was_slower_sees_both_and_decides()
    {
        var id = await ShareAsync("Une remorque", days: 100);
        using var amira = await mahdia.AmiraAsync();
        await amira.OpenAsync($"/en/offering/{id}/edit");
        var held = (await Grain(id).ReadAsync())!;
        await WaitAsync(id, await Grain(id).EditAsync(held.Content with { Quantity = 4 }, Audience.Public, 1, ""));
        await amira.SendAsync(follow: true, ("Form.Quantity", "7"));
        Assert.Equal(HttpStatusCode.Conflict, amira.Status);
        Assert.Contains("7 units", amira.Page.QuerySelector(".difference")!.TextContent, StringComparison.Ordinal);
        await amira.SendAsync(follow: true, ("Form.Quantity", "7"));
        Assert.Equal((HttpStatusCode.OK, 7), (amira.Status, (await Grain(id).ReadAsync())!.Content.Quantity));
    }

    [Fact]
    public async Task One_that_ends_soon_stands_on_the_page_of_today_and_is_renewed_by_one_click()
    {
        var (soon, later) = (await ShareAsync("Un four à pain", days: 9), await ShareAsync("Une presse", days: 60));
        using var amira = await mahdia.AmiraAsync();
        await amira.OpenAsync("/en/today");
        var ending = amira.Page.QuerySelector("[aria-labelledby=ending]")!.TextContent;
        Assert.Contains("Un four à pain", ending, StringComparison.Ordinal);
        Assert.DoesNotContain("Une presse", ending, StringComparison.Ordinal);
        await amira.SendAsync(follow: true, ("_handler", "renew-offering-" + soon), ("Renew.Revision", "1"));
        Assert.Equal("/en/today", amira.Path);
        Assert.DoesNotContain("Un four à pain", amira.Page.QuerySelector("[aria-labelledby=ending]")?.TextContent ?? "", StringComparison.Ordinal);
        Assert.Equal((2, Proposal.LastDay(mahdia.Clock.GetUtcNow())), ((await Grain(soon).ReadAsync())!.Revision, (await Grain(soon).ReadAsync())!.Content.Until));
        Assert.Equal(1, (await Grain(later).ReadAsync())!.Revision);
    }

    [Fact]
    public async Task A_program_writes_lists_and_renews_them()
    {
        var id = Ulid.NewUlid(mahdia.Clock.GetUtcNow()).ToString();
        var want = new { content = new { title = new { source = "fr", texts = new { fr = new { text = "Une traductrice" } } }, means = "expertise", concepts = new[] { "translation-interpreting" }, urgency = "urgent", territory = "TN-53", until = "2026-12-20" }, audience = "public" };
        using var program = await ProgramAsync();
        Assert.Equal(HttpStatusCode.Created, (await PutAsync(program, "/api/wants/" + id, want)).StatusCode);
        var listed = await AskAsync(program, "/api/wants?over=false&means=expertise&country=TN&urgency=urgent&concept=translation-interpreting");
        Assert.Equal([id], listed.GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("id").GetString()));

        using var bare = await program.PostAsync($"/api/wants/{id}/renew", content: null, TestContext.Current.CancellationToken);
        Assert.Equal(428, (int)bare.StatusCode);
        using var seen = new HttpRequestMessage(HttpMethod.Post, $"/api/wants/{id}/renew");
        seen.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        using var renewed = await program.SendAsync(seen, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, "\"2\""), (renewed.StatusCode, renewed.Headers.ETag!.ToString()));

        // What has no concept is refused, and nothing of it is kept.
        var other = Ulid.NewUlid(mahdia.Clock.GetUtcNow()).ToString();
        Assert.Equal(HttpStatusCode.BadRequest, (await PutAsync(program, "/api/wants/" + other, new { content = new { want.content.title, until = "2026-12-20" }, audience = "public" })).StatusCode);
        using var missing = await program.GetAsync("/api/wants/" + other, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    private async Task<HttpClient> ProgramAsync()
    {
        var amira = new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, "amira"), new(ClaimTypes.Role, Roles.Administrator)], "test"));
        var made = await mahdia.Services.GetRequiredService<ProgramDesk>().AddAsync(amira, "Échanges", Roles.Coordinator, TestContext.Current.CancellationToken);
        using var visitor = mahdia.Visitor();
        var token = await visitor.TokenAsync(made.ClientId, made.Secret);
        var http = new HttpClient { BaseAddress = new Uri(mahdia.Origin) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", token.GetProperty("access_token").GetString());
        return http;
    }

    private static async Task<HttpResponseMessage> PutAsync(HttpClient program, string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = new StringContent(JsonSerializer.Serialize(body), System.Text.Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("If-None-Match", "*");
        return await program.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<JsonElement> AskAsync(HttpClient program, string path) => JsonElement.Parse(await program.GetStringAsync(path, TestContext.Current.CancellationToken));

    private static IReadOnlyList<string> Titles(Visitor visitor) => [.. visitor.Page.QuerySelectorAll(".cards .card h2").Select(title => title.TextContent.Trim())];

    private IOfferingGrain Grain(string id) => mahdia.Services.GetRequiredService<IGrainFactory>().GetGrain<IOfferingGrain>("offering/" + id);

    private async Task WaitAsync(string id, int revision) => Assert.True(await mahdia.Services.GetRequiredService<ICatalogue>().WaitForAsync(RecordKey.Parse("offering/" + id), revision));

    private async Task<string> ShareAsync(string title, int days)
    {
        var id = Ulid.NewUlid(mahdia.Clock.GetUtcNow()).ToString();
        var offering = new Offering { Title = MultilingualText.Of("fr", title), Means = Means.Equipment, Concepts = ["equipment"], Until = DateOnly.FromDateTime(mahdia.Clock.GetUtcNow().UtcDateTime).AddDays(days) };
        await WaitAsync(id, await Grain(id).CreateAsync(offering, Audience.Public, ""));
        return id;
    }
}

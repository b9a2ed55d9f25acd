using System.Net;
using System.Text.Json;
using Citess.Poles.Collaborations.Log;
using Citess.Server.Tests.Security;
using Xunit;

namespace Citess.Server.Tests.PeerLearning;

/// <summary>A person of the pole ends the link by which a guest speaks.</summary>
public sealed class GuestLinkEndTests(House mahdia) : IClassFixture<House>
{
    [Fact]
    public async Task An_ended_link_opens_nothing_and_writes_nothing_says_so_and_whom_to_ask_and_what_was_said_stays()
    {
        using var cycle = await GuestCycle.BeginAsync(mahdia);
        using var guest = mahdia.Visitor();
        await guest.OpenAsync(cycle.Link);
        await guest.SendAsync(follow: true, ("offer-new.title", "Une coopérative de femmes"));
        Assert.Contains("Une coopérative de femmes", guest.Html, StringComparison.Ordinal);

        // It is asked first; whoever presses twice does nothing more.
        using var amira = await mahdia.AmiraAsync();
        await amira.OpenAsync("/en/cycle/" + cycle.Id);
        Assert.Contains("End the link of Kasserine?", amira.Page.QuerySelector("details:not([hidden]) p:has(+ form [name^='end-'])")!.TextContent, StringComparison.Ordinal);
        var shown = End(amira, cycle)!;
        for (var time = 0; time < 2; time++)
        {
            await amira.SendAsync(follow: true, ("end-" + cycle.Kasserine, shown));
            Assert.Equal(HttpStatusCode.OK, amira.Status);
            Assert.Contains("The link of Kasserine has ended", amira.Page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
            Assert.NotNull(amira.Page.QuerySelector("details[hidden] [name^='end-']"));
        }

        var before = Events(await cycle.ReadAsync());
        await guest.SendAsync(follow: false, ("want-new.title", "Trop tard"));
        Assert.Equal(HttpStatusCode.Gone, guest.Status);
        Assert.Equal(before, Events(await cycle.ReadAsync()));
        foreach (var address in new[] { "", cycle.Link })
        {
            if (address.Length > 0)
            {
                await guest.OpenAsync(address);
            }

            Assert.Equal(HttpStatusCode.Gone, guest.Status);
            var main = guest.Page.QuerySelector("main")!.TextContent;
            Assert.Contains("This link has ended", main, StringComparison.Ordinal);
            Assert.Contains("قطب المهدية has ended this link.", main, StringComparison.Ordinal);
            Assert.Contains("ask قطب المهدية for a new link", main, StringComparison.Ordinal);
            Assert.All(new[] { "Apprendre ensemble", "Kasserine", "Trop tard", "Une coopérative" }, each => Assert.DoesNotContain(each, main, StringComparison.Ordinal));
            Assert.True(guest.Answer.CacheControl!.NoStore);
        }

        await amira.OpenAsync("/en/cycle/" + cycle.Id);
        Assert.Contains("Une coopérative de femmes", amira.Html, StringComparison.Ordinal);
        Assert.Contains("joined", (await cycle.ReadAsync()).GetProperty("guests")[0].GetProperty("taking").GetString(), StringComparison.OrdinalIgnoreCase);

        // Another link undoes it; the old one stays ended.
        await amira.SendAsync(follow: true, ("link-" + cycle.Kasserine, "1"));
        using var again = mahdia.Visitor();
        await again.OpenAsync(amira.Page.QuerySelector("[name='Once.0']")!.GetAttribute("value")!);
        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Contains("Une coopérative de femmes", again.Html, StringComparison.Ordinal);
        await again.SendAsync(follow: true, ("want-new.title", "De nouveau"));
        Assert.Equal(before + 1, Events(await cycle.ReadAsync()));
        await guest.OpenAsync(cycle.Link);
        Assert.Equal(HttpStatusCode.Gone, guest.Status);
        Assert.Contains("A newer one has taken its place", guest.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_the_cycle_is_closed_a_link_that_still_opens_is_ended_on_the_page()
    {
        using var cycle = await GuestCycle.BeginAsync(mahdia);
        await cycle.SayAsync(EventTypes.Close, new { evaluation = "Bien.", language = "fr" });
        using var guest = mahdia.Visitor();
        await guest.OpenAsync(cycle.Link);
        Assert.Equal(HttpStatusCode.OK, guest.Status);
        using var amira = await mahdia.AmiraAsync();
        await amira.OpenAsync("/en/cycle/" + cycle.Id);
        Assert.Null(amira.Page.QuerySelector("[name^='link-']"));
        await amira.SendAsync(follow: true, ("end-" + cycle.Kasserine, End(amira, cycle)!));
        Assert.Contains("The link of Kasserine has ended", amira.Page.QuerySelector("section:has(#voices) [role=status]")!.TextContent, StringComparison.Ordinal);
        await guest.OpenAsync(cycle.Link);
        Assert.Equal(HttpStatusCode.Gone, guest.Status);
    }

    [Fact]
    public async Task A_form_that_is_sent_again_does_not_end_the_link_that_was_given_since()
    {
        using var cycle = await GuestCycle.BeginAsync(mahdia);
        using var amira = await mahdia.AmiraAsync();
        await amira.OpenAsync("/en/cycle/" + cycle.Id);
        var shown = End(amira, cycle)!;
        await amira.SendAsync(follow: true, ("end-" + cycle.Kasserine, shown));
        var link = await cycle.LinkAsync();
        await amira.SendAsync(follow: true, ("end-" + cycle.Kasserine, shown));
        Assert.Equal(HttpStatusCode.OK, amira.Status);
        Assert.Null(amira.Page.QuerySelector("[role=status]"));
        Assert.NotEqual(shown, End(amira, cycle));
        using var guest = mahdia.Visitor();
        await guest.OpenAsync(link);
        Assert.Equal(HttpStatusCode.OK, guest.Status);
    }

    [Theory]
    [InlineData("GET", "multipart/form-data", HttpStatusCode.Gone)]
    [InlineData("GET", "application/x-www-form-urlencoded", HttpStatusCode.Gone)]
    [InlineData("POST", "multipart/form-data", HttpStatusCode.BadRequest)]
    [InlineData("POST", "application/x-www-form-urlencoded", HttpStatusCode.BadRequest)]
    public async Task What_cannot_be_read_with_an_ended_link_is_no_fault_of_the_pole(string method, string type, HttpStatusCode status)
    {
        using var cycle = await GuestCycle.BeginAsync(mahdia);
        await cycle.Program.AskAsync(HttpMethod.Delete, $"/api/cycles/{cycle.Id}/guests/{cycle.Kasserine}/link");
        using var http = new HttpClient { BaseAddress = new(mahdia.Origin) };
        using var request = new HttpRequestMessage(new(method), cycle.Link) { Content = new ByteArrayContent("_handler="u8.ToArray()) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var answer = await http.SendAsync(request);
        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task A_form_without_a_name_that_is_sent_by_an_ended_link_is_no_fault_of_the_pole()
    {
        using var cycle = await GuestCycle.BeginAsync(mahdia);
        using var guest = mahdia.Visitor();
        await guest.OpenAsync(cycle.Link);
        var token = guest.Page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await cycle.Program.AskAsync(HttpMethod.Delete, $"/api/cycles/{cycle.Id}/guests/{cycle.Kasserine}/link");
        await guest.PostAsync(cycle.Link, ("__RequestVerificationToken", token), ("_handler", ""));
        Assert.True((int)guest.Status < 500, $"{guest.Status}");
    }

    [Fact]
    public async Task Who_has_no_link_is_told_nothing_of_any_and_after_a_year_it_is_over()
    {
        using var cycle = await GuestCycle.BeginAsync(mahdia);
        using var guest = mahdia.Visitor();
        await cycle.Program.AskAsync(HttpMethod.Delete, $"/api/cycles/{cycle.Id}/guests/{cycle.Kasserine}/link");
        Assert.Equal(HttpStatusCode.NoContent, cycle.Program.Status);
        await guest.OpenAsync(cycle.Link[..^1] + "x");
        Assert.Equal(HttpStatusCode.Gone, guest.Status);
        Assert.DoesNotContain("has ended", guest.Html, StringComparison.Ordinal);

        var link = await cycle.LinkAsync();
        try
        {
            mahdia.Clock.Ahead = TimeSpan.FromDays(366);
            await guest.OpenAsync(link);
            Assert.Equal(HttpStatusCode.Gone, guest.Status);
            Assert.Contains("the year is over", guest.Html, StringComparison.Ordinal);
        }
        finally
        {
            mahdia.Clock.Ahead = TimeSpan.Zero;
        }
    }

    [Fact]
    public async Task Only_who_may_bind_the_pole_ends_a_link_and_only_of_its_own_guest()
    {
        using var cycle = await GuestCycle.BeginAsync(mahdia);
        await mahdia.AddAsync("salma", Citess.Poles.Kernel.Access.Roles.Facilitator);
        using var salma = await mahdia.SignedInAsync("salma");
        await salma.OpenAsync("/en/cycle/" + cycle.Id);
        Assert.Null(salma.Page.QuerySelector("[name^='end-']"));
        await cycle.Program.AskAsync(HttpMethod.Delete, $"/api/cycles/{cycle.Id}/guests/{cycle.Id}/link");
        Assert.Equal(HttpStatusCode.NotFound, cycle.Program.Status);
        using var guest = mahdia.Visitor();
        await guest.OpenAsync(cycle.Link);
        Assert.Equal(HttpStatusCode.OK, guest.Status);
        Assert.Null(guest.Page.QuerySelector("[name^='end-']"));
    }

    /// <summary>The link that the page offers to end.</summary>
    private static string? End(Visitor visitor, GuestCycle cycle) => visitor.Page.QuerySelector($"[name='end-{cycle.Kasserine}']")?.GetAttribute("value");

    private static int Events(JsonElement report) => report.GetProperty("events").GetArrayLength();
}

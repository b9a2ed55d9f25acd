using System.Net;
using Citess.Poles.Calls;
using Citess.Poles.Calls.Partners;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Records;
using Citess.Server.Telemetry;
using Citess.Server.Tests.Security;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Citess.Server.Tests.Calls;

/// <summary>Somebody who has a link and no account.</summary>
public sealed class GuestLinkTests(House mahdia) : IClassFixture<House>
{
    [Fact]
    public async Task A_guest_saves_commits_and_withdraws_and_the_team_has_it_with_name_and_day()
    {
        var asked = await Asked.AsyncIn(mahdia);
        using var guest = mahdia.Visitor();
        await guest.OpenAsync(asked.Page);
        Assert.Equal(HttpStatusCode.OK, guest.Status);
        Assert.Equal("Circuitos cortos", guest.Page.QuerySelector("h1")!.TextContent);

        await guest.SendAsync(follow: true, Asked.Sheet(("Form.Deed", "Save")));
        Assert.Equal((CandidateStanding.Interested, 90_000L), ((await asked.CoopAsync()).Standing, (await asked.CoopAsync()).Amount!.Value));
        await guest.SendAsync(follow: true, ("Form.Deed", "Commit"), ("Form.Name", "Montserrat Puig"), ("Form.Agrees", "yes"));
        Assert.Contains("su compromiso ha llegado", guest.Html, StringComparison.Ordinal);
        var held = await asked.CoopAsync();
        Assert.Equal((CandidateStanding.Committed, "Montserrat Puig", held.Link!.Id, "Dos almacenes."), (held.Standing, held.Commitment!.Name, held.Commitment.Link, held.Sheet.Brings.SourceText));

        using var amira = await mahdia.AmiraAsync();
        await amira.OpenAsync($"/en/call/{asked.Call}");
        Assert.Contains("21 days left, 1 of 2 partners, missing: a public body in Tunisia", amira.Html, StringComparison.Ordinal);

        await guest.SendAsync(follow: true, ("Form.Deed", "Withdraw"), ("Form.Reason", "Ya no podemos."));
        held = await asked.CoopAsync();
        Assert.Equal((CandidateStanding.Withdrawn, "Ya no podemos.", "Montserrat Puig"), (held.Standing, held.Reason, held.Commitment!.Name));
    }

    [Fact]
    public async Task A_guest_declines_with_a_reason_and_without_a_sheet()
    {
        var asked = await Asked.AsyncIn(mahdia);
        using var guest = mahdia.Visitor();
        await guest.OpenAsync(asked.Page);
        await guest.SendAsync(follow: false, ("Form.Deed", "Decline"));
        Assert.Equal((HttpStatusCode.BadRequest, CandidateStanding.Asked), (guest.Status, (await asked.CoopAsync()).Standing));
        await guest.SendAsync(follow: true, ("Form.Deed", "Decline"), ("Form.Reason", "Este año no."));
        Assert.Equal((CandidateStanding.Declined, "Este año no."), ((await asked.CoopAsync()).Standing, (await asked.CoopAsync()).Reason));
    }

    [Fact]
    public async Task What_was_typed_stays_when_something_is_missing_and_nothing_is_kept()
    {
        var asked = await Asked.AsyncIn(mahdia);
        var before = StateJson.Write(await asked.CoopAsync());
        using var guest = mahdia.Visitor();
        await guest.OpenAsync(asked.Page);
        await guest.SendAsync(follow: false, Asked.Sheet(("Form.Deed", "Commit"), ("Form.Website", "not an address")));

        Assert.Equal(HttpStatusCode.BadRequest, guest.Status);
        Assert.Equal("Dos almacenes.", guest.Page.QuerySelector("[name='Form.Brings.Texts[es]']")!.TextContent);
        Assert.Equal("90 000", guest.Page.QuerySelector("[name='Form.Amount']")!.GetAttribute("value"));
        Assert.Equal(["#Form-Website", "#Form-Agrees"], guest.Page.QuerySelectorAll("#problems a").Select(link => link.GetAttribute("href")![asked.Page.Length..]));
        Assert.Equal(before, StateJson.Write(await asked.CoopAsync()));
    }

    [Fact]
    public async Task Whoever_was_overtaken_keeps_what_was_typed_and_decides()
    {
        var asked = await Asked.AsyncIn(mahdia);
        using var guest = mahdia.Visitor();
        await guest.OpenAsync(asked.Page);
        var held = await asked.CoopAsync();
        await asked.Desk.PutAsync(Asked.Amira, asked.Call, asked.Coop, new() { Name = held.Name, Roles = held.Roles, Country = held.Country, Language = "es", Standing = held.Standing, Amount = 1 }, held.Revision);

        await guest.SendAsync(follow: false, Asked.Sheet(("Form.Deed", "Save")));
        Assert.Equal((HttpStatusCode.Conflict, 1L), (guest.Status, (await asked.CoopAsync()).Amount!.Value));
        Assert.Equal("Una cooperativa de reparto.", guest.Page.QuerySelector("[name='Form.About.Texts[es]']")!.TextContent);
        await guest.SendAsync(follow: true, ("Form.Deed", "Save"));
        Assert.Equal(90_000, (await asked.CoopAsync()).Amount);
    }

    [Fact]
    public async Task A_wrong_link_one_of_another_call_one_taken_back_and_one_replaced_let_nobody_in()
    {
        var (asked, other) = (await Asked.AsyncIn(mahdia), await Asked.AsyncIn(mahdia));
        using var guest = mahdia.Visitor();
        var closed = new List<string>();
        foreach (var page in new[] { asked.Page + "x", $"/es/calls/{asked.Call}/sheet/unknown", $"/es/calls/{asked.Call}/sheet/{other.Secret}", $"/es/calls/mallory/sheet/{asked.Secret}", $"/es/calls/{Asked.Id(mahdia)}/sheet/{asked.Secret}" })
        {
            await guest.OpenAsync(page);
            Assert.Equal(HttpStatusCode.Gone, guest.Status);
            closed.Add(guest.Page.QuerySelector("main")!.TextContent);
        }

        // The form of a page that was open goes nowhere either.
        await guest.OpenAsync(asked.Page);
        var again = await asked.Desk.LinkAsync(Asked.Amira, asked.Call, asked.Coop);
        await guest.SendAsync(follow: false, Asked.Sheet(("Form.Deed", "Commit"), ("Form.Agrees", "yes")));
        Assert.Equal((HttpStatusCode.Gone, CandidateStanding.Asked), (guest.Status, (await asked.CoopAsync()).Standing));
        closed.Add(guest.Page.QuerySelector("main")!.TextContent);

        await asked.Desk.UnlinkAsync(Asked.Amira, asked.Call, asked.Coop);
        await guest.OpenAsync($"/es/calls/{asked.Call}/sheet/{again}");
        Assert.Equal(HttpStatusCode.Gone, guest.Status);
        closed.Add(guest.Page.QuerySelector("main")!.TextContent);
        Assert.Single(closed.Distinct());
    }

    [Fact]
    public async Task A_link_ends_with_the_deadline_and_lives_again_when_the_call_is_prolonged()
    {
        var asked = await Asked.AsyncIn(mahdia);
        using var guest = mahdia.Visitor();
        await guest.OpenAsync(asked.Page);
        try
        {
            mahdia.Clock.Ahead = TimeSpan.FromDays(22);
            await guest.SendAsync(follow: false, Asked.Sheet(("Form.Deed", "Commit"), ("Form.Agrees", "yes")));
            Assert.Equal((HttpStatusCode.Gone, CandidateStanding.Asked), (guest.Status, (await asked.CoopAsync()).Standing));
            Assert.Contains("El plazo ha terminado", guest.Html, StringComparison.Ordinal);

            var desk = mahdia.Services.GetRequiredService<RecordDesk<Call>>();
            await desk.EditAsync(Asked.Amira, asked.Call, Asked.Of(mahdia.Clock.GetUtcNow().AddDays(10)), Audience.Own, 1);
            await guest.OpenAsync(asked.Page);
            Assert.Equal(HttpStatusCode.OK, guest.Status);

            await desk.WithdrawAsync(Asked.Amira, asked.Call, 2);
            await guest.OpenAsync(asked.Page);
            Assert.Equal(HttpStatusCode.Gone, guest.Status);
        }
        finally
        {
            mahdia.Clock.Ahead = TimeSpan.Zero;
        }
    }

    [Fact]
    public async Task A_guest_sees_nothing_of_the_others_but_the_names_of_who_is_in_once_the_team_shows_them()
    {
        var asked = await Asked.AsyncIn(mahdia);
        using var guest = mahdia.Visitor();
        await guest.OpenAsync(asked.Page);
        Assert.DoesNotContain("Commune", guest.Html, StringComparison.Ordinal);

        await asked.Desk.ShowNamesAsync(Asked.Amira, asked.Call, true);
        await guest.OpenAsync(asked.Page);
        Assert.DoesNotContain("Commune", guest.Html, StringComparison.Ordinal);

        var commune = (await asked.Desk.ReadAsync(Asked.Amira, asked.Call))!.Value.Consortium.Find(asked.Commune)!;
        await asked.Desk.PutAsync(Asked.Amira, asked.Call, asked.Commune, new() { Name = commune.Name, Roles = commune.Roles, Country = commune.Country, Contact = commune.Contact, Amount = commune.Amount, Standing = CandidateStanding.Committed, CommittedBy = "Salma Ben Ali" }, commune.Revision);
        await guest.OpenAsync(asked.Page);
        Assert.Contains("Commune de Mahdia", guest.Html, StringComparison.Ordinal);
        foreach (var secret in new[] { Asked.Contact, "Salma", "+216", "123456", "123.456", "123 456" })
        {
            Assert.DoesNotContain(secret, guest.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_page_is_kept_by_nobody_and_its_address_travels_nowhere()
    {
        var asked = await Asked.AsyncIn(mahdia);
        using var guest = mahdia.Visitor();
        await guest.OpenAsync(asked.Page);
        Assert.True(guest.Answer.CacheControl!.NoStore);
        Assert.Equal(["same-origin"], guest.Answer.GetValues("Referrer-Policy"));
        Assert.NotNull(guest.Page.QuerySelector("meta[name=robots][content=noindex]"));
    }

    [Fact]
    public async Task The_secret_is_in_no_table_and_what_is_private_in_nothing_that_travels_or_is_listed()
    {
        var asked = await Asked.AsyncIn(mahdia, Audience.Public);
        using var guest = mahdia.Visitor();
        await guest.OpenAsync(asked.Page);
        await guest.SendAsync(follow: true, Asked.Sheet(("Form.Deed", "Commit"), ("Form.Agrees", "yes")));
        foreach (var page in new[] { $"/api/calls/{asked.Call}", "/api/calls", $"/en/call/{asked.Call}", "/en/calls", $"/api/calls/{asked.Call}/consortium", $"/api/calls/{asked.Call}/dossier" })
        {
            await guest.OpenAsync(page);
            foreach (var secret in new[] { asked.Secret, Asked.Contact, "Commune de Mahdia", "Coop del Besòs", "Montserrat" })
            {
                Assert.DoesNotContain(secret, guest.Html, StringComparison.Ordinal);
            }
        }

        var tables = await mahdia.TablesAsync();
        Assert.Contains(tables, table => table.Text.Contains("Coop del Besòs", StringComparison.Ordinal));
        Assert.All(tables, table => Assert.DoesNotContain(asked.Secret, table.Text, StringComparison.Ordinal));
        Assert.All(tables.Where(table => table.Text.Contains(Asked.Contact, StringComparison.Ordinal)), table => Assert.Contains("Orleans", table.Name, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("/es/calls/01JD/sheet/secret", true)]
    [InlineData("/invitation/secret", true)]
    [InlineData("/fr/cycle/zQm/guest/secret", true)]
    [InlineData("/es/calls", false)]
    public void Neither_a_trace_nor_a_log_has_an_address_with_a_secret(string path, bool isSecret)
    {
        Assert.Equal(isSecret, Secrecy.HasSecret(path));
        Assert.Equal(!isSecret, Secrecy.Shown(path) == path);
    }
}

using System.IO.Compression;
using System.Net;
using Citess.Poles.Calls.Partners;
using Citess.Server.Tests.Security;
using Xunit;

namespace Citess.Server.Tests.Calls;

public sealed class DossierFileTests(House mahdia) : IClassFixture<House>
{
    [Fact]
    public async Task It_goes_out_as_a_page_a_workbook_and_JSON_to_who_may_and_to_nobody_else()
    {
        var asked = await Asked.AsyncIn(mahdia);
        var coop = await asked.CoopAsync();
        await asked.Desk.PutAsync(Asked.Amira, asked.Call, asked.Coop, new() { Name = coop.Name, Roles = coop.Roles, Country = "ES", Amount = 45_678, Standing = CandidateStanding.Committed, CommittedBy = "Montserrat" }, coop.Revision);
        using var amira = await mahdia.AmiraAsync();
        await amira.OpenAsync($"/en/call/{asked.Call}/dossier");
        Assert.Contains("45,678\u00a0EUR", amira.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Commune", amira.Html, StringComparison.Ordinal);

        await amira.OpenAsync($"/en/call/{asked.Call}/dossier.json");
        Assert.Contains("\"amount\":45678", amira.Html, StringComparison.Ordinal);
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = amira.Cookies });
        await using var file = await http.GetStreamAsync($"{mahdia.Origin}/en/call/{asked.Call}/dossier.xlsx", TestContext.Current.CancellationToken);
        using var workbook = new ZipArchive(file);
        var text = string.Concat(workbook.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.Ordinal)).Select(entry => new StreamReader(entry.Open()).ReadToEnd()));
        Assert.Contains("Coop del Besòs", text, StringComparison.Ordinal);
        Assert.Contains("45678", text, StringComparison.Ordinal);

        using var visitor = mahdia.Visitor();
        foreach (var end in new[] { "", ".xlsx", ".json" })
        {
            await visitor.OpenAsync($"/en/call/{asked.Call}/dossier{end}");
            Assert.StartsWith("/en/sign-in", visitor.Path, StringComparison.Ordinal);
        }

        await amira.OpenAsync($"/en/call/{Asked.Id(mahdia)}/dossier.xlsx");
        Assert.Equal(HttpStatusCode.NotFound, amira.Status);
    }

    [Fact]
    public async Task Won_is_recorded_with_day_and_note_and_goes_on_as_one_collaboration()
    {
        var asked = await Asked.AsyncIn(mahdia);
        using var amira = await mahdia.AmiraAsync();
        await amira.OpenAsync($"/en/call/{asked.Call}");
        await amira.SendAsync(follow: false, ("Outcome.Status", "Won"), ("Outcome.StatusOn", "never"), ("Outcome.Note", "Score 87."));
        Assert.Equal(HttpStatusCode.BadRequest, amira.Status);
        Assert.Equal("Score 87.", amira.Page.QuerySelector("[name='Outcome.Note']")!.TextContent);

        await amira.SendAsync(follow: true, ("Outcome.Status", "Won"), ("Outcome.StatusOn", "2027-03-01"));
        Assert.Contains("Won, 1 March 2027", amira.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Score 87.", amira.Html, StringComparison.Ordinal);

        await amira.SendAsync(follow: true, ("_handler", "together"));
        var together = amira.Path;
        Assert.StartsWith("/en/collaboration/", together, StringComparison.Ordinal);
        await amira.OpenAsync($"/en/call/{asked.Call}");
        await amira.SendAsync(follow: true, ("_handler", "together"));
        Assert.Equal(together, amira.Path);

        // Who has a link cannot change any more what was handed in.
        using var guest = mahdia.Visitor();
        await guest.OpenAsync(asked.Page);
        Assert.Equal(HttpStatusCode.Gone, guest.Status);
    }
}

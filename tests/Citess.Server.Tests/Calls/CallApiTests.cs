using System.Net;
using System.Security.Claims;
using System.Text.Json;
using Citess.Poles.Accounts;
using Citess.Poles.Kernel.Access;
using Citess.Server.Tests.Security;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Citess.Server.Tests.Calls;

public sealed class CallApiTests(House mahdia) : IClassFixture<House>
{
    private static readonly ClaimsPrincipal s_admin = new(new ClaimsIdentity([new Claim(ClaimTypes.Role, Roles.Administrator)], "test"));

    [Fact]
    public async Task A_program_goes_from_the_rules_to_the_dossier()
    {
        using var client = await ProgramAsync(Roles.Coordinator);
        var (call, candidate) = (Asked.Id(mahdia), Asked.Id(mahdia));
        await NewAsync(client, $"/api/calls/{call}", new { content = Asked.Of(mahdia.Clock.GetUtcNow().AddDays(5)), audience = "own" });
        Assert.Equal(HttpStatusCode.Created, client.Status);

        var receipt = await NewAsync(client, $"/api/calls/{call}/consortium/{candidate}", new { name = "Commune de Mahdia", roles = new[] { "public-body" }, country = "TN", amount = 100_000, language = "ar" });
        Assert.Equal((HttpStatusCode.OK, 1), (client.Status, receipt.GetProperty("revision").GetInt32()));
        var link = (await client.AskAsync(HttpMethod.Post, $"/api/calls/{call}/consortium/{candidate}/link")).GetProperty("link").GetString()!;
        Assert.StartsWith($"{mahdia.Origin}/ar/calls/{call}/sheet/", link, StringComparison.Ordinal);

        using var guest = mahdia.Visitor();
        await guest.OpenAsync(link);
        await guest.SendAsync(follow: true, ("Form.About.Texts[ar]", "بلدية المهدية"), ("Form.Brings.Texts[ar]", "سوق"), ("Form.Name", "سلمى"), ("Form.Agrees", "yes"), ("Form.Deed", "Commit"));

        var state = (await client.AskAsync(HttpMethod.Get, $"/api/calls/{call}/consortium")).GetProperty("state");
        Assert.Equal((5, 100_000), (state.GetProperty("daysLeft").GetInt32(), state.GetProperty("sum").GetInt32()));
        var dossier = await client.AskAsync(HttpMethod.Get, $"/api/calls/{call}/dossier");
        Assert.Equal("بلدية المهدية", dossier.GetProperty("partners")[0].GetProperty("about").GetProperty("ar").GetString());
        Assert.False(dossier.GetProperty("isComplete").GetBoolean());
        Assert.DoesNotContain(link[^43..], dossier.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_never_has_a_link_and_whom_to_ask_can_be_erased()
    {
        var asked = await Asked.AsyncIn(mahdia);
        using var client = await ProgramAsync(Roles.Facilitator);
        var report = await client.AskAsync(HttpMethod.Get, $"/api/calls/{asked.Call}/consortium");
        Assert.Contains(Asked.Contact, report.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain((await asked.CoopAsync()).Link!.Hash, report.GetRawText(), StringComparison.Ordinal);
        Assert.True(report.GetProperty("candidates")[1].GetProperty("hasLink").GetBoolean());

        await client.AskAsync(HttpMethod.Delete, $"/api/calls/{asked.Call}/consortium/{asked.Commune}/contact");
        Assert.Equal(HttpStatusCode.NoContent, client.Status);
        Assert.DoesNotContain(Asked.Contact, (await client.AskAsync(HttpMethod.Get, $"/api/calls/{asked.Call}/consortium")).GetRawText(), StringComparison.Ordinal);
        await client.AskAsync(HttpMethod.Delete, $"/api/calls/{asked.Call}/consortium/{asked.Coop}");
        Assert.Equal(1, (await client.AskAsync(HttpMethod.Get, $"/api/calls/{asked.Call}/consortium")).GetProperty("candidates").GetArrayLength());
    }

    [Fact]
    public async Task An_edit_names_what_it_saw_and_an_older_one_is_a_conflict()
    {
        var asked = await Asked.AsyncIn(mahdia);
        using var client = await ProgramAsync(Roles.Coordinator);
        var address = $"/api/calls/{asked.Call}/consortium/{asked.Commune}";
        await client.AskAsync(HttpMethod.Put, address, new { name = "Autre", roles = new[] { "ngo" }, country = "TN" });
        Assert.Equal(HttpStatusCode.PreconditionRequired, client.Status);
        client.Headers.TryAddWithoutValidation("If-Match", "\"0\"");
        var problem = await client.AskAsync(HttpMethod.Put, address, new { name = "Autre", roles = new[] { "ngo" }, country = "TN" });
        Assert.Equal((HttpStatusCode.Conflict, "/problems#conflict"), (client.Status, problem.GetProperty("type").GetString()));
        client.Headers.Remove("If-Match");
        client.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        problem = await client.AskAsync(HttpMethod.Put, address, new { name = "Autre", roles = new[] { "wizard" }, country = "Tunisia" });
        Assert.Equal((HttpStatusCode.BadRequest, 2), (client.Status, problem.GetProperty("problems").GetArrayLength()));
        await client.AskAsync(HttpMethod.Put, address, new { name = "Autre", roles = new[] { "ngo" }, country = "TN" });
        Assert.Equal(HttpStatusCode.OK, client.Status);
    }

    [Theory]
    [InlineData(Roles.Member, HttpStatusCode.Forbidden)]
    [InlineData(Roles.Guest, HttpStatusCode.Forbidden)]
    [InlineData("", HttpStatusCode.Unauthorized)]
    public async Task Who_may_not_share_in_the_name_of_the_pole_is_told_nothing_of_the_consortium(string role, HttpStatusCode status)
    {
        var asked = await Asked.AsyncIn(mahdia);
        using var client = role.Length == 0 ? mahdia.Visitor() : await ProgramAsync(role);
        foreach (var (method, path) in new[] { (HttpMethod.Get, "consortium"), (HttpMethod.Put, "consortium"), (HttpMethod.Put, "consortium/" + asked.Coop), (HttpMethod.Post, $"consortium/{asked.Coop}/link"), (HttpMethod.Delete, $"consortium/{asked.Coop}/link"), (HttpMethod.Delete, "consortium/" + asked.Coop), (HttpMethod.Delete, $"consortium/{asked.Commune}/contact"), (HttpMethod.Get, "dossier") })
        {
            var said = await client.AskAsync(method, $"/api/calls/{asked.Call}/{path}", method == HttpMethod.Put ? new { showsNames = true } : null);
            Assert.Equal((path, status), (path, client.Status));
            Assert.DoesNotContain("Commune", said.ToString(), StringComparison.Ordinal);
        }

        Assert.NotNull((await asked.CoopAsync()).Link);
        Assert.False((await asked.Desk.ReadAsync(Asked.Amira, asked.Call))!.Value.Consortium.ShowsNames);
    }

    private static async Task<JsonElement> NewAsync(Visitor client, string path, object body)
    {
        client.Headers.TryAddWithoutValidation("If-None-Match", "*");
        var answer = await client.AskAsync(HttpMethod.Put, path, JsonSerializer.SerializeToElement(body, Citess.Poles.Kernel.StateJson.Options));
        client.Headers.Remove("If-None-Match");
        return answer;
    }

    private async Task<Visitor> ProgramAsync(string role)
    {
        var program = await mahdia.Services.GetRequiredService<ProgramDesk>().AddAsync(s_admin, "Calls", role);
        var client = mahdia.Visitor();
        var token = await client.TokenAsync(program.ClientId, program.Secret);
        client.Headers.Authorization = new("Bearer", token.GetProperty("access_token").GetString());
        return client;
    }
}

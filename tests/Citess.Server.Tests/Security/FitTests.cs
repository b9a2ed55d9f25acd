using System.Net;
using System.Security.Claims;
using System.Text.Json;
using Citess.Poles.Accounts;
using Citess.Poles.Kernel.Access;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Citess.Server.Tests.Security;

/// <summary>What is in place here, as programs and the page ask for it.</summary>
public sealed class FitTests(House mahdia) : IClassFixture<House>
{
    private static readonly ClaimsPrincipal Amira = new(new ClaimsIdentity([new Claim(ClaimTypes.Role, Roles.Administrator)], "test"));

    [Fact]
    public async Task A_program_reads_and_writes_it_with_the_revision_that_it_saw()
    {
        using var client = await ProgramAsync(Roles.Member);
        var before = await client.AskAsync(HttpMethod.Get, "/api/fit");
        var seen = client.Answer.ETag!.Tag;
        Assert.Equal($"\"{before.GetProperty("revision")}\"", seen);

        await PutAsync(client, "C3.5", "missing");
        Assert.Equal(HttpStatusCode.PreconditionRequired, client.Status);
        client.Headers.TryAddWithoutValidation("If-Match", seen);
        var revision = (await PutAsync(client, "C3.5", "missing")).GetProperty("revision").GetInt32();
        Assert.Equal((HttpStatusCode.OK, $"\"{revision}\""), (client.Status, client.Answer.ETag!.Tag));

        // The same command again is the same; another of the same revision is a conflict.
        Assert.Equal(revision, (await PutAsync(client, "C3.5", "missing")).GetProperty("revision").GetInt32());
        var conflict = await PutAsync(client, "C3.5", "partly");
        Assert.Equal((HttpStatusCode.Conflict, "/problems#conflict"), (client.Status, conflict.GetProperty("type").GetString()));
        foreach (var (determinant, presence) in new[] { ("C9.9", "missing"), ("C3.5", "7"), ("C3.5", "perhaps") })
        {
            await PutAsync(client, determinant, presence);
            Assert.Equal(HttpStatusCode.BadRequest, client.Status);
        }

        var held = await client.AskAsync(HttpMethod.Get, "/api/fit");
        var answer = Assert.Single(held.GetProperty("answers").EnumerateArray(), answer => answer.GetProperty("determinant").GetString() == "C3.5");
        Assert.Equal("missing", answer.GetProperty("presence").GetString());
    }

    [Fact]
    public async Task A_guest_is_told_nothing()
    {
        using var client = await ProgramAsync(Roles.Guest);
        await client.AskAsync(HttpMethod.Get, "/api/fit");
        Assert.Equal(HttpStatusCode.Forbidden, client.Status);
        await PutAsync(client, "C3.5", "inPlace");
        Assert.Equal(HttpStatusCode.Forbidden, client.Status);
    }

    [Fact]
    public async Task After_a_year_an_answer_is_marked_and_can_be_said_again()
    {
        using (var amira = await mahdia.AmiraAsync())
        {
            await amira.OpenAsync("/en/here");
            await amira.SendAsync(follow: true, ("Form.Answers[C3.6].Presence", "InPlace"));
            Assert.Contains("Answered on", amira.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("More than a year ago", amira.Html, StringComparison.Ordinal);
        }

        try
        {
            mahdia.Clock.Ahead = TimeSpan.FromDays(400);
            using var amira = await mahdia.AmiraAsync();
            await amira.OpenAsync("/en/here");
            Assert.Contains("More than a year ago", amira.Html, StringComparison.Ordinal);
            await amira.SendAsync(follow: true, ("Form.Answers[C3.6].IsStillSo", "true"));
            Assert.Contains("Saved", amira.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("More than a year ago", amira.Page.QuerySelector("#Form-Answers-C3-6-Presence")!.ParentElement!.TextContent, StringComparison.Ordinal);
        }
        finally
        {
            mahdia.Clock.Ahead = TimeSpan.Zero;
        }
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_the_question_and_what_was_typed_stays()
    {
        using var amira = await mahdia.AmiraAsync();
        await amira.OpenAsync("/en/here");
        await amira.SendAsync(follow: false, ("Form.Answers[C2.3].Note", new string('x', 301)), ("Form.Answers[C2.3].Presence", "Partly"));

        Assert.Equal(HttpStatusCode.BadRequest, amira.Status);
        Assert.Equal(301, amira.Page.QuerySelector("[name='Form.Answers[C2.3].Note']")!.TextContent.Length);
        Assert.NotNull(amira.Page.QuerySelector("[name='Form.Answers[C2.3].Presence'][value=Partly][checked]"));
        Assert.EndsWith("#Form-Answers-C2-3-Note", amira.Page.QuerySelector("#problems a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    private static Task<JsonElement> PutAsync(Visitor client, string determinant, string presence) =>
        client.AskAsync(HttpMethod.Put, "/api/fit", new { answers = new[] { new { determinant, presence = int.TryParse(presence, out var number) ? number : (object)presence } } });

    private async Task<Visitor> ProgramAsync(string role)
    {
        var program = await mahdia.Services.GetRequiredService<ProgramDesk>().AddAsync(Amira, "Fit", role);
        var client = mahdia.Visitor();
        var token = await client.TokenAsync(program.ClientId, program.Secret);
        client.Headers.Authorization = new("Bearer", token.GetProperty("access_token").GetString());
        return client;
    }
}

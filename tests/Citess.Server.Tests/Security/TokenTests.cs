using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Citess.Poles.Accounts;
using Citess.Poles.Kernel.Access;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Citess.Server.Tests.Security;

public sealed class TokenTests(House mahdia) : IClassFixture<House>
{
    private static readonly ClaimsPrincipal Amira = new(new ClaimsIdentity([new Claim(ClaimTypes.Role, Roles.Administrator)], "test"));

    private ProgramDesk Programs => mahdia.Services.GetRequiredService<ProgramDesk>();

    [Fact]
    public async Task Without_a_token_the_API_says_401_and_leads_nowhere()
    {
        using var mallory = mahdia.Visitor();
        var problem = await mallory.AskAsync(HttpMethod.Get, "/api/account");
        Assert.Equal(HttpStatusCode.Unauthorized, mallory.Status);
        Assert.Null(mallory.Location);
        Assert.Equal("Bearer", mallory.Answer.WwwAuthenticate.ToString());
        Assert.Equal("/problems#signed-out", problem.GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_program_gets_a_token_for_half_an_hour_and_is_known_by_it()
    {
        var program = await Programs.AddAsync(Amira, "Tableau de bord", Roles.Facilitator);
        using var client = mahdia.Visitor();
        var token = await client.TokenAsync(program.ClientId, program.Secret);
        Assert.Equal(HttpStatusCode.OK, client.Status);
        Assert.InRange(token.GetProperty("expires_in").GetInt32(), 1790, 1800);
        Assert.False(token.TryGetProperty("refresh_token", out _));

        Bear(client, token);
        var who = await client.AskAsync(HttpMethod.Get, "/api/account");
        Assert.Equal(HttpStatusCode.OK, client.Status);
        Assert.Equal(program.ClientId, who.GetProperty("id").GetString());
        Assert.Equal("Tableau de bord", who.GetProperty("name").GetString());
        Assert.Equal([Roles.Facilitator], who.GetProperty("roles").EnumerateArray().Select(role => role.GetString()));
        Assert.DoesNotContain(Permissions.Administer, who.GetProperty("permissions").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_that_does_not_suffice_gets_403_as_a_problem()
    {
        var program = await Programs.AddAsync(Amira, "Reader", Roles.Guest);
        using var client = mahdia.Visitor();
        Bear(client, await client.TokenAsync(program.ClientId, program.Secret));
        var problem = await client.AskAsync(HttpMethod.Get, "/api/programs");
        Assert.Equal(HttpStatusCode.Forbidden, client.Status);
        Assert.Equal("/problems#forbidden", problem.GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_token_ends_when_its_time_is_over()
    {
        var program = await Programs.AddAsync(Amira, "Short", Roles.Member);
        using var client = mahdia.Visitor();
        Bear(client, await client.TokenAsync(program.ClientId, program.Secret));
        try
        {
            mahdia.Clock.Ahead = TimeSpan.FromMinutes(29);
            await client.AskAsync(HttpMethod.Get, "/api/account");
            Assert.Equal(HttpStatusCode.OK, client.Status);

            mahdia.Clock.Ahead = TimeSpan.FromMinutes(31);
            await client.AskAsync(HttpMethod.Get, "/api/account");
            Assert.Equal(HttpStatusCode.Unauthorized, client.Status);
        }
        finally
        {
            mahdia.Clock.Ahead = TimeSpan.Zero;
        }
    }

    [Fact]
    public async Task A_withdrawn_program_is_refused_with_its_old_token_and_gets_no_new_one()
    {
        var program = await Programs.AddAsync(Amira, "Lost laptop", Roles.Administrator);
        using var client = mahdia.Visitor();
        Bear(client, await client.TokenAsync(program.ClientId, program.Secret));
        await client.AskAsync(HttpMethod.Delete, "/api/programs/" + program.ClientId);
        Assert.Equal(HttpStatusCode.NoContent, client.Status);

        await client.AskAsync(HttpMethod.Get, "/api/account");
        Assert.Equal(HttpStatusCode.Unauthorized, client.Status);
        var refusal = await client.TokenAsync(program.ClientId, program.Secret);
        Assert.Equal(HttpStatusCode.Unauthorized, client.Status);
        Assert.Equal("invalid_client", refusal.GetProperty("error").GetString());
    }

    [Fact]
    public async Task A_wrong_secret_and_an_unknown_program_get_the_same_answer()
    {
        var program = await Programs.AddAsync(Amira, "Guessed", Roles.Member);
        using var mallory = mahdia.Visitor();
        var wrong = await mallory.TokenAsync(program.ClientId, "guess");
        Assert.Equal(HttpStatusCode.Unauthorized, mallory.Status);
        var unknown = await mallory.TokenAsync(Ulid.NewUlid().ToString(), "guess");
        Assert.Equal(HttpStatusCode.Unauthorized, mallory.Status);
        Assert.Equal(wrong.ToString(), unknown.ToString());
    }

    [Theory]
    [InlineData("none")]
    [InlineData("HS256")]
    [InlineData("ES256")]
    public async Task A_token_that_the_pole_did_not_sign_is_refused(string algorithm)
    {
        var program = await Programs.AddAsync(Amira, "Forged", Roles.Administrator);
        using var mallory = mahdia.Visitor();
        var real = (await mallory.TokenAsync(program.ClientId, program.Secret)).GetProperty("access_token").GetString()!.Split('.');
        var header = Base64(JsonSerializer.Serialize(new { alg = algorithm, typ = "at+jwt" }));
        using var own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var signed = Encoding.ASCII.GetBytes(header + "." + real[1]);
        var signature = algorithm switch
        {
            "none" => "",
            "HS256" => Convert.ToBase64String(HMACSHA256.HashData("secret"u8, signed)),
            _ => Convert.ToBase64String(own.SignData(signed, HashAlgorithmName.SHA256)),
        };
        mallory.Headers.Authorization = new("Bearer", $"{header}.{real[1]}.{signature.TrimEnd('=').Replace('+', '-').Replace('/', '_')}");
        await mallory.AskAsync(HttpMethod.Get, "/api/account");
        Assert.Equal(HttpStatusCode.Unauthorized, mallory.Status);
    }

    [Theory]
    [InlineData("password")]
    [InlineData("authorization_code")]
    [InlineData("refresh_token")]
    public async Task No_other_way_to_a_token_is_open(string grant)
    {
        var program = await Programs.AddAsync(Amira, "Another way", Roles.Member);
        using var mallory = mahdia.Visitor();
        await mallory.PostAsync("/api/token", ("grant_type", grant), ("client_id", program.ClientId), ("client_secret", program.Secret), ("username", "amira"), ("password", House.Password), ("code", "x"), ("refresh_token", "x"));
        Assert.Equal(HttpStatusCode.BadRequest, mallory.Status);
        Assert.DoesNotContain("access_token", mallory.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrators_program_invites_and_takes_back()
    {
        var program = await Programs.AddAsync(Amira, "Inviter", Roles.Administrator);
        using var client = mahdia.Visitor();
        Bear(client, await client.TokenAsync(program.ClientId, program.Secret));
        var invited = await client.AskAsync(HttpMethod.Post, "/api/invitations", new { role = Roles.Facilitator, note = "Youssef" });
        Assert.Equal(HttpStatusCode.OK, client.Status);
        Assert.StartsWith(mahdia.Origin + "/invitation/", invited.GetProperty("link").GetString(), StringComparison.Ordinal);

        var listed = (await client.AskAsync(HttpMethod.Get, "/api/invitations")).EnumerateArray().First(each => each.GetProperty("note").GetString() == "Youssef");
        Assert.Equal("open", listed.GetProperty("state").GetString());
        await client.AskAsync(HttpMethod.Delete, "/api/invitations/" + listed.GetProperty("id").GetString());
        Assert.Equal(HttpStatusCode.NoContent, client.Status);

        using var youssef = mahdia.Visitor();
        await youssef.OpenAsync(new Uri(invited.GetProperty("link").GetString()!).AbsolutePath);
        Assert.Equal(HttpStatusCode.Gone, youssef.Status);

        await client.AskAsync(HttpMethod.Post, "/api/invitations", new { role = "king" });
        Assert.Equal(HttpStatusCode.BadRequest, client.Status);
    }

    private static void Bear(Visitor client, JsonElement token) => client.Headers.Authorization = new("Bearer", token.GetProperty("access_token").GetString());

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}

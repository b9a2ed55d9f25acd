using System.Security.Claims;
using System.Text.Json;
using Citess.Poles.Accounts;
using Citess.Poles.Collaborations.Log;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Identity;
using Citess.Server.Tests.Security;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Citess.Server.Tests.PeerLearning;

/// <summary>A cycle that this pole leads, in which Kasserine, a guest of the same pole, has joined by its link.</summary>
internal sealed record GuestCycle(House House, Visitor Program, string Id, string Us, string Kasserine, string Link) : IDisposable
{
    public static async Task<GuestCycle> BeginAsync(House house)
    {
        var program = await ProgramAsync(house);
        var us = house.Services.GetRequiredService<Pole>().ActorAddress;
        var body = new { payload = new { name = "Apprendre ensemble", purpose = "Se relever.", language = "fr", clauses = new[] { "Une voix chacun." }, partners = Array.Empty<object>(), invite = "host", method = CycleTypes.Method } };
        var id = (await program.AskAsync(HttpMethod.Put, $"/api/collaborations/new/{NewId(house)}", body)).GetProperty("collaboration").GetString()!;
        var cycle = new GuestCycle(house, program, id, us, "", "");
        var guest = await cycle.SayAsync(CycleTypes.Guest, new { name = "Kasserine", at = us });
        var link = await (cycle = cycle with { Kasserine = guest }).LinkAsync();
        using var visitor = house.Visitor();
        await visitor.OpenAsync(link);
        await visitor.SendAsync(follow: true, ("join.ulid", NewId(house)));
        return cycle with { Link = link };
    }

    public async Task<string> LinkAsync() => (await Program.AskAsync(HttpMethod.Post, $"/api/cycles/{Id}/guests/{Kasserine}/link")).GetProperty("link").GetString()!;

    /// <summary>Returns the hash of what was said.</summary>
    public async Task<string> SayAsync(string says, object payload)
    {
        var said = await Program.AskAsync(HttpMethod.Put, $"/api/collaborations/{Id}/events/{NewId(House)}", new { says, payload });
        return said.TryGetProperty("hash", out var hash) ? hash.GetString()! : throw new InvalidOperationException(said.GetRawText());
    }

    public Task<JsonElement> ReadAsync() => Program.AskAsync(HttpMethod.Get, "/api/collaborations/" + Id);

    public void Dispose() => Program.Dispose();

    private static async Task<Visitor> ProgramAsync(House house)
    {
        var administrator = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Role, Roles.Administrator)], "test"));
        var program = await house.Services.GetRequiredService<ProgramDesk>().AddAsync(administrator, "Cycles", Roles.Coordinator);
        var client = house.Visitor();
        var token = await client.TokenAsync(program.ClientId, program.Secret);
        client.Headers.Authorization = new("Bearer", token.GetProperty("access_token").GetString());
        return client;
    }

    private static string NewId(House house) => Ulid.NewUlid(house.Clock.GetUtcNow()).ToString();
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace Citess.Network.Tests.House;

/// <summary>Several poles, each connected with each other.</summary>
public sealed class PoleNetwork : IAsyncDisposable
{
    private readonly List<RunningPole> poles = [];

    public RunningPole Mahdia => poles.Single(pole => pole.Name == "Mahdia");

    public RunningPole Barcelona => poles.Single(pole => pole.Name == "Barcelona");

    public RunningPole SidiBouzid => poles.Single(pole => pole.Name == "Sidi Bouzid");

    /// <summary>Mahdia and Barcelona.</summary>
    public static Task<PoleNetwork> StartAsync() => StartAsync("Mahdia", "Barcelona");

    public static async Task<PoleNetwork> StartAsync(params IReadOnlyList<string> names)
    {
        var network = new PoleNetwork();
        try
        {
            foreach (var name in names)
            {
                await network.AddAsync(name);
            }
        }
        catch
        {
            await network.DisposeAsync();
            throw;
        }

        return network;
    }

    /// <summary>Starts one more pole, sets it up, and connects it with all that are there.</summary>
    public Task<RunningPole> AddAsync(string name, params string[] settings) => AddAsync(TestPole.New(name, settings));

    public async Task<RunningPole> AddAsync(TestPole process)
    {
        try
        {
            await process.StartAsync();
            var added = await process.SetUpAsync();
            foreach (var pole in poles)
            {
                await ConnectAsync(pole, added);
            }

            poles.Add(added);
            return added;
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    /// <summary>The same pole in another process and folder; the old ones are gone.</summary>
    public async Task<RunningPole> MoveAsync(RunningPole pole, TestPole elsewhere)
    {
        var moved = pole with { Process = elsewhere };
        poles[poles.IndexOf(pole)] = moved;
        await pole.Process.DisposeAsync();
        return moved;
    }

    public static async Task ConnectAsync(RunningPole asking, RunningPole asked)
    {
        using (var answer = await asking.Api.PostAsJsonAsync("/api/partners", new { address = asked.Origin }))
        {
            Assert.True(answer.StatusCode == HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
        }

        await StandsAsync(asked, asking, "asking");
        using (var answer = await asked.Api.PostAsync($"/api/partners/{asking.Authority}/accept", content: null))
        {
            Assert.True(answer.StatusCode == HttpStatusCode.NoContent, await answer.Content.ReadAsStringAsync());
        }

        await StandsAsync(asked, asking, "connected");
        await StandsAsync(asking, asked, "connected");
    }

    /// <summary>Waits until <paramref name="here"/> says that it stands so with <paramref name="other"/>.</summary>
    public static Task StandsAsync(RunningPole here, RunningPole other, string connection) => Eventually.TrueAsync(
        async () => await PartnerAsync(here, other.Authority) is { } partner && partner.GetProperty("connection").GetString() == connection,
        () => $"{here.Name} is not {connection} with {other.Name}.\n{string.Join('\n', here.Process.Output)}\n{string.Join('\n', other.Process.Output)}",
        TimeSpan.FromSeconds(60));

    public static async Task<JsonElement?> PartnerAsync(RunningPole here, string authority)
    {
        var partners = await here.Api.GetFromJsonAsync<JsonElement>("/api/partners");
        return partners.EnumerateArray().Where(partner => partner.GetProperty("relation").GetString() == authority).Select(partner => (JsonElement?)partner).FirstOrDefault();
    }

    /// <summary>Waits until all that <paramref name="from"/> shared has come to <paramref name="to"/> and was taken.</summary>
    public static Task ArrivedAsync(RunningPole from, RunningPole to, TimeSpan? within = null) => Eventually.TrueAsync(
        async () => await PartnerAsync(from, to.Authority) is { } partner && partner.GetProperty("waiting").GetInt64() == 0
            && (await to.Database.QueryAsync<long>("SELECT count(*) FROM inbox WHERE done IS NULL"))[0] == 0,
        () => $"Not all of {from.Name} came to {to.Name}.\n{string.Join('\n', from.Process.Output)}\n{string.Join('\n', to.Process.Output)}",
        within);

    public async ValueTask DisposeAsync()
    {
        foreach (var pole in poles)
        {
            await pole.DisposeAsync();
        }
    }
}

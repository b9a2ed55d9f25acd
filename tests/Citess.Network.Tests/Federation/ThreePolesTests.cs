using System.Text.Json;
using Citess.Network.Tests.House;
using Citess.Poles.Kernel;
using Xunit;

namespace Citess.Network.Tests.Federation;

/// <summary>Each partner has a way of its own: nobody waits for another.</summary>
public sealed class ThreePolesTests : IAsyncLifetime
{
    private PoleNetwork network = default!;

    public async ValueTask InitializeAsync() => network = await PoleNetwork.StartAsync("Mahdia", "Sidi Bouzid", "Barcelona");

    public ValueTask DisposeAsync() => network.DisposeAsync();

    [Fact]
    public async Task A_partner_that_is_down_keeps_nobody_waiting_and_catches_up_with_the_latest()
    {
        var (mahdia, barcelona, sidiBouzid) = (network.Mahdia, network.Barcelona, network.SidiBouzid);
        await sidiBouzid.Process.KillAsync();
        var id = Samples.NewId();
        await mahdia.CreateAsync(id, Samples.Practice("Atelier"), Audience.Network);
        await barcelona.ShowsAsync(mahdia, id, revision: 1);
        await mahdia.EditAsync(id, Samples.Practice("Atelier du samedi"), seen: 1, Audience.Network);
        await barcelona.ShowsAsync(mahdia, id, revision: 2);

        // Whoever administers sees whom it waits for, and why.
        await Eventually.TrueAsync(
            async () => await PoleNetwork.PartnerAsync(mahdia, sidiBouzid.Authority) is { } down && down.GetProperty("waiting").GetInt64() > 0 && down.TryGetProperty("problem", out var problem) && problem.ValueKind == JsonValueKind.String,
            "Mahdia does not say that Sidi Bouzid is down.");
        var up = (await PoleNetwork.PartnerAsync(mahdia, barcelona.Authority))!.Value;
        Assert.False(up.TryGetProperty("problem", out _), up.GetRawText());

        await sidiBouzid.Process.StartAsync();
        await sidiBouzid.ShowsAsync(mahdia, id, revision: 2, within: TimeSpan.FromSeconds(90));

        // What was overtaken before it could be sent is not sent any more. By its own asking it may have had it before the letter came.
        await Eventually.TrueAsync(async () => (await LettersAsync()).Count > 0, "The letter does not come.", TimeSpan.FromSeconds(90));
        Assert.Equal(["Update"], await LettersAsync());

        Task<IReadOnlyList<string>> LettersAsync() => sidiBouzid.Database.QueryAsync<string>("SELECT verb FROM inbox JOIN inbox_body USING (number) WHERE body LIKE '%' || @id || '%'", new { id });
    }
}

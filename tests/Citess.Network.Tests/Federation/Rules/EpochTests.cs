using System.Net;
using System.Text.Json;
using Citess.Network.Tests.House;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Xunit;

namespace Citess.Network.Tests.Federation.Rules;

/// <summary>Rule 5: Mahdia is restored from an old backup, and its partners hold different revisions of what is its own.</summary>
public sealed class EpochTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("citess-epoch-").FullName;
    private PoleNetwork network = default!;

    public async ValueTask InitializeAsync() => network = await PoleNetwork.StartAsync("Mahdia", "Sidi Bouzid", "Barcelona");

    public async ValueTask DisposeAsync()
    {
        await network.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Rule_5_a_restored_pole_takes_its_lost_revisions_back_from_each_of_its_partners_and_only_then_writes()
    {
        var (mahdia, sidiBouzid, barcelona) = (network.Mahdia, network.SidiBouzid, network.Barcelona);
        var id = Samples.NewId();
        await mahdia.CreateAsync(id, Samples.Practice("Atelier"), Audience.Network);
        await sidiBouzid.ShowsAsync(mahdia, id, revision: 1);
        await barcelona.ShowsAsync(mahdia, id, revision: 1);
        var file = Path.Combine(folder, "mahdia.backup");
        var made = await mahdia.Process.RunAsync("backup", file);
        Assert.True(made.ExitCode == 0, made.Output);
        var epoch = await EpochAsync(mahdia);

        // The second revision comes to both, the third to Barcelona alone.
        await mahdia.EditAsync(id, Samples.Practice("Atelier du samedi"), seen: 1, Audience.Network);
        await sidiBouzid.ShowsAsync(mahdia, id, revision: 2);
        await barcelona.ShowsAsync(mahdia, id, revision: 2);
        await PoleNetwork.ArrivedAsync(mahdia, sidiBouzid);
        Assert.Equal(1, await mahdia.TamperAsync("UPDATE courier SET rests = 1 WHERE relation = @Authority", new { sidiBouzid.Authority }));
        await mahdia.EditAsync(id, Samples.Practice("Atelier du dimanche"), seen: 2, Audience.Network);
        await barcelona.ShowsAsync(mahdia, id, revision: 3);
        Assert.Equal(2, (await sidiBouzid.ShownAsync(mahdia, id))!.Revision);

        // Barcelona is off when Mahdia comes back: what Sidi Bouzid gave is not yet all.
        await mahdia.Process.KillAsync();
        await barcelona.Process.StopAsync();
        mahdia = await network.MoveAsync(mahdia, mahdia.Process.Elsewhere());
        var restored = await mahdia.Process.RunAsync("restore", file);
        Assert.True(restored.ExitCode == 0, restored.Output);
        Assert.NotEqual(epoch, await EpochAsync(mahdia));
        await mahdia.Process.StartAsync();
        await Eventually.TrueAsync(async () => await OwnAsync() is (2, "Atelier du samedi"), () => string.Join('\n', mahdia.Process.Output), TimeSpan.FromSeconds(60));
        using (var early = await mahdia.PutAsync(id, Samples.Practice("Trop tôt"), Audience.Network, seen: 2))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, early.StatusCode);
            Assert.Equal("/problems#recovering", JsonElement.Parse(await early.Content.ReadAsStringAsync()).GetProperty("type").GetString());
        }

        await barcelona.Process.StartAsync();
        await Eventually.TrueAsync(
            async () => (await mahdia.Database.QueryAsync<int>("SELECT recovering FROM node"))[0] == 0, () => string.Join('\n', mahdia.Process.Output), TimeSpan.FromSeconds(90));
        Assert.Equal((3, "Atelier du dimanche"), await OwnAsync());

        // And nothing that was said is said again under the same number.
        // Of several processes each learns for itself that it is over.
        await Eventually.TrueAsync(
            async () =>
            {
                using var edited = await mahdia.PutAsync(id, Samples.Practice("Atelier de la semaine"), Audience.Network, seen: 3);
                return edited.StatusCode != HttpStatusCode.ServiceUnavailable;
            },
            () => string.Join('\n', mahdia.Process.Output));
        Assert.Equal(4, (await OwnAsync()).Revision);
        foreach (var partner in new[] { sidiBouzid, barcelona })
        {
            await partner.ShowsAsync(mahdia, id, revision: 4, within: TimeSpan.FromSeconds(60));
            Assert.Equal("Atelier de la semaine", (await partner.ShownAsync(mahdia, id))!.Name.SourceText);
        }

        async Task<(int Revision, string Title)> OwnAsync()
        {
            var own = (await mahdia.LibraryAsync(Provenance.Ours)).Single(entry => entry.Id == id);
            return (own.Revision, own.Name.SourceText);
        }
    }

    private static async Task<string> EpochAsync(RunningPole pole) => (await pole.Database.QueryAsync<string>("SELECT epoch FROM node"))[0];
}

using System.Net;
using Citess.Network.Tests.House;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Xunit;

namespace Citess.Network.Tests.Federation;

/// <summary>Mahdia is restored from a backup, and what happened since then is known to Barcelona alone.</summary>
public sealed class RecoveryTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("citess-recovery-").FullName;
    private readonly List<RunningPole> poles = [];

    private RunningPole Mahdia => poles[0];

    private RunningPole Barcelona => poles[1];

    public async ValueTask InitializeAsync()
    {
        foreach (var name in new[] { "Mahdia", "Barcelona" })
        {
            poles.Add(await (await TestPole.StartAsync(name)).SetUpAsync());
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var pole in poles)
        {
            await pole.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task More_than_a_megabyte_comes_back_and_what_was_narrowed_or_withdrawn_stays_so()
    {
        await PoleNetwork.ConnectAsync(Mahdia, Barcelona);
        var (narrowed, gone) = (Samples.NewId(), Samples.NewId());
        await Mahdia.CreateAsync(narrowed, Samples.Practice("Pour le réseau"), Audience.Network);
        await PoleNetwork.ArrivedAsync(Mahdia, Barcelona);
        var file = await BackUpAsync();

        await Mahdia.EditAsync(narrowed, Samples.Practice("Plus que pour nous"), seen: 1, Audience.Own);
        await Mahdia.CreateAsync(gone, Samples.Practice("Fait et repris"));
        await Barcelona.ShowsAsync(Mahdia, gone, revision: 1);
        await Mahdia.WithdrawAsync(gone, seen: 1);
        var many = Enumerable.Range(0, 150).Select(_ => Samples.NewId()).ToList();
        await Parallel.ForEachAsync(many, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (id, _) => await Mahdia.CreateAsync(id, Samples.Practice("Long " + id, new string('م', 8_000))));
        await PoleNetwork.ArrivedAsync(Mahdia, Barcelona, TimeSpan.FromSeconds(120));
        var before = await PracticesAsync();

        // What Barcelona holds of the pole itself is among it.
        var copies = (await Mahdia.AskAsAsync($"{Barcelona.Origin}/changes?of={Mahdia.Authority}&after=0")).Document;
        Assert.Contains((await Mahdia.ActorAsync()).GetProperty("id").GetString(), copies.GetProperty("orderedItems").EnumerateArray().Select(item => item.GetProperty("id").GetString()));
        await RestoreAsync(file);

        await Eventually.TrueAsync(async () => before.SequenceEqual(await PracticesAsync(), StringComparer.Ordinal), Told, TimeSpan.FromSeconds(180));
        await Eventually.TrueAsync(async () => (await Mahdia.Database.QueryAsync<int>("SELECT recovering FROM node"))[0] == 0, Told, TimeSpan.FromSeconds(120));
        var held = (await Mahdia.LibraryAsync(Provenance.Ours)).Single(entry => entry.Id == narrowed);
        Assert.Equal((2, Audience.Own), (held.Revision, held.Audience));

        // What Mahdia says next is news to Barcelona.
        Assert.Equal(3, await Mahdia.EditAsync(narrowed, Samples.Practice("De nouveau pour le réseau"), seen: 2, Audience.Network));
        await Barcelona.ShowsAsync(Mahdia, narrowed, revision: 3, within: TimeSpan.FromSeconds(60));
        Assert.True((await Barcelona.ShownAsync(Mahdia, gone))!.IsWithdrawn);
        using var again = await Mahdia.PutAsync(gone, Samples.Practice("Fait et repris"), Audience.Public, seen: null);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        await Barcelona.AgreesAsync(Mahdia, TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task A_relation_that_is_younger_than_the_backup_is_asked_for_again_by_the_partner_and_brings_back_what_was_lost()
    {
        var file = await BackUpAsync();
        await PoleNetwork.ConnectAsync(Mahdia, Barcelona);
        var (lost, theirs) = (Samples.NewId(), Samples.NewId());
        await Mahdia.CreateAsync(lost, Samples.Practice("Perdu"), Audience.Network);
        await Barcelona.ShowsAsync(Mahdia, lost, revision: 1);
        await RestoreAsync(file);
        await Barcelona.CreateAsync(theirs, Samples.Practice("De Barcelone"), Audience.Network);

        // Mahdia shows Barcelona no more than anyone, by which Barcelona sees that it does not know it any more.
        await Barcelona.CompareAsync(Mahdia, TimeSpan.FromSeconds(60));
        await PoleNetwork.StandsAsync(Mahdia, Barcelona, "asking");
        using (var yes = await Mahdia.Api.PostAsync($"/api/partners/{Barcelona.Authority}/accept", content: null))
        {
            Assert.Equal(HttpStatusCode.NoContent, yes.StatusCode);
        }

        await PoleNetwork.StandsAsync(Mahdia, Barcelona, "connected");
        await Mahdia.ShowsAsync(Barcelona, theirs, revision: 1, within: TimeSpan.FromSeconds(60));
        await Eventually.TrueAsync(async () => (await Mahdia.LibraryAsync(Provenance.Ours)).Any(entry => entry.Id == lost && entry.Audience == Audience.Network), Told, TimeSpan.FromSeconds(60));
    }

    private string Told() => string.Join('\n', Mahdia.Process.Output);

    private async Task<string> BackUpAsync()
    {
        var file = Path.Combine(folder, "mahdia.backup");
        var made = await Mahdia.Process.RunAsync("backup", file);
        Assert.True(made.ExitCode == 0, made.Output);
        return file;
    }

    /// <summary>The machine is lost; the backup goes into an empty folder of another.</summary>
    private async Task RestoreAsync(string file)
    {
        await Mahdia.Process.KillAsync();
        var elsewhere = Mahdia.Process.Elsewhere();
        await Mahdia.Process.DisposeAsync();
        poles[0] = Mahdia with { Process = elsewhere };
        var restored = await elsewhere.RunAsync("restore", file);
        Assert.True(restored.ExitCode == 0, restored.Output);
        await elsewhere.StartAsync();
    }

    private Task<IReadOnlyList<string>> PracticesAsync() =>
        Mahdia.Database.QueryAsync<string>("SELECT body FROM document WHERE origin = '' AND key LIKE 'practice/%' ORDER BY key");
}

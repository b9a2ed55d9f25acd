using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Citess.Network.Tests.House;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Records;
using Xunit;

namespace Citess.Network.Tests.Federation;

/// <summary>What an operator does on a bad day, on a pole that has a partner.</summary>
public sealed partial class BackupTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("citess-backups-").FullName;
    private PoleNetwork network = default!;
    private RunningPole mahdia = default!;

    private RunningPole Barcelona => network.Barcelona;

    public async ValueTask InitializeAsync()
    {
        network = await PoleNetwork.StartAsync();
        mahdia = network.Mahdia;
    }

    public async ValueTask DisposeAsync()
    {
        await network.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_pole_restored_from_a_backup_taken_under_load_agrees_with_its_partner_again()
    {
        var (edited, withdrawn) = (Samples.NewId(), Samples.NewId());
        await mahdia.CreateAsync(edited, Samples.Practice("Première version"), Audience.Network);
        await mahdia.CreateAsync(withdrawn, Samples.Practice("Encore là"));
        using var enough = new CancellationTokenSource();
        var writing = WriteAsync(mahdia, enough.Token);
        await Eventually.TrueAsync(async () => (await mahdia.LibraryAsync(Provenance.Ours)).Count > 10, "Nothing is written.");
        var file = await BackUpAsync();
        await enough.CancelAsync();
        var written = await writing;

        // All of this is lost with the machine, and Barcelona has it.
        var (late, late2, theirs) = (Samples.NewId(), Samples.NewId(), Samples.NewId());
        await mahdia.CreateAsync(late, Samples.Practice("Après la sauvegarde"));
        await mahdia.CreateAsync(late2, Samples.Practice("Après la sauvegarde, pour le réseau"), Audience.Network);
        await mahdia.EditAsync(edited, Samples.Practice("Deuxième version"), seen: 1, Audience.Network);
        await mahdia.WithdrawAsync(withdrawn, seen: 1);
        await Barcelona.CreateAsync(theirs, Samples.Practice("De Barcelone"), Audience.Network);
        await PoleNetwork.ArrivedAsync(mahdia, Barcelona, TimeSpan.FromSeconds(90));
        await PoleNetwork.ArrivedAsync(Barcelona, mahdia, TimeSpan.FromSeconds(90));
        var before = await DocumentsAsync(mahdia, "");
        var epoch = await EpochAsync(mahdia);
        await mahdia.Process.KillAsync();

        var elsewhere = mahdia.Process.Elsewhere();
        mahdia = await network.MoveAsync(mahdia, elsewhere);
        var restored = await elsewhere.RunAsync("restore", file);
        Assert.True(restored.ExitCode == 0, restored.Output);
        await elsewhere.StartAsync();
        Assert.NotEqual(epoch, await EpochAsync(mahdia));

        // Nothing may be changed before Barcelona has answered, and then everything.
        await Eventually.TrueAsync(() => MayWriteAsync(written[0]), () => string.Join('\n', elsewhere.Output), TimeSpan.FromSeconds(120));
        await Eventually.TrueAsync(
            async () => before.SequenceEqual(await DocumentsAsync(mahdia, ""), StringComparer.Ordinal),
            () => string.Join('\n', elsewhere.Output), TimeSpan.FromSeconds(60));
        await mahdia.ShowsAsync(Barcelona, theirs, revision: 1, within: TimeSpan.FromSeconds(60));
        Assert.Equal("Deuxième version", (await OursAsync(edited)).Name.SourceText);
        Assert.True((await OursAsync(withdrawn)).IsWithdrawn);
        Assert.Equal((Audience.Public, Audience.Network), ((await OursAsync(late)).Audience, (await OursAsync(late2)).Audience));
        Assert.Equal(written.Count + 4, (await mahdia.LibraryAsync(Provenance.Ours, withWithdrawn: true)).Count);
        await AgreesAsync();

        // And life goes on, both ways.
        Assert.Equal(2, await mahdia.EditAsync(late, Samples.Practice("Et la vie continue"), seen: 1));
        Assert.Equal(3, await mahdia.RestoreAsync(withdrawn, seen: 2));
        await Barcelona.EditAsync(theirs, Samples.Practice("De Barcelone, encore"), seen: 1, Audience.Network);
        await Barcelona.ShowsAsync(mahdia, late, revision: 2, within: TimeSpan.FromSeconds(60));
        await Barcelona.ShowsAsync(mahdia, withdrawn, revision: 3, within: TimeSpan.FromSeconds(60));
        await mahdia.ShowsAsync(Barcelona, theirs, revision: 2, within: TimeSpan.FromSeconds(60));
        await AgreesAsync();
    }

    [Fact]
    public async Task A_restore_leaves_a_database_alone_that_holds_a_pole_and_one_whose_pole_runs()
    {
        var file = await BackUpAsync();
        var running = await mahdia.Process.RunAsync("restore", file);
        Assert.NotEqual(0, running.ExitCode);
        await mahdia.Process.StopAsync();
        var before = await mahdia.Database.ContentAsync();
        var stopped = await mahdia.Process.RunAsync("restore", file);
        Assert.NotEqual(0, stopped.ExitCode);
        Assert.Equal(before, await mahdia.Database.ContentAsync());
    }

    [Fact]
    public async Task A_lost_administrator_comes_back_with_a_code_of_the_operator()
    {
        var printed = await mahdia.Process.RunAsync("admin-code");
        Assert.True(printed.ExitCode == 0, printed.Output);
        var code = Code().Match(printed.Output).Value;
        var address = new Uri(Address().Match(printed.Output).Value);
        using var youssef = new PageClient(mahdia.Origin);
        await youssef.OpenAsync(address.AbsolutePath);
        await youssef.SendAsync(("Form.Code", code), ("Form.DisplayName", "Youssef"), ("Form.UserName", "youssef"), ("Form.Password", TestPole.Password));
        await youssef.OpenAsync("/fr/people");
        Assert.Equal("/fr/people", youssef.Address.AbsolutePath);
        Assert.Contains("Youssef", youssef.Text, StringComparison.Ordinal);

        // Once.
        using var mallory = new PageClient(mahdia.Origin);
        await mallory.OpenAsync(address.AbsolutePath);
        await mallory.SendAsync(("Form.Code", code), ("Form.DisplayName", "Mallory"), ("Form.UserName", "mallory"), ("Form.Password", TestPole.Password));
        Assert.Equal(HttpStatusCode.BadRequest, mallory.Status);
        await mallory.OpenAsync("/fr/people");
        Assert.Equal("/fr/sign-in", mallory.Address.AbsolutePath);
    }

    [Fact]
    public async Task Lists_that_were_built_anew_are_the_same_lists()
    {
        var (own, shared, gone, theirs) = (Samples.NewId(), Samples.NewId(), Samples.NewId(), Samples.NewId());
        await mahdia.CreateAsync(own, Samples.Practice("Pour nous"), Audience.Own);
        await mahdia.CreateAsync(shared, Samples.Practice("Pour tous"));
        await mahdia.EditAsync(shared, Samples.Practice("Pour tous, mieux"), seen: 1);
        await mahdia.CreateAsync(gone, Samples.Practice("Retirée"));
        await mahdia.WithdrawAsync(gone, seen: 1);
        await Barcelona.CreateAsync(theirs, Samples.Practice("De Barcelone"), Audience.Network);
        await mahdia.ShowsAsync(Barcelona, theirs, revision: 1);
        var before = await ListsAsync();
        await mahdia.Process.StopAsync();
        var rebuilt = await mahdia.Process.RunAsync("rebuild-catalogue");
        Assert.True(rebuilt.ExitCode == 0, rebuilt.Output);
        await mahdia.Process.StartAsync();
        Assert.Equal(before, await ListsAsync());
    }

    private static async Task<List<string>> WriteAsync(RunningPole pole, CancellationToken enough)
    {
        var written = new List<string>();
        while (!enough.IsCancellationRequested)
        {
            written.Add(Samples.NewId());
            await pole.CreateAsync(written[^1], Samples.Practice("Sous charge " + written.Count));
        }

        return written;
    }

    private async Task<string> BackUpAsync()
    {
        var file = Path.Combine(folder, "mahdia.backup");
        var made = await mahdia.Process.RunAsync("backup", file);
        Assert.True(made.ExitCode == 0, made.Output);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        return file;
    }

    /// <summary>A repeat of a command that was done long ago changes nothing, and is refused as long as the pole recovers.</summary>
    private async Task<bool> MayWriteAsync(string id)
    {
        using var answer = await mahdia.PutAsync(id, Samples.Practice("Sous charge 1"), Audience.Public, seen: null);
        if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
        {
            Assert.Equal("/problems#recovering", JsonElement.Parse(await answer.Content.ReadAsStringAsync()).GetProperty("type").GetString());
            return false;
        }

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return true;
    }

    private async Task<CatalogueEntry> OursAsync(string id) => (await mahdia.LibraryAsync(Provenance.Ours, withWithdrawn: true)).Single(entry => entry.Id == id);

    /// <summary>Each holds of the other, word for word, what the other says of itself.</summary>
    private async Task AgreesAsync()
    {
        await PoleNetwork.ArrivedAsync(mahdia, Barcelona, TimeSpan.FromSeconds(90));
        await PoleNetwork.ArrivedAsync(Barcelona, mahdia, TimeSpan.FromSeconds(90));
        Assert.Equal(await DocumentsAsync(mahdia, ""), await DocumentsAsync(Barcelona, mahdia.Authority));
        Assert.Equal(await DocumentsAsync(Barcelona, ""), await DocumentsAsync(mahdia, Barcelona.Authority));
    }

    private static Task<IReadOnlyList<string>> DocumentsAsync(RunningPole pole, string origin) =>
        pole.Database.QueryAsync<string>("SELECT body FROM document WHERE origin = @origin AND key LIKE 'practice/%' ORDER BY key", new { origin });

    private static async Task<string> EpochAsync(RunningPole pole) => (await pole.Database.QueryAsync<string>("SELECT epoch FROM node"))[0];

    /// <summary>The lists of each kind as the people of the pole and as visitors see them, and what a search finds.</summary>
    private async Task<IReadOnlyList<string>> ListsAsync()
    {
        var lists = new List<string>();
        foreach (var path in new[] { "practices?withdrawn=true", "practices?q=mieux", "practices?q=Barcelone", "practices?sector=a01&language=ar", "practices?territory=TN-53", "poles", "partners" })
        {
            var list = JsonElement.Parse(await mahdia.Api.GetStringAsync("/api/" + path));
            lists.Add(path + " " + (list.ValueKind == JsonValueKind.Object ? list.GetProperty("entries").GetRawText() : list.GetRawText()));
            if (path != "partners")
            {
                lists.Add(path + " " + await mahdia.Process.Http.GetStringAsync("/api/" + path));
            }
        }

        Assert.Contains(lists, list => list.StartsWith("practices?q=mieux", StringComparison.Ordinal) && list.Contains("Pour tous, mieux", StringComparison.Ordinal));
        return lists;
    }

    [GeneratedRegex("[0-9A-Z]{4}(-[0-9A-Z]{4}){3,}")]
    private static partial Regex Code();

    [GeneratedRegex("http://localhost:[0-9]+/[a-z-]+")]
    private static partial Regex Address();
}

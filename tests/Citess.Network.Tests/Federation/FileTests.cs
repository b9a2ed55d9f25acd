using System.Text;
using System.Text.Json;
using Citess.Network.Tests.House;
using Citess.Poles.Kernel;
using Xunit;

namespace Citess.Network.Tests.Federation;

/// <summary>Mahdia and Barcelona never met: what Mahdia shared comes on a stick, and Mahdia is off.</summary>
public sealed class FileTests : IAsyncLifetime
{
    private RunningPole mahdia = default!;
    private RunningPole barcelona = default!;

    public async ValueTask InitializeAsync()
    {
        mahdia = await (await TestPole.StartAsync("Mahdia")).SetUpAsync();
        barcelona = await (await TestPole.StartAsync("Barcelona")).SetUpAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await mahdia.DisposeAsync();
        await barcelona.DisposeAsync();
    }

    [Fact]
    public async Task A_file_is_verified_line_by_line_as_what_comes_over_the_wire_is()
    {
        var (open, shared, altered) = (Samples.NewId(), Samples.NewId(), Samples.NewId());
        await mahdia.CreateAsync(open, Samples.Practice("Pressoir partagé"));
        await mahdia.CreateAsync(shared, Samples.Practice("Pour le réseau"), Audience.Network);
        await mahdia.CreateAsync(altered, Samples.Practice("Atelier"));
        var before = await mahdia.ExportAsync();
        await mahdia.WithdrawAsync(open, seen: 1);
        var after = await mahdia.ExportAsync();
        var head = JsonElement.Parse(before[0]);
        var since = await mahdia.ExportAsync(head.GetProperty("checkpoint").GetProperty("cursor").GetString()!);
        Assert.Equal([mahdia.Address(open)], since[1..].Select(line => JsonElement.Parse(line).GetProperty("id").GetString()));
        await mahdia.Process.KillAsync();

        // A line altered, one that is none, one that is too long: these are told by their numbers, and the rest is taken.
        var broken = before.Select(line => line.Contains("Atelier", StringComparison.Ordinal) ? line.Replace("Atelier", "Fermé", StringComparison.Ordinal) : line).ToList();
        broken.Insert(1, "{");
        broken.Add("\"" + new string('x', 1 << 20) + "\"");
        var report = await barcelona.ImportAsync(broken);
        Assert.Equal((mahdia.Authority, true, 3, 3), (report.Origin, report.IsUnconfirmed, report.Taken, report.Refused));
        Assert.Equal([2, broken.FindIndex(line => line.Contains("Fermé", StringComparison.Ordinal)) + 1, broken.Count], report.Lines.Select(line => line.Line).Order());
        Assert.Equal(mahdia.Address(altered), report.Lines.Single(line => line.Id.Length > 0).Id);
        Assert.NotNull(report.AsOf);
        Assert.Equal(await mahdia.DocumentsOfAsync(shared, ""), await barcelona.DocumentsOfAsync(shared, mahdia.Authority));
        await barcelona.ShowsAsync(mahdia, open, revision: 1);
        Assert.Null(await barcelona.ShownAsync(mahdia, altered));

        // Rule 1: twice, and months apart, only the higher revision has an effect.
        report = await barcelona.ImportAsync(after);
        Assert.Equal((2, 0), (report.Taken, report.Refused));
        await barcelona.ShowsAsync(mahdia, open, revision: 2, isWithdrawn: true);
        report = await barcelona.ImportAsync(before);
        Assert.Equal((0, 0), (report.Taken, report.Refused));
        Assert.True((await barcelona.ShownAsync(mahdia, open))!.IsWithdrawn);

        // Mahdia answers again, and confirms its keys.
        await mahdia.Process.StartAsync();
        await barcelona.CompareAsync(mahdia, TimeSpan.FromSeconds(60));
        Assert.False((await barcelona.CopyAsync(mahdia.Authority))!.IsUnconfirmed);
    }

    [Fact]
    public async Task A_file_that_is_none_or_of_the_pole_itself_is_refused_and_nothing_is_kept()
    {
        var own = await mahdia.ExportAsync();
        var before = await barcelona.Database.ContentAsync();
        foreach (var bytes in new[] { Encoding.UTF8.GetBytes("no file"), SignedFiles.Zip(["{}"]), SignedFiles.Zip([]), SignedFiles.Zip(["{\"actor\":{}}"]), SignedFiles.Zip([own[0].Replace("Mahdia", "Mallory", StringComparison.Ordinal)]) })
        {
            using var answer = await barcelona.SendFileAsync(bytes);
            Assert.Equal(400, (int)answer.StatusCode);
        }

        Assert.Equal(before, await barcelona.Database.ContentAsync());
        Assert.Empty(await barcelona.Database.QueryAsync<string>("SELECT origin FROM repair"));
        using var back = await mahdia.SendFileAsync(SignedFiles.Zip(own));
        Assert.Equal(400, (int)back.StatusCode);
    }
}

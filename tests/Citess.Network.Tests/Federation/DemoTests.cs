using System.Net;
using Citess.Network.Tests.House;
using Citess.Server.Demo.Together;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Citess.Network.Tests.Federation;

/// <summary>The main job: one command, three poles, connected, and nothing left when it ends.</summary>
public sealed class DemoTests : IAsyncLifetime
{
    private static readonly string[] Names = ["Mahdia", "Sidi Bouzid", "Barcelona"];

    private readonly string folder = Directory.CreateTempSubdirectory("citess-demo-").FullName;
    private readonly int firstPort = DemoRun.FreePorts();
    private readonly HttpClient http = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        http.Dispose();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Three_poles_start_on_one_command_and_stop_on_Ctrl_C_and_reset_starts_afresh()
    {
        await using (var demo = new DemoRun(folder, firstPort))
        {
            await demo.ReadyAsync();
            Assert.Equal(3, demo.Poles().Count);
            await ShowsThreePolesAsync(demo);
            foreach (var index in Enumerable.Range(0, Names.Length))
            {
                await ShowsWhatTheyDoTogetherAsync(demo.Origin(index));
            }

            await demo.SignalAsync("INT");
            await demo.StoppedAsync();
            Assert.True(demo.ExitCode == 0, demo.Output);
            await GoneAsync(demo);
        }

        var before = Epoch("mahdia");
        await using (var again = new DemoRun(folder, firstPort))
        {
            await again.ReadyAsync();
            await again.SignalAsync("TERM");
            await again.StoppedAsync();
            Assert.Equal(0, again.ExitCode);
            Assert.Equal(before, Epoch("mahdia"));
        }

        await using (var fresh = new DemoRun(folder, firstPort, isFresh: true))
        {
            await fresh.ReadyAsync();
            await fresh.SignalAsync("INT");
            await fresh.StoppedAsync();
            Assert.NotEqual(before, Epoch("mahdia"));
            await GoneAsync(fresh);
        }
    }

    [Fact]
    public async Task No_pole_outlives_a_demo_that_was_killed()
    {
        await using var demo = new DemoRun(folder, firstPort);
        await demo.ReadyAsync();
        Assert.Equal(3, demo.Poles().Count);
        await demo.SignalAsync("KILL");
        await demo.StoppedAsync();
        await GoneAsync(demo);
    }

    private async Task ShowsThreePolesAsync(DemoRun demo)
    {
        foreach (var (index, name) in Names.Index())
        {
            Assert.Contains(demo.Origin(index), demo.Output, StringComparison.Ordinal);
            using var answer = await http.GetAsync(demo.Origin(index) + "/fr/");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains(name, await answer.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);

            // What partner poles shared with everyone comes within seconds.
            await Eventually.TrueAsync(
                async () =>
                {
                    var library = await http.GetStringAsync(demo.Origin(index) + "/api/practices?from=partners&take=100");
                    return Names.Index().Where(other => other.Index != index).All(other => library.Contains(new Uri(demo.Origin(other.Index)).Authority, StringComparison.Ordinal));
                },
                $"{name} shows nothing of its partners.");
        }

        Assert.Contains("olive-terracotta-sea", demo.Output, StringComparison.Ordinal);
    }

    /// <summary>The whole of it at each of the three, with the paper that one of them brought.</summary>
    private static async Task ShowsWhatTheyDoTogetherAsync(string origin)
    {
        using var amira = new PageClient(origin);
        await amira.OpenAsync("/fr/sign-in");
        await amira.SendAsync(("Form.UserName", "amira"), ("Form.Password", "olive-terracotta-sea"));
        await amira.OpenAsync("/fr/collaborations");
        var page = "/fr/" + amira.Page.QuerySelectorAll("main a[href^='collaboration/zQm']").Single().GetAttribute("href");
        await Eventually.TrueAsync(
            async () =>
            {
                await amira.OpenAsync(page);
                return amira.Page.QuerySelectorAll("#story ~ ol > li").Length == Caravan.Steps.Count && amira.Page.QuerySelectorAll("a[href^='/blob/']").Length == 1;
            },
            () => $"{origin} does not show all that was said:\n{amira.Text}",
            TimeSpan.FromSeconds(60));
        Assert.Contains("démonstration", amira.Page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Ne compte pas", amira.Text, StringComparison.Ordinal);
        Assert.Equal(Caravan.Agenda.Bytes.ToArray(), await amira.FileAsync(amira.Page.QuerySelector("a[href^='/blob/']")!.GetAttribute("href")!));
    }

    private static Task GoneAsync(DemoRun demo) => Eventually.TrueAsync(() => Task.FromResult(demo.Poles().Count == 0), "A pole outlived the demo.", TimeSpan.FromSeconds(20));

    private string Epoch(string name)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, name, "citess.db"), Pooling = false }.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT epoch FROM node";
        return (string)command.ExecuteScalar()!;
    }
}

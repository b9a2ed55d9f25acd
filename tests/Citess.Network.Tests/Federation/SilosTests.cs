using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Citess.Network.Tests.Faults;
using Citess.Network.Tests.House;
using Citess.Poles.Kernel;
using Xunit;

namespace Citess.Network.Tests.Federation;

/// <summary>One pole that is two processes behind one address, over a PostgreSQL server of its own; Barcelona is its partner.</summary>
public sealed class SilosTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Clients = 4;
    private const int Commands = 160;
    private static readonly TimeSpan Absence = TimeSpan.FromSeconds(20);

    private readonly PoleNetwork network = new();
    private PostgresServer postgres = default!;
    private RunningPole mahdia = default!;
    private RunningPole barcelona = default!;

    /// <summary>How long it takes is said always, and judged where the machine is not shared with all other tests.</summary>
    private static bool IsLong => Environment.GetEnvironmentVariable("CITESS_TEST_ALL") == "1";

    public async ValueTask InitializeAsync()
    {
        postgres = await PostgresServer.StartNewAsync();
        mahdia = await network.AddAsync(TestPole.OfSilos("Mahdia", 2, postgres.ConnectionString));
        barcelona = await network.AddAsync(TestPole.OfSilos("Barcelona", 1));
    }

    public async ValueTask DisposeAsync()
    {
        await network.DisposeAsync();
        await postgres.DisposeAsync();
    }

    [Fact]
    public async Task One_of_two_processes_is_killed_under_load_and_calls_succeed_again_within_three_seconds_with_nothing_lost()
    {
        using var journal = new Journal();
        using var enough = new CancellationTokenSource();
        var clients = Write(journal);
        var writing = clients.Select(client => client.WriteAsync(() => enough.IsCancellationRequested, TestContext.Current.CancellationToken)).ToList();
        var longest = TimeSpan.Zero;
        foreach (var victim in mahdia.Process.Processes)
        {
            await AnswersAsync(clients, 10, "The clients stand still");
            output.WriteLine(Longest("while nothing is wrong", clients));
            clients.ForEach(client => client.Forget());
            await victim.KillAsync();
            await AnswersAsync(clients, 5, "The process that is left does not serve");
            output.WriteLine(Longest("after the kill", clients));
            longest = clients.Select(client => client.LongestWait).Append(longest).Max();
            victim.Start();
            await victim.ReadyAsync(processes: 2);
            clients.ForEach(client => client.Forget());
        }

        await enough.CancelAsync();
        await Task.WhenAll(writing);
        await KeptAsync(journal, clients);
        Assert.True(!IsLong || longest <= TimeSpan.FromSeconds(3), $"A client waited for {longest}.");
    }

    [Fact]
    public async Task PostgreSQL_is_away_for_twenty_seconds_and_the_pole_says_so_and_recovers_by_itself()
    {
        using var amira = await mahdia.Process.SignInAsync();
        await amira.OpenAsync("/fr/service/new");
        using var journal = new Journal();
        var clients = Write(journal);
        var writing = clients.Select(client => client.WriteAsync(() => client.Settled >= Commands / Clients, TestContext.Current.CancellationToken)).ToList();
        await Eventually.TrueAsync(() => Task.FromResult(clients.Sum(client => client.Settled) > 20), "Nothing is written.");

        await postgres.StopAsync();
        var away = Stopwatch.StartNew();
        foreach (var process in mahdia.Process.Processes)
        {
            var health = await process.HealthAsync();
            Assert.Equal(HttpStatusCode.ServiceUnavailable, health!.Value.Status);
            Assert.Contains("The database does not answer.", health.Value.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("127.0.0.1", health.Value.Text, StringComparison.Ordinal);
        }

        using (var answer = await mahdia.PutAsync(Samples.NewId(), Samples.Practice("Hors ligne"), Audience.Public, seen: null))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.True(answer.Headers.RetryAfter?.Delta > TimeSpan.Zero);
            Assert.Equal("/problems#unavailable", JsonElement.Parse(await answer.Content.ReadAsStringAsync()).GetProperty("type").GetString());
        }

        // A person sends what was typed, and has it back with a sentence.
        await amira.SendAsync(("Form.Name.Texts[fr]", "Le four du quartier"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, amira.Status);
        Assert.Contains("Ce que vous avez écrit est gardé", amira.Text, StringComparison.Ordinal);
        using (var document = await mahdia.GetAsync("/practice/" + Samples.NewId()))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, document.StatusCode);
        }

        // A partner goes on, and keeps what is for Mahdia.
        var theirs = Samples.NewId();
        await barcelona.CreateAsync(theirs, Samples.Practice("Taller"), Audience.Network);

        var rest = Absence - away.Elapsed;
        await Task.Delay(rest > TimeSpan.Zero ? rest : TimeSpan.Zero, TestContext.Current.CancellationToken);
        await postgres.StartAsync();
        var back = Stopwatch.StartNew();
        foreach (var process in mahdia.Process.Processes)
        {
            Assert.True(process.IsRunning, string.Join('\n', process.Output));
            await process.ReadyAsync(processes: 2);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"healthy {back.Elapsed.TotalSeconds:0.00} s after the start of PostgreSQL"));

        // The same form, sent again: it is saved, once.
        await amira.SendAsync(("Form.Name.Texts[fr]", "Le four du quartier"));
        Assert.Contains("Le four du quartier", amira.Text, StringComparison.Ordinal);
        await Task.WhenAll(writing);
        output.WriteLine(Longest("over the absence", clients));
        await mahdia.ShowsAsync(barcelona, theirs, revision: 1, within: TimeSpan.FromSeconds(60));
        journal.Write(new Promise(barcelona.Authority, theirs, 1, "Taller", IsWithdrawn: false, Audience.Network, []));
        await KeptAsync(journal, clients);
        foreach (var process in mahdia.Process.Processes)
        {
            Assert.DoesNotContain(process.Output, line => line.Contains("I have been told I am dead", StringComparison.Ordinal));
        }
    }

    private List<StubbornClient> Write(Journal journal)
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"{Clients} clients, seed {seed}");
        return [.. Enumerable.Range(0, Clients).Select(number => new StubbornClient(mahdia, [barcelona.Authority], journal, number, new Random(seed + number)))];
    }

    /// <summary>What clients were promised is there, and at the partner, once.</summary>
    private async Task KeptAsync(Journal journal, List<StubbornClient> clients)
    {
        await PoleNetwork.ArrivedAsync(mahdia, barcelona, TimeSpan.FromSeconds(180));
        await PoleNetwork.ArrivedAsync(barcelona, mahdia, TimeSpan.FromSeconds(60));
        var judge = new Judge([await Books.ReadAsync(mahdia, isPrepared: false), await Books.ReadAsync(barcelona, isPrepared: false)], journal.Read(), [.. clients.SelectMany(client => client.GivenUp)]);
        judge.Compare();
        output.WriteLine($"{journal.Count} promised, {clients.Sum(client => client.GivenUp.Count)} given up, {clients.Sum(client => client.Deferred)} deferred, {judge.Copies} copies compared");
        Assert.Empty(judge.Findings);
        Assert.True(judge.Copies > 0);
    }

    /// <summary>Waits until each client has settled so many commands more.</summary>
    private Task AnswersAsync(List<StubbornClient> clients, int more, string otherwise)
    {
        var until = clients.Select(client => client.Settled + more).ToList();
        return Eventually.TrueAsync(
            () => Task.FromResult(clients.Zip(until).All(each => each.First.Settled >= each.Second)),
            () => $"{otherwise}: {clients.Sum(client => client.Settled)} commands settled, {clients.Sum(client => client.Deferred)} deferred.\n{string.Join('\n', mahdia.Process.Output)}",
            TimeSpan.FromMinutes(5));
    }

    private static string Longest(string when, List<StubbornClient> clients) =>
        string.Create(CultureInfo.InvariantCulture, $"longest time between two answers to one client {when}: {clients.Max(client => client.LongestWait).TotalSeconds:0.00} s");
}

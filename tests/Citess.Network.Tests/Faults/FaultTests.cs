using System.Diagnostics;
using System.Globalization;
using Citess.Network.Tests.House;
using Xunit;

namespace Citess.Network.Tests.Faults;

/// <summary>
/// Real poles that are killed, paused, cut off, slowed down and left without room while clients write to all of them. What
/// clients were promised is in a journal outside the poles, and is compared with every pole at the end.
/// </summary>
public sealed class FaultTests(ITestOutputHelper output)
{
    /// <summary>The share of every push; the whole is behind --all.</summary>
    private const int UsualSeed = 20261127;

    private static readonly bool IsWhole = Environment.GetEnvironmentVariable("CITESS_TEST_ALL") is { Length: > 0 };
    private static readonly (int Commands, int Faults) Work = IsWhole ? (20_000, 500) : (600, 40);
    private static readonly TimeSpan Longest = IsWhole ? TimeSpan.FromHours(1) : TimeSpan.FromMinutes(20);

    [Fact]
    public async Task What_was_promised_is_everywhere_it_belongs_once_and_nowhere_else_whatever_happens_to_poles()
    {
        var seed = Seed();
        var watch = Stopwatch.StartNew();
        await using var network = await FaultyNetwork.StartAsync(("Mahdia", [TestPole.ServerAssembly]), ("Barcelona", [TestPole.ServerAssembly]), ("Sidi Bouzid", [TestPole.ServerAssembly]));
        Say($"CITESS_TEST_SEED={seed}; {network.Poles.Count} poles after {watch.Elapsed.TotalSeconds:0} s; small disks: {network.Poles.Count(each => each.Disk is not null)}");
        using var journal = new Journal();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        end.CancelAfter(Longest);
        var clients = network.Running.SelectMany((pole, place) => Enumerable.Range(0, 3).Select(each => new StubbornClient(
            pole, [.. network.Running.Where(other => other != pole).Select(other => other.Authority)], journal, (place * 3) + each, new Random(seed + 100 + (place * 3) + each)))).ToList();
        var saboteur = new Saboteur(network, seed, () => (double)journal.Count / Work.Commands, what => Say($"{watch.Elapsed:mm\\:ss} {journal.Count} {what}"));
        var harm = saboteur.RunAsync(Work.Faults, end.Token);
        var writing = clients.Select(client => client.WriteAsync(() => journal.Count >= Work.Commands && harm.IsCompleted, end.Token)).ToList();
        try
        {
            await PassTimeUntilAsync(network, [harm, .. writing], end);
            Say($"{watch.Elapsed:mm\\:ss} written; waiting until all is quiet");
            await network.QuietAsync(TimeSpan.FromMinutes(4));
            await JudgeAsync(network, journal, clients, saboteur);
        }
        finally
        {
            Say($"{journal.Count} commands acknowledged, {clients.Sum(client => client.GivenUp.Count)} given up, {clients.Sum(client => client.Deferred)} deferred, of these {clients.Sum(client => client.WithoutRoom)} for want of room");
            Say($"{saboteur.Done.Values.Sum()} faults: {string.Join(", ", saboteur.Done.OrderBy(each => each.Key).Select(each => $"{each.Value} {each.Key}"))}; {saboteur.Autopsies} autopsies; {watch.Elapsed:mm\\:ss}");
        }

        Assert.True(saboteur.Done.Values.Sum() >= Work.Faults && journal.Count >= Work.Commands);
        Assert.All(Enum.GetValues<Fault>().Where(fault => network.Poles[0].Disk is not null || fault is not (Fault.FullDisk or Fault.KillOnFullDisk)), fault => Assert.True(saboteur.Done.GetValueOrDefault(fault) > 0, $"{fault} never happened."));
        Assert.True(clients.Sum(client => client.WithoutRoom) > 0, "No pole ever said that it has no room.");
    }

    private static async Task JudgeAsync(FaultyNetwork network, Journal journal, IReadOnlyList<StubbornClient> clients, Saboteur saboteur)
    {
        var books = new List<Books>();
        foreach (var pole in network.Running)
        {
            books.Add(await Books.ReadAsync(pole));
        }

        var judge = new Judge(books, journal.Read(), [.. clients.SelectMany(client => client.GivenUp)]);
        judge.Compare();
        IReadOnlyList<string> findings = [.. saboteur.Findings, .. judge.Findings];
        Assert.True(findings.Count == 0, $"{findings.Count} findings:\n{string.Join('\n', findings.Take(40))}");
        Assert.True(judge.Copies > journal.Count / 20, $"Only {judge.Copies} copies were compared.");

        // By their own word too, and without another change.
        foreach (var pole in network.Running)
        {
            foreach (var other in network.Running.Where(other => other != pole))
            {
                Assert.NotNull((await pole.CompareAsync(other)).AgreedSince);
            }
        }
    }

    /// <summary>Until all is done, or the first of them fails.</summary>
    private static async Task PassTimeUntilAsync(FaultyNetwork network, List<Task> all, CancellationTokenSource end)
    {
        while (all.Count > 0)
        {
            var first = await Task.WhenAny([.. all, Task.Delay(TimeSpan.FromSeconds(5), CancellationToken.None)]);
            if (!all.Remove(first))
            {
                await network.PassTimeAsync();
            }
            else if (!first.IsCompletedSuccessfully)
            {
                await end.CancelAsync();
                await first;
            }
        }
    }

    private static int Seed() => Environment.GetEnvironmentVariable("CITESS_TEST_SEED") is { Length: > 0 } given ? int.Parse(given, CultureInfo.InvariantCulture) : IsWhole ? Random.Shared.Next() : UsualSeed;

    private void Say(FormattableString what)
    {
        var line = FormattableString.Invariant(what);
        output.WriteLine(line);
        if (IsWhole)
        {
            // Of a run of half an hour, somebody wants to see more than its end.
            Console.Error.WriteLine(line);
        }
    }
}

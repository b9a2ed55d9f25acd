using System.Diagnostics;
using System.Globalization;
using Citess.Network.Tests.Faults;
using Citess.Network.Tests.House;
using Citess.Poles.Kernel;
using Xunit;

namespace Citess.Network.Tests.Federation;

/// <summary>Barcelona was switched off for days, and nobody waited for it: the clock is moved.</summary>
public sealed class AwayTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("CITESS_TEST_ALL") == "1";

    /// <summary>What becomes of a practice while Barcelona is away, step by step.</summary>
    private static readonly Func<Promise, Promise>[][] Courses =
    [
        [],
        [Edited],
        [Edited, Edited, Edited],
        [Withdrawn],
        [Edited, Withdrawn],
        [Withdrawn, BroughtBack],
        [Narrowed],
        [Narrowed, Widened],
        [Listed],
        [Widened],
    ];

    private PoleNetwork network = default!;

    public async ValueTask InitializeAsync() => network = await PoleNetwork.StartAsync();

    public ValueTask DisposeAsync() => network.DisposeAsync();

    [Fact]
    public async Task A_pole_that_was_away_for_seven_days_has_exactly_the_difference()
    {
        var (mahdia, barcelona) = (network.Mahdia, network.Barcelona);
        var ids = Enumerable.Range(0, 20).Select(_ => Samples.NewId()).ToList();
        foreach (var id in ids)
        {
            await mahdia.CreateAsync(id, Samples.Practice("Atelier " + id), Audience.Network);
        }

        await PoleNetwork.ArrivedAsync(mahdia, barcelona);
        await barcelona.AgreesAsync(mahdia);
        await barcelona.Process.StopAsync();

        foreach (var id in ids.Take(4))
        {
            await mahdia.EditAsync(id, Samples.Practice("Mieux " + id), seen: 1, Audience.Network);
            await mahdia.EditAsync(id, Samples.Practice("Encore mieux " + id), seen: 2, Audience.Network);
        }

        foreach (var id in ids.Skip(4).Take(2))
        {
            await mahdia.WithdrawAsync(id, seen: 1);
        }

        foreach (var _ in ids.Take(3))
        {
            await mahdia.CreateAsync(Samples.NewId(), Samples.Practice("Nouveau"), Audience.Network);
        }

        await mahdia.Process.StopAsync();

        // Nothing is posted: what comes is what is pulled.
        Assert.Equal(1, await mahdia.TamperAsync("UPDATE courier SET rests = 1 WHERE relation = @Authority", new { barcelona.Authority }));
        await SetBackAsync(mahdia, TimeSpan.FromDays(7));
        await SetBackAsync(barcelona, TimeSpan.FromDays(7));
        await mahdia.Process.StartAsync();
        await barcelona.Process.StartAsync();

        await Eventually.TrueAsync(
            async () => (await mahdia.DocumentsAsync("")).SequenceEqual(await barcelona.DocumentsAsync(mahdia.Authority), StringComparer.Ordinal),
            () => $"Barcelona has not caught up.\n{string.Join('\n', barcelona.Process.Output)}",
            TimeSpan.FromSeconds(90));
        await Eventually.TrueAsync(
            async () => (await barcelona.Database.QueryAsync<long?>("SELECT agreed_since FROM repair WHERE origin = @Authority AND total = 0", new { mahdia.Authority })) is [not null],
            "Barcelona does not say that it agrees.");

        // Four that were changed, each once in its latest revision, two tombstones, three new ones; and none of the other fourteen.
        Assert.Equal(9L, (await barcelona.Database.QueryAsync<long>("SELECT taken FROM repair WHERE origin = @Authority", new { mahdia.Authority }))[0]);
        Assert.Equal(2L, (await barcelona.Database.QueryAsync<long>("SELECT count(*) FROM document WHERE origin = @Authority AND is_tombstone = 1", new { mahdia.Authority }))[0]);
    }

    [Fact]
    public async Task After_an_outage_of_72_hours_nothing_is_lost_nothing_doubled_and_each_record_came_in_its_order()
    {
        Assert.SkipUnless(TestPole.Silos == 1, "Written down by triggers of SQLite.");
        var (mahdia, barcelona) = (network.Mahdia, network.Barcelona);
        using var journal = new Journal();
        await Autopsy.PrepareAsync(mahdia);
        await Autopsy.PrepareAsync(barcelona);
        await WriteTurnsAsync(barcelona);
        var all = Enumerable.Range(0, IsLong ? 5_000 : 120).Select(number => (
            Course: Courses[number % Courses.Length],
            IsKnown: number % 3 == 0,
            First: new Promise(mahdia.Authority, Samples.NewId(), 1, Title(number), IsWithdrawn: false, number % 2 == 0 ? Audience.Public : Audience.Network, []))).ToList();
        await EachAsync(all.Where(each => each.IsKnown), each => DoAsync(each.First, before: null));
        await PoleNetwork.ArrivedAsync(mahdia, barcelona, TimeSpan.FromMinutes(3));
        await barcelona.AgreesAsync(mahdia, TimeSpan.FromMinutes(1));
        var known = journal.Count;

        await barcelona.Process.StopAsync();
        await EachAsync(all.Take(all.Count / 2), LiveAsync);
        await mahdia.Process.StopAsync();
        await SetBackAsync(mahdia, TimeSpan.FromHours(72));
        await SetBackAsync(barcelona, TimeSpan.FromHours(72));
        await mahdia.Process.StartAsync();
        await EachAsync(all.Skip(all.Count / 2), LiveAsync);
        Assert.True(journal.Count - known >= (IsLong ? 10_000 : 200), $"Only {journal.Count - known} changes.");

        var watch = Stopwatch.StartNew();
        await barcelona.Process.StartAsync();
        await PoleNetwork.ArrivedAsync(mahdia, barcelona, TimeSpan.FromMinutes(5));
        await barcelona.AgreesAsync(mahdia, TimeSpan.FromMinutes(2));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{journal.Count - known} changes while it was away; in agreement {watch.Elapsed.TotalSeconds:0.0} s after its start was asked for"));

        var (from, to) = (await Books.ReadAsync(mahdia), await Books.ReadAsync(barcelona));
        var judge = new Judge([from, to], journal.Read(), []);
        judge.Compare();
        Assert.True(judge.Findings.Count == 0, $"{judge.Findings.Count} findings:\n{string.Join('\n', judge.Findings.Take(40))}");
        Assert.True(judge.Copies > all.Count / 2, $"Only {judge.Copies} copies were compared.");

        // Each effect once and none after a later one, whether it was posted or fetched; and so the letters.
        var turns = await barcelona.Database.QueryAsync<(string Key, int Revision)>("SELECT key, revision FROM test_turn WHERE key LIKE 'practice/%' ORDER BY place");
        Assert.True(turns.Count > all.Count / 2, $"Only {turns.Count} effects were seen.");
        Assert.Empty(OutOfOrder(turns));
        Assert.Empty(OutOfOrder(to.Inbox.OrderBy(came => came.Number).Select(came => (came.Key, came.Revision))));

        async Task LiveAsync((Func<Promise, Promise>[] Course, bool IsKnown, Promise First) one)
        {
            var now = one.First;
            if (!one.IsKnown)
            {
                await DoAsync(now, before: null);
            }

            foreach (var step in one.Course)
            {
                var next = step(now) with { Revision = now.Revision + 1 };
                next = next with { Partners = next.Audience == Audience.Own && step == Listed ? [barcelona.Authority] : [] };
                await DoAsync(next, now);
                now = next;
            }
        }

        async Task DoAsync(Promise wanted, Promise? before)
        {
            var practice = Samples.Practice(wanted.Title);
            Assert.Equal(wanted.Revision, (before, wanted) switch
            {
                (null, _) => await mahdia.CreateAsync(wanted.Id, practice, wanted.Audience),
                ({ IsWithdrawn: false }, { IsWithdrawn: true }) => await mahdia.WithdrawAsync(wanted.Id, before.Revision),
                ({ IsWithdrawn: true }, _) => await mahdia.RestoreAsync(wanted.Id, before.Revision),
                (_, { Partners.Count: > 0 }) => await mahdia.ListAsync(wanted.Id, practice, before.Revision, barcelona),
                _ => await mahdia.EditAsync(wanted.Id, practice, before.Revision, wanted.Audience),
            });
            journal.Write(wanted);
        }
    }

    private static Promise Edited(Promise now) => now with { Title = now.Title + " encore" };

    private static Promise Withdrawn(Promise now) => now with { IsWithdrawn = true };

    private static Promise BroughtBack(Promise now) => now with { IsWithdrawn = false };

    private static Promise Narrowed(Promise now) => now with { Audience = Audience.Own };

    private static Promise Widened(Promise now) => now with { Audience = Audience.Public };

    private static Promise Listed(Promise now) => now with { Audience = Audience.Own };

    private static string Title(int number) => string.Create(CultureInfo.InvariantCulture, $"Atelier {number}");

    private static Task EachAsync<T>(IEnumerable<T> all, Func<T, Task> does) =>
        Parallel.ForEachAsync(all, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (one, _) => await does(one));

    /// <summary>From now on the database writes down each effect that a document has, in its order.</summary>
    private static Task WriteTurnsAsync(RunningPole pole) => pole.TamperAsync(
        """
        CREATE TABLE test_turn (place INTEGER PRIMARY KEY, key TEXT NOT NULL, revision INTEGER NOT NULL);
        CREATE TRIGGER test_turn_first AFTER INSERT ON document WHEN new.origin <> '' BEGIN INSERT INTO test_turn (key, revision) VALUES (new.key, new.revision); END;
        CREATE TRIGGER test_turn_again AFTER UPDATE OF revision ON document WHEN new.origin <> '' BEGIN INSERT INTO test_turn (key, revision) VALUES (new.key, new.revision); END;
        """);

    /// <summary>What came a second time, or after a later one.</summary>
    private static List<string> OutOfOrder(IEnumerable<(string Key, int Revision)> turns)
    {
        var (last, wrong) = (new Dictionary<string, int>(StringComparer.Ordinal), new List<string>());
        foreach (var (key, revision) in turns)
        {
            if (last.TryGetValue(key, out var before) && before >= revision)
            {
                wrong.Add(string.Create(CultureInfo.InvariantCulture, $"{key}: {revision} after {before}"));
            }

            last[key] = revision;
        }

        return wrong;
    }

    /// <summary>All that the pole remembers is older than it was: to it, that is the same as a clock that was put forward.</summary>
    private static async Task SetBackAsync(RunningPole pole, TimeSpan time)
    {
        var back = (long)time.TotalMilliseconds;
        foreach (var (table, columns) in new (string, string[])[]
        {
            ("ledger", ["recorded"]), ("inbox", ["received", "done"]), ("courier", ["due_at", "delivered_at"]), ("repair", ["due_at", "compared_at", "agreed_since", "as_of"]),
            ("remote_actor", ["fetched_at"]), ("account", ["created"]), ("api_client", ["created"]),
        })
        {
            await pole.TamperAsync($"UPDATE {table} SET {string.Join(", ", columns.Select(column => $"{column} = {column} - @back"))}", new { back });
        }
    }
}

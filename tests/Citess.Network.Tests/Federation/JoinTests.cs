using System.Diagnostics;
using System.Globalization;
using Citess.Network.Tests.House;
using Citess.Poles.Kernel;
using Xunit;

namespace Citess.Network.Tests.Federation;

/// <summary>Whoever comes late has all that was shared before.</summary>
public sealed class JoinTests(ITestOutputHelper output)
{
    private static bool IsLong => Environment.GetEnvironmentVariable("CITESS_TEST_ALL") == "1";

    [Fact]
    public async Task A_pole_with_an_empty_database_joins_three_others_and_has_all()
    {
        var each = (IsLong ? 9_999 : 300) / 3;
        var poles = new List<RunningPole>();
        try
        {
            foreach (var name in new[] { "Mahdia", "Sidi Bouzid", "Barcelona", "Newcomer" })
            {
                poles.Add(await (await TestPole.StartAsync(name)).SetUpAsync());
            }

            var newcomer = poles[3];
            await Task.WhenAll(poles.Take(3).Select(pole => FillAsync(pole, each)));

            var watch = Stopwatch.StartNew();
            foreach (var pole in poles.Take(3))
            {
                await PoleNetwork.ConnectAsync(newcomer, pole);
            }

            var connected = watch.Elapsed;
            await Eventually.TrueAsync(
                async () => await HeldAsync(newcomer) >= 3 * (each + 1),
                () => $"The newcomer has not all.\n{string.Join('\n', newcomer.Process.Output)}",
                TimeSpan.FromMinutes(10));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{3 * each} records of three poles: {watch.Elapsed.TotalSeconds:0.0} s, of which connecting took {connected.TotalSeconds:0.0} s"));
            if (IsLong)
            {
                Assert.True(watch.Elapsed < TimeSpan.FromMinutes(1), $"It took {watch.Elapsed}.");
            }

            foreach (var pole in poles.Take(3))
            {
                await newcomer.AgreesAsync(pole, TimeSpan.FromSeconds(120));
            }
        }
        finally
        {
            foreach (var pole in poles)
            {
                await pole.DisposeAsync();
            }
        }
    }

    [Fact]
    public async Task Rule_5_a_pull_that_is_killed_goes_on_from_its_place_which_never_runs_ahead_of_what_is_held()
    {
        await using var mahdia = await (await TestPole.StartAsync("Mahdia")).SetUpAsync();
        await using var newcomer = await (await TestPole.StartAsync("Newcomer")).SetUpAsync();
        await FillAsync(mahdia, 400);
        await PoleNetwork.ConnectAsync(newcomer, mahdia);
        for (var kills = 0; kills < 3; kills++)
        {
            var held = await HeldAsync(newcomer);
            await Eventually.TrueAsync(async () => await HeldAsync(newcomer) is var now && (now > held || now >= 401), "Nothing comes.");
            await newcomer.Process.KillAsync();
            var place = (await newcomer.Database.QueryAsync<long?>("SELECT number FROM repair")).SingleOrDefault() ?? 0;
            var passed = await mahdia.Database.QueryAsync<string>("SELECT key FROM document WHERE origin = '' AND number <= @place", new { place });
            var kept = await newcomer.Database.QueryAsync<string>("SELECT key FROM document WHERE origin <> ''");
            Assert.Empty(passed.Except(kept, StringComparer.Ordinal));
            await newcomer.Process.StartAsync();
        }

        await Eventually.TrueAsync(async () => await HeldAsync(newcomer) == 401, () => string.Join('\n', newcomer.Process.Output), TimeSpan.FromSeconds(90));
        Assert.Equal(await mahdia.DocumentsAsync(""), await newcomer.DocumentsAsync(mahdia.Authority));
    }

    private static async Task<long> HeldAsync(RunningPole pole) => (await pole.Database.QueryAsync<long>("SELECT count(*) FROM document WHERE origin <> ''"))[0];

    private static async Task FillAsync(RunningPole pole, int count)
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (number, _) =>
            await pole.CreateAsync(Samples.NewId(), Samples.Practice("Atelier " + number.ToString(CultureInfo.InvariantCulture)), number % 2 == 0 ? Audience.Network : Audience.Public));
        await Eventually.TrueAsync(
            async () => (await pole.Database.QueryAsync<long>("SELECT count(*) FROM document WHERE origin = ''"))[0] == count + 1, $"{pole.Name} has not published all.", TimeSpan.FromMinutes(5));
    }
}

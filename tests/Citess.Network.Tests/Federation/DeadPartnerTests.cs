using System.Globalization;
using Citess.Network.Tests.House;
using Citess.Poles.Kernel;
using Xunit;

namespace Citess.Network.Tests.Federation;

/// <summary>Barcelona is dead, and what stands in its place counts who knocks. Hours are moved, not waited for.</summary>
public sealed class DeadPartnerTests(ITestOutputHelper output) : IAsyncLifetime
{
    /// <summary>In seconds: from the fifth on it is taken for dead.</summary>
    private static readonly int[] Pauses = [5, 10, 20, 40, 1_800, 3_600, 7_200, 14_400, 21_600, 21_600];

    private PoleNetwork network = default!;

    public async ValueTask InitializeAsync() => network = await PoleNetwork.StartAsync();

    public ValueTask DisposeAsync() => network.DisposeAsync();

    [Fact]
    public async Task A_dead_partner_costs_one_probe_after_each_pause_and_these_grow_from_half_an_hour_to_six()
    {
        Assert.SkipUnless(TestPole.Silos == 1, "The address of several processes stays taken when they are dead.");
        var (mahdia, barcelona) = (network.Mahdia, network.Barcelona);
        await PoleNetwork.ArrivedAsync(mahdia, barcelona);
        await barcelona.Process.KillAsync();
        await using var dead = DeadHost.At(barcelona.Process.Port);
        var (from, before) = (TimeProvider.System.GetUtcNow(), 0);
        for (var round = 0; round < Pauses.Length; round++)
        {
            // What is shared while it is taken for dead knocks at no door: it waits for the same probe.
            if (round is 0 or > 4)
            {
                await mahdia.CreateAsync(Samples.NewId(), Samples.Practice("Pour plus tard"), Audience.Network);
            }

            if (round > 0)
            {
                from = TimeProvider.System.GetUtcNow();
                Assert.Equal(1, await mahdia.TamperAsync("UPDATE courier SET due_at = 0 WHERE relation = @Authority", new { barcelona.Authority }));
            }

            (int Failures, long Due) row = default;
            await Eventually.TrueAsync(
                async () => (row = await CourierAsync()) is var now && now.Failures == round + 1 && now.Due > from.ToUnixTimeMilliseconds(),
                () => string.Create(CultureInfo.InvariantCulture, $"Round {round} ended with {row}.\n{string.Join('\n', mahdia.Process.Output.TakeLast(40))}"),
                TimeSpan.FromSeconds(60));
            var until = TimeProvider.System.GetUtcNow();
            Assert.InRange(
                DateTimeOffset.FromUnixTimeMilliseconds(row.Due),
                from.AddSeconds(Pauses[round]).AddMilliseconds(-1),
                until.AddSeconds(Math.Min(Pauses[round] * 1.2, TimeSpan.FromHours(6).TotalSeconds)));

            // Two quick second tries as long as it may be a moment's trouble; then one knock, and no more.
            var knocks = dead.Posts - before;
            Assert.True(round < 5 ? knocks is >= 1 and <= 3 : knocks == 1, string.Create(CultureInfo.InvariantCulture, $"Round {round} knocked {knocks} times."));
            before = dead.Posts;
            if (round > 4)
            {
                await CompareAsync(mayKnock: round == 5);
            }
        }

        // A start forgets none of it: what is not due knocks neither.
        await mahdia.Process.KillAsync();
        await mahdia.Process.StartAsync();
        await mahdia.CreateAsync(Samples.NewId(), Samples.Practice("Après le démarrage"), Audience.Network);
        await Eventually.TrueAsync(async () => (await mahdia.Database.QueryAsync<long>("SELECT count(*) FROM outbox"))[0] == 0, "Mahdia does not publish.");
        Assert.Equal(Pauses.Length, (await CourierAsync()).Failures);
        await mahdia.TamperAsync("UPDATE courier SET due_at = 0 WHERE relation = @Authority", new { barcelona.Authority });
        await Eventually.TrueAsync(async () => (await CourierAsync()).Failures == Pauses.Length + 1, "There is no further probe.", TimeSpan.FromSeconds(60));
        Assert.Equal(before + 1, dead.Posts);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{dead.Posts} deliveries were tried, {dead.Others} other connections"));

        // It lives again, and has nothing to say: that it reads what is new is sign enough.
        await dead.DisposeAsync();
        await barcelona.Process.StartAsync();
        await PoleNetwork.ArrivedAsync(mahdia, barcelona, TimeSpan.FromSeconds(60));
        Assert.Equal(0, (await CourierAsync()).Failures);

        // A comparison finds it silent once, now or before; from then on it waits for the courier to get through.
        async Task CompareAsync(bool mayKnock)
        {
            var (others, now) = (dead.Others, TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
            Assert.Equal(1, await mahdia.TamperAsync("UPDATE repair SET due_at = 0 WHERE origin = @Authority", new { barcelona.Authority }));
            await Eventually.TrueAsync(
                async () => (await mahdia.Database.QueryAsync<string>("SELECT origin FROM repair WHERE due_at > @now AND problem = 'silent' AND failures > 0", new { now })).Count == 1,
                () => $"Mahdia does not compare.\n{string.Join('\n', mahdia.Process.Output.TakeLast(40))}",
                TimeSpan.FromSeconds(60));
            Assert.True(mayKnock || dead.Others == others, string.Create(CultureInfo.InvariantCulture, $"A comparison knocked {dead.Others - others} times."));
        }

        async Task<(int Failures, long Due)> CourierAsync() =>
            (await mahdia.Database.QueryAsync<(int, long)>("SELECT failures, due_at FROM courier WHERE relation = @Authority", new { barcelona.Authority }))[0];
    }
}

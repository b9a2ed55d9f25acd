using Citess.Network.Tests.House;
using Citess.Poles.Kernel;
using Xunit;

namespace Citess.Network.Tests.Federation;

/// <summary>Barcelona was switched off for a week, and nobody waited for it: the clock is moved.</summary>
public sealed class AwayTests : IAsyncLifetime
{
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
        await SetBackAsync(mahdia);
        await SetBackAsync(barcelona);
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

    /// <summary>All that the pole remembers is a week older than it was: to it, that is the same as a clock that was put forward.</summary>
    private static async Task SetBackAsync(RunningPole pole)
    {
        var week = (long)TimeSpan.FromDays(7).TotalMilliseconds;
        foreach (var (table, columns) in new (string, string[])[]
        {
            ("ledger", ["recorded"]), ("inbox", ["received", "done"]), ("courier", ["due_at", "delivered_at"]), ("repair", ["due_at", "compared_at", "agreed_since", "as_of"]),
            ("remote_actor", ["fetched_at"]), ("account", ["created"]), ("api_client", ["created"]),
        })
        {
            await pole.TamperAsync($"UPDATE {table} SET {string.Join(", ", columns.Select(column => $"{column} = {column} - @week"))}", new { week });
        }
    }
}

using Citess.Network.Tests.House;
using Citess.Poles.Kernel;
using Xunit;

namespace Citess.Network.Tests.Federation;

/// <summary>Couriers of a real pole whose partner is away, or that dies in the middle of what it sends.</summary>
public sealed class CourierTests : IAsyncLifetime
{
    private PoleNetwork network = default!;

    private RunningPole Mahdia => network.Mahdia;

    private RunningPole Barcelona => network.Barcelona;

    public async ValueTask InitializeAsync() => network = await PoleNetwork.StartAsync();

    public ValueTask DisposeAsync() => network.DisposeAsync();

    [Fact]
    public async Task Killed_in_the_middle_of_a_window_nothing_is_lost_and_nothing_comes_twice()
    {
        await Barcelona.Process.KillAsync();
        var ids = Enumerable.Range(0, 300).Select(_ => Samples.NewId()).ToList();
        await Parallel.ForEachAsync(ids, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (id, _) => await Mahdia.CreateAsync(id, Samples.Practice("Atelier " + id)));

        // The first of its processes takes letters while another still starts.
        var start = Barcelona.Process.StartAsync();
        await SetCourierAsync(failures: 0, due: TimeSpan.Zero);
        await Eventually.TrueAsync(async () => (await CameAsync()).Count > 20, "Nothing comes to Barcelona.", TimeSpan.FromSeconds(60));
        await Mahdia.Process.KillAsync();
        await start;
        Assert.InRange((await CameAsync()).Count, 21, 299);

        await Mahdia.Process.StartAsync();
        await Eventually.TrueAsync(async () => (await CameAsync()).Distinct().Count() == 300, "Not all came to Barcelona.", TimeSpan.FromSeconds(120));
        await PoleNetwork.ArrivedAsync(Mahdia, Barcelona, TimeSpan.FromSeconds(60));

        Assert.Equal(300, (await CameAsync()).Count);
        Assert.Equal(ids.Order(StringComparer.Ordinal), (await Barcelona.Database.QueryAsync<string>("SELECT substr(key, 10) FROM document WHERE origin = @Authority AND key LIKE 'practice/%' ORDER BY key", new { Mahdia.Authority })));
    }

    [Fact]
    public async Task Send_now_on_the_partners_page_ends_a_pause_of_hours()
    {
        var id = await MissedAsync();
        using var amira = await Mahdia.Process.SignInAsync();
        await amira.OpenAsync("/fr/partners");
        Assert.Contains("Il ne répond pas pour l’instant", amira.Text, StringComparison.Ordinal);
        Assert.Contains("1 élément est en route", amira.Text, StringComparison.Ordinal);
        await Barcelona.Process.StartAsync();
        await amira.SendAsync(("Deed", "send"));

        await Barcelona.ShowsAsync(Mahdia, id, revision: 1);

        // What arrived is there before the courier has written down that it did.
        await Eventually.TrueAsync(
            async () =>
            {
                await amira.OpenAsync("/fr/partners");
                return amira.Page.QuerySelector("button[value='send']") is null;
            },
            "There still is something to send to Barcelona.");
    }

    [Fact]
    public async Task A_partner_that_is_heard_of_again_gets_at_once_what_it_missed()
    {
        var id = await MissedAsync();
        await Barcelona.Process.StartAsync();
        await Barcelona.CreateAsync(Samples.NewId(), Samples.Practice("Bon dia"));

        await Barcelona.ShowsAsync(Mahdia, id, revision: 1);
    }

    /// <summary>Barcelona is away, and Mahdia has given it up for hours.</summary>
    private async Task<string> MissedAsync()
    {
        await Barcelona.Process.KillAsync();
        var id = Samples.NewId();
        await Mahdia.CreateAsync(id, Samples.Practice("Manqué"), Audience.Network);
        await Eventually.TrueAsync(async () => (await Mahdia.Database.QueryAsync<int>("SELECT failures FROM courier WHERE relation = @Authority", new { Barcelona.Authority }))[0] > 0, "Mahdia does not see that Barcelona is away.");
        await SetCourierAsync(failures: 7, due: TimeSpan.FromHours(5));
        return id;
    }

    private Task SetCourierAsync(int failures, TimeSpan due) => Mahdia.TamperAsync(
        "UPDATE courier SET failures = @failures, due_at = @due WHERE relation = @Authority",
        new { failures, due = TimeProvider.System.GetUtcNow().Add(due).ToUnixTimeMilliseconds(), Barcelona.Authority });

    private Task<IReadOnlyList<string>> CameAsync() => Barcelona.Database.QueryAsync<string>("SELECT activity_id FROM inbox WHERE verb = 'Create' AND sender = @Authority", new { Mahdia.Authority });
}

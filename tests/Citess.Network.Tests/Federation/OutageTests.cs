using Citess.Network.Tests.Faults;
using Citess.Network.Tests.House;
using Citess.Poles.Kernel;
using Xunit;

namespace Citess.Network.Tests.Federation;

/// <summary>The road between two poles was cut and is open again, and neither was started anew.</summary>
public sealed class OutageTests
{
    [Fact]
    public async Task Who_hears_from_a_partner_after_an_outage_pulls_what_push_has_lost_meanwhile()
    {
        await using var network = await FaultyNetwork.StartAsync(("Mahdia", [TestPole.ServerAssembly]), ("Barcelona", [TestPole.ServerAssembly]));
        var (mahdia, barcelona) = (network.Poles[0], network.Poles[1]);

        // Since its start Barcelona has had no letter from Mahdia; and it compared an hour ago, with the next beat far away.
        await barcelona.Pole.AgreesAsync(mahdia.Pole);
        await PoleNetwork.ArrivedAsync(mahdia.Pole, barcelona.Pole);
        await barcelona.Pole.Process.StopAsync();
        await barcelona.Pole.Process.StartAsync();
        await barcelona.Pole.AgreesAsync(mahdia.Pole);
        var (missed, heard, process) = (Samples.NewId(), Samples.NewId(), barcelona.Process.Id);
        await barcelona.Pole.TamperAsync("UPDATE repair SET compared_at = compared_at - 3600000 WHERE origin = @Authority", new { mahdia.Pole.Authority });
        Assert.True(await DueAsync() - TimeProvider.System.GetUtcNow() > TimeSpan.FromMinutes(30));

        (mahdia.Road[barcelona.Pole.Authority], barcelona.Road[mahdia.Pole.Authority]) = (Passage.Cut, Passage.Cut);
        await mahdia.Pole.CreateAsync(missed, Samples.Practice("Manqué"), Audience.Network);
        await Eventually.TrueAsync(async () => await FailuresAsync() > 0, "Mahdia does not see that Barcelona is away.");

        // The courier takes it for delivered, as one that lies or was restored would: only a pull can bring it now.
        await mahdia.Pole.TamperAsync("UPDATE courier SET cursor = (SELECT number FROM ledger_head), failures = 0, problem = NULL, due_at = 0 WHERE relation = @Authority", new { barcelona.Pole.Authority });
        (mahdia.Road[barcelona.Pole.Authority], barcelona.Road[mahdia.Pole.Authority]) = (Passage.Open, Passage.Open);
        Assert.Null(await barcelona.Pole.ShownAsync(mahdia.Pole, missed));
        await mahdia.Pole.CreateAsync(heard, Samples.Practice("De nouveau là"), Audience.Network);

        await barcelona.Pole.ShowsAsync(mahdia.Pole, missed, revision: 1, within: TimeSpan.FromSeconds(60));
        await barcelona.Pole.ShowsAsync(mahdia.Pole, heard, revision: 1);
        Assert.Empty(await LettersAsync(missed));
        Assert.Single(await LettersAsync(heard));
        Assert.Equal(process, barcelona.Process.Id);
        Assert.True(barcelona.Process.IsRunning);

        async Task<DateTimeOffset> DueAsync() =>
            DateTimeOffset.FromUnixTimeMilliseconds((await barcelona.Pole.Database.QueryAsync<long>("SELECT due_at FROM repair WHERE origin = @Authority", new { mahdia.Pole.Authority }))[0]);

        async Task<int> FailuresAsync() => (await mahdia.Pole.Database.QueryAsync<int>("SELECT failures FROM courier WHERE relation = @Authority", new { barcelona.Pole.Authority }))[0];

        Task<IReadOnlyList<string>> LettersAsync(string id) => barcelona.Pole.Database.QueryAsync<string>("SELECT verb FROM inbox JOIN inbox_body USING (number) WHERE body LIKE '%' || @id || '%'", new { id });
    }
}

using Citess.Network.Tests.House;
using Xunit;

namespace Citess.Network.Tests.Federation;

/// <summary>A pole that dies at the worst moments keeps what it promised, and says it to its partner once.</summary>
public sealed class Kill9OfTheWriterTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Kills = 20;
    private const int Clients = 4;
    private const int Practices = 200;

    private PoleNetwork network = default!;

    public async ValueTask InitializeAsync() => network = await PoleNetwork.StartAsync();

    public ValueTask DisposeAsync() => network.DisposeAsync();

    [Fact]
    public async Task What_was_answered_with_success_survives_twenty_kills_of_Mahdia_and_reaches_Barcelona_once()
    {
        var seed = Environment.GetEnvironmentVariable("CITESS_TEST_SEED") is { Length: > 0 } given ? int.Parse(given, System.Globalization.CultureInfo.InvariantCulture) : Random.Shared.Next();
        output.WriteLine($"CITESS_TEST_SEED={seed}");
        var (mahdia, barcelona) = (network.Mahdia, network.Barcelona);
        using var journal = new Journal();
        var clients = Enumerable.Range(0, Clients).Select(number => new StubbornClient(mahdia, journal, number, new Random(seed + number))).ToList();
        var random = new Random(seed - 1);
        var writing = Task.WhenAll(clients.Select(client => client.WriteAsync(Practices / Clients, TestContext.Current.CancellationToken)));
        for (var kill = 1; kill <= Kills; kill++)
        {
            // Each life is a random share of the work; the last ones begin before all is written.
            var until = (Practices * (kill - 1) / Kills) + random.Next((Practices / Kills) - Clients);
            await Eventually.TrueAsync(() => Task.FromResult(clients.Sum(client => client.Settled) >= until), "The clients stand still.", TimeSpan.FromSeconds(120));
            await Task.Delay(random.Next(40));
            await mahdia.Process.KillAsync();
            await mahdia.Process.StartAsync();
        }

        await writing;
        await Promises.KeptAsync(mahdia, barcelona, journal, clients, Practices, output);
    }
}

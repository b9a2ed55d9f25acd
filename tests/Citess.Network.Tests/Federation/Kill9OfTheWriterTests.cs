using System.Text.Json;
using Citess.Network.Tests.House;
using Citess.Poles.Kernel.Catalogue;
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
        await PoleNetwork.ArrivedAsync(mahdia, barcelona, TimeSpan.FromSeconds(180));
        var promised = journal.Read();
        var givenUp = clients.SelectMany(client => client.GivenUp).ToHashSet(StringComparer.Ordinal);
        output.WriteLine($"{promised.Count} promised, {givenUp.Count} given up, {clients.Sum(client => client.Attempts)} attempts");
        Assert.Equal(Practices, promised.Count + givenUp.Count);
        await HoldsAsync(mahdia, "", await mahdia.LibraryAsync(Provenance.Ours), promised, givenUp);
        await HoldsAsync(barcelona, mahdia.Authority, await barcelona.LibraryAsync(Provenance.Partners), promised, givenUp);
        await SaysOnceAsync(mahdia, barcelona);
    }

    /// <summary>Catalogue and documents agree with the journal; what was given up may be there, and then once.</summary>
    private static async Task HoldsAsync(
        RunningPole pole, string origin, IReadOnlyList<CatalogueEntry> library, IReadOnlyDictionary<string, (int Revision, string Title)> promised, HashSet<string> givenUp)
    {
        Assert.All(library.CountBy(entry => entry.Id), each => Assert.Equal(1, each.Value));
        Assert.All(library, entry => Assert.True(promised.ContainsKey(entry.Id) || givenUp.Contains(entry.Id), $"{pole.Name} made {entry.Id} up."));
        var listed = library.ToDictionary(entry => entry.Id, StringComparer.Ordinal);
        var documents = (await pole.Database.QueryAsync<string>("SELECT body FROM document WHERE origin = @origin AND key LIKE 'practice/%'", new { origin }))
            .Select(body => JsonElement.Parse(body))
            .ToDictionary(document => document.GetProperty("id").GetString()!.Split('/')[^1], StringComparer.Ordinal);
        Assert.Equal(listed.Keys.Order(StringComparer.Ordinal), documents.Keys.Order(StringComparer.Ordinal));
        foreach (var (id, (revision, title)) in promised)
        {
            Assert.True(listed.TryGetValue(id, out var entry), $"{pole.Name} lost {id}.");
            Assert.Equal((revision, title), (entry!.Revision, entry.Name.SourceText));
            Assert.Equal((revision, title), (documents[id].GetProperty("revision").GetInt32(), documents[id].GetProperty("name").GetString()));
        }
    }

    /// <summary>Every revision is one entry of the ledger under one activity id, and that came to Barcelona once or was overtaken by a later one.</summary>
    private static async Task SaysOnceAsync(RunningPole mahdia, RunningPole barcelona)
    {
        var said = await mahdia.Database.QueryAsync<string>("SELECT about || '@' || revision FROM ledger WHERE about LIKE 'practice/%'");
        Assert.Equal(said.Count, said.Distinct(StringComparer.Ordinal).Count());
        var activities = await mahdia.Database.QueryAsync<string>("SELECT activity_id FROM ledger WHERE about LIKE 'practice/%'");
        var came = await barcelona.Database.QueryAsync<string>("SELECT activity_id FROM inbox WHERE verb IN ('Create', 'Update') AND body LIKE '%\"kind\":\"practice\"%'");
        Assert.Equal(came.Count, came.Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(came.Except(activities, StringComparer.Ordinal));
        var bodies = await barcelona.Database.QueryAsync<string>("SELECT body FROM document WHERE origin = @Authority AND key LIKE 'practice/%'", new { mahdia.Authority });
        var originals = await mahdia.Database.QueryAsync<string>("SELECT body FROM document WHERE origin = '' AND key LIKE 'practice/%'");
        Assert.Equal(originals.Order(StringComparer.Ordinal), bodies.Order(StringComparer.Ordinal));
    }
}

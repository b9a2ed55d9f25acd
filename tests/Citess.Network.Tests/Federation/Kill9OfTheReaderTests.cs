using System.Globalization;
using System.Text.Json;
using Citess.Network.Tests.House;
using Citess.Poles.Kernel.Catalogue;
using Xunit;

namespace Citess.Network.Tests.Federation;

/// <summary>A partner that is gone for a while misses nothing.</summary>
public sealed class Kill9OfTheReaderTests : IAsyncLifetime
{
    private const int Count = 50;

    private PoleNetwork network = default!;

    public async ValueTask InitializeAsync() => network = await PoleNetwork.StartAsync();

    public ValueTask DisposeAsync() => network.DisposeAsync();

    [Fact]
    public async Task What_Mahdia_published_while_Barcelona_was_killed_is_all_there_once_and_in_order()
    {
        var (mahdia, barcelona) = (network.Mahdia, network.Barcelona);
        var ids = Enumerable.Range(0, Count).Select(_ => Samples.NewId()).ToList();
        foreach (var (index, id) in ids.Index())
        {
            Assert.Equal(1, await mahdia.CreateAsync(id, Samples.Practice(Title(index))));
            if (index == 14)
            {
                // In the middle of what is on its way.
                await barcelona.Process.KillAsync();
            }
        }

        await barcelona.Process.StartAsync();
        await PoleNetwork.ArrivedAsync(mahdia, barcelona, TimeSpan.FromSeconds(120));

        // Several are on the way at once, so that arrivals may pass each other; each comes once.
        var letters = await barcelona.Database.QueryAsync<string>("SELECT body FROM inbox JOIN inbox_body USING (number) WHERE verb = 'Create'");
        Assert.Equal(ids.Select(mahdia.Address).Order(StringComparer.Ordinal), letters.Select(letter => JsonElement.Parse(letter).GetProperty("object").GetProperty("id").GetString()!).Order(StringComparer.Ordinal));
        Assert.Equal(Count, (await barcelona.Database.QueryAsync<string>("SELECT DISTINCT activity_id FROM inbox WHERE verb = 'Create'")).Count);

        var documents = await barcelona.Database.QueryAsync<string>("SELECT key FROM document WHERE origin = @Authority AND key LIKE 'practice/%'", new { mahdia.Authority });
        Assert.Equal(ids.Select(id => "practice/" + id).Order(StringComparer.Ordinal), documents.Order(StringComparer.Ordinal));

        // What people see is in the order in which Mahdia published: the library shows the latest change first.
        var library = await barcelona.LibraryAsync(Provenance.Partners);
        Assert.Equal(Enumerable.Range(0, Count).Reverse().Select(Title), library.Select(entry => entry.Name.SourceText));
        Assert.All(library, entry => Assert.Equal((mahdia.Authority, 1), (entry.Origin, entry.Revision)));
    }

    private static string Title(int index) => string.Create(CultureInfo.InvariantCulture, $"Atelier {index:00}");
}

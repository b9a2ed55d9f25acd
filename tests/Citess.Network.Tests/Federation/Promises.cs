using System.Text.Json;
using Citess.Network.Tests.House;
using Citess.Poles.Kernel.Catalogue;
using Xunit;

namespace Citess.Network.Tests.Federation;

/// <summary>Judges two poles by the journal: what a client was promised is there, and at the partner, once.</summary>
internal static class Promises
{
    public static async Task KeptAsync(RunningPole writer, RunningPole reader, Journal journal, IReadOnlyCollection<StubbornClient> clients, int practices, ITestOutputHelper output)
    {
        await PoleNetwork.ArrivedAsync(writer, reader, TimeSpan.FromSeconds(180));
        var promised = journal.Read();
        var givenUp = clients.SelectMany(client => client.GivenUp).ToHashSet(StringComparer.Ordinal);
        output.WriteLine($"{promised.Count} promised, {givenUp.Count} given up, {clients.Sum(client => client.Attempts)} attempts");
        Assert.Equal(practices, promised.Count + givenUp.Count);
        await HoldsAsync(writer, "", await writer.LibraryAsync(Provenance.Ours), promised, givenUp);
        await HoldsAsync(reader, writer.Authority, await reader.LibraryAsync(Provenance.Partners), promised, givenUp);
        await SaysOnceAsync(writer, reader);
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

    /// <summary>Every revision is one entry of the ledger under one activity id, and that came to the reader once or was overtaken by a later one.</summary>
    private static async Task SaysOnceAsync(RunningPole writer, RunningPole reader)
    {
        var said = await writer.Database.QueryAsync<string>("SELECT about || '@' || revision FROM ledger WHERE about LIKE 'practice/%'");
        Assert.Equal(said.Count, said.Distinct(StringComparer.Ordinal).Count());
        var activities = await writer.Database.QueryAsync<string>("SELECT activity_id FROM ledger WHERE about LIKE 'practice/%'");
        var came = await reader.Database.QueryAsync<string>("SELECT activity_id FROM inbox WHERE verb IN ('Create', 'Update') AND body LIKE '%\"kind\":\"practice\"%'");
        Assert.Equal(came.Count, came.Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(came.Except(activities, StringComparer.Ordinal));
        var bodies = await reader.Database.QueryAsync<string>("SELECT body FROM document WHERE origin = @Authority AND key LIKE 'practice/%'", new { writer.Authority });
        var originals = await writer.Database.QueryAsync<string>("SELECT body FROM document WHERE origin = '' AND key LIKE 'practice/%'");
        Assert.Equal(originals.Order(StringComparer.Ordinal), bodies.Order(StringComparer.Ordinal));
    }
}

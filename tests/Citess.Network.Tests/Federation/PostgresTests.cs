using Citess.Network.Tests.House;
using Citess.Poles.Kernel.Catalogue;
using Xunit;

namespace Citess.Network.Tests.Federation;

/// <summary>Which database a pole keeps its data in is nobody else's business.</summary>
public sealed class PostgresTests : IAsyncLifetime
{
    private readonly PoleNetwork network = new();
    private PostgresDatabase database = default!;

    public async ValueTask InitializeAsync() => database = await PostgresDatabase.MakeAsync();

    public async ValueTask DisposeAsync()
    {
        await network.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task A_pole_on_PostgreSQL_and_one_on_SQLite_share_practices_both_ways()
    {
        var mahdia = await network.AddAsync("Mahdia", "--Citess:Database:Provider=PostgreSql", "--Citess:Database:ConnectionString=" + database.ConnectionString);
        var barcelona = await network.AddAsync("Barcelona");
        Assert.Single(Directory.GetFiles(barcelona.Process.Folder, "citess.db"));
        Assert.Empty(Directory.GetFiles(mahdia.Process.Folder, "citess.db"));

        var (theirs, ours) = (Samples.NewId(), Samples.NewId());
        await mahdia.CreateAsync(theirs, Samples.Practice("Atelier"));
        await barcelona.CreateAsync(ours, Samples.Practice("Taller"));
        await barcelona.ShowsAsync(mahdia, theirs, revision: 1);
        await mahdia.ShowsAsync(barcelona, ours, revision: 1);

        // A kill loses nothing here either.
        await mahdia.EditAsync(theirs, Samples.Practice("Atelier du samedi"), seen: 1);
        await mahdia.Process.KillAsync();
        await barcelona.EditAsync(ours, Samples.Practice("Taller de dissabte"), seen: 1);
        await mahdia.Process.StartAsync();
        await barcelona.ShowsAsync(mahdia, theirs, revision: 2, within: TimeSpan.FromSeconds(90));
        await mahdia.ShowsAsync(barcelona, ours, revision: 2, within: TimeSpan.FromSeconds(90));
        await mahdia.WithdrawAsync(theirs, seen: 2);
        await barcelona.ShowsAsync(mahdia, theirs, revision: 3, isWithdrawn: true);
        Assert.Equal(["Taller de dissabte"], (await mahdia.LibraryAsync(Provenance.Partners)).Select(entry => entry.Name.SourceText));
        Assert.Empty(await barcelona.LibraryAsync(Provenance.Partners));
    }
}

using Citess.Poles.Exchange;
using Citess.Poles.Exchange.Fitting;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Matching;
using Citess.Poles.Network.Blocks;
using Citess.Poles.Tests.Cast;
using Citess.Storage;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;
using Offering = Citess.Poles.Exchange.Offering;

namespace Citess.Poles.Tests.Exchange.Fitting;

/// <summary>A catalogue of Mahdia in its file, rows that are put into it as another process would, and the room where they are matched.</summary>
public sealed class MatchHouse : IAsyncLifetime
{
    public const string Barcelona = "barcelona.example";
    public const string Sfax = "sfax.example";

    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("citess-match-").FullName;
    private readonly ServiceProvider services;
    private int ids;

    public MatchHouse()
    {
        services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(Clock)
            .AddCitessDatabase(new() { Provider = Provider.Sqlite, DataFolder = folder }).AddSingleton<IProjections, Nothing>().BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; } = new(new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    public ICatalogue Catalogue => services.GetRequiredService<ICatalogue>();

    public IBlocks Blocks => services.GetRequiredService<IBlocks>();

    internal MatchRoom Room => field ??= new(Catalogue, Blocks, Mahdia.Pole, Clock);

    public async ValueTask InitializeAsync()
    {
        await StorageRegistration.PrepareAsync(services);
        await PartnerAsync(Barcelona, "ES-B");
        await PartnerAsync(Sfax, "TN-61");
    }

    public async ValueTask DisposeAsync()
    {
        Room.Dispose();
        await services.DisposeAsync();
        System.IO.Directory.Delete(folder, recursive: true);
    }

    public string NewId() => Ulid.NewUlid(Clock.GetUtcNow().AddMilliseconds(ids++)).ToString();

    /// <summary>A want for help with the bylaws of a cooperative; of Mahdia unless another is named.</summary>
    public Task<CatalogueEntry> WantAsync(string origin = "", string concept = "cooperative-creation", Func<CatalogueEntry, CatalogueEntry>? change = null) =>
        PutAsync(ProposalExamples.Wants.Describe(new Want { Title = MultilingualText.Of("fr", "Un besoin"), Means = Means.Expertise, Concepts = [concept], Languages = ["fr"], Until = new(2026, 9, 2) }, Blank(origin, WantKind.Kind)), change);

    /// <summary>An offer of that help; of Barcelona unless another is named.</summary>
    public Task<CatalogueEntry> OfferAsync(string origin = Barcelona, string concept = "cooperative-creation", Func<CatalogueEntry, CatalogueEntry>? change = null, DateTimeOffset? came = null) =>
        PutAsync(ProposalExamples.Offers.Describe(new Offering { Title = MultilingualText.Of("fr", "Une offre"), Means = Means.Expertise, Concepts = [concept], Languages = ["fr"], Until = new(2026, 9, 2) }, Blank(origin, OfferingKind.Kind)), change, came);

    public Task<CatalogueEntry> PartnerAsync(string authority, string territory) => PutAsync(Blank("", "partner") with { Key = "partner/" + authority, Territory = territory, Status = "connected" });

    public CatalogueEntry Blank(string origin, string kind) =>
        new() { Origin = origin, Key = $"{kind}/{NewId()}", Revision = 1, Audience = Audience.Public, Created = Clock.GetUtcNow(), Updated = Clock.GetUtcNow(), Name = MultilingualText.Of("fr", kind) };

    /// <summary>Writes a row, as having come now or at another time.</summary>
    public async Task<CatalogueEntry> PutAsync(CatalogueEntry entry, Func<CatalogueEntry, CatalogueEntry>? change = null, DateTimeOffset? came = null)
    {
        entry = change?.Invoke(entry) ?? entry;
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "citess.db")};Default Timeout=30;Pooling=False");
        await connection.ExecuteAsync(
            """
            INSERT INTO catalogue (origin, key, kind, revision, audience, is_withdrawn, updated, came, territory, status, body)
            VALUES (@Origin, @Key, @Kind, @Revision, @audience, @IsWithdrawn, @updated, @came, @Territory, @Status, @body)
            ON CONFLICT (origin, key) DO UPDATE SET revision = excluded.revision, is_withdrawn = excluded.is_withdrawn, updated = excluded.updated, came = excluded.came, status = excluded.status, body = excluded.body
            """,
            new
            {
                entry.Origin,
                entry.Key,
                entry.Kind,
                entry.Revision,
                audience = (int)entry.Audience,
                entry.IsWithdrawn,
                updated = entry.Updated.ToUnixTimeMilliseconds(),
                came = (came ?? Clock.GetUtcNow()).ToUnixTimeMilliseconds(),
                entry.Territory,
                entry.Status,
                body = StateJson.Write(entry),
            });
        await connection.ExecuteAsync("DELETE FROM catalogue_tag WHERE row_id = (SELECT row_id FROM catalogue WHERE origin = @Origin AND key = @Key)", new { entry.Origin, entry.Key });
        await connection.ExecuteAsync(
            "INSERT INTO catalogue_tag (row_id, facet, value, updated) SELECT row_id, @Facet, @Value, updated FROM catalogue WHERE origin = @Origin AND key = @Key",
            entry.AllTags.Distinct().Select(tag => new { tag.Facet, tag.Value, entry.Origin, entry.Key }));
        return entry;
    }

    /// <summary>What fits, by the keys of the others.</summary>
    internal async Task<IReadOnlyList<string>> FitsAsync(CatalogueEntry entry, Lessons? lessons = null, int most = 20) =>
        [.. (await Room.ForAsync(entry, lessons ?? Lessons.None, most, TestContext.Current.CancellationToken)).Select(fit => entry.Kind == WantKind.Kind ? fit.Match.Offering : fit.Match.Need)];

    /// <summary>Nothing is built anew here.</summary>
    private sealed class Nothing : IProjections
    {
        public CatalogueEntry? OfState(string kind, string stateJson, RecordKey key) => null;

        public CatalogueEntry? OfDocument(Citess.Poles.Kernel.Ledger.SignedDocument document, Citess.ActivityPub.Vocabulary.ApObject read) => null;
    }
}

using Citess.ActivityPub.Delivery;
using Citess.ActivityPub.Fetching;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Inbox;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Kernel.Visitors;
using Citess.Poles.Network.Blocks;
using Citess.Poles.Network.Outgoing;
using Citess.Poles.Network.Visitors;
using Citess.Poles.Tests.Cast;
using Citess.Poles.Tests.Practices.Contributing;
using Citess.Storage;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Citess.Poles.Tests.Network.Outgoing;

/// <summary>Mahdia's way out: a real ledger, real couriers, real HTTP, and a clock that is moved by hand.</summary>
internal sealed class PostOffice : IAsyncDisposable
{
    public const string Barcelona = "barcelona.example";

    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("citess-couriers-").FullName;
    private readonly SafeHttpOptions options = new() { UserAgent = "CitESS/0 (+https://mahdia.example)", AllowPrivateAddresses = true, RequestTimeout = TimeSpan.FromSeconds(20) };
    private readonly HttpClient client;
    private readonly ServiceProvider services;

    private PostOffice()
    {
        client = SafeHttp.Create(options, _ => { });
        services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(Clock).AddCitessDatabase(new() { Provider = Provider.Sqlite, DataFolder = folder }).AddSingleton<IProjections, Nothing>().BuildServiceProvider();
        Poster = new(client, options, TimeProvider.System);
    }

    public FakeTimeProvider Clock { get; } = new(new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    public ActivityPoster Poster { get; }

    public ICourierTable Couriers => services.GetRequiredService<ICourierTable>();

    public ILedger Ledger => services.GetRequiredService<ILedger>();

    public ICatalogue Catalogue => services.GetRequiredService<ICatalogue>();

    public IInbox Inbox => services.GetRequiredService<IInbox>();

    public IDocuments Documents => services.GetRequiredService<IDocuments>();

    public IVisitorReplies Replies => services.GetRequiredService<IVisitorReplies>();

    public IBlocks Blocks => services.GetRequiredService<IBlocks>();

    public IArrivals Arrivals => services.GetRequiredService<IArrivals>();

    public static async Task<PostOffice> OpenAsync()
    {
        var office = new PostOffice();
        await StorageRegistration.PrepareAsync(office.services);
        return office;
    }

    /// <summary>Who lets in what people on other software answer.</summary>
    public VisitorDoor Visitors() => new(new(Documents, Replies, [ContributionExamples.Notes(Mahdia.Pole)], Mahdia.Pole), Replies, Inbox, Blocks, Clock);

    /// <summary>A courier as a fresh process has it; one send is one request.</summary>
    public Courier Courier(string relation = Barcelona) => new(relation, Couriers, Ledger, SendAsync, Clock, NullLogger.Instance);

    public Task ConnectAsync(string inbox, params string[] relations) => PublishAsync(
        [.. (relations.Length == 0 ? [Barcelona] : relations).Select(relation => new OutboxEntry
        {
            Id = $"partner/{relation}@1/0",
            Key = "partner/" + relation,
            Route = new() { Relation = relation, Inbox = inbox.Replace("*", relation, StringComparison.Ordinal), Sees = Audience.Network },
        })]);

    public Task ShareAsync(string verb, int revision, params IEnumerable<int> numbers) => PublishAsync([.. numbers.Select(number => Entry(verb, number, revision))]);

    /// <summary>Says something to one relation about itself.</summary>
    public Task TellAsync(string verb, string relation = Barcelona) => PublishAsync(Entry(verb, 999, 1) with
    {
        Id = $"partner/{relation}@2/{verb}",
        Sharing = Entry(verb, 999, 1).Sharing! with { About = $"partner/{relation}/{verb}", Addressee = relation },
    });

    /// <summary>Says to one relation that something of it is gone from here.</summary>
    public Task ThankAsync(int number, string relation = Barcelona) => PublishAsync(Entry("Accept", number, 1) with
    {
        Id = $"receipt/{number}",
        Sharing = Entry("Accept", number, 1).Sharing! with { About = $"receipt/{relation}/{Key(number)}", Addressee = relation },
    });

    public async Task PublishAsync(params OutboxEntry[] entries)
    {
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "citess.db")};Default Timeout=30"))
        {
            await connection.OpenAsync();
            await using var transaction = await connection.BeginTransactionAsync();
            foreach (var entry in entries)
            {
                await connection.ExecuteAsync("INSERT INTO outbox (entry_id, body) VALUES (@Id, @body)", new { entry.Id, body = StateJson.Write(entry) }, transaction);
            }

            await transaction.CommitAsync();
        }

        while (await Ledger.PublishAsync() > 0)
        {
        }
    }

    public async Task<CourierStand> StandAsync(string relation = Barcelona) => (await Couriers.FindAsync(relation))!;

    /// <summary>Moves the clock to when the courier is due, and lets it go once.</summary>
    public async Task<TimeSpan> NextAsync(Courier courier, string relation = Barcelona)
    {
        var wait = (await StandAsync(relation)).DueAt - Clock.GetUtcNow();
        if (wait > TimeSpan.Zero)
        {
            Clock.Advance(wait);
        }

        await courier.CarryAsync();
        return wait;
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        client.Dispose();
        System.IO.Directory.Delete(folder, recursive: true);
    }

    public Task<DeliveryResult> SendAsync(string inbox, LedgerEntry entry, bool once) => Poster.PostAsync(inbox, entry.Body, Mahdia.Pole.PoleRsa);

    private static OutboxEntry Entry(string verb, int number, int revision)
    {
        var key = Key(number);
        var id = $"{Mahdia.Pole.Origin}/activity/{number}.{revision}.{verb}";
        return new()
        {
            Id = $"{key}@{revision}/{verb}",
            Key = key,
            Sharing = new()
            {
                About = key,
                Revision = revision,
                Verb = verb,
                Audience = Audience.Network,
                ActivityId = id,
                Activity = $$"""{"id":"{{id}}","type":"{{verb}}","object":{"id":"https://mahdia.example/practice/{{number}}","revision":{{revision}} } }""",
            },
        };
    }

    /// <summary>Nothing is built anew here.</summary>
    private sealed class Nothing : IProjections
    {
        public CatalogueEntry? OfState(string kind, string stateJson, RecordKey key) => null;

        public CatalogueEntry? OfDocument(SignedDocument document, Citess.ActivityPub.Vocabulary.ApObject read) => null;
    }

    public static string Key(int number) => "practice/01JNPV3T00000000000000" + number.ToString("0000", System.Globalization.CultureInfo.InvariantCulture);
}

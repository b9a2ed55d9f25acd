using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Inbox;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Blobs;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Inbox;
using Citess.Poles.Network.Blobs;
using Citess.Poles.Network.Incoming;
using Citess.Poles.Network.Repair;
using Citess.Storage;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Orleans.TestingHost;
using Xunit;

namespace Citess.Poles.Tests.Network.Incoming;

/// <summary>Letters that fail among letters that do not: a real inbox, a real silo, and a handler that breaks on purpose.</summary>
public sealed class InboxGrainTests : IAsyncLifetime
{
    private const string Barcelona = "barcelona.example";
    private const string Actor = "https://barcelona.example/pole/01JNPV3T000000000000000000";

    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("citess-inbox-").FullName;
    private readonly FakeTimeProvider clock = new(new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    private InProcessTestCluster cluster = null!;

    private IInboxGrain Grain => cluster.Client.GetGrain<IInboxGrain>("inbox/" + Barcelona);

    private IInbox Inbox => cluster.Silos[0].ServiceProvider.GetRequiredService<IInbox>();

    public async ValueTask InitializeAsync()
    {
        var options = new StorageOptions { Provider = Provider.Sqlite, DataFolder = folder };
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddSingleton<TimeProvider>(clock);
            silo.AddCitessStorage(options);
            var http = new SafeHttpOptions { UserAgent = "CitESS/0 (+https://mahdia.example)", Resolve = (_, _) => Task.FromResult<System.Net.IPAddress[]>([]) };
            silo.Services.AddSingleton(services => new RemoteActors(new DocumentFetcher(SafeHttp.Create(http, _ => { }), http, clock), services.GetRequiredService<IActorCache>(), new Open(), clock));
            silo.Services.AddSingleton<IVerbHandler, Breaking>();

            // Not started: no letter here names an image.
            silo.Services.AddSingleton(services => new BlobDispatcher(
                services.GetRequiredService<IBlobs>(), null!, services.GetRequiredService<IRepairTable>(), services.GetRequiredService<ICatalogue>(), null!, clock, NullLogger<BlobDispatcher>.Instance));
        });
        cluster = builder.Build();
        await cluster.DeployAsync();
        await ExecuteAsync("INSERT INTO remote_actor (id, authority, body, fetched_at) VALUES (@Actor, @Barcelona, @body, 0)", new
        {
            Actor,
            Barcelona,
            body = Ap.Write(new Actor { Id = Actor, Type = "Organization", Kind = "pole", Inbox = Actor + "/inbox", PublicKey = [new() { Id = Actor + "#main-key", Owner = Actor, Pem = "x" }] }).GetRawText(),
        });
    }

    public async ValueTask DisposeAsync()
    {
        await cluster.DisposeAsync();
        System.IO.Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("unreadable")]
    [InlineData("unstorable")]
    public async Task A_letter_that_always_fails_holds_up_those_behind_it_for_ten_minutes_and_is_then_set_aside(string how)
    {
        await SendAsync("first", how, "last");
        for (var attempt = 0; attempt < 10; attempt++)
        {
            await Assert.ThrowsAnyAsync<Exception>(Grain.DrainAsync);
        }

        // However quickly it failed how often: what came before it is done, and what is behind it waits.
        Assert.Equal([how, "last"], await WaitingAsync());
        clock.Advance(TimeSpan.FromMinutes(10));
        Assert.False(await Grain.DrainAsync());
        Assert.Empty(await WaitingAsync());
        Assert.Equal([(how, "set aside after failing for ten minutes")], await QueryAsync<(string, string)>("SELECT activity_id, note FROM inbox WHERE note IS NOT NULL"));
    }

    [Fact]
    public async Task A_letter_whose_actor_is_not_known_any_more_is_not_lost()
    {
        await ExecuteAsync("DELETE FROM remote_actor", null);
        await SendAsync("first");

        await Assert.ThrowsAnyAsync<Exception>(Grain.DrainAsync);
        Assert.Equal(["first"], await WaitingAsync());
    }

    private async Task SendAsync(params string[] ids)
    {
        foreach (var id in ids)
        {
            await Inbox.KeepAsync(new() { ActivityId = id, Sender = Barcelona, Actor = Actor, Verb = "Create", Hash = "00", Body = $$"""{"id":"{{id}}","type":"Create","object":{"id":"x"} }""", Received = clock.GetUtcNow() });
        }
    }

    private async Task<IEnumerable<string>> WaitingAsync() => (await Inbox.WaitingAsync(Barcelona, 10)).Select(letter => letter.ActivityId);

    private Task ExecuteAsync(string sql, object? values) => WithAsync(connection => connection.ExecuteAsync(sql, values));

    private Task<IEnumerable<T>> QueryAsync<T>(string sql) => WithAsync(connection => connection.QueryAsync<T>(sql));

    private async Task<T> WithAsync<T>(Func<SqliteConnection, Task<T>> work)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "citess.db")};Default Timeout=30;Pooling=False");
        await connection.OpenAsync();
        return await work(connection);
    }

    /// <summary>Some letters fail when they are read, some bring what the storage refuses.</summary>
    private sealed class Breaking : IVerbHandler
    {
        public IReadOnlyList<string> Verbs => ["Create"];

        public Task<Outcome> HandleAsync(IncomingLetter incoming, DateTimeOffset now) => incoming.Letter.ActivityId switch
        {
            "unreadable" => throw new FormatException("as ever"),
            "unstorable" => Task.FromResult<Outcome>(new Outcome.Arrived(new(new() { Origin = "", Key = "practice/x", Revision = 1, Audience = Audience.Public, IsTombstone = false, Json = "{}" }, null))),
            _ => Task.FromResult<Outcome>(new Outcome.Done()),
        };
    }

    /// <summary>Nobody is blocked here.</summary>
    private sealed class Open : IHostPolicy
    {
        public ValueTask<HostStanding> StandingAsync(Citess.ActivityPub.Fetching.Origin host, CancellationToken token) => ValueTask.FromResult(HostStanding.Welcome);
    }
}

using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Inbox;
using Citess.Poles.Kernel.Ledger;

namespace Citess.Storage.Tests.Lab;

/// <summary>Things of Mahdia and Barcelona that the tests tell apart by number.</summary>
internal static class Sample
{
    public const string Mahdia = "https://mahdia.example";
    public const string Barcelona = "barcelona.example";
    public static readonly DateTimeOffset Day = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    public static string Key(int number = 1) => "practice/" + Id(number);

    public static string Id(int number) => "01JNPV3T00000000000000" + number.ToString("0000", System.Globalization.CultureInfo.InvariantCulture);

    public static CatalogueEntry Entry(string key, int revision, string name, Audience audience = Audience.Network, string language = "ar") => new()
    {
        Key = key,
        Revision = revision,
        Audience = audience,
        Created = Day,
        Updated = Day.AddMinutes(revision),
        Name = MultilingualText.Of(language, name),
        Languages = [language],
    };

    public static string Document(string key, int revision, string name, string host = Mahdia, string type = "Article") =>
        $$"""{ "type": "{{type}}",  "id":"{{host}}/{{key}}", "revision":{{revision}}, "name":"{{name}}", "é":"\u0627 < \/" }""";

    public static Sharing Sharing(string key, int revision, string verb = "Create", Audience audience = Audience.Network, string name = "تعاونية", string type = "Article") => new()
    {
        About = key,
        Revision = revision,
        Verb = verb,
        Audience = audience,
        ActivityId = $"{Mahdia}/activity/{key.Replace('/', '.')}.{revision}",
        Activity = $$"""{"type":"{{verb}}","actor":"{{Mahdia}}/pole/{{Id(0)}}","object":{{Document(key, revision, name, type: type)}},"id":"{{Mahdia}}/activity/{{key.Replace('/', '.')}}.{{revision}}"}""",
    };

    public static OutboxEntry Outgoing(string key, int revision, string name = "تعاونية", Audience audience = Audience.Network, string verb = "Create") => new()
    {
        Id = $"{key}@{revision}/0",
        Key = key,
        Listing = Entry(key, revision, name, audience),
        Sharing = Sharing(key, revision, verb, audience, name),
    };

    public static OutboxEntry Way(string relation, Audience? sees, int version = 1) => new()
    {
        Id = $"partner/{relation}@{version}/0",
        Key = "partner/" + relation,
        Route = new() { Relation = relation, Inbox = $"https://{relation}/inbox", Sees = sees },
    };

    public static Letter Letter(string id, string sender = Barcelona, string body = "{}") => new()
    {
        ActivityId = id,
        Sender = sender,
        Actor = $"https://{sender}/pole/{Id(0)}",
        Verb = "Create",
        Hash = "00",
        Body = body,
        Received = Day,
    };

    /// <summary>The hash under which the writer of <see cref="Letter"/> used an id; null when it did not.</summary>
    public static async Task<string?> HashOfAsync(this IInbox inbox, string id) => (await inbox.RecallAsync(Letter(id).Actor, id, "", "", "")).Hash;

    public static Arrival Arrival(string key, int revision, string name, bool tombstone = false, string origin = Barcelona) => new(
        new()
        {
            Origin = origin,
            Key = key,
            Revision = revision,
            Audience = Audience.Network,
            IsTombstone = tombstone,
            Json = Document(key, revision, name, "https://" + origin, tombstone ? "Tombstone" : "Article"),
        },
        Entry(key, revision, name) with { Origin = origin, IsWithdrawn = tombstone });

    /// <summary>Puts entries where the trigger would.</summary>
    public static async Task EnqueueAsync(this Store store, params OutboxEntry[] entries)
    {
        foreach (var entry in entries)
        {
            await store.ExecuteAsync("INSERT INTO outbox (entry_id, body) VALUES (@Id, @body)", new { entry.Id, body = StateJson.Write(entry) });
        }
    }

    public static async Task PublishAsync(this Store store, params OutboxEntry[] entries)
    {
        await store.EnqueueAsync(entries);
        while (await store.Ledger.PublishAsync() > 0)
        {
        }
    }
}

using System.Text.Json;
using Citess.Network.Tests.House;

namespace Citess.Network.Tests.Faults;

/// <summary>All that stands in one pole's database about practices, read at one moment.</summary>
internal sealed class Books
{
    private const string OfPractices = "LIKE 'practice/%'";

    private Books(RunningPole pole) => Pole = pole;

    public RunningPole Pole { get; }

    /// <summary>By origin, empty for its own, and key.</summary>
    public required IReadOnlyDictionary<(string Origin, string Key), Listed> Catalogue { get; init; }

    public required IReadOnlyDictionary<(string Origin, string Key), Held> Documents { get; init; }

    /// <summary>What was said to all of an audience.</summary>
    public required IReadOnlyList<Entry> Ledger { get; init; }

    /// <summary>The activities that were ever said, also to one by name.</summary>
    public required IReadOnlySet<string> Said { get; init; }

    /// <summary>The partners that an entry is for, by its number.</summary>
    public required ILookup<long, string> Lists { get; init; }

    public required IReadOnlyList<Way> Couriers { get; init; }

    /// <summary>What a partner acknowledged by reading the feed: beyond After, up to Upto.</summary>
    public required IReadOnlyList<(string Relation, long After, long Upto)> Reads { get; init; }

    public required IReadOnlyList<(string Relation, long Number, string Reason)> Refusals { get; init; }

    public required IReadOnlyList<Came> Inbox { get; init; }

    /// <param name="pole">Whose books.</param>
    /// <param name="isPrepared">True when its database writes down what was read; see <see cref="Autopsy.PrepareAsync"/>.</param>
    public static async Task<Books> ReadAsync(RunningPole pole, bool isPrepared = true)
    {
        var database = pole.Database;
        return new(pole)
        {
            Catalogue = (await database.QueryAsync<Listed>($"SELECT origin, key, revision, is_withdrawn AS IsWithdrawn, audience, body FROM catalogue WHERE key {OfPractices}")).ToDictionary(row => (row.Origin, row.Key)),
            Documents = (await database.QueryAsync<Held>($"SELECT origin, key, revision, is_tombstone AS IsTombstone, body FROM document WHERE key {OfPractices}")).ToDictionary(row => (row.Origin, row.Key)),
            Ledger = await database.QueryAsync<Entry>($"SELECT number, about, revision, verb, audience, activity_id AS ActivityId, is_superseded AS IsSuperseded FROM ledger WHERE about {OfPractices} AND addressee IS NULL ORDER BY number"),
            Said = (await database.QueryAsync<string>("SELECT activity_id FROM ledger")).ToHashSet(StringComparer.Ordinal),
            Lists = (await database.QueryAsync<(long Number, string Relation)>("SELECT number, relation FROM ledger_partner")).ToLookup(row => row.Number, row => row.Relation),
            Couriers = await database.QueryAsync<Way>("SELECT relation, sees, cursor FROM courier"),
            Reads = isPrepared ? await database.QueryAsync<(string, long, long)>("SELECT relation, after, upto FROM test_read") : [],
            Refusals = await database.QueryAsync<(string, long, string)>("SELECT relation, number, reason FROM courier_refusal"),
            Inbox = [.. (await database.QueryAsync<Row>("SELECT number, activity_id AS ActivityId, sender, verb, done, note, body FROM inbox JOIN inbox_body USING (number) WHERE body LIKE '%/practice/%' AND verb IN ('Create', 'Update', 'Delete', 'Remove') ORDER BY number")).Select(Came.Of)],
        };
    }

    /// <summary>True when an entry of ours is for that relation by its audience.</summary>
    public bool IsFor(Entry entry, Way way) => way.Sees is { } sees && (entry.Audience >= sees || Lists[entry.Number].Contains(way.Relation, StringComparer.Ordinal));

    internal sealed class Listed
    {
        public string Origin { get; init; } = "";

        public string Key { get; init; } = "";

        public int Revision { get; init; }

        public bool IsWithdrawn { get; init; }

        public int Audience { get; init; }

        public string Body { get; init; } = "";
    }

    internal sealed class Held
    {
        public string Origin { get; init; } = "";

        public string Key { get; init; } = "";

        public int Revision { get; init; }

        public bool IsTombstone { get; init; }

        public string Body { get; init; } = "";
    }

    internal sealed class Entry
    {
        public long Number { get; init; }

        public string About { get; init; } = "";

        public int Revision { get; init; }

        public string Verb { get; init; } = "";

        public int Audience { get; init; }

        public string ActivityId { get; init; } = "";

        public bool IsSuperseded { get; init; }

        /// <summary>It shows the record, and takes nothing back.</summary>
        public bool Shows => Verb is "Create" or "Update";
    }

    internal sealed class Way
    {
        public string Relation { get; init; } = "";

        public int? Sees { get; init; }

        public long Cursor { get; init; }
    }

    internal sealed class Row
    {
        public long Number { get; init; }

        public string ActivityId { get; init; } = "";

        public string Sender { get; init; } = "";

        public string Verb { get; init; } = "";

        public long? Done { get; init; }

        public string? Note { get; init; }

        public string Body { get; init; } = "";
    }

    /// <summary>A letter that came.</summary>
    internal sealed record Came(long Number, string ActivityId, string Sender, string Verb, bool IsDone, string? Note, string Key, int Revision)
    {
        public bool Shows => Verb is "Create" or "Update";

        public static Came Of(Row row)
        {
            using var letter = JsonDocument.Parse(row.Body);
            var (thing, root) = (letter.RootElement.GetProperty("object"), letter.RootElement);
            var id = thing.ValueKind == JsonValueKind.String ? thing.GetString()! : thing.GetProperty("id").GetString()!;
            var revision = (thing.ValueKind == JsonValueKind.String ? root : thing).GetProperty("revision").GetInt32();
            return new(row.Number, row.ActivityId, row.Sender, row.Verb, row.Done is not null, row.Note, new Uri(id).AbsolutePath[1..], revision);
        }
    }
}

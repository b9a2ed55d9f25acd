using System.Text.Json;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Ledger;
using Citess.Storage.Catalogue;
using Citess.Storage.Sql;
using Dapper;
using Microsoft.Extensions.Logging;

namespace Citess.Storage.Ledger;

/// <summary>
/// Takes entries out of the outbox and puts all that follows from them in its place, in one transaction: numbers in the
/// ledger, documents, rows of the catalogue, couriers.
/// </summary>
internal sealed partial class PublishedBatch(Database database, CatalogueRows catalogue, Bell bell, TimeProvider clock, ILogger<PublishedBatch> log)
{
    /// <summary>All revisions of a record have the same: one of them is read, however many there are.</summary>
    internal const string FirstSql = "SELECT first_number FROM ledger WHERE about = @About ORDER BY number LIMIT 1";

    internal const string TakeSql = "SELECT position, entry_id, body FROM outbox WHERE problem IS NULL ORDER BY position LIMIT @Batch";

    private const int Batch = 200;

    public async Task<int> PublishAsync(CancellationToken stop)
    {
        // Asked every second: an empty outbox must cost no write.
        var waiting = await database.ReadAsync(
            connection => connection.ExecuteScalarAsync<long?>("SELECT 1 FROM outbox WHERE problem IS NULL LIMIT 1"), stop);
        var count = waiting is null ? 0 : await TakeAsync(stop);
        if (count > 0)
        {
            bell.Ring();
        }

        return count;
    }

    /// <summary>All at once; where the database refuses one of them, each by itself, so that the others do not wait for it for ever.</summary>
    private async Task<int> TakeAsync(CancellationToken stop)
    {
        try
        {
            return await database.WriteAsync(writing => TakeAsync(writing, isEachByItself: false), stop);
        }
        catch (Exception fault) when (Faults.IsOfRow(fault))
        {
            return await database.WriteAsync(writing => TakeAsync(writing, isEachByItself: true), stop);
        }
    }

    private async Task<int> TakeAsync(Writing writing, bool isEachByItself)
    {
        // The lock. A second publisher goes on from here only after the first has committed, and then sees what it left.
        var head = await writing.FirstAsync<long>("UPDATE ledger_head SET number = number WHERE id = 1 RETURNING number");
        var taken = (await writing.QueryAsync<Row>(TakeSql, new { Batch })).ToList();
        if (taken.Count == 0)
        {
            return 0;
        }

        var last = head;
        var now = clock.GetUtcNow();
        foreach (var row in taken)
        {
            if (await ReadAsync(writing, row) is { } entry)
            {
                last = isEachByItself ? await PublishAloneAsync(writing, row, entry, last, now) : await PublishAsync(writing, row, entry, last, now);
            }
        }

        await writing.ExecuteAsync("UPDATE ledger_head SET number = @last WHERE id = 1", new { last });
        return taken.Count;
    }

    /// <summary>An entry that cannot be read is set aside with its reason: the others must not wait for it.</summary>
    private async Task<OutboxEntry?> ReadAsync(Writing writing, Row row)
    {
        try
        {
            var entry = StateJson.Read<OutboxEntry>(row.Body);
            _ = entry.Listing?.Kind;
            if (entry.Sharing is { } sharing)
            {
                using var activity = JsonDocument.Parse(sharing.Activity);
            }

            return entry;
        }
        catch (Exception problem) when (problem is JsonException or FormatException)
        {
            await SetAsideAsync(writing, row, problem);
            return null;
        }
    }

    private async Task SetAsideAsync(Writing writing, Row row, Exception problem)
    {
        SetAside(log, row.EntryId, problem);
        await writing.ExecuteAsync("UPDATE outbox SET problem = @Message WHERE position = @Position", new { problem.Message, row.Position });
    }

    private async Task<long> PublishAloneAsync(Writing writing, Row row, OutboxEntry entry, long last, DateTimeOffset now)
    {
        const string before = "entry";
        await writing.Transaction.SaveAsync(before);
        try
        {
            var number = await PublishAsync(writing, row, entry, last, now);
            await writing.Transaction.ReleaseAsync(before);
            return number;
        }
        catch (Exception fault) when (Faults.IsOfRow(fault))
        {
            await writing.Transaction.RollbackAsync(before);
            await SetAsideAsync(writing, row, fault);
            return last;
        }
    }

    private async Task<long> PublishAsync(Writing writing, Row row, OutboxEntry entry, long last, DateTimeOffset now)
    {
        await writing.ExecuteAsync("DELETE FROM outbox WHERE position = @Position", new { row.Position });
        if (entry.Listing is { } listing)
        {
            // What comes through our own outbox is ours, whatever it says.
            await catalogue.PutAsync(writing, listing with { Origin = "" });
        }

        if (entry.Route is { } route)
        {
            await Routes.PutAsync(writing, route, last, now);
        }

        return entry.Sharing is { } sharing && await ShareAsync(writing, entry.Id, sharing, last + 1, now) ? last + 1 : last;
    }

    private static async Task<bool> ShareAsync(Writing writing, string id, Sharing sharing, long number, DateTimeOffset now)
    {
        var added = await writing.ExecuteAsync(
            $"""
            INSERT INTO ledger (number, entry_id, about, revision, verb, audience, addressee, activity_id, activity, recorded, first_number)
            VALUES (@number, @id, @About, @Revision, @Verb, @Audience, @Addressee, @ActivityId, @Activity, @recorded, COALESCE(({FirstSql}), @number))
            ON CONFLICT (entry_id) DO NOTHING
            """,
            new
            {
                number,
                id,
                sharing.About,
                sharing.Revision,
                sharing.Verb,
                Audience = (int)sharing.Audience,
                sharing.Addressee,
                sharing.ActivityId,
                sharing.Activity,
                recorded = now.Ms(),
            });
        if (added == 0)
        {
            return false;
        }

        foreach (var relation in sharing.Partners)
        {
            await writing.ExecuteAsync("INSERT INTO ledger_partner (number, relation) VALUES (@number, @relation) ON CONFLICT DO NOTHING", new { number, relation });
        }

        await Superseding.ByAsync(writing, sharing, number);
        if (sharing is { Verb: Verbs.Remove, Addressee: null })
        {
            await DocumentStore.ForgetAsync(writing, sharing.About);
        }

        if (OwnDocument.Of(sharing) is { } document)
        {
            await DocumentStore.PutAsync(writing, document, number);
        }

        return true;
    }

    [LoggerMessage(1, LogLevel.Error, "Outbox entry {Id} cannot be published and is set aside.")]
    private static partial void SetAside(ILogger log, string id, Exception problem);

    private sealed class Row
    {
        public long Position { get; init; }

        public string EntryId { get; init; } = "";

        public string Body { get; init; } = "";
    }
}

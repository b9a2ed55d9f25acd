using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Inbox;
using Citess.Storage.Catalogue;
using Citess.Storage.Ledger;
using Citess.Storage.Sql;
using Dapper;

namespace Citess.Storage.Inbox;

/// <summary>The inbox in its table.</summary>
internal sealed class InboxStore : IInbox
{
    private const string SeenSql = "SELECT hash FROM inbox WHERE activity_id = @activity AND actor = @actor";

    private const string RecallSql =
        $"""
        SELECT ({SeenSql}),
          COALESCE((SELECT id FROM remote_actor WHERE id = @about), (SELECT owner FROM document WHERE origin = @origin AND key = @key),
            (SELECT actor FROM visitor_reply WHERE address = @about))
        """;

    internal const string SendersSql = "SELECT DISTINCT sender FROM inbox WHERE done IS NULL";

    private const int Trimmed = 500;

    private const string TrimSql =
        """
        DELETE FROM inbox_body WHERE number IN (
          SELECT i.number FROM (SELECT number FROM inbox_body ORDER BY number LIMIT @Trimmed) oldest
          JOIN inbox i ON i.number = oldest.number WHERE i.done < @before)
        """;

    private readonly Database _database;
    private readonly CatalogueRows _catalogue;
    private readonly TimeProvider _clock;
    private readonly Grouped<Letter, Keeping> _arriving;

    public InboxStore(Database database, CatalogueRows catalogue, TimeProvider clock)
    {
        (_database, _catalogue, _clock) = (database, catalogue, clock);
        _arriving = new(256, letters => database.WriteAsync(writing => KeepAsync(writing, letters))) { SizeOf = letter => letter.Body.Length + (letter.ObjectBody?.Length ?? 0) };
    }

    public Task<Recalled> RecallAsync(string actor, string activityId, string about, string origin, string key, CancellationToken stop = default) => _database.AskAsync(
        async standing =>
        {
            await using var answer = await standing.Repeated(RecallSql, "activity", "actor", "about", "origin", "key").ReadAsync(stop, activityId, actor, about, origin, key);
            await answer.ReadAsync(stop);
            return new Recalled(Text(0), Text(1));

            string? Text(int column) => answer.IsDBNull(column) ? null : answer.GetString(column);
        },
        stop);

    /// <summary>A caller that goes away does not take its letter along: it may be on the disk already.</summary>
    public Task<Keeping> KeepAsync(Letter letter, CancellationToken stop = default) => _arriving.AddAsync(letter).WaitAsync(stop);

    public Task<IReadOnlyList<Letter>> WaitingAsync(string sender, int take, CancellationToken stop = default) => _database.ReadAsync<IReadOnlyList<Letter>>(
        async connection => [.. (await connection.QueryAsync<LetterRow>(
            """
            SELECT i.number, i.activity_id, i.sender, i.actor, i.verb, i.hash, b.body, b.object_body, i.received
            FROM inbox i JOIN inbox_body b ON b.number = i.number
            WHERE i.sender = @sender AND i.done IS NULL ORDER BY i.number LIMIT @take
            """,
            new { sender, take })).Select(row => row.ToLetter())],
        stop);

    public Task<IReadOnlyList<string>> SendersAsync(CancellationToken stop = default) => _database.ReadAsync<IReadOnlyList<string>>(
        async connection => (await connection.QueryAsync<string>(SendersSql)).AsList(), stop);

    public Task DoneAsync(IReadOnlyList<Letter> letters, IReadOnlyList<Arrival> arrivals, IReadOnlyDictionary<long, string> note, CancellationToken stop = default)
    {
        foreach (var arrival in arrivals)
        {
            Check(arrival);
        }

        // Always in one order, so that two transactions never hold what the other waits for. The sort is stable.
        List<(Arrival Arrival, CatalogueRow? Row)> rows =
        [
            .. arrivals.OrderBy(each => each.Document.Origin, StringComparer.Ordinal).ThenBy(each => each.Document.Key, StringComparer.Ordinal)
                .Select(each => (each, each.Listing is { } listing ? _catalogue.Of(listing) : null)),
        ];
        return _database.WriteAsync(writing => DoneAsync(writing, letters, rows, note), stop);
    }

    public bool IsOfAll(Exception fault) => Faults.IsOfAll(fault);

    public async Task<int> TrimAsync(DateTimeOffset before, CancellationToken stop = default)
    {
        // A few at a time: all writers wait behind each.
        var count = 0;
        for (int some; (some = await _database.ExecuteAsync(TrimSql, new { before = before.Ms(), Trimmed }, stop)) > 0;)
        {
            count += some;
        }

        if (count > 0)
        {
            await _database.ForgetAsync();
        }

        return count;
    }

    private static async Task<IReadOnlyList<Keeping>> KeepAsync(Writing writing, IReadOnlyList<Letter> letters)
    {
        var insert = writing.Repeated(
            """
            INSERT INTO inbox (activity_id, sender, actor, verb, hash, received, done, note)
            VALUES (@activity_id, @sender, @actor, @verb, @hash, @received, @done, @note)
            ON CONFLICT DO NOTHING
            RETURNING number
            """,
            "activity_id", "sender", "actor", "verb", "hash", "received", "done", "note");
        var insertBody = writing.Repeated("INSERT INTO inbox_body (number, body, object_body) VALUES (@number, @body, @object_body)", "number", "body", "object_body");
        var kept = new Keeping[letters.Count];
        for (var place = 0; place < kept.Length; place++)
        {
            var letter = letters[place];
            var isRead = letter.Note is null;
            var number = await insert.FirstAsync(
                letter.ActivityId, letter.Sender, letter.Actor, letter.Verb, letter.Hash, letter.Received.Ms(), isRead ? null : letter.Received.Ms(), letter.Note);
            if (number is not null && isRead)
            {
                await insertBody.ExecuteAsync(number, letter.Body, letter.ObjectBody);
            }

            kept[place] = number is not null ? Keeping.Kept
                : await writing.FirstAsync<string>(SeenSql, new { activity = letter.ActivityId, actor = letter.Actor }) == letter.Hash ? Keeping.Repeated : Keeping.Reused;
        }

        return kept;
    }

    private async Task DoneAsync(Writing writing, IReadOnlyList<Letter> letters, IReadOnlyList<(Arrival Arrival, CatalogueRow? Row)> arrivals, IReadOnlyDictionary<long, string> note)
    {
        foreach (var (arrival, row) in arrivals)
        {
            if (await DocumentStore.PutAsync(writing, arrival.Document) && row is not null)
            {
                await _catalogue.PutAsync(writing, row);
            }

            foreach (var answer in arrival.Answers)
            {
                // In the same commit as the effect: who was told that a copy is gone can rely on it.
                await writing.ExecuteAsync("INSERT INTO outbox (entry_id, body) VALUES (@Id, @body) ON CONFLICT (entry_id) DO NOTHING", new { answer.Id, body = StateJson.Write(answer) });
            }
        }

        var done = _clock.GetUtcNow().Ms();
        foreach (var same in letters.GroupBy(letter => note.GetValueOrDefault(letter.Number)))
        {
            await writing.ExecuteAsync(
                $"UPDATE inbox SET done = @done, note = @note WHERE number {_database.In("numbers")}",
                new { done, note = same.Key, numbers = same.Select(letter => letter.Number).ToList() });
        }
    }

    /// <summary>A letter never writes a row of ours, and a document never another record's listing.</summary>
    private static void Check(Arrival arrival)
    {
        var (document, listing) = arrival;
        if (document.Origin.Length == 0 || (listing is not null && (listing.Origin != document.Origin || listing.Key != document.Key || listing.Revision != document.Revision)))
        {
            throw new ArgumentException($"The arrival {document.Origin}/{document.Key} and its listing {listing?.Origin}/{listing?.Key} do not belong together, or claim to be ours.", nameof(arrival));
        }
    }
}

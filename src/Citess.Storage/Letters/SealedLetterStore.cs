using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Kernel.Letters;
using Citess.Storage.Sql;
using Dapper;

namespace Citess.Storage.Letters;

/// <summary>Letters in their table. None of their words is anywhere else in the database.</summary>
internal sealed class SealedLetterStore(Database database) : ISealedLetters
{
    private const string Columns = "origin, id, relation, actor, address, offer, language, written, received, erased, confirmed, failures, problem";

    public Task<SealedLetter?> FindAsync(string origin, string id, CancellationToken stop = default) => database.ReadAsync(
        async connection => (await connection.QueryFirstOrDefaultAsync<Row>($"SELECT {Columns}, body FROM sealed_letter WHERE origin = @origin AND id = @id", new { origin, id }))?.ToLetter(), stop);

    public Task<IReadOnlyList<SealedLetter>> ListAsync(int take, CancellationToken stop = default) =>
        ReadAsync($"SELECT {Columns} FROM sealed_letter ORDER BY written DESC, id LIMIT @take", new { take }, stop);

    public Task<IReadOnlyList<SealedLetter>> DueAsync(DateTimeOffset now, int take, CancellationToken stop = default) =>
        ReadAsync($"SELECT {Columns} FROM sealed_letter WHERE due_at <= @now ORDER BY due_at LIMIT @take", new { now = now.Ms(), take }, stop);

    public Task<bool> WriteAsync(SealedLetter letter, OutboxEntry offer, CancellationToken stop = default) => database.WriteAsync(
        async writing => await PutAsync(writing, letter, due: null, "WHERE true") && await TellAsync(writing, offer), stop);

    public Task<bool> NoteAsync(SealedLetter letter, CancellationToken stop = default) => database.WriteAsync(
        writing => PutAsync(writing, letter, letter.Written.Ms(), $"WHERE (SELECT COUNT(*) FROM sealed_letter WHERE origin = @Origin AND due_at IS NOT NULL) < {ISealedLetters.MaxWaiting}"), stop);

    public Task<bool> ReceiveAsync(SealedLetter letter, OutboxEntry receipt, CancellationToken stop = default) => database.WriteAsync(
        async writing => await writing.ExecuteAsync(
            """
            UPDATE sealed_letter SET body = @Text, language = @Language, received = @received, due_at = NULL, problem = NULL
            WHERE origin = @Origin AND id = @Id AND received IS NULL AND erased IS NULL
            """,
            new { letter.Text, letter.Language, received = letter.Received.Ms(), letter.Origin, letter.Id }) > 0 && await TellAsync(writing, receipt),
        stop);

    public Task FailAsync(SealedLetter letter, string problem, DateTimeOffset? due, CancellationToken stop = default) => database.ExecuteAsync(
        "UPDATE sealed_letter SET problem = @problem, failures = failures + 1, due_at = @due WHERE origin = @Origin AND id = @Id AND due_at IS NOT NULL",
        new { problem, due = due.Ms(), letter.Origin, letter.Id },
        stop);

    public async Task<bool> AcknowledgeAsync(string id, DateTimeOffset at, CancellationToken stop = default) => await database.ExecuteAsync(
        "UPDATE sealed_letter SET received = @at WHERE origin = '' AND id = @id AND received IS NULL", new { id, at = at.Ms() }, stop) > 0;

    public async Task<bool> ConfirmAsync(string origin, string id, DateTimeOffset at, CancellationToken stop = default) => await database.ExecuteAsync(
        "UPDATE sealed_letter SET confirmed = @at WHERE origin = @origin AND id = @id AND erased IS NOT NULL AND confirmed IS NULL", new { origin, id, at = at.Ms() }, stop) > 0;

    public async Task EraseAsync(string origin, string id, DateTimeOffset at, OutboxEntry? word, CancellationToken stop = default)
    {
        await database.WriteAsync(
            async writing =>
            {
                await writing.ExecuteAsync(
                    "UPDATE sealed_letter SET body = NULL, language = NULL, due_at = NULL, problem = NULL, erased = COALESCE(erased, @at) WHERE origin = @origin AND id = @id",
                    new { origin, id, at = at.Ms() });
                if (word is not null)
                {
                    await TellAsync(writing, word);
                }
            },
            stop);

        // Until then the log of the database still has the page with the words in it.
        await database.ForgetAsync();
    }

    private static async Task<bool> PutAsync(Writing writing, SealedLetter letter, long? due, string where) => await writing.ExecuteAsync(
        $"""
        INSERT INTO sealed_letter (origin, id, relation, actor, address, offer, body, language, written, due_at)
        SELECT @Origin, @Id, @Relation, @Actor, @Address, @Offer, @Text, @Language, @written, CAST(@due AS BIGINT) {where}
        ON CONFLICT (origin, id) DO NOTHING
        """,
        new { letter.Origin, letter.Id, letter.Relation, letter.Actor, letter.Address, letter.Offer, letter.Text, letter.Language, written = letter.Written.Ms(), due }) > 0;

    private static async Task<bool> TellAsync(Writing writing, OutboxEntry entry)
    {
        await writing.ExecuteAsync("INSERT INTO outbox (entry_id, body) VALUES (@Id, @body) ON CONFLICT (entry_id) DO NOTHING", new { entry.Id, body = StateJson.Write(entry) });
        return true;
    }

    private Task<IReadOnlyList<SealedLetter>> ReadAsync(string sql, object values, CancellationToken stop) => database.ReadAsync<IReadOnlyList<SealedLetter>>(
        async connection => [.. (await connection.QueryAsync<Row>(sql, values)).Select(row => row.ToLetter())], stop);

    private sealed class Row
    {
        public string Origin { get; init; } = "";

        public string Id { get; init; } = "";

        public string Relation { get; init; } = "";

        public string Actor { get; init; } = "";

        public string Address { get; init; } = "";

        public string Offer { get; init; } = "";

        public string? Body { get; init; }

        public string? Language { get; init; }

        public long Written { get; init; }

        public long? Received { get; init; }

        public long? Erased { get; init; }

        public long? Confirmed { get; init; }

        public long Failures { get; init; }

        public string? Problem { get; init; }

        public SealedLetter ToLetter() => new()
        {
            Origin = Origin,
            Id = Id,
            Relation = Relation,
            Actor = Actor,
            Address = Address,
            Offer = Offer,
            Text = Body,
            Language = Language,
            Written = Written.Time(),
            Received = Received.Time(),
            Erased = Erased.Time(),
            Confirmed = Confirmed.Time(),
            Failures = (int)Failures,
            Problem = Problem,
        };
    }
}

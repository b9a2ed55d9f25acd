using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Ledger;
using Citess.Storage.Sql;
using Dapper;

namespace Citess.Storage.Ledger;

/// <summary>Couriers in their table.</summary>
internal sealed class CourierTable(Database database, TimeProvider clock) : ICourierTable
{
    private const string Columns =
        "relation, inbox, sees, rests, cursor, joined, failures, due_at, delivered_at, problem, refused";

    public Task<IReadOnlyList<string>> DueAsync(DateTimeOffset now, int take, CancellationToken stop = default) => database.ReadAsync<IReadOnlyList<string>>(
        async connection => (await connection.QueryAsync<string>(
            """
            SELECT relation FROM courier
            WHERE rests = 0 AND due_at <= @now AND cursor < (SELECT number FROM ledger_head)
            ORDER BY due_at, cursor LIMIT @take
            """,
            new { now = now.Ms(), take })).AsList(),
        stop);

    public async Task<CourierStand?> FindAsync(string relation, CancellationToken stop = default) => (await database.ReadAsync(
        connection => connection.QueryFirstOrDefaultAsync<Row>($"SELECT {Columns} FROM courier WHERE relation = @relation", new { relation }),
        stop))?.ToStand();

    public Task<IReadOnlyList<CourierStand>> AllAsync(CancellationToken stop = default) => database.ReadAsync<IReadOnlyList<CourierStand>>(
        async connection => [.. (await connection.QueryAsync<Row>($"SELECT {Columns} FROM courier ORDER BY relation")).Select(row => row.ToStand())],
        stop);

    /// <summary>
    /// Way and audience are the publisher's to say. A courier that has not yet heard of a new audience, or that its partner
    /// was restored and begins anew, saves nothing: it would undo the return to the beginning.
    /// </summary>
    public Task SaveAsync(CourierStand stand, CancellationToken stop = default) => database.ExecuteAsync(
        """
        UPDATE courier SET cursor = @Cursor, failures = @Failures, due_at = @Due, delivered_at = @Delivered, problem = @Problem
        WHERE relation = @Relation AND COALESCE(sees, 9) = @Sees AND cursor = @ReadAt
        """,
        new
        {
            stand.Relation,
            stand.Cursor,
            stand.ReadAt,
            stand.Failures,
            Due = stand.DueAt.Ms(),
            Delivered = stand.DeliveredAt.Ms(),
            stand.Problem,
            Sees = (int?)stand.Sees ?? 9,
        },
        stop);

    public Task RefuseAsync(string relation, long number, int status, string reason, CancellationToken stop = default) => database.WriteAsync(
        async writing =>
        {
            var added = await writing.ExecuteAsync(
                """
                INSERT INTO courier_refusal (relation, number, status, reason, recorded)
                VALUES (@relation, @number, @status, @reason, @now)
                ON CONFLICT (relation, number) DO NOTHING
                """,
                new { relation, number, status, reason, now = clock.GetUtcNow().Ms() });
            await writing.ExecuteAsync("UPDATE courier SET refused = refused + @added WHERE relation = @relation", new { relation, added });
        },
        stop);

    private sealed class Row
    {
        public string Relation { get; init; } = "";

        public string Inbox { get; init; } = "";

        public int? Sees { get; init; }

        public int Rests { get; init; }

        public long Cursor { get; init; }

        public long Joined { get; init; }

        public int Failures { get; init; }

        public long DueAt { get; init; }

        public long? DeliveredAt { get; init; }

        public string? Problem { get; init; }

        public long Refused { get; init; }

        public CourierStand ToStand() => new()
        {
            Relation = Relation,
            Inbox = Inbox,
            Sees = (Audience?)Sees,
            Rests = Rests != 0,
            Cursor = Cursor,
            ReadAt = Cursor,
            Joined = Joined,
            Failures = Failures,
            DueAt = DueAt.Time(),
            DeliveredAt = DeliveredAt.Time(),
            Problem = Problem,
            Refused = Refused,
        };
    }
}

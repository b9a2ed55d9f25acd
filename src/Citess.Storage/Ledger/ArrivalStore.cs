using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Ledger;
using Citess.Storage.Sql;
using Dapper;

namespace Citess.Storage.Ledger;

/// <summary>Tells from cursors and exceptions what has come where; no row says so by itself.</summary>
internal sealed class ArrivalStore(Database database, TimeProvider clock) : IArrivals
{
    /// <summary>CROSS JOIN: SQLite then begins with the few latest entries, and not with each courier.</summary>
    internal const string OfSql =
        $"""
        SELECT c.relation, c.cursor, c.rests, c.failures, c.problem, l.number, l.revision, l.recorded,
          CASE WHEN {Concern.TakesBack} THEN 1 ELSE 0 END AS takes_back,
          r.reason AS refusal, r.recorded AS refused, e.recorded AS confirmed,
          (SELECT MAX(t.reached) FROM courier_late t WHERE t.relation = c.relation AND t.after < l.number AND t.number >= l.number) AS late
        FROM ledger l CROSS JOIN courier c
        LEFT JOIN courier_refusal r ON r.relation = c.relation AND r.number = l.number
        LEFT JOIN recall_receipt e ON e.relation = c.relation AND e.number = l.number
        WHERE l.about = @about AND {Concern.IsShared}
        ORDER BY c.relation, l.number
        """;

    public Task<IReadOnlyList<RecordArrival>> OfAsync(RecordKey key, CancellationToken stop = default) => database.ReadAsync<IReadOnlyList<RecordArrival>>(
        async connection =>
        {
            var rows = await connection.QueryAsync<Row>(OfSql, new { about = key.ToString() });
            return [.. rows.GroupBy(row => row.Relation).Select(group => group.Last().ToArrival())];
        },
        stop);

    public Task<IReadOnlyDictionary<string, long>> WaitingAsync(IReadOnlyCollection<string> relations, CancellationToken stop = default) => database.ReadAsync<IReadOnlyDictionary<string, long>>(
        async connection => (await connection.QueryAsync<Count>(
            $"""
            SELECT c.relation, (SELECT COUNT(*) FROM (
              SELECT 1 FROM ledger l WHERE l.number > c.cursor AND {Concern.IsAddressed}
              UNION ALL SELECT 1 FROM ledger l WHERE l.number > c.cursor AND {Concern.IsShared}
              LIMIT {IArrivals.MaxCounted}) AS counted) AS number
            FROM courier c WHERE c.relation {database.In(nameof(relations))} AND c.cursor < (SELECT number FROM ledger_head)
            """,
            new { relations = relations.ToArray() })).Where(row => row.Number > 0)
            .ToDictionary(row => row.Relation, row => row.Number, StringComparer.Ordinal),
        stop);

    public Task<IReadOnlyList<CourierRefusal>> RefusalsAsync(string relation, int take, CancellationToken stop = default) => database.ReadAsync<IReadOnlyList<CourierRefusal>>(
        async connection => [.. (await connection.QueryAsync<Refusal>(
            """
            SELECT r.number, l.about, r.status, r.reason, r.recorded FROM courier_refusal r JOIN ledger l ON l.number = r.number
            WHERE r.relation = @relation ORDER BY r.number DESC LIMIT @take
            """,
            new { relation, take })).Select(row => new CourierRefusal(row.Number, row.About, row.Status, row.Reason, row.Recorded.Time()))],
        stop);

    /// <summary>Kept only for an entry that was that relation's to get: mallory cannot fill the table with thanks for what it never got.</summary>
    public async Task<bool> ConfirmAsync(string relation, long number, string activity, CancellationToken stop = default) => await database.ExecuteAsync(
        $"""
        INSERT INTO recall_receipt (number, relation, activity, recorded)
        SELECT l.number, c.relation, @activity, @now FROM ledger l JOIN courier c ON {Concern.Is}
        WHERE l.number = @number AND c.relation = @relation AND {Concern.TakesBack}
        ON CONFLICT (number, relation) DO NOTHING
        """,
        new { relation, number, activity, now = clock.GetUtcNow().Ms() },
        stop) > 0;

    private sealed class Count
    {
        public string Relation { get; init; } = "";

        public long Number { get; init; }
    }

    private sealed class Refusal
    {
        public long Number { get; init; }

        public string About { get; init; } = "";

        public int Status { get; init; }

        public string Reason { get; init; } = "";

        public long Recorded { get; init; }
    }

    private sealed class Row
    {
        public string Relation { get; init; } = "";

        public long Cursor { get; init; }

        public int Rests { get; init; }

        public int Failures { get; init; }

        public string? Problem { get; init; }

        public long Number { get; init; }

        public int Revision { get; init; }

        public long Recorded { get; init; }

        public int TakesBack { get; init; }

        public string? Refusal { get; init; }

        public long? Refused { get; init; }

        public long? Confirmed { get; init; }

        public long? Late { get; init; }

        private ArrivalState State =>
            Refused is not null ? ArrivalState.Refused
            : Number <= Cursor ? ArrivalState.Received
            : Rests != 0 || Failures > 0 || Problem is not null ? ArrivalState.Waiting
            : ArrivalState.Sent;

        public RecordArrival ToArrival() => new()
        {
            Relation = Relation,
            Revision = Revision,
            IsTakenBack = TakesBack != 0,
            State = State,
            Since = (Refused ?? (Number <= Cursor ? Late : null) ?? Recorded).Time(),
            Reason = Refusal ?? (State == ArrivalState.Waiting ? Problem : null),
            Confirmed = Confirmed.Time(),
        };
    }
}

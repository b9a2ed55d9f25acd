using Citess.Poles.Kernel.Ledger;
using Citess.Storage.Inbox;
using Citess.Storage.Sql;
using Dapper;

namespace Citess.Storage.Ledger;

/// <summary>Couriers in their table.</summary>
internal sealed class CourierTable : ICourierTable
{
    private readonly Database _database;
    private readonly TimeProvider _clock;
    private readonly Grouped<Saving, bool> _saving;

    public CourierTable(Database database, TimeProvider clock)
    {
        (_database, _clock) = (database, clock);

        // A change that goes to a thousand partners moves a thousand cursors: in a few commits, and not in a thousand.
        _saving = new(256, savings => database.WriteAsync(writing => SaveAsync(writing, savings)));
    }

    public async Task<IReadOnlyList<string>> DueAsync(DateTimeOffset now, int take, CancellationToken stop = default)
    {
        var due = await _database.ReadAsync(
            async connection => (await connection.QueryAsync<Due>(
                $"""
                SELECT c.relation, CASE WHEN EXISTS (SELECT 1 FROM ledger l WHERE l.number > c.cursor AND {Concern.Is}) THEN 1 ELSE 0 END AS has
                FROM courier c
                WHERE c.rests = 0 AND c.due_at <= @now AND c.cursor < (SELECT number FROM ledger_head)
                ORDER BY c.due_at, c.cursor LIMIT @take
                """,
                new { now = now.Ms(), take })).AsList(),
            stop);
        if (due.Exists(each => each.Has == 0))
        {
            await PassAsync(now, stop);
        }

        return [.. due.Where(each => each.Has != 0).Select(each => each.Relation)];
    }

    public async Task<CourierStand?> FindAsync(string relation, CancellationToken stop = default) => (await _database.ReadAsync(
        connection => connection.QueryFirstOrDefaultAsync<CourierRow>($"SELECT {CourierRow.Columns} FROM courier WHERE relation = @relation", new { relation }),
        stop))?.ToStand();

    public Task<IReadOnlyList<CourierStand>> AllAsync(CancellationToken stop = default) => _database.ReadAsync<IReadOnlyList<CourierStand>>(
        async connection => [.. (await connection.QueryAsync<CourierRow>($"SELECT {CourierRow.Columns} FROM courier ORDER BY relation")).Select(row => row.ToStand())],
        stop);

    public Task<CourierLoad> LoadAsync(string relation, long after, int take, CancellationToken stop = default) => _database.ReadAsync(
        async connection =>
        {
            // First the head: what is published between the two statements is for the next batch.
            var head = await connection.ExecuteScalarAsync<long>("SELECT number FROM ledger_head");
            var rows = (await connection.QueryAsync<LedgerRow>(
                $"""
                SELECT {LedgerRow.Columns} FROM ledger l WHERE l.number > @after AND l.number <= @head
                  AND EXISTS (SELECT 1 FROM courier c WHERE c.relation = @relation AND {Concern.Is})
                ORDER BY l.number LIMIT @take
                """,
                new { relation, after, head, take })).AsList();
            return new CourierLoad([.. rows.Select(row => row.ToEntry())], rows.Count == take ? rows[^1].Number : Math.Max(after, head));
        },
        stop);

    public Task<bool> SaveAsync(CourierStand stand, LateArrival? late = null, CancellationToken stop = default) =>
        _saving.AddAsync(new(stand, late)).WaitAsync(stop);

    public Task RefuseAsync(string relation, long number, int status, string reason, CancellationToken stop = default) => _database.WriteAsync(
        async writing =>
        {
            var added = await writing.ExecuteAsync(
                """
                INSERT INTO courier_refusal (relation, number, status, reason, recorded)
                VALUES (@relation, @number, @status, @reason, @now)
                ON CONFLICT (relation, number) DO NOTHING
                """,
                new { relation, number, status, reason, now = _clock.GetUtcNow().Ms() });
            await writing.ExecuteAsync("UPDATE courier SET refused = refused + @added WHERE relation = @relation", new { relation, added });
        },
        stop);

    public async Task<bool> WakeAsync(string relation, DateTimeOffset now, int failures = 0, CancellationToken stop = default)
    {
        var values = new { relation, now = now.Ms(), failures };

        // Asked for each letter that comes in: who does not wait must cost no write.
        var waits = await _database.ReadAsync(
            connection => connection.ExecuteScalarAsync<long?>("SELECT 1 FROM courier WHERE relation = @relation AND rests = 0 AND due_at > @now AND failures >= @failures", values), stop);
        return waits is not null && await _database.ExecuteAsync("UPDATE courier SET due_at = @now WHERE relation = @relation AND due_at > @now", values, stop) > 0;
    }

    /// <summary>Most entries concern few couriers: the others go on in one statement, and no grain is woken for it.</summary>
    private Task<int> PassAsync(DateTimeOffset now, CancellationToken stop) => _database.ExecuteAsync(
        $"""
        UPDATE courier AS c SET cursor = (SELECT number FROM ledger_head)
        WHERE c.rests = 0 AND c.due_at <= @now AND c.cursor < (SELECT number FROM ledger_head)
          AND NOT EXISTS (SELECT 1 FROM ledger l WHERE l.number > c.cursor AND {Concern.Is})
        """,
        new { now = now.Ms() },
        stop);

    private static async Task<IReadOnlyList<bool>> SaveAsync(Writing writing, IReadOnlyList<Saving> savings)
    {
        var saved = new bool[savings.Count];
        for (var place = 0; place < saved.Length; place++)
        {
            var (stand, late) = savings[place];
            saved[place] = await SaveAsync(writing, stand);
            if (saved[place] && late is not null)
            {
                await writing.ExecuteAsync(
                    """
                    INSERT INTO courier_late (relation, number, after, reached) VALUES (@Relation, @Number, @After, @Reached)
                    ON CONFLICT (relation, number) DO UPDATE SET after = excluded.after, reached = excluded.reached
                    """,
                    new { stand.Relation, late.Number, late.After, Reached = late.Reached.Ms() });
            }
        }

        return saved;
    }

    /// <summary>
    /// Way and audience are the publisher's to say. A courier that has not yet heard of a new audience, or that its partner
    /// was restored and begins anew, saves nothing: it would undo the return to the beginning.
    /// </summary>
    private static async Task<bool> SaveAsync(Writing writing, CourierStand stand) => await writing.ExecuteAsync(
        """
        UPDATE courier SET cursor = @Cursor, failures = @Failures, due_at = @Due, delivered_at = @Delivered, problem = @Problem,
          reached = CASE WHEN sees IS NOT NULL AND reached < @Reached THEN @Reached ELSE reached END
        WHERE relation = @Relation AND generation = @Generation AND cursor = @ReadAt
        """,
        new
        {
            stand.Relation,
            stand.Cursor,
            stand.ReadAt,
            stand.Reached,
            stand.Failures,
            Due = stand.DueAt.Ms(),
            Delivered = stand.DeliveredAt.Ms(),
            stand.Problem,
            stand.Generation,
        }) > 0;

    private sealed record Saving(CourierStand Stand, LateArrival? Late);

    private sealed class Due
    {
        public string Relation { get; init; } = "";

        public int Has { get; init; }
    }
}

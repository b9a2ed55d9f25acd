using System.Globalization;
using Citess.Poles.Kernel.Ledger;
using Citess.Storage.Inbox;
using Citess.Storage.Sql;
using Dapper;

namespace Citess.Storage.Ledger;

/// <summary>Couriers in their table.</summary>
internal sealed class CourierTable : ICourierTable
{
    /// <summary>Which couriers have something to send: the question that is asked whenever the ledger grows.</summary>
    internal const string DueSql =
        $"""
        SELECT c.relation, CASE WHEN {Concern.HasMore} THEN 1 ELSE 0 END AS has
        FROM courier c
        WHERE c.rests = 0 AND c.due_at <= @now AND c.cursor < (SELECT number FROM ledger_head)
        ORDER BY c.due_at, c.cursor LIMIT @take
        """;

    /// <summary>Where what concerns a courier stands; the entries themselves are mostly in memory.</summary>
    internal const string LoadSql =
        $"""
        SELECT l.number FROM courier c CROSS JOIN ledger l
        WHERE c.relation = @relation AND l.number > @after AND l.number <= @head AND {Concern.IsAddressed}
        UNION ALL
        SELECT l.number FROM courier c CROSS JOIN ledger l
        WHERE c.relation = @relation AND l.number > @after AND l.number <= @head AND {Concern.IsShared}
        ORDER BY 1 LIMIT @take
        """;

    /// <summary>What the feed does not bring, and when the first entry was recorded.</summary>
    internal const string GapSql =
        $"""
        SELECT
          (SELECT MIN(l.number) FROM courier c CROSS JOIN ledger l
           WHERE c.relation = @relation AND l.number > @after AND l.number <= @upto AND ({Concern.IsAddressed} OR ({Concern.TakesBack} AND {Concern.IsShared}))) AS letter,
          (SELECT recorded FROM ledger WHERE number > @after ORDER BY number LIMIT 1) AS oldest
        """;

    private const string FindSql = $"SELECT {CourierRow.Columns} FROM courier WHERE relation = @relation";

    private const int Trimmed = 500;

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    private readonly Database _database;
    private readonly LedgerTail _tail;
    private readonly TimeProvider _clock;
    private readonly Grouped<CourierSaving, bool> _saving;
    private readonly Grouped<CourierRefusing, bool> _refusing;
    private long _passedAt;

    public CourierTable(Database database, LedgerTail tail, TimeProvider clock)
    {
        (_database, _tail, _clock) = (database, tail, clock);

        // A change that goes to a thousand partners moves a thousand cursors: in a few commits, and not in a thousand.
        _saving = new(256, savings => database.WriteAsync(writing => CourierSaving.RunAsync(writing, savings)));
        _refusing = new(256, refusals => database.WriteAsync(writing => CourierRefusing.RunAsync(writing, refusals)));
    }

    public async Task<IReadOnlyList<string>> DueAsync(DateTimeOffset now, int take, CancellationToken stop = default)
    {
        var due = await _database.ReadAsync(async connection => (await connection.QueryAsync<Due>(DueSql, new { now = now.Ms(), take })).AsList(), stop);
        if (due.Exists(each => each.Has == 0))
        {
            await PassAsync(now, stop);
        }

        return [.. due.Where(each => each.Has != 0).Select(each => each.Relation)];
    }

    public Task<CourierStand?> FindAsync(string relation, CancellationToken stop = default) => _database.AskAsync(
        async reading =>
        {
            await using var rows = await reading.Repeated(FindSql, "relation").ReadAsync(stop, relation);
            return await rows.ReadAsync(stop) ? rows.GetRowParser<CourierRow>()(rows).ToStand() : null;
        },
        stop);

    public Task<IReadOnlyList<CourierStand>> AllAsync(CancellationToken stop = default) => _database.ReadAsync<IReadOnlyList<CourierStand>>(
        async connection => [.. (await connection.QueryAsync<CourierRow>($"SELECT {CourierRow.Columns} FROM courier ORDER BY relation")).Select(row => row.ToStand())],
        stop);

    public Task<CourierLoad> LoadAsync(string relation, long after, int take, CancellationToken stop = default) => _database.AskAsync(
        async reading =>
        {
            // First the head: what is published between the two statements is for the next batch.
            var head = Convert.ToInt64(await reading.Repeated(LedgerStore.HeadSql).FirstAsync(), CultureInfo.InvariantCulture);
            var numbers = new List<long>();
            await using (var rows = await reading.Repeated(LoadSql, "relation", "after", "head", "take").ReadAsync(stop, relation, after, head, take))
            {
                while (await rows.ReadAsync(stop))
                {
                    numbers.Add(rows.GetInt64(0));
                }
            }

            return new CourierLoad(await _tail.ReadAsync(reading.Connection, numbers), numbers.Count == take ? numbers[^1] : Math.Max(after, head));
        },
        stop);

    public Task<CourierGap> GapAsync(string relation, long after, long upto, CancellationToken stop = default) => _database.ReadAsync(
        async connection =>
        {
            var (letter, oldest) = await connection.QuerySingleAsync<(long? Letter, long? Oldest)>(GapSql, new { relation, after, upto });
            return new CourierGap(letter, oldest.Time());
        },
        stop);

    public Task<bool> SaveAsync(CourierStand stand, LateArrival? late = null, CancellationToken stop = default) =>
        _saving.AddAsync(new(stand, late)).WaitAsync(stop);

    public Task RefuseAsync(string relation, long number, int status, string reason, CancellationToken stop = default) =>
        _refusing.AddAsync(new(relation, number, status, reason, _clock.GetUtcNow())).WaitAsync(stop);

    public Task<bool> WakeAsync(string relation, DateTimeOffset now, int failures = 0, CancellationToken stop = default) =>
        WakeAsync("relation = @name", relation, now, failures, stop);

    public Task<bool> WakeHostAsync(string authority, DateTimeOffset now, int failures, CancellationToken stop = default) =>
        WakeAsync("authority = @name", authority, now, failures, stop);

    public Task<int> VisitorsOfAsync(string authority, CancellationToken stop = default) => _database.ReadAsync(
        connection => connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM courier WHERE authority = @authority AND relation <> authority AND sees IS NOT NULL", new { authority }), stop);

    public Task TurnAwayAsync(string relation, long letters, DateTimeOffset now, CancellationToken stop = default) => _database.ExecuteAsync(
        "UPDATE courier SET turned_away = turned_away + @letters, turned_away_at = @now WHERE relation = @relation", new { relation, letters, now = now.Ms() }, stop);

    public Task<int> TrimAsync(DateTimeOffset before, CancellationToken stop = default) => _database.WriteAsync(
        async writing =>
        {
            var values = new { before = before.Ms(), Trimmed };
            return await writing.ExecuteAsync(
                """
                DELETE FROM courier_late WHERE (relation, number) IN (SELECT relation, number FROM courier_late WHERE reached < @before LIMIT @Trimmed)
                """,
                values) + await writing.ExecuteAsync(
                """
                DELETE FROM courier_refusal WHERE (relation, number) IN (
                  SELECT r.relation, r.number FROM courier_refusal r JOIN ledger l ON l.number = r.number
                  WHERE r.recorded < @before AND l.is_superseded = 1 LIMIT @Trimmed)
                """,
                values);
        },
        stop);

    private async Task<bool> WakeAsync(string which, string name, DateTimeOffset now, int failures, CancellationToken stop)
    {
        var where = $"{which} AND rests = 0 AND due_at > @now AND failures >= @failures";
        var values = new { name, now = now.Ms(), failures };

        // Asked for each letter that comes in: who does not wait must cost no write.
        var waits = await _database.ReadAsync(connection => connection.ExecuteScalarAsync<long?>($"SELECT 1 FROM courier WHERE {where} LIMIT 1", values), stop);
        return waits is not null && await _database.ExecuteAsync($"UPDATE courier SET due_at = @now WHERE {where}", values, stop) > 0;
    }

    /// <summary>
    /// Most entries concern few couriers: the others go on in one statement, and no grain is woken for it. Once a second
    /// at most: an entry for one would else move a thousand.
    /// </summary>
    private async Task PassAsync(DateTimeOffset now, CancellationToken stop)
    {
        if (_passedAt != 0 && _clock.GetElapsedTime(_passedAt) < Rest)
        {
            return;
        }

        _passedAt = _clock.GetTimestamp();

        // Whom another transaction moves now has something to send: to wait for it would be to wait in a circle.
        await _database.ExecuteAsync(
            $"""
            UPDATE courier SET cursor = (SELECT number FROM ledger_head)
            WHERE relation IN (
              SELECT c.relation FROM courier c
              WHERE c.rests = 0 AND c.due_at <= @now AND c.cursor < (SELECT number FROM ledger_head) AND NOT {Concern.HasMore}
              {(_database.IsSqlite ? "" : "FOR UPDATE SKIP LOCKED")})
            """,
            new { now = now.Ms() },
            stop);
    }

    private sealed class Due
    {
        public string Relation { get; init; } = "";

        public int Has { get; init; }
    }
}

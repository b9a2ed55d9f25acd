using Citess.Poles.Network.Repair;
using Citess.Storage.Sql;
using Dapper;

namespace Citess.Storage.Ledger;

/// <summary>The table repair.</summary>
internal sealed class RepairTable(Database database) : IRepairTable
{
    private const string Want =
        """
        INSERT INTO repair (origin, actor, epoch, number, due_at, failures, taken, total, refused, via, is_copied, is_unconfirmed)
        VALUES (@origin, @actor, '', 0, @due, 0, 0, 0, 0, '', @copied, 0)
        ON CONFLICT (origin) DO UPDATE SET
          actor = CASE WHEN excluded.actor = '' THEN repair.actor ELSE excluded.actor END,
          is_copied = CASE WHEN excluded.is_copied = 1 THEN 1 ELSE repair.is_copied END,
          due_at = CASE WHEN excluded.due_at < repair.due_at THEN excluded.due_at ELSE repair.due_at END
        """;

    public Task<IReadOnlyList<string>> DueAsync(DateTimeOffset now, int take, CancellationToken stop = default) => database.ReadAsync<IReadOnlyList<string>>(
        async connection => (await connection.QueryAsync<string>("SELECT origin FROM repair WHERE due_at <= @now ORDER BY due_at LIMIT @take", new { now = now.Ms(), take })).AsList(),
        stop);

    public async Task<RepairStand?> FindAsync(string origin, CancellationToken stop = default) => (await database.ReadAsync(
        connection => connection.QueryFirstOrDefaultAsync<Row>("SELECT * FROM repair WHERE origin = @origin", new { origin }), stop))?.ToStand();

    public Task<IReadOnlyList<RepairStand>> AllAsync(CancellationToken stop = default) => database.ReadAsync<IReadOnlyList<RepairStand>>(
        async connection => [.. (await connection.QueryAsync<Row>("SELECT * FROM repair ORDER BY origin")).Select(row => row.ToStand())], stop);

    public Task WantAsync(string origin, string actor, bool isCopied, DateTimeOffset due, CancellationToken stop = default) => database.ExecuteAsync(
        Want,
        new { origin, actor, copied = isCopied ? 1 : 0, due = due.Ms() },
        stop);

    public Task WantAllAsync(IReadOnlyList<RepairWish> wishes, CancellationToken stop = default) => database.WriteAsync(
        async writing =>
        {
            foreach (var wish in wishes)
            {
                await writing.ExecuteAsync(Want, new { origin = wish.Origin, actor = wish.Actor, copied = 0, due = wish.Due.Ms() });
            }
        },
        stop);

    public Task HeardAsync(string origin, DateTimeOffset due, DateTimeOffset unless, CancellationToken stop = default) => database.ExecuteAsync(
        "UPDATE repair SET due_at = @due WHERE origin = @origin AND due_at > @due AND (compared_at IS NULL OR compared_at < @unless)",
        new { origin, due = due.Ms(), unless = unless.Ms() },
        stop);

    public Task SaveAsync(RepairStand stand, CancellationToken stop = default) => database.ExecuteAsync(
        """
        UPDATE repair SET actor = @Actor, epoch = @Epoch, number = @Number, failures = @Failures, compared_at = @Compared, agreed_since = @Agreed,
          taken = @Taken, total = @Total, refused = @Refused, problem = @Problem, checkpoint = @Checkpoint, as_of = @AsOf, via = @Via, place = @Place, asked = @Asked, keys = @Keys,
          is_unconfirmed = CASE WHEN @Unconfirmed = 1 THEN 1 ELSE is_unconfirmed END, due_at = CASE WHEN due_at = @ReadAt THEN @Due ELSE due_at END
        WHERE origin = @Origin
        """,
        new
        {
            stand.Origin,
            stand.Actor,
            stand.Epoch,
            stand.Number,
            stand.Failures,
            Compared = stand.ComparedAt.Ms(),
            Agreed = stand.AgreedSince.Ms(),
            stand.Taken,
            stand.Total,
            stand.Refused,
            stand.Problem,
            stand.Checkpoint,
            AsOf = stand.AsOf.Ms(),
            stand.Via,
            stand.Place,
            stand.Asked,
            stand.Keys,
            Unconfirmed = stand.IsUnconfirmed ? 1 : 0,
            ReadAt = stand.ReadAt.Ms(),
            Due = stand.DueAt.Ms(),
        },
        stop);

    public Task ConfirmAsync(string origin, CancellationToken stop = default) => database.ExecuteAsync("UPDATE repair SET is_unconfirmed = 0 WHERE origin = @origin", new { origin }, stop);

    public Task ShownAsync(string origin, string actor, DateTimeOffset? asOf, bool isUnconfirmed, DateTimeOffset due, CancellationToken stop = default) => database.WriteAsync(
        async writing =>
        {
            var isKnown = await writing.FirstAsync<long?>("SELECT 1 FROM repair WHERE origin = @origin", new { origin }) is not null;
            await writing.ExecuteAsync(Want, new { origin, actor, copied = isKnown ? 0 : 1, due = due.Ms() });
            await writing.ExecuteAsync(
                """
                UPDATE repair SET as_of = CASE WHEN COALESCE(as_of, 0) < @asOf THEN @asOf ELSE as_of END,
                  is_unconfirmed = CASE WHEN @unconfirmed = 1 THEN 1 ELSE is_unconfirmed END
                WHERE origin = @origin
                """,
                new { origin, asOf = asOf?.Ms() ?? 0, unconfirmed = isUnconfirmed ? 1 : 0 });
        },
        stop);

    public Task ForgetAsync(string origin, CancellationToken stop = default) => database.ExecuteAsync("DELETE FROM repair WHERE origin = @origin", new { origin }, stop);

    private sealed class Row
    {
        public string Origin { get; init; } = "";

        public string Actor { get; init; } = "";

        public string Epoch { get; init; } = "";

        public long Number { get; init; }

        public long DueAt { get; init; }

        public int Failures { get; init; }

        public long? ComparedAt { get; init; }

        public long? AgreedSince { get; init; }

        public long Taken { get; init; }

        public long Total { get; init; }

        public long Refused { get; init; }

        public string? Problem { get; init; }

        public string? Checkpoint { get; init; }

        public long? AsOf { get; init; }

        public string Via { get; init; } = "";

        public string? Place { get; init; }

        public string Asked { get; init; } = "";

        public string Keys { get; init; } = "";

        public int IsCopied { get; init; }

        public int IsUnconfirmed { get; init; }

        public RepairStand ToStand() => new()
        {
            Origin = Origin,
            Actor = Actor,
            Epoch = Epoch,
            Number = Number,
            DueAt = DueAt.Time(),
            ReadAt = DueAt.Time(),
            Failures = Failures,
            ComparedAt = ComparedAt.Time(),
            AgreedSince = AgreedSince.Time(),
            Taken = Taken,
            Total = Total,
            Refused = Refused,
            Problem = Problem,
            Checkpoint = Checkpoint,
            AsOf = AsOf.Time(),
            Via = Via,
            Place = Place,
            Asked = Asked,
            Keys = Keys,
            IsCopied = IsCopied != 0,
            IsUnconfirmed = IsUnconfirmed != 0,
        };
    }
}

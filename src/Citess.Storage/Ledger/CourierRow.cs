using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Ledger;
using Citess.Storage.Sql;

namespace Citess.Storage.Ledger;

/// <summary>A row of the table courier.</summary>
internal sealed class CourierRow
{
    public const string Columns =
        "relation, inbox, sees, rests, cursor, served, generation, joined, failures, due_at, delivered_at, problem, refused, refused_row, refused_since, turned_away, turned_away_at";

    public string Relation { get; init; } = "";

    public string Inbox { get; init; } = "";

    public int? Sees { get; init; }

    public int Rests { get; init; }

    public long Cursor { get; init; }

    public long Served { get; init; }

    public long Generation { get; init; }

    public long Joined { get; init; }

    public int Failures { get; init; }

    public long DueAt { get; init; }

    public long? DeliveredAt { get; init; }

    public string? Problem { get; init; }

    public long Refused { get; init; }

    public int RefusedRow { get; init; }

    public long? RefusedSince { get; init; }

    public long TurnedAway { get; init; }

    public long? TurnedAwayAt { get; init; }

    public CourierStand ToStand() => new()
    {
        Relation = Relation,
        Inbox = Inbox,
        Sees = (Audience?)Sees,
        Rests = Rests != 0,
        Cursor = Cursor,
        ReadAt = Cursor,
        Served = Served,
        Generation = Generation,
        Joined = Joined,
        Failures = Failures,
        DueAt = DueAt.Time(),
        DeliveredAt = DeliveredAt.Time(),
        Problem = Problem,
        Refused = Refused,
        RefusedInRow = RefusedRow,
        RefusedSince = RefusedSince.Time(),
        TurnedAway = TurnedAway,
        TurnedAwayAt = TurnedAwayAt.Time(),
    };
}

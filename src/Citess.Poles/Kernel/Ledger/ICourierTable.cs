namespace Citess.Poles.Kernel.Ledger;

/// <summary>Where one courier stands.</summary>
public sealed record CourierStand
{
    public required string Relation { get; init; }

    public required string Inbox { get; init; }

    public Audience? Sees { get; init; }

    public bool Rests { get; init; }

    /// <summary>Number of the last entry that needs no more sending.</summary>
    public long Cursor { get; init; }

    /// <summary>The cursor as it was read: if the relation began anew since then, this stand is of its past and saves nothing.</summary>
    public long ReadAt { get; init; }

    /// <summary>Ledger head when the relation began: what was withdrawn before was never seen.</summary>
    public long Joined { get; init; }

    public int Failures { get; init; }

    public DateTimeOffset DueAt { get; init; }

    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>Why the last attempt failed, safe to show; null after a success.</summary>
    public string? Problem { get; init; }

    /// <summary>Entries that the other side refused for good.</summary>
    public long Refused { get; init; }
}

/// <summary>One row a courier; which are due is one index. Rows come with a <see cref="Route"/> through the publisher.</summary>
public interface ICourierTable
{
    /// <summary>Relations whose courier has something to do by now and does not rest.</summary>
    Task<IReadOnlyList<string>> DueAsync(DateTimeOffset now, int take, CancellationToken stop = default);

    Task<CourierStand?> FindAsync(string relation, CancellationToken stop = default);

    Task<IReadOnlyList<CourierStand>> AllAsync(CancellationToken stop = default);

    /// <summary>Saves the place; lazily, since a resend is harmless.</summary>
    Task SaveAsync(CourierStand stand, CancellationToken stop = default);

    /// <summary>Records that an entry was refused for good by the other side.</summary>
    Task RefuseAsync(string relation, long number, int status, string reason, CancellationToken stop = default);
}

namespace Citess.Poles.Kernel.Ledger;

/// <summary>Where one courier stands.</summary>
public sealed record CourierStand
{
    /// <summary>The problem of one that is sent nothing until it is heard of, since it refused all for long.</summary>
    public const string Unwanted = "refused everything for a week";

    /// <summary>What the problem of one that answers begins with; the status follows.</summary>
    public const string Answered = "answered ";

    public required string Relation { get; init; }

    public required string Inbox { get; init; }

    public Audience? Sees { get; init; }

    /// <summary>True while its host is blocked.</summary>
    public bool Rests { get; init; }

    /// <summary>Number of the last entry below which nothing needs sending any more.</summary>
    public long Cursor { get; init; }

    /// <summary>The cursor as it was read: if the relation began anew since then, this stand is of its past and saves nothing.</summary>
    public long ReadAt { get; init; }

    /// <summary>How far the feed was given out to the relation, page after page, from where the cursor stood.</summary>
    public long Served { get; init; }

    /// <summary>How often the relation began anew or came to see otherwise, also when the cursor did not move by it.</summary>
    public long Generation { get; init; }

    /// <summary>Ledger head when the relation began: what was withdrawn before was never seen.</summary>
    public long Joined { get; init; }

    /// <summary>Failed rounds in a row.</summary>
    public int Failures { get; init; }

    /// <summary>When it may go again; the beginning of time while all is well, so that the living go before the dead.</summary>
    public DateTimeOffset DueAt { get; init; }

    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>Why the last attempt failed, safe to show; null after a success.</summary>
    public string? Problem { get; init; }

    /// <summary>True when the other side gives no answer at all, as far as its courier knows.</summary>
    public bool IsSilent => Problem is not (null or Unwanted) && !Problem.StartsWith(Answered, StringComparison.Ordinal);

    /// <summary>Entries that the other side refused for good.</summary>
    public long Refused { get; init; }

    /// <summary>How many of them came one after the other, up to now.</summary>
    public int RefusedInRow { get; init; }

    /// <summary>When the first of those in a row was refused; null when the last one was taken.</summary>
    public DateTimeOffset? RefusedSince { get; init; }

    /// <summary>Letters of theirs that were answered "later", since they were more than a partner's share.</summary>
    public long TurnedAway { get; init; }

    public DateTimeOffset? TurnedAwayAt { get; init; }
}

/// <summary>What a courier has to send next, in order; below <paramref name="Through"/> there is nothing else for it.</summary>
public sealed record CourierLoad(IReadOnlyList<LedgerEntry> Entries, long Through);

/// <summary>Some entries that a relation fetched by itself.</summary>
/// <param name="Letter">Number of the first among them that has to go as a letter: it is for that relation alone, or it takes something back and wants an answer.</param>
/// <param name="Oldest">When the first of all was recorded.</param>
public sealed record CourierGap(long? Letter, DateTimeOffset? Oldest);

/// <summary>Entries of the ledger, each by its number, that arrived later than they were recorded.</summary>
public sealed record LateArrival(long After, long Number, DateTimeOffset Reached);

/// <summary>One row a courier; which are due is one index. Rows come with a <see cref="Route"/> through the publisher.</summary>
public interface ICourierTable
{
    /// <summary>Relations whose courier has something to send by now and does not rest, the living first. Moves those on for which there is nothing.</summary>
    Task<IReadOnlyList<string>> DueAsync(DateTimeOffset now, int take, CancellationToken stop = default);

    Task<CourierStand?> FindAsync(string relation, CancellationToken stop = default);

    Task<IReadOnlyList<CourierStand>> AllAsync(CancellationToken stop = default);

    /// <summary>What concerns a relation behind a number: one query a batch.</summary>
    Task<CourierLoad> LoadAsync(string relation, long after, int take, CancellationToken stop = default);

    /// <summary>Of the entries behind <paramref name="after"/> and up to <paramref name="upto"/>, what the feed does not bring.</summary>
    Task<CourierGap> GapAsync(string relation, long after, long upto, CancellationToken stop = default);

    /// <summary>
    /// Saves the place; many couriers share one commit. False when the relation began anew, sees otherwise or began to read
    /// the feed since the stand was read: then nothing is saved, and the round is of the past.
    /// </summary>
    Task<bool> SaveAsync(CourierStand stand, LateArrival? late = null, CancellationToken stop = default);

    /// <summary>Records that an entry was refused for good by the other side; many share one commit.</summary>
    Task RefuseAsync(string relation, long number, int status, string reason, CancellationToken stop = default);

    /// <summary>Makes a courier due that waits after so many failures or more; false when it does not wait.</summary>
    Task<bool> WakeAsync(string relation, DateTimeOffset now, int failures = 0, CancellationToken stop = default);

    /// <summary>The same for every courier to a host: its visitors too.</summary>
    Task<bool> WakeHostAsync(string authority, DateTimeOffset now, int failures, CancellationToken stop = default);

    /// <summary>How many visitors of one host follow.</summary>
    Task<int> VisitorsOfAsync(string authority, CancellationToken stop = default);

    /// <summary>
    /// Takes away what is told of arrivals that were late before <paramref name="before"/>, and of refusals whose entry a
    /// later one took the place of; a few hundred at a time. Returns how many.
    /// </summary>
    Task<int> TrimAsync(DateTimeOffset before, CancellationToken stop = default);

    /// <summary>Adds to the letters of a relation that were answered "later".</summary>
    Task TurnAwayAsync(string relation, long letters, DateTimeOffset now, CancellationToken stop = default);
}

namespace Citess.Poles.Network.Repair;

/// <summary>How far this pole agrees with one origin that it takes things from.</summary>
public sealed record RepairStand
{
    /// <summary>Authority of the origin.</summary>
    public required string Origin { get; init; }

    /// <summary>Its actor; empty as long as nobody has shown it.</summary>
    public string Actor { get; init; } = "";

    public string Epoch { get; init; } = "";

    /// <summary>The place in its log up to which everything was taken, in that epoch.</summary>
    public long Number { get; init; }

    public DateTimeOffset DueAt { get; init; }

    /// <summary>When it was due as it was read: a wish that came since then stays.</summary>
    public DateTimeOffset ReadAt { get; init; }

    public int Failures { get; init; }

    /// <summary>When an answer was last compared with what is held here.</summary>
    public DateTimeOffset? ComparedAt { get; init; }

    /// <summary>Null as long as the two differ.</summary>
    public DateTimeOffset? AgreedSince { get; init; }

    /// <summary>What the round under way has looked at so far, or the last one had.</summary>
    public long Taken { get; init; }

    /// <summary>How much it is to look at; an estimate from above.</summary>
    public long Total { get; init; }

    /// <summary>What came new since it was read; kept nowhere.</summary>
    public long New { get; init; }

    /// <summary>Documents of the round that were worth nothing.</summary>
    public long Refused { get; init; }

    /// <summary>A word of <see cref="RepairProblems"/>; null when nothing is wrong.</summary>
    public string? Problem { get; init; }

    /// <summary>The origin's own signed word on what everyone may see, as it came, when it agreed with what is held here.</summary>
    public string? Checkpoint { get; init; }

    /// <summary>What came through a third pole is as fresh as this.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>The third pole that gave what the origin could not; empty when all is from the origin.</summary>
    public string Via { get; init; } = "";

    /// <summary>Where the list of a third pole is to be read on.</summary>
    public string? Place { get; init; }

    /// <summary>True when people asked for copies although it is no partner.</summary>
    public bool IsCopied { get; init; }

    /// <summary>True when its key is believed only because third poles showed it.</summary>
    public bool IsUnconfirmed { get; init; }

    /// <summary>The epoch in which it was asked once more for what it shares; empty when it never was.</summary>
    public string Asked { get; init; } = "";

    /// <summary>The keys for proofs that it listed when it was last compared with, in multibase, a space between; empty when it never was.</summary>
    public string Keys { get; init; } = "";

    public bool IsCatchingUp => Total > 0 && AgreedSince is null && Problem is null;
}

/// <summary>A partner that is to be compared with at some time or sooner.</summary>
public sealed record RepairWish(string Origin, string Actor, DateTimeOffset Due);

/// <summary>Why two poles do not agree yet; each has a sentence on the page.</summary>
public static class RepairProblems
{
    public const string Silent = "silent";
    public const string Denied = "denied";
    public const string NotOffered = "not-offered";
    public const string Unfit = "unfit";
    public const string Differs = "differs";
    public const string Nowhere = "nowhere";
    public const string Imposed = "imposed";
    public const string Blocked = "blocked";
}

/// <summary>One row an origin; which are due is one index, so 1,000 partners cost one question a second.</summary>
public interface IRepairTable
{
    Task<IReadOnlyList<string>> DueAsync(DateTimeOffset now, int take, CancellationToken stop = default);

    Task<RepairStand?> FindAsync(string origin, CancellationToken stop = default);

    Task<IReadOnlyList<RepairStand>> AllAsync(CancellationToken stop = default);

    /// <summary>Makes sure that these partners are compared with, each at its time or sooner, in one commit.</summary>
    Task WantAllAsync(IReadOnlyList<RepairWish> wishes, CancellationToken stop = default);

    /// <summary>Makes sure that the origin is compared with, at that time or sooner.</summary>
    Task WantAsync(string origin, string actor, bool isCopied, DateTimeOffset due, CancellationToken stop = default);

    /// <summary>It was heard from after a silence: compares soon, unless that was done after <paramref name="unless"/>.</summary>
    Task HeardAsync(string origin, DateTimeOffset due, DateTimeOffset unless, CancellationToken stop = default);

    /// <summary>Keeps how far it is. That a key is unconfirmed can only be added here, and is ended by <see cref="ConfirmAsync"/> alone.</summary>
    Task SaveAsync(RepairStand stand, CancellationToken stop = default);

    /// <summary>The origin itself has shown the key that was believed.</summary>
    Task ConfirmAsync(string origin, CancellationToken stop = default);

    /// <summary>A file of this origin is taken in, as fresh as it says; the origin is asked at <paramref name="due"/>.</summary>
    Task ShownAsync(string origin, string actor, DateTimeOffset? asOf, bool isUnconfirmed, DateTimeOffset due, CancellationToken stop = default);

    Task ForgetAsync(string origin, CancellationToken stop = default);
}

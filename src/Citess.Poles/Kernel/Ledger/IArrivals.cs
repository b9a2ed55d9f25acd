namespace Citess.Poles.Kernel.Ledger;

/// <summary>How far the latest word about a record has come on its way to one relation.</summary>
public enum ArrivalState
{
    /// <summary>Its turn has come, or it is under way.</summary>
    Sent,

    /// <summary>The other side has it on its disk.</summary>
    Received,

    /// <summary>The other side refused it for good.</summary>
    Refused,

    /// <summary>The other side does not answer, or sending to it rests.</summary>
    Waiting,
}

/// <summary>What one relation has, or will have, of a record: derived from its cursor and from exceptions, kept nowhere.</summary>
public sealed record RecordArrival
{
    public required string Relation { get; init; }

    public required int Revision { get; init; }

    /// <summary>True when the word is that the record is taken back from there.</summary>
    public required bool IsTakenBack { get; init; }

    public required ArrivalState State { get; init; }

    /// <summary>When it was received or refused, or since when it is waited for.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Why it was refused, or why it waits; null when there is no trouble.</summary>
    public string? Reason { get; init; }

    /// <summary>When the other side said, signed, that it has taken the record away; null before.</summary>
    public DateTimeOffset? Confirmed { get; init; }

    /// <summary>A single reader on a server of another kind: what it was given is beyond reach.</summary>
    public bool IsVisitor => Relation.Contains('~', StringComparison.Ordinal);
}

/// <summary>An entry that one relation refused for good.</summary>
public sealed record CourierRefusal(long Number, string About, int Status, string Reason, DateTimeOffset Recorded);

/// <summary>What pages tell of things on their way.</summary>
public interface IArrivals
{
    /// <summary>A partner that was away for a year is not counted to its end for a page.</summary>
    const int MaxCounted = 1000;

    /// <summary>Every relation that sees a record of ours, or that it is taken back from.</summary>
    Task<IReadOnlyList<RecordArrival>> OfAsync(RecordKey key, CancellationToken stop = default);

    /// <summary>How many entries still wait, by relation; those with nothing waiting are missing. Counting stops at <see cref="MaxCounted"/>.</summary>
    Task<IReadOnlyDictionary<string, long>> WaitingAsync(IReadOnlyCollection<string> relations, CancellationToken stop = default);

    /// <summary>The latest refusals of one relation.</summary>
    Task<IReadOnlyList<CourierRefusal>> RefusalsAsync(string relation, int take, CancellationToken stop = default);

    /// <summary>Keeps the signed answer of a relation to a withdrawal of ours, once; false when that entry was not for it.</summary>
    Task<bool> ConfirmAsync(string relation, long number, string activity, CancellationToken stop = default);
}

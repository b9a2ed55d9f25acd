using System.Text;
using Citess.ActivityPub.Signatures;

namespace Citess.Poles.Kernel.Ledger;

/// <summary>One numbered entry: what was shared, in the order in which it was.</summary>
public sealed record LedgerEntry
{
    public required long Number { get; init; }

    public required string About { get; init; }

    public required int Revision { get; init; }

    public required string Verb { get; init; }

    public required Audience Audience { get; init; }

    public string? Addressee { get; init; }

    public required string ActivityId { get; init; }

    public required string Activity { get; init; }

    /// <summary>The activity as it goes out; made once, and whoever sends the same entry shares it.</summary>
    public RequestBody Body => field ??= new(Encoding.UTF8.GetBytes(Activity));

    public required DateTimeOffset Recorded { get; init; }

    /// <summary>True when a later entry is about the same record: it need not be sent any more.</summary>
    public bool IsSuperseded { get; init; }

    /// <summary>Number of the first entry about the same record; who never passed it never saw the record.</summary>
    public long FirstNumber { get; init; }
}

/// <summary>The numbered log of all that was shared. Nobody but the publisher writes it.</summary>
public interface ILedger
{
    /// <summary>Completes when the ledger may have grown beyond <paramref name="number"/>, or after a second.</summary>
    Task WaitBeyondAsync(long number, CancellationToken stop);

    Task<long> HeadAsync(CancellationToken stop = default);

    Task<IReadOnlyList<LedgerEntry>> ReadAsync(long after, int take, CancellationToken stop = default);

    /// <summary>What was said last to one relation about itself: asking, answering, leaving; in order.</summary>
    Task<IReadOnlyList<LedgerEntry>> ReadRelationAsync(string relation, CancellationToken stop = default);

    /// <summary>Public entries that anyone may read, newest first, below <paramref name="before"/>: the outbox collection.</summary>
    Task<IReadOnlyList<LedgerEntry>> ReadPublicAsync(long before, int take, CancellationToken stop = default);

    Task<long> CountPublicAsync(CancellationToken stop = default);

    Task<LedgerEntry?> FindActivityAsync(string activityId, CancellationToken stop = default);

    /// <summary>
    /// Moves up to 200 entries from the outbox into ledger, catalogue, documents and routes in one transaction; returns how many.
    /// Safe to run twice at once: the locked head row decides.
    /// </summary>
    Task<int> PublishAsync(CancellationToken stop = default);
}

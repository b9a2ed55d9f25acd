using Citess.Poles.Kernel.Ledger;

namespace Citess.Poles.Kernel.Letters;

/// <summary>
/// A letter from one pole to one other: a referral, personal data. It is no record: it is signed by nobody, shared with
/// nobody, found by no search, and each side can erase it.
/// </summary>
public sealed record SealedLetter
{
    public const string Kind = "letter";
    public const int MaxText = 20_000;

    /// <summary>Authority of the pole that wrote it; empty when it is ours.</summary>
    public required string Origin { get; init; }

    public required string Id { get; init; }

    /// <summary>The other pole: the addressee of ours, the writer of theirs.</summary>
    public required string Relation { get; init; }

    public required string Actor { get; init; }

    public required string Address { get; init; }

    /// <summary>Id of the activity that told of it.</summary>
    public required string Offer { get; init; }

    /// <summary>Null before it was fetched, and after it was erased.</summary>
    public string? Text { get; init; }

    public string? Language { get; init; }

    public required DateTimeOffset Written { get; init; }

    /// <summary>When the addressee had it on its disk.</summary>
    public DateTimeOffset? Received { get; init; }

    public DateTimeOffset? Erased { get; init; }

    /// <summary>When the other side said, signed, that it is erased there too.</summary>
    public DateTimeOffset? Confirmed { get; init; }

    public int Failures { get; init; }

    /// <summary>Why it could not be fetched yet, or why it never will be.</summary>
    public string? Problem { get; init; }

    public bool IsOurs => Origin.Length == 0;
}

/// <summary>Letters in a table of their own. What is told about one goes out in the same transaction as what is kept of it.</summary>
public interface ISealedLetters
{
    /// <summary>What one pole may have waiting here; more is not taken.</summary>
    const int MaxWaiting = 1000;

    Task<SealedLetter?> FindAsync(string origin, string id, CancellationToken stop = default);

    /// <summary>The latest, without their texts.</summary>
    Task<IReadOnlyList<SealedLetter>> ListAsync(int take, CancellationToken stop = default);

    /// <summary>Keeps one of ours; false when its id is taken.</summary>
    Task<bool> WriteAsync(SealedLetter letter, OutboxEntry offer, CancellationToken stop = default);

    /// <summary>Notes that one waits at its origin, to be fetched at once; false when it is noted already, or too many wait there.</summary>
    Task<bool> NoteAsync(SealedLetter letter, CancellationToken stop = default);

    /// <summary>Those of others that are to be fetched by now.</summary>
    Task<IReadOnlyList<SealedLetter>> DueAsync(DateTimeOffset now, int take, CancellationToken stop = default);

    /// <summary>Keeps what was fetched, together with the receipt; false when it is here already or was taken back meanwhile.</summary>
    Task<bool> ReceiveAsync(SealedLetter letter, OutboxEntry receipt, CancellationToken stop = default);

    /// <summary>It could not be fetched: why, and when to try again; null for never.</summary>
    Task FailAsync(SealedLetter letter, string problem, DateTimeOffset? due, CancellationToken stop = default);

    /// <summary>The addressee of one of ours has it; from then on it is served no more.</summary>
    Task<bool> AcknowledgeAsync(string id, DateTimeOffset at, CancellationToken stop = default);

    /// <summary>The other side has erased it.</summary>
    Task<bool> ConfirmAsync(string origin, string id, DateTimeOffset at, CancellationToken stop = default);

    /// <summary>Erases what it says, here; with a word to the other side, if there is one to say. May be repeated.</summary>
    Task EraseAsync(string origin, string id, DateTimeOffset at, OutboxEntry? word, CancellationToken stop = default);
}

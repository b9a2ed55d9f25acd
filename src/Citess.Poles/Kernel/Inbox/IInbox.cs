using System.Collections.Immutable;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Ledger;

namespace Citess.Poles.Kernel.Inbox;

/// <summary>An activity that passed the gate.</summary>
public sealed record Letter
{
    /// <summary>Order of arrival; 0 before it is kept.</summary>
    public long Number { get; init; }

    public required string ActivityId { get; init; }

    /// <summary>Authority of the sender: letters of one sender are taken in order.</summary>
    public required string Sender { get; init; }

    /// <summary>The actor that signed.</summary>
    public required string Actor { get; init; }

    public required string Verb { get; init; }

    /// <summary>SHA-256 of the bytes, hexadecimal: tells an identical repeat from a reused id.</summary>
    public required string Hash { get; init; }

    /// <summary>Why nothing will come of it; then it is done as it is kept, and only id and hash of it are. Null for all that is to be read.</summary>
    public string? Note { get; init; }

    /// <summary>The bytes as they came, as text.</summary>
    public required string Body { get; init; }

    /// <summary>What it is about, as fetched from its own address; null when it stands inside the letter.</summary>
    public string? ObjectBody { get; init; }

    public required DateTimeOffset Received { get; init; }
}

/// <summary>What a letter brings: the document as it came, and how lists show it; null for what is kept and not listed, as an actor is.</summary>
public sealed record Arrival(SignedDocument Document, CatalogueEntry? Listing)
{
    /// <summary>What follows from it for others, in the same commit: a receipt for the sender, our word to those who see what it is about.</summary>
    public ImmutableArray<OutboxEntry> Answers { get => field.IsDefault ? [] : field; init; } = [];
}

/// <summary>What came of keeping a letter.</summary>
public enum Keeping
{
    /// <summary>It is on the disk.</summary>
    Kept,

    /// <summary>The same bytes were there already.</summary>
    Repeated,

    /// <summary>Its actor used the id before, for other bytes.</summary>
    Reused,
}

/// <summary>What is known of a letter that comes: the hash under which its actor used the id, and whose the thing is that it is about.</summary>
public sealed record Recalled(string? Hash, string? Owner);

/// <summary>Letters from the gate to their handlers: kept durably once, before anybody is told 202.</summary>
public interface IInbox
{
    /// <summary>
    /// One question for all that the gate asks with each letter. <paramref name="about"/> is the address of a thing, which may
    /// be an actor, and <paramref name="origin"/> and <paramref name="key"/> what a record under it is kept by; empty for none.
    /// </summary>
    Task<Recalled> RecallAsync(string actor, string activityId, string about, string origin, string key, CancellationToken stop = default);

    /// <summary>Returns once the letter is on the disk, or was before; many callers share one commit.</summary>
    Task<Keeping> KeepAsync(Letter letter, CancellationToken stop = default);

    /// <summary>Letters of one sender that wait, in order.</summary>
    Task<IReadOnlyList<Letter>> WaitingAsync(string sender, int take, CancellationToken stop = default);

    /// <summary>Senders that have letters waiting.</summary>
    Task<IReadOnlyList<string>> SendersAsync(CancellationToken stop = default);

    /// <summary>
    /// Marks letters as done together with what they bring, in one transaction. An arrival applies only if its revision is
    /// higher than what is held. <paramref name="note"/> says per letter number why nothing came of it.
    /// </summary>
    Task DoneAsync(IReadOnlyList<Letter> letters, IReadOnlyList<Arrival> arrivals, IReadOnlyDictionary<long, string> note, CancellationToken stop = default);

    /// <summary>True when the fault is the database's, which any other letter would meet as well.</summary>
    bool IsOfAll(Exception fault);

    /// <summary>Takes the bodies out of letters done before <paramref name="before"/>; ids and hashes stay. Returns how many.</summary>
    Task<int> TrimAsync(DateTimeOffset before, CancellationToken stop = default);
}

namespace Citess.Poles.Kernel.Ledger;

/// <summary>What somebody may see of what is ours.</summary>
/// <param name="Least">The least audience that they belong to.</param>
/// <param name="Joined">Ledger head when they first saw anything beyond the public: what was withdrawn before does not concern them.</param>
/// <param name="Relation">The relation whose lists they stand on; empty for whoever stands on none.</param>
public sealed record Sight(Audience Least, long Joined, string Relation = "")
{
    public static Sight OfAnyone { get; } = new(Audience.Public, 0);
}

/// <summary>A document of ours with the number of its latest change.</summary>
public sealed record Change(long Number, SignedDocument Document);

/// <summary>Changes in the order of the ledger.</summary>
/// <param name="Items">Each document once, at its latest change.</param>
/// <param name="Upto">All that concerns the asker up to this number is in here or before.</param>
/// <param name="IsLast">True when there is nothing behind it by now.</param>
public sealed record ChangesSlice(IReadOnlyList<Change> Items, long Upto, bool IsLast);

/// <summary>One living document as a digest sees it.</summary>
public readonly record struct Living(string Key, int Revision, Audience Audience);

/// <summary>Reads documents in the ways that repair between poles asks for.</summary>
public interface IChanges
{
    /// <summary>
    /// Documents of ours behind a number, as many as go into a <see cref="PageRoom"/>. Where a record went out of sight, the
    /// signed Remove stands in its place.
    /// </summary>
    Task<ChangesSlice> ReadAsync(Sight sight, long after, CancellationToken stop = default);

    /// <summary>How many documents of ours, tombstones among them, somebody may see.</summary>
    Task<long> CountAsync(Sight sight, CancellationToken stop = default);

    /// <summary>Some documents of ours, as far as they may be seen.</summary>
    Task<IReadOnlyList<SignedDocument>> FindAsync(Sight sight, IReadOnlyList<string> keys, CancellationToken stop = default);

    /// <summary>What is held of another pole, in the order of keys; tombstones are among it.</summary>
    Task<IReadOnlyList<SignedDocument>> OfAsync(string origin, Audience least, string after, int take, CancellationToken stop = default);

    /// <summary>How many documents <see cref="OfAsync"/> leads to.</summary>
    Task<long> CountOfAsync(string origin, Audience least, CancellationToken stop = default);

    /// <summary>
    /// Tells of each living document of one origin (empty for ours) at one moment; returns where the ledger stood at that
    /// moment. No body is read.
    /// </summary>
    Task<long> ScanAsync(string origin, Action<Living> each, CancellationToken stop = default);

    /// <summary>The living documents of ours that are for a list on which the relation stands.</summary>
    Task<IReadOnlyList<Living>> ListedAsync(string relation, CancellationToken stop = default);

    /// <summary>The revisions that are held of some documents; those that are not held are missing.</summary>
    Task<IReadOnlyDictionary<string, int>> RevisionsAsync(string origin, IReadOnlyCollection<string> keys, CancellationToken stop = default);

    /// <summary>Takes out all that is held of an origin that turned out to be another.</summary>
    Task DropAsync(string origin, CancellationToken stop = default);

    /// <summary>Takes these out, as long as they are held as they were read: one that came to another revision since then stays.</summary>
    Task DropAsync(IReadOnlyList<SignedDocument> documents, CancellationToken stop = default);

    /// <summary>
    /// Empties the bodies of entries that later ones took the place of, recorded before <paramref name="before"/>; numbers
    /// and hashes stay. At most a few hundred at a time; returns how many.
    /// </summary>
    Task<int> CompactAsync(DateTimeOffset before, CancellationToken stop = default);
}

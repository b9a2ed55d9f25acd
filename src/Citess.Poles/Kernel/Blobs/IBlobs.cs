namespace Citess.Poles.Kernel.Blobs;

/// <summary>The bytes of an image or document.</summary>
public sealed record Blob(string Hash, string MediaType, ReadOnlyMemory<byte> Bytes);

/// <summary>Who asks for a blob.</summary>
/// <param name="Least">The least audience that they belong to here.</param>
/// <param name="Relation">The partner pole that asks, signed; empty for anybody else.</param>
public sealed record BlobSight(Audience Least, string Relation = "");

/// <summary>What records name by hash. A blob has no audience of its own: whoever may see a record that names it may see it.</summary>
public interface IBlobs
{
    /// <summary>Null when it is not here.</summary>
    Task<Blob?> FindAsync(string hash, CancellationToken stop = default);

    /// <summary>The widest audience of the records by which this asker may see it; null when there is none.</summary>
    Task<Audience?> SeenAsync(string hash, BlobSight sight, CancellationToken stop = default);

    /// <summary>Keeps what people of this pole bring, until a record names it or that time has come. False when too much waits like this.</summary>
    Task<bool> BringAsync(Blob blob, DateTimeOffset until, CancellationToken stop = default);

    /// <summary>Keeps those that are here as the links say, until a record names them or that time has come; returns the others.</summary>
    Task<IReadOnlyList<BlobLink>> HoldAsync(IReadOnlyCollection<BlobLink> links, DateTimeOffset until, CancellationToken stop = default);

    /// <summary>What records of one origin (empty for ours) name and is not here, in the order of hashes, behind one.</summary>
    Task<IReadOnlyList<BlobLink>> WantedAsync(string origin, string after, int take, CancellationToken stop = default);

    /// <summary>Keeps what came from elsewhere, if a record names it; false otherwise.</summary>
    Task<bool> KeepAsync(Blob blob, CancellationToken stop = default);

    /// <summary>Removes what no record names any more; returns how many.</summary>
    Task<int> SweepAsync(DateTimeOffset now, CancellationToken stop = default);
}

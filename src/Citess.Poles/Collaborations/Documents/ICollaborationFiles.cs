using Citess.Poles.Kernel.Blobs;

namespace Citess.Poles.Collaborations.Documents;

/// <summary>A document as a collaboration names it.</summary>
/// <param name="Hash">SHA-256 of its bytes, 64 lower-case hexadecimal digits.</param>
/// <param name="MediaType">As its author says.</param>
/// <param name="IsOurs">True when this pole named it.</param>
public sealed record NamedFile(string Hash, string MediaType, bool IsOurs);

/// <summary>
/// The documents of collaborations in this database. One that a partner names is given only when a partner gave the bytes:
/// whoever knows a hash must not get by it what is held here for another reason.
/// </summary>
public interface ICollaborationFiles
{
    /// <summary>Collaborations in which this document was given.</summary>
    Task<IReadOnlyList<string>> NamingAsync(string hash, CancellationToken stop = default);

    /// <summary>Collaborations that lack a document here.</summary>
    Task<IReadOnlyList<string>> WantingAsync(CancellationToken stop = default);

    /// <summary>What one collaboration lacks here.</summary>
    Task<IReadOnlyList<NamedFile>> WantedAsync(string collaboration, CancellationToken stop = default);

    /// <summary>Keeps what a partner gave, if the collaboration still names it; false otherwise.</summary>
    Task<bool> KeepAsync(string collaboration, Blob blob, CancellationToken stop = default);

    /// <summary>The documents that are here, each with the number of its bytes.</summary>
    Task<IReadOnlyDictionary<string, int>> SizesAsync(string collaboration, CancellationToken stop = default);
}

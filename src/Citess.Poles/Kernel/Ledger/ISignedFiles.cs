namespace Citess.Poles.Kernel.Ledger;

/// <summary>Gives signed documents as a file that any pole takes in and verifies.</summary>
public interface ISignedFiles
{
    /// <summary>
    /// Writes documents word for word; those of one origin must stand together, since what says its keys goes before them.
    /// An origin whose keys nobody here has confirmed is left out.
    /// </summary>
    Task WriteAsync(IAsyncEnumerable<SignedDocument> documents, Stream target, CancellationToken stop = default);
}

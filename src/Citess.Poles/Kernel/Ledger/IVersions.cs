namespace Citess.Poles.Kernel.Ledger;

/// <summary>What shared records said before, ours and of others: signed documents, word for word.</summary>
public interface IVersions
{
    /// <summary>
    /// The versions below a revision that are for an audience, the newest first; the present one is among them. What is taken
    /// back is not, nor what of another pole was shown to somebody else alone.
    /// </summary>
    Task<IReadOnlyList<SignedDocument>> OfAsync(string origin, RecordKey key, Audience least, int below, int take, CancellationToken stop = default);

    /// <summary>Living documents of another pole whose earlier versions may have gone past this one.</summary>
    Task<IReadOnlyList<SignedDocument>> LackingAsync(string origin, int take, CancellationToken stop = default);

    /// <summary>Forgets what was kept of another pole, so that it is taken once more: a key that is revoked now may have signed any of it.</summary>
    Task ForgetAsync(string origin, CancellationToken stop = default);

    /// <summary>Keeps earlier versions of a document of another pole, unless it has changed or gone meanwhile. With <paramref name="isAll"/> there are no others.</summary>
    Task KeepAsync(SignedDocument held, IReadOnlyList<SignedDocument> earlier, bool isAll, CancellationToken stop = default);
}

using Citess.Poles.Kernel.Contributions;

namespace Citess.Poles.Kernel.Ledger;

/// <summary>A signed document as it came: served and verified word for word.</summary>
public sealed record SignedDocument
{
    /// <summary>Authority of its pole; empty when it is ours.</summary>
    public required string Origin { get; init; }

    public required string Key { get; init; }

    public required int Revision { get; init; }

    public required Audience Audience { get; init; }

    public required bool IsTombstone { get; init; }

    public required string Json { get; init; }

    /// <summary>The actor whose it is; empty when it is ours.</summary>
    public string Owner { get; init; } = "";

    /// <summary>True when it is a pole's word on what another one said.</summary>
    public bool IsPassedOn => Key.StartsWith(Addition.Kind + "/", StringComparison.Ordinal);
}

/// <summary>The signed documents of all that was shared, ours and of others, each at its highest revision.</summary>
public interface IDocuments
{
    Task<SignedDocument?> FindAsync(string origin, RecordKey key, CancellationToken stop = default);
}

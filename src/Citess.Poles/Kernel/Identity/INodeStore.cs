namespace Citess.Poles.Kernel.Identity;

/// <summary>Whose key it is: the pole speaks for people, the server signs fetches and speaks for no one.</summary>
public enum KeyOwner
{
    Pole,
    Server,
}

/// <summary>A key pair of this database, with the time in which it signs; a retired key stays published.</summary>
public sealed record NodeKey
{
    /// <summary>Fragment of the key's address, for example <c>main-key</c> or <c>ed25519-key</c>.</summary>
    public required string Name { get; init; }

    public required KeyOwner Owner { get; init; }

    /// <summary><c>rsa</c> (PKCS#8 PEM) or <c>ed25519</c> (secret multibase).</summary>
    public required string Algorithm { get; init; }

    public required string Private { get; init; }

    public required DateTimeOffset Created { get; init; }

    public DateTimeOffset? Retired { get; init; }

    /// <summary>When it was known to be in the hands of others: from then on it is published no more, and <see cref="Private"/> is empty.</summary>
    public DateTimeOffset? Revoked { get; init; }
}

/// <summary>What makes this database the one that it is.</summary>
public sealed record NodeRecord
{
    /// <summary>Renewed by restore: a number of the ledger means something only together with it.</summary>
    public required string Epoch { get; init; }

    /// <summary>ULID of the pole's actor.</summary>
    public required string PoleId { get; init; }

    /// <summary>ULID of the server's actor.</summary>
    public required string ServerId { get; init; }

    public required IReadOnlyList<NodeKey> Keys { get; init; }
}

/// <summary>Keeps the identity of this database.</summary>
public interface INodeStore
{
    /// <summary>Reads the identity; keeps <paramref name="fresh"/> when there is none yet, and returns what is kept.</summary>
    Task<NodeRecord> LoadAsync(Func<NodeRecord> fresh, CancellationToken stop = default);

    /// <summary>Keeps these keys in place of the ones that are there.</summary>
    Task KeepKeysAsync(IReadOnlyList<NodeKey> keys, CancellationToken stop = default);

    /// <summary>
    /// The same when the old keys are revoked, in one transaction: what waits for couriers is proved anew by
    /// <paramref name="proveAgain"/>, and every living record is to be shared anew at the next start. Returns how many those are.
    /// </summary>
    Task<int> RevokeKeysAsync(IReadOnlyList<NodeKey> keys, Func<string, string> proveAgain, CancellationToken stop = default);

    /// <summary>Keys of the records that are still to be shared anew because what proved them was revoked.</summary>
    Task<IReadOnlyList<string>> DueToRenewAsync(CancellationToken stop = default);

    /// <summary>True from a restore until <see cref="EndRecoveryAsync"/>.</summary>
    Task<bool> IsRecoveringAsync(CancellationToken stop = default);

    Task EndRecoveryAsync(CancellationToken stop = default);
}

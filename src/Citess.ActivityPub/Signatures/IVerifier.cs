namespace Citess.ActivityPub.Signatures;

/// <summary>A public key that verifies; may be used by several threads at once.</summary>
public interface IVerifier
{
    /// <summary>The absolute address of the key.</summary>
    string KeyId { get; }

    /// <summary>The actor that the key claims to belong to; the claim is the caller's to check.</summary>
    string Owner { get; }

    /// <summary>What <see cref="Verify"/> takes.</summary>
    KeyAlgorithm Algorithm { get; }

    /// <summary>The same key for another algorithm that its kind knows; null when it knows no such.</summary>
    IVerifier? For(KeyAlgorithm algorithm) => algorithm == Algorithm ? this : null;

    /// <summary>True when <paramref name="signature"/> was made over <paramref name="data"/> with the private half; never throws, whatever the bytes.</summary>
    bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature);
}

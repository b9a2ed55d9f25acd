namespace Citess.ActivityPub.Signatures;

/// <summary>A private key that signs; may be used by several threads at once.</summary>
public interface ISigner
{
    /// <summary>The absolute address under which the public half is found.</summary>
    string KeyId { get; }

    /// <summary>What <see cref="Sign"/> makes.</summary>
    KeyAlgorithm Algorithm { get; }

    /// <summary>The key of the same actor that makes another kind of signature; null when there is none.</summary>
    ISigner? For(KeyAlgorithm algorithm) => algorithm == Algorithm ? this : null;

    /// <summary>The signature over <paramref name="data"/>, which is hashed here where the algorithm asks for it.</summary>
    byte[] Sign(ReadOnlySpan<byte> data);
}

namespace Citess.ActivityPub.Signatures;

/// <summary>An actor of ours with both its keys: RSA for every peer, Ed25519 for those that take it.</summary>
/// <param name="rsa">Its RSA key.</param>
/// <param name="ed25519">Its Ed25519 key.</param>
public sealed class ActorSigner(ISigner rsa, ISigner ed25519) : ISigner
{
    /// <summary>The address of the RSA key.</summary>
    public string KeyId => rsa.KeyId;

    /// <summary>What the RSA key makes.</summary>
    public KeyAlgorithm Algorithm => rsa.Algorithm;

    /// <summary>One of both keys; null for an algorithm that neither knows.</summary>
    public ISigner? For(KeyAlgorithm algorithm) => rsa.For(algorithm) ?? ed25519.For(algorithm);

    /// <summary>The signature of the RSA key.</summary>
    public byte[] Sign(ReadOnlySpan<byte> data) => rsa.Sign(data);
}

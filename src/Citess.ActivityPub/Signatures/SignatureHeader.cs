namespace Citess.ActivityPub.Signatures;

/// <summary>One draft-cavage signature, read and not yet believed.</summary>
/// <param name="KeyId">The address of the key that is said to have signed.</param>
/// <param name="Algorithm"><c>rsa-sha256</c>, <c>hs2019</c>, or empty when none was named.</param>
/// <param name="Covered">What is signed, in order, in lower case, each once.</param>
/// <param name="Signature">The signature's bytes.</param>
/// <param name="Created">Seconds since 1970, when given.</param>
/// <param name="Expires">Seconds since 1970, fractions cut off, when given.</param>
public sealed record SignatureHeader(string KeyId, string Algorithm, IReadOnlyList<string> Covered, byte[] Signature, long? Created, long? Expires) : RequestSignature(KeyId)
{
    /// <inheritdoc/>
    public override SignatureFault? Verify(SignedMessage message, ReadOnlySpan<byte> body, bool hasBody, IVerifier key, DateTimeOffset now) =>
        Cavage.Verify(this, message, body, hasBody, key, now);

    /// <inheritdoc/>
    public override SignatureDialect Shows(IVerifier key) => SignatureDialect.Cavage;
}

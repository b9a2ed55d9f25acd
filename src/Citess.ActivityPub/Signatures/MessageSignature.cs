namespace Citess.ActivityPub.Signatures;

/// <summary>One RFC 9421 signature, read and not yet believed.</summary>
internal sealed record MessageSignature(string KeyId, KeyAlgorithm? Algorithm, FieldMember Input, byte[] Signature, long? Created, long? Expires) : RequestSignature(KeyId)
{
    public bool Covers(string component)
    {
        foreach (var item in Input.Items!)
        {
            if (item.Value.Spelling.AsSpan(1, item.Value.Spelling.Length - 2).SequenceEqual(component))
            {
                return true;
            }
        }

        return false;
    }

    public override SignatureFault? Verify(SignedMessage message, ReadOnlySpan<byte> body, bool hasBody, IVerifier key, DateTimeOffset now) =>
        MessageSignatures.Verify(this, message, body, hasBody, key, now);

    public override SignatureDialect Shows(IVerifier key) => key.Algorithm == KeyAlgorithm.Ed25519 ? SignatureDialect.Rfc9421Ed25519 : SignatureDialect.Rfc9421Rsa;
}

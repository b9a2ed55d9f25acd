namespace Citess.ActivityPub.Signatures;

/// <summary>The one signature of a request, in whichever dialect, read and not yet believed.</summary>
public abstract record RequestSignature
{
    private protected RequestSignature(string keyId) => KeyId = keyId;

    /// <summary>The address of the key that is said to have signed.</summary>
    public string KeyId { get; }

    /// <summary>Reads the signature of a request; null when there is one that can be tried, else why not. Never throws.</summary>
    /// <remarks>
    /// Where a <c>Signature-Input</c> stands, RFC 9421 decides, and <c>Signature</c> must be its dictionary and nothing else: a
    /// draft-cavage signature beside it does not parse as one, so a request that carries both is refused. Trying one after the
    /// other would let mallory choose the weaker, and would let two readers believe two different things.
    /// </remarks>
    public static SignatureFault? TryParse(SignedMessage message, out RequestSignature signature)
    {
        ArgumentNullException.ThrowIfNull(message);
        SignatureFault? fault;
        if (message.Header("signature-input") is { Count: > 0 } input)
        {
            fault = MessageSignatures.TryParse(input, message.Header("signature"), out var labelled);
            signature = labelled;
            return fault;
        }

        fault = Cavage.TryParse(message.Header("signature"), out var header);
        signature = header;
        return fault;
    }

    /// <summary>
    /// Null when <paramref name="key"/> signed this message lately, over its method, its target, its host and, for a body, its digest;
    /// else the first fault. The signature itself is tried last, since it costs most. Never throws.
    /// </summary>
    public abstract SignatureFault? Verify(SignedMessage message, ReadOnlySpan<byte> body, bool hasBody, IVerifier key, DateTimeOffset now);

    /// <summary>What the sender shows by this signature that it takes itself.</summary>
    public abstract SignatureDialect Shows(IVerifier key);
}

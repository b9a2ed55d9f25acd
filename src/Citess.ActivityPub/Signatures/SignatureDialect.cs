namespace Citess.ActivityPub.Signatures;

/// <summary>The ways to sign a request, in the order in which more is asked of the peer.</summary>
public enum SignatureDialect
{
    /// <summary>draft-cavage-http-signatures-12 with RSA, which every server understands.</summary>
    Cavage,
    /// <summary>RFC 9421 with RSA.</summary>
    Rfc9421Rsa,
    /// <summary>RFC 9421 with Ed25519.</summary>
    Rfc9421Ed25519,
}

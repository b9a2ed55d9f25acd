namespace Citess.ActivityPub.Signatures;

/// <summary>Why the signature of a message was refused.</summary>
public enum SignatureFault
{
    /// <summary>There is no signature.</summary>
    Missing,
    /// <summary>The signature header, or something that it covers, cannot be read.</summary>
    Malformed,
    /// <summary>Several where one is due: signature headers, or SHA-256 digests.</summary>
    Several,
    /// <summary>The algorithm named is not one that is taken.</summary>
    UnknownAlgorithm,
    /// <summary>The signature says of no header that it covers it.</summary>
    NothingCovered,
    /// <summary>The request target, the host, or the digest of the body is not covered.</summary>
    NotCovered,
    /// <summary>A digest is due, and there is no SHA-256 one.</summary>
    DigestMissing,
    /// <summary>The digest is not the body's.</summary>
    DigestMismatch,
    /// <summary>Older than the window, or past the end that its signer gave it.</summary>
    Expired,
    /// <summary>Dated later than now by more than clocks differ.</summary>
    FromTheFuture,
    /// <summary>No readable time is covered.</summary>
    NoTime,
    /// <summary>The key is not the one named, or of a kind that the named algorithm does not take.</summary>
    WrongKey,
    /// <summary>The key did not make this signature over this message.</summary>
    Mismatch,
}

namespace Citess.ActivityPub.Signatures;

/// <summary>What a key signs with.</summary>
public enum KeyAlgorithm
{
    /// <summary>RSASSA-PKCS1-v1_5 over SHA-256, which every draft-cavage peer knows.</summary>
    RsaSha256,
    /// <summary>RSASSA-PSS over SHA-512, which RFC 9421 prefers for RSA keys; verified here, never made.</summary>
    RsaPssSha512,
    /// <summary>Ed25519 of RFC 8032.</summary>
    Ed25519,
}

using Citess.ActivityPub.Signatures;

namespace Citess.ActivityPub.Proofs;

/// <summary>SHA-256 as <c>digestMultibase</c> has it: a multihash in base58btc (FEP-ef61, Verifiable Credentials 2.0).</summary>
public static class DigestMultibase
{
    private const int Bytes = 32;

    private static ReadOnlySpan<byte> Sha256 => [0x12, Bytes];

    /// <summary>The 32 bytes of a SHA-256, always beginning with <c>zQm</c>.</summary>
    /// <exception cref="ArgumentException">These are not 32 bytes.</exception>
    public static string Encode(ReadOnlySpan<byte> sha256) => sha256.Length == Bytes
        ? Multicodec.Encode(Sha256, sha256)
        : throw new ArgumentException("A SHA-256 has 32 bytes.", nameof(sha256));

    /// <summary>The 32 bytes; null when the text is anything but a SHA-256 in this form.</summary>
    public static byte[]? Decode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= 64 && Multibase.Decode(text) is { Length: Bytes + 2 } bytes && Multicodec.TryStrip(bytes, Sha256, out var hash) ? hash.ToArray() : null;
    }
}

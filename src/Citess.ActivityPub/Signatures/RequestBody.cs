using System.Security.Cryptography;

namespace Citess.ActivityPub.Signatures;

/// <summary>The bytes of a request and their digest, made once however many inboxes they go to.</summary>
/// <param name="bytes">The body; not to be changed afterwards.</param>
public sealed class RequestBody(ReadOnlyMemory<byte> bytes)
{
    /// <summary>The body.</summary>
    public ReadOnlyMemory<byte> Bytes => bytes;

    /// <summary>Their SHA-256 in Base64, as both dialects write it.</summary>
    public string Sha256 { get; } = Digest(bytes.Span);

    internal static string Digest(ReadOnlySpan<byte> body)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, digest);
        return Convert.ToBase64String(digest);
    }
}

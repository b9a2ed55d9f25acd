using System.Security.Cryptography;

namespace Citess.ActivityPub.Signatures;

/// <summary>Content-Digest of RFC 9530, in SHA-256 and SHA-512.</summary>
internal static class ContentDigest
{
    public static string Of(string sha256) => "sha-256=:" + sha256 + ":";

    /// <summary>Null when at least one digest known here is given and each known one is the body's; names not known are passed over.</summary>
    public static SignatureFault? Fault(IReadOnlyList<string> lines, ReadOnlySpan<byte> body)
    {
        if (lines.Count == 0)
        {
            return SignatureFault.DigestMissing;
        }

        if (!StructuredReader.TryReadDictionary(lines, out var digests))
        {
            return SignatureFault.Malformed;
        }

        // Not the best one alone: a digest that does not hold says that something changed the body or the header.
        var known = 0;
        Span<byte> digest = stackalloc byte[SHA512.HashSizeInBytes];
        foreach (var (name, member) in digests)
        {
            var length = name switch
            {
                "sha-256" => SHA256.HashData(body, digest),
                "sha-512" => SHA512.HashData(body, digest),
                _ => 0,
            };
            if (length > 0)
            {
                known++;
                if (member is not { Items: null, Value.Bytes: { } given } || !digest[..length].SequenceEqual(given))
                {
                    return SignatureFault.DigestMismatch;
                }
            }
        }

        return known == 0 ? SignatureFault.DigestMissing : null;
    }
}

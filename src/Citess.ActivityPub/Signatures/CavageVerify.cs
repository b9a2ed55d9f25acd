using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Citess.ActivityPub.Signatures;

/// <content>Verifying.</content>
public static partial class Cavage
{
    /// <summary>
    /// Null when <paramref name="key"/> signed this message within the hour around <paramref name="now"/>, over its target, its host, a time and, for a body, its digest;
    /// else the first fault. The signature itself is tried last, since it costs most. Never throws.
    /// </summary>
    public static SignatureFault? Verify(SignatureHeader header, SignedMessage message, ReadOnlySpan<byte> body, bool hasBody, IVerifier key, DateTimeOffset now) =>
        KeyFault(header, key)
        ?? CoverageFault(header, hasBody || !body.IsEmpty)
        ?? TimeFault(header, message, now)
        ?? DigestFault(header, message, body)
        ?? SignatureMismatch(header, message, key);

    private static SignatureFault? KeyFault(SignatureHeader header, IVerifier key)
    {
        // hs2019 leaves the algorithm to the key. The draft means RSASSA-PSS by it for RSA, every known peer means PKCS #1 and SHA-256.
        var fits = header.KeyId == key.KeyId && (header.Algorithm != RsaSha256 || key.Algorithm == KeyAlgorithm.RsaSha256);
        return fits ? null : SignatureFault.WrongKey;
    }

    private static SignatureFault? CoverageFault(SignatureHeader header, bool hasBody)
    {
        // A signature that leaves one of these out could be replayed to another path, to another host, or with another body.
        var covered = header.Covered;
        return covered.Contains(RequestTarget) && covered.Contains("host") && (!hasBody || covered.Contains("digest"))
            ? null
            : SignatureFault.NotCovered;
    }

    private static SignatureFault? TimeFault(SignatureHeader header, SignedMessage message, DateTimeOffset now)
    {
        var datesCovered = header.Covered.Contains("date");
        var createdCovered = header.Covered.Contains(CreatedName);
        if (!datesCovered && !createdCovered)
        {
            return SignatureFault.NoTime;
        }

        if (datesCovered)
        {
            var dates = message.Header("date");
            if (dates.Count != 1 || !DateTimeOffset.TryParseExact(dates[0].Trim(), "r", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                return SignatureFault.NoTime;
            }

            if (SignatureWindow.Outside(date, SignatureWindow.Width, now) is { } fault)
            {
                return fault;
            }
        }

        // Both are respected even where they are not covered: they can only narrow what is taken.
        return SignatureWindow.Fault(header.Created, header.Expires, now);
    }

    private static SignatureFault? DigestFault(SignatureHeader header, SignedMessage message, ReadOnlySpan<byte> body)
    {
        if (!header.Covered.Contains("digest"))
        {
            return null;
        }

        string? found = null;
        foreach (var entry in message.Header("digest").SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries)))
        {
            var equals = entry.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0 || !entry.AsSpan(0, equals).Equals("sha-256", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            if (found is not null)
            {
                return SignatureFault.Several;
            }

            found = entry[(equals + 1)..];
        }

        if (found is null)
        {
            return SignatureFault.DigestMissing;
        }

        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, digest);
        return digest.SequenceEqual(StrictBase64.Decode(found)) ? null : SignatureFault.DigestMismatch;
    }

    private static SignatureFault? SignatureMismatch(SignatureHeader header, SignedMessage message, IVerifier key) =>
        SigningString(header, message) is { } text && key.Verify(Encoding.UTF8.GetBytes(text), header.Signature) ? null : SignatureFault.Mismatch;

    /// <summary>Section 2.3; null when a covered header is absent or could spell a second line.</summary>
    private static string? SigningString(SignatureHeader header, SignedMessage message)
    {
        var text = new StringBuilder(256);
        foreach (var name in header.Covered)
        {
            var value = name switch
            {
                RequestTarget => $"{message.Method.ToLowerInvariant()} {message.Target}",
                CreatedName => header.Created?.ToString(CultureInfo.InvariantCulture),
                ExpiresName => header.Expires?.ToString(CultureInfo.InvariantCulture),
                "host" => message.Host,
                _ => message.Header(name) is { Count: > 0 } values ? string.Join(", ", values.Select(v => v.Trim())) : null,
            };
            if (value is null || value.AsSpan().ContainsAny('\r', '\n'))
            {
                return null;
            }

            text.Append(text.Length == 0 ? "" : "\n").Append(name).Append(": ").Append(value);
        }

        return text.ToString();
    }
}

using System.Globalization;

namespace Citess.ActivityPub.Signatures;

/// <summary>HTTP signatures by draft-cavage-http-signatures-12, as ActivityPub servers use it; the dialect of a first contact.</summary>
public static partial class Cavage
{
    private const string RsaSha256 = "rsa-sha256";
    private const string Hs2019 = "hs2019";
    private const string RequestTarget = "(request-target)";
    private const string CreatedName = "(created)";
    private const string ExpiresName = "(expires)";

    /// <summary>Reads all values of the <c>Signature</c> header; null when there is one that can be tried, else why not. Never throws.</summary>
    public static SignatureFault? TryParse(IReadOnlyList<string> signatureHeaders, out SignatureHeader header)
    {
        header = null!;
        if (signatureHeaders.Count == 0)
        {
            return SignatureFault.Missing;
        }

        if (signatureHeaders.Count > 1)
        {
            return SignatureFault.Several;
        }

        if (string.IsNullOrWhiteSpace(signatureHeaders[0]))
        {
            return SignatureFault.Missing;
        }

        return CavageParameters.TryRead(signatureHeaders[0], out var given) ? Read(given, out header) : SignatureFault.Malformed;
    }

    private static SignatureFault? Read(Dictionary<string, string> given, out SignatureHeader header)
    {
        header = null!;
        if (!given.TryGetValue("keyId", out var keyId) || keyId.Length == 0
            || !given.TryGetValue("signature", out var encoded) || StrictBase64.Decode(encoded) is not { Length: > 0 } signature)
        {
            return SignatureFault.Malformed;
        }

        var algorithm = given.GetValueOrDefault("algorithm", "");
        if (given.ContainsKey("algorithm") && algorithm is not (RsaSha256 or Hs2019))
        {
            return SignatureFault.UnknownAlgorithm;
        }

        var covered = given.GetValueOrDefault("headers", "").ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (covered.Length == 0)
        {
            return SignatureFault.NothingCovered;
        }

        if (!TryReadSeconds(given, "created", out var created) || !TryReadSeconds(given, "expires", out var expires)
            || !IsSound(covered, algorithm, created, expires))
        {
            return SignatureFault.Malformed;
        }

        header = new SignatureHeader(keyId, algorithm, covered, signature, created, expires);
        return null;
    }

    private static bool IsSound(string[] covered, string algorithm, long? created, long? expires)
    {
        if (covered.Distinct(StringComparer.Ordinal).Count() != covered.Length)
        {
            return false;
        }

        // Section 2.3: the two times may be covered only where given, and never under the name of an older algorithm.
        return covered.All(name => name switch
        {
            RequestTarget => true,
            CreatedName => created is not null && algorithm != RsaSha256,
            ExpiresName => expires is not null && algorithm != RsaSha256,
            _ => IsHeaderName(name),
        });
    }

    private static bool IsHeaderName(string name) => name.All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal));

    private static bool TryReadSeconds(Dictionary<string, string> given, string name, out long? seconds)
    {
        seconds = null;
        if (!given.TryGetValue(name, out var text))
        {
            return true;
        }

        // The range of DateTimeOffset, so that nothing after this can overflow.
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || value > 253_402_300_799)
        {
            return false;
        }

        seconds = (long)value;
        return true;
    }
}

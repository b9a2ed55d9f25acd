using System.Globalization;
using System.Text;

namespace Citess.ActivityPub.Signatures;

/// <content>Signing.</content>
public static partial class Cavage
{
    /// <summary>
    /// The headers <c>Host</c>, <c>Date</c>, <c>Digest</c> (unless it is a GET or HEAD without body) and <c>Signature</c> to set on a request;
    /// throws <see cref="ArgumentException"/> when the key is not RSA, which is all that peers of this dialect know.
    /// </summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Sign(ISigner rsa, string method, Uri target, ReadOnlySpan<byte> body, DateTimeOffset now) =>
        Sign(rsa, method, target, body.IsEmpty && method.ToUpperInvariant() is ("GET" or "HEAD") ? null : RequestBody.Digest(body), now);

    /// <summary>The same for a body whose SHA-256 in Base64 is known; null for none.</summary>
    internal static IReadOnlyList<KeyValuePair<string, string>> Sign(ISigner rsa, string method, Uri target, string? sha256, DateTimeOffset now)
    {
        if (rsa.Algorithm != KeyAlgorithm.RsaSha256)
        {
            throw new ArgumentException("draft-cavage is signed with RSA.", nameof(rsa));
        }

        var host = HostOf(target);
        var date = now.ToString("r", CultureInfo.InvariantCulture);
        var text = new StringBuilder(256).Append(CultureInfo.InvariantCulture, $"{RequestTarget}: {method.ToLowerInvariant()} {target.PathAndQuery}\nhost: {host}\ndate: {date}");
        var covered = RequestTarget + " host date";
        var headers = new List<KeyValuePair<string, string>>(4) { new("Host", host), new("Date", date) };
        if (sha256 is not null)
        {
            var digest = "SHA-256=" + sha256;
            text.Append("\ndigest: ").Append(digest);
            covered += " digest";
            headers.Add(new("Digest", digest));
        }

        var signature = Convert.ToBase64String(rsa.Sign(Encoding.UTF8.GetBytes(text.ToString())));
        headers.Add(new("Signature", $"keyId=\"{rsa.KeyId}\",algorithm=\"{RsaSha256}\",headers=\"{covered}\",signature=\"{signature}\""));
        return headers;
    }

    internal static string HostOf(Uri target)
    {
        var name = target.HostNameType == UriHostNameType.IPv6 ? target.Host : target.IdnHost;
        return target.IsDefaultPort ? name : string.Create(CultureInfo.InvariantCulture, $"{name}:{target.Port}");
    }
}

using System.Globalization;
using System.Text;

namespace Citess.ActivityPub.Signatures;

/// <content>Signing.</content>
public static partial class MessageSignatures
{
    /// <summary>
    /// The headers <c>Content-Digest</c> (unless it is a GET or HEAD without body), <c>Signature-Input</c> and <c>Signature</c> to set on a request,
    /// over its method, its whole address and its body.
    /// </summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Sign(ISigner signer, string method, Uri target, ReadOnlySpan<byte> body, DateTimeOffset now) =>
        Sign(signer, method, target, body.IsEmpty && method is ("GET" or "HEAD") ? null : RequestBody.Digest(body), now);

    /// <summary>The same for a body whose SHA-256 in Base64 is known; null for none.</summary>
    internal static IReadOnlyList<KeyValuePair<string, string>> Sign(ISigner signer, string method, Uri target, string? sha256, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(signer);
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(target);
        if (signer.KeyId.AsSpan().ContainsAny('"', '\\') || signer.KeyId.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            throw new ArgumentException("The id of a key is an address.", nameof(signer));
        }

        var headers = new List<KeyValuePair<string, string>>(3);
        var covered = "(\"@method\" \"@target-uri\"";
        var text = new StringBuilder(512)
            .Append("\"@method\": ").Append(method)
            .Append("\n\"@target-uri\": ").Append(target.Scheme).Append("://").Append(Cavage.HostOf(target)).Append(target.PathAndQuery).Append('\n');
        if (sha256 is not null)
        {
            var digest = ContentDigest.Of(sha256);
            covered += " \"content-digest\"";
            text.Append("\"content-digest\": ").Append(digest).Append('\n');
            headers.Add(new("Content-Digest", digest));
        }

        var parameters = string.Create(CultureInfo.InvariantCulture, $"{covered});created={now.ToUnixTimeSeconds()};keyid=\"{signer.KeyId}\";alg=\"{NameOf(signer.Algorithm)}\"");
        text.Append("\"@signature-params\": ").Append(parameters);
        headers.Add(new("Signature-Input", Label + "=" + parameters));
        headers.Add(new("Signature", Label + "=:" + Convert.ToBase64String(signer.Sign(Encoding.ASCII.GetBytes(text.ToString()))) + ":"));
        return headers;
    }
}

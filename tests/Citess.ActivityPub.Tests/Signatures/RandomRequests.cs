using System.Security.Cryptography;
using System.Text;
using Citess.ActivityPub.Signatures;

namespace Citess.ActivityPub.Tests.Signatures;

/// <summary>Requests as no person would write them, and ways to alter one after it was signed.</summary>
internal sealed class RandomRequests(Random random)
{
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "DELETE"];
    private static readonly string[] Hosts = ["barcelona.example", "BARCELONA.example:8443", "قطب-المهدية.example", "pôle.example:444", "192.0.2.7", "[2001:db8::7]:8080", "barcelona.example:443"];
    private static readonly string[] Pieces = [.. "abzAZ019-._~!$&'()*+,;=:@/|^`{}[]\"<>\\éعن ".Select(c => c.ToString()), "%20", "%2F", "%41", "%7e", "%C3%A9", "%c3%a9", "%22", "%25", "../", "./", "//", "🫒"];

    /// <summary>Method, address and body; of no body there is none to sign.</summary>
    public (string Method, string Url, byte[] Body) Next()
    {
        var method = random.GetItems(Methods, 1)[0];
        var url = new StringBuilder("https://").Append(random.GetItems(Hosts, 1)[0]).Append('/').AppendJoin("", random.GetItems(Pieces, random.Next(30)));
        if (random.Next(3) > 0)
        {
            url.Append('?').AppendJoin("", random.GetItems([.. Pieces, "?", "?", "&q="], random.Next(30)));
        }

        var body = new byte[method is "POST" or "PUT" ? random.Next(1, 2000) : 0];
        random.NextBytes(body);
        return (method, url.ToString(), body);
    }

    /// <summary>The request with one thing changed that its signature covers, as whoever stands between the two could; what was changed, in a word.</summary>
    public (Request Request, string What) Altered(Request signed)
    {
        var whats = new List<string> { "method", "path", "query", "host", "date", "signature", "order" };
        if (signed.Body.Length > 0)
        {
            whats.Add("body");
        }

        var what = whats[random.Next(whats.Count)];
        return (what switch
        {
            "method" => signed with { Method = Methods.First(method => method != signed.Method) },
            "path" => signed with { Target = "/a" + signed.Target },
            "query" => signed with { Target = signed.Target + (signed.Target.Contains('?', StringComparison.Ordinal) ? "&" : "?") },
            "host" => signed.With("host", "mallory." + signed["host"]) with { Host = "mallory." + signed.Host },
            "date" => signed.With("date", Request.Noon.AddSeconds(random.Next(1, 3000)).ToString("r", System.Globalization.CultureInfo.InvariantCulture)),
            "body" => WithBody(signed),
            "order" => signed.With("signature", signed["signature"].Replace("host date", "date host", StringComparison.Ordinal)),
            _ => signed.With("signature", Flipped(signed["signature"])),
        }, what);
    }

    /// <summary>Another body with the digest that fits it: what alone the signature then speaks against.</summary>
    private Request WithBody(Request signed)
    {
        var body = signed.Body.ToArray();
        body[random.Next(body.Length)] ^= 1;
        return signed.With("digest", "SHA-256=" + Convert.ToBase64String(SHA256.HashData(body))) with { Body = body };
    }

    private string Flipped(string header)
    {
        var start = header.IndexOf("signature=\"", StringComparison.Ordinal) + "signature=\"".Length;
        var end = header.IndexOf('"', start);
        var signature = Convert.FromBase64String(header[start..end]);
        signature[random.Next(signature.Length)] ^= (byte)(1 << random.Next(8));
        return header[..start] + Convert.ToBase64String(signature) + header[end..];
    }
}

using System.Security.Cryptography;
using System.Text;
using Citess.ActivityPub.Fetching;

namespace Citess.Server.Security;

/// <summary>
/// Cookies ignore ports: poles on one host would sign each other out if their cookies had the same name. With https the
/// prefix keeps a neighbour under the same domain from planting a cookie here (RFC 6265bis, 4.1.3.2).
/// </summary>
internal sealed class CookieNames(Origin origin)
{
    private readonly string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(origin.Url)).AsSpan(0, 6));

    public bool IsSecure { get; } = origin.Scheme == Uri.UriSchemeHttps;

    public string Session => Prefix + "citess-" + hash;

    public string Form => Prefix + "citess-form-" + hash;

    private string Prefix => IsSecure ? "__Host-" : "";

    /// <summary>What both have in common. The path is said, since it else were that of the first page's language.</summary>
    public void Apply(CookieBuilder cookie, string name)
    {
        cookie.Name = name;
        cookie.Path = "/";
        cookie.HttpOnly = true;
        cookie.IsEssential = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Citess.ActivityPub.Fetching;

/// <summary>The scheme and authority of an address in the one normal form by which hosts are compared, listed and blocked (RFC 6454).</summary>
public sealed record Origin
{
    private Origin(string scheme, string host, int? port)
    {
        Scheme = scheme;
        Host = host;
        Port = port ?? DefaultPort(scheme);
        Authority = port is { } odd && odd != DefaultPort(scheme) ? string.Create(CultureInfo.InvariantCulture, $"{host}:{odd}") : host;
    }

    /// <summary><c>https</c>, or <c>http</c> where that is allowed.</summary>
    public string Scheme { get; }

    /// <summary>Lower-case host in its ASCII form; an IPv6 address stands in brackets.</summary>
    public string Host { get; }

    /// <summary>The port, also when it is the scheme's own.</summary>
    public int Port { get; }

    /// <summary>Host, and port unless it is the scheme's own: <c>barcelona.example</c>, <c>localhost:5103</c>.</summary>
    public string Authority { get; }

    /// <summary>The origin as an address without a path: <c>https://barcelona.example</c>.</summary>
    public string Url => $"{Scheme}://{Authority}";

    /// <summary>Reads the origin of an absolute address; false for every spelling that two readers could take for two hosts.</summary>
    public static bool TryParse([NotNullWhen(true)] string? url, bool allowHttp, [NotNullWhen(true)] out Origin? origin) =>
        TryParse(url, allowHttp, out origin, out _);

    /// <summary>Reads an absolute address: its origin, and the address itself rebuilt upon that origin, without fragment.</summary>
    public static bool TryParse([NotNullWhen(true)] string? url, bool allowHttp, [NotNullWhen(true)] out Origin? origin, [NotNullWhen(true)] out Uri? address)
    {
        (origin, address) = (null, null);
        var scheme = url switch
        {
            null or { Length: > 4096 } => null,
            _ when url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) => "https",
            _ when allowHttp && url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) => "http",
            _ => null,
        };
        // A backslash is a slash to some parsers and a part of the name to others.
        if (scheme is null || url is null || url.AsSpan().ContainsAny("\\ \t\r\n\0"))
        {
            return false;
        }

        var start = scheme.Length + 3;
        var length = url.AsSpan(start).IndexOfAny('/', '?', '#');
        var authority = length < 0 ? url[start..] : url.Substring(start, length);
        var rest = length < 0 ? "/" : url[(start + length)..];
        var fragment = rest.IndexOf('#', StringComparison.Ordinal);
        rest = fragment < 0 ? rest : rest[..fragment];
        if (!TryParseAuthority(authority, scheme, out origin))
        {
            return false;
        }

        if (Uri.TryCreate(origin.Url + (rest.StartsWith('/') ? rest : "/" + rest), UriKind.Absolute, out address)
            && address.UserInfo.Length == 0 && address.Port == origin.Port
            && string.Equals(address.IdnHost, origin.Host.Trim('[', ']'), StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        (origin, address) = (null, null);
        return false;
    }

    /// <summary>Reads a bare authority, as in a handle or a list of blocked hosts: <c>Barcelona.example.</c> becomes <c>barcelona.example</c>.</summary>
    public static bool TryParseAuthority([NotNullWhen(true)] string? authority, string scheme, [NotNullWhen(true)] out Origin? origin)
    {
        origin = null;
        if (authority is null || scheme is not ("https" or "http"))
        {
            return false;
        }

        var colon = authority.LastIndexOf(':');
        int? port = null;
        if (colon >= 0 && !authority.EndsWith(']'))
        {
            var digits = authority[(colon + 1)..];
            if (digits.Length is 0 or > 5 || digits[0] == '0' || digits.Any(c => !char.IsAsciiDigit(c))
                || int.Parse(digits, CultureInfo.InvariantCulture) is var number && number > ushort.MaxValue)
            {
                return false;
            }

            (port, authority) = (number, authority[..colon]);
        }

        if (HostName.Normalise(authority) is not { } host)
        {
            return false;
        }

        origin = new Origin(scheme, host, port);
        return true;
    }

    /// <summary>True when both are addresses of one origin; false when either is none.</summary>
    public static bool Same(string? one, string? other) =>
        TryParse(one, allowHttp: true, out var first) && TryParse(other, allowHttp: true, out var second) && first == second;

    /// <summary>True when both name one document: equal but for spelling of the host and the fragment.</summary>
    public static bool SameDocument(string? one, string? other) =>
        TryParse(one, allowHttp: true, out _, out var first) && TryParse(other, allowHttp: true, out _, out var second)
        && string.Equals(first.AbsoluteUri, second.AbsoluteUri, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Url;

    private static int DefaultPort(string scheme) => scheme == "https" ? 443 : 80;
}

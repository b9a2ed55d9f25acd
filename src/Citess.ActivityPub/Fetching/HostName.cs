using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Citess.ActivityPub.Fetching;

/// <summary>The one spelling of a host name; null for those that hide another host (CVE-2023-42451 and its kin).</summary>
internal static class HostName
{
    private static readonly IdnMapping Idn = new() { AllowUnassigned = false, UseStd3AsciiRules = false };

    public static string? Normalise(string host)
    {
        if (host.StartsWith('['))
        {
            return host.EndsWith(']') && !host.Contains('%', StringComparison.Ordinal)
                && IPAddress.TryParse(host[1..^1], out var six) && six.AddressFamily == AddressFamily.InterNetworkV6
                ? $"[{six}]" : null;
        }

        // One dot at the end is the root of the DNS and the same host; a second is an empty label.
        host = host.EndsWith('.') ? host[..^1] : host;
        if (ToAscii(host) is not { Length: > 0 and <= 253 } ascii || !ascii.Split('.').All(IsLabel))
        {
            return null;
        }

        var last = ascii[(ascii.LastIndexOf('.') + 1)..];
        if (!last.All(char.IsAsciiDigit) && !last.StartsWith("0x", StringComparison.Ordinal))
        {
            return ascii;
        }

        // A name that ends in a number is an IPv4 address to some resolvers (2130706433, 0177.1, 0x7f.0.0.1): only the plain form passes.
        return IPAddress.TryParse(ascii, out var four) && four.AddressFamily == AddressFamily.InterNetwork && four.ToString() == ascii ? ascii : null;
    }

    private static string? ToAscii(string host)
    {
        if (host.All(char.IsAscii))
        {
            return host.ToLowerInvariant();
        }

        // Zero-width characters vanish in IDNA mapping, and the full-width dots become real ones: no honest server writes either.
        if (host.Any(c => c is '\u3002' or '\uff0e' or '\uff61' || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Control))
        {
            return null;
        }

        try
        {
            return Idn.GetAscii(host).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-' && label.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-');
}

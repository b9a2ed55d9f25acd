using System.Net;
using System.Net.Sockets;

namespace Citess.ActivityPub.Fetching;

/// <summary>Which addresses an outgoing request may reach: against server-side request forgery (CVE-2024-39687 and its kin).</summary>
public static class AddressRules
{
    // The IANA special-purpose registries (RFC 6890), also where they say "globally reachable": no pole lives there.
    private static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15",
            "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            // IETF protocol assignments: Teredo 2001::/32, benchmarking 2001:2::/48, ORCHID 2001:10::/28 and 2001:20::/28.
            "2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20",
        }.Select(IPNetwork.Parse),
    ];

    /// <summary>True for an address of the public internet; IPv6 forms that carry an IPv4 address (mapped, NAT64, 6to4, Teredo) are refused whatever they carry.</summary>
    public static bool IsPublic(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.AddressFamily switch
        {
            AddressFamily.InterNetwork => !IsSpecial(address),
            AddressFamily.InterNetworkV6 => IsGlobalUnicast(address) && !IsSpecial(address),
            _ => false,
        };
    }

    // Everything outside 2000::/3 goes at once: ::, ::1, ::ffff:0:0/96, 64:ff9b::/96, 64:ff9b:1::/48, fc00::/7, fe80::/10, ff00::/8.
    // Read from the bytes: IPNetwork takes a mapped address for the IPv4 one inside it.
    private static bool IsGlobalUnicast(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        return address.TryWriteBytes(bytes, out _) && (bytes[0] & 0b1110_0000) == 0b0010_0000;
    }

    private static bool IsSpecial(IPAddress address) =>
        Array.Exists(Special, network => network.BaseAddress.AddressFamily == address.AddressFamily && network.Contains(address));
}

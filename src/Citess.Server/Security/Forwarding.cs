using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Citess.Server.Security;

/// <summary>
/// Which proxies are believed about whom they speak for. By default this machine alone: a header believed from anybody
/// would let an attacker be a new address with each request, and pass every limit.
/// </summary>
internal static class Forwarding
{
    /// <summary>Addresses or networks such as <c>172.16.0.0/12</c>, with commas between.</summary>
    private const string Setting = "Citess:Proxies";

    public static void AddForwarding(this WebApplicationBuilder builder) => builder.Services.Configure<ForwardedHeadersOptions>(options =>
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        foreach (var proxy in (builder.Configuration[Setting] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy.Contains('/', StringComparison.Ordinal) ? proxy : Whole(proxy)));
        }
    });

    private static string Whole(string address) => address + (IPAddress.Parse(address).GetAddressBytes().Length == 4 ? "/32" : "/128");
}

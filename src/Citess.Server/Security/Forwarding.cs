using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Net.Sockets;
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
            options.KnownIPNetworks.Add(Read(proxy) ?? throw new ValidationException($"{Setting}: {proxy} is neither an address nor a network such as 172.16.0.0/12."));
        }
    });

    private static System.Net.IPNetwork? Read(string proxy) =>
        IPAddress.TryParse(proxy, out var address) ? new System.Net.IPNetwork(address, address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128)
        : System.Net.IPNetwork.TryParse(proxy, out var network) ? network : null;
}

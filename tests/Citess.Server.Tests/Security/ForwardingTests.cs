using System.ComponentModel.DataAnnotations;
using Citess.Server.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Citess.Server.Tests.Security;

/// <summary>Which proxies are believed is read exactly, or not at all.</summary>
public sealed class ForwardingTests
{
    [Fact]
    public async Task Proxies_are_addresses_and_networks() =>
        Assert.Equal(["10.0.0.7/32", "172.16.0.0/12", "fd00::1/128"], (await ReadAsync("10.0.0.7, 172.16.0.0/12,fd00::1")).Except(await ReadAsync("")));

    [Theory]
    [InlineData("the one over there")]
    [InlineData("10.0.0.7/33")]
    [InlineData("10.0.0.7, proxy.example")]
    public async Task What_is_neither_is_said(string proxies) =>
        Assert.StartsWith("Citess:Proxies: ", (await Assert.ThrowsAsync<ValidationException>(() => ReadAsync(proxies))).Message, StringComparison.Ordinal);

    private static async Task<string[]> ReadAsync(string proxies)
    {
        await using var app = NodeHost.Build(["--applicationName", "Citess.Server", "--Citess:Proxies=" + proxies]);
        return [.. app.Services.GetRequiredService<IOptions<ForwardedHeadersOptions>>().Value.KnownIPNetworks.Select(network => network.ToString())];
    }
}

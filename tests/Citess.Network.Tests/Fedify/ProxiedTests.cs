using Citess.Network.Tests.House;
using Xunit;

namespace Citess.Network.Tests.Fedify;

/// <summary>Behind a proxy others sign for https and a host that the process itself never sees.</summary>
public sealed class ProxiedTests
{
    [Theory]
    [InlineData("cavage")]
    [InlineData("rfc9421")]
    public async Task A_pole_behind_a_proxy_is_found_by_its_handle_over_https_and_takes_what_is_signed_for_it(string dialect)
    {
        await using var process = TestPole.New("Mahdia");
        await using var proxy = await TlsProxy.StartAsync(process.Origin);
        await process.StartAsync();
        (await process.SetUpAsync()).Api.Dispose();
        await process.StopAsync();

        // From here on the pole has the address of the proxy; nothing that it holds names another.
        process.Processes[0].Once = ["--Citess:Origin=" + proxy.Origin];
        await process.StartAsync();
        await using var fedify = await FedifyPeer.StartAsync(trusted: proxy.CertificateFile);

        // Fedify asks for a handle over https, whatever the port.
        var found = await fedify.LookUpAsync($"acct:pole@{new Uri(proxy.Origin).Authority}");
        Assert.NotNull(found);
        Assert.StartsWith(proxy.Origin + "/pole/", found.Id, StringComparison.Ordinal);

        var follow = await fedify.SayAsync(new { verb = "Follow", to = found.Id, dialect });
        Assert.Equal([(dialect, 202)], follow.Posts.Select(post => (post.Dialect, post.Status ?? 0)));
        var accept = await fedify.GotAsync("Accept");
        Assert.Equal((found.Id + "#main-key", true, true), (accept.KeyId, accept.IsSigned, accept.IsProved));
    }
}

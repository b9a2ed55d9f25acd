using Citess.Poles.Network;
using Citess.Poles.Network.Incoming;
using Citess.Server.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Citess.Server.Tests.Security;

/// <summary>The limit by address, and whom the gate vouches for. That an address is turned away at all is seen in <see cref="DoorTests"/>.</summary>
public sealed class SignedLimitTests : IDisposable
{
    private readonly ServiceProvider services = new ServiceCollection().AddLogging().AddProblemDetails().BuildServiceProvider();
    private readonly SignedShare share = new(Options.Create(new LimitsOptions { Inbox = 3 }));
    private readonly SignedLimit limit;
    private bool isPartner;
    private int passed;

    public SignedLimitTests() => limit = new(
        http =>
        {
            passed++;
            if (isPartner)
            {
                http.Features.Set(new VouchedSender("barcelona.example"));
            }

            return Task.CompletedTask;
        },
        share,
        Options.Create(new LimitsOptions { Inbox = 3 }));

    [Fact]
    public async Task A_partner_pole_uses_none_of_the_share_of_its_address()
    {
        isPartner = true;
        for (var letter = 0; letter < 20; letter++)
        {
            Assert.Equal(200, await PostAsync());
        }

        isPartner = false;
        var answers = new List<int>();
        for (var letter = 0; letter < 4; letter++)
        {
            answers.Add(await PostAsync());
        }

        Assert.Equal([200, 200, 200, 429], answers);
        Assert.Equal(23, passed);
    }

    [Fact]
    public async Task Whom_nobody_vouches_for_is_turned_away_before_anything_is_done()
    {
        for (var letter = 0; letter < 10; letter++)
        {
            await PostAsync();
        }

        Assert.Equal(3, passed);
        Assert.Equal(200, await PostAsync("/api/practices"));
    }

    public void Dispose()
    {
        share.Dispose();
        services.Dispose();
    }

    private async Task<int> PostAsync(string path = "/inbox")
    {
        var http = new DefaultHttpContext { RequestServices = services };
        (http.Request.Method, http.Request.Path) = ("POST", path);
        http.SetEndpoint(new Endpoint(null, path == "/inbox" ? new(Signed.Required) : EndpointMetadataCollection.Empty, path));
        await limit.InvokeAsync(http);
        return http.Response.StatusCode;
    }
}

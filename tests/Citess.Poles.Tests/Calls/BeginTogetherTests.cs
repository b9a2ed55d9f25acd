using System.Security.Claims;
using Citess.Poles.Calls;
using Citess.Poles.Calls.Partners;
using Citess.Poles.Tests.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Citess.Poles.Tests.Calls;

public sealed class BeginTogetherTests
{
    [Fact]
    public async Task A_won_call_offers_to_go_on_as_a_collaboration()
    {
        await using var rendering = new Rendering("en", "call/x", services => services
            .AddSingleton<AntiforgeryStateProvider, NoToken>().AddSingleton(TimeProvider.System).AddSingleton(new ConsortiumDesk(calls: null!, grains: null!, TimeProvider.System)).AddSingleton<ICallWon, Next>());
        Assert.Contains("Begin a collaboration", await rendering.Of<BeginTogether>(("Id", "x")), StringComparison.Ordinal);
    }

    private sealed class NoToken : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => null;
    }

    private sealed class Next : ICallWon
    {
        public Task<string> BeginAsync(ClaimsPrincipal who, WonCall call) => Task.FromResult("");
    }
}

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
    public async Task A_won_call_offers_to_go_on_where_something_is_there_for_it_and_nowhere_else()
    {
        Assert.DoesNotContain("button", await HtmlAsync(_ => { }), StringComparison.Ordinal);
        Assert.Contains("Begin a collaboration", await HtmlAsync(services => services.AddSingleton<ICallWon, Next>()), StringComparison.Ordinal);
    }

    private static async Task<string> HtmlAsync(Action<IServiceCollection> more)
    {
        await using var rendering = new Rendering("en", "call/x", services =>
        {
            services.AddSingleton<AntiforgeryStateProvider, NoToken>().AddSingleton(TimeProvider.System).AddSingleton(new ConsortiumDesk(calls: null!, grains: null!, TimeProvider.System));
            more(services);
        });
        return await rendering.Of<BeginTogether>(("Id", "x"));
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

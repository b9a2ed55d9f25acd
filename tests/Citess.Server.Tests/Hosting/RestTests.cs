using Citess.Server.Hosting;
using Citess.Server.Tests.Security;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Citess.Server.Tests.Hosting;

public sealed class RestTests(House mahdia) : IClassFixture<House>
{
    private const long Megabyte = 1 << 20;

    [Fact]
    public void What_work_left_behind_is_given_back_once_in_the_first_quiet_beat()
    {
        using var rest = new Rest(TimeProvider.System);
        Assert.Equal([false, false, true, false, false], new[] { 100, 200, 207, 208, 209 }.Select(allocated => rest.IsDue(allocated * Megabyte)));
    }

    [Fact]
    public void A_pole_that_does_little_for_long_gives_back_when_it_is_worth_the_pause()
    {
        using var rest = new Rest(TimeProvider.System);
        Assert.Equal([16, 32, 48], Enumerable.Range(1, 50).Where(allocated => rest.IsDue(allocated * Megabyte)));
    }

    [Fact]
    public async Task A_pole_that_runs_has_it_and_it_lets_go_of_what_nobody_holds()
    {
        Assert.Single(mahdia.Services.GetServices<IHostedService>().OfType<Rest>());
        var clock = new FakeTimeProvider();
        using var rest = new Rest(clock);
        await rest.StartAsync(TestContext.Current.CancellationToken);
        var before = GC.GetGCMemoryInfo(GCKind.FullBlocking).Index;
        for (var beat = 0; GC.GetGCMemoryInfo(GCKind.FullBlocking).Index == before; beat++)
        {
            Assert.True(beat < 200, "Nothing was given back.");
            clock.Advance(TimeSpan.FromSeconds(20));
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        await rest.StopAsync(TestContext.Current.CancellationToken);
    }
}

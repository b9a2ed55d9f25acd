using System.Net;
using System.Net.Sockets;
using Citess.Poles.Kernel.Records;
using Citess.Storage.Tests.Lab;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Runtime;
using Xunit;

namespace Citess.Storage.Tests.Grains;

/// <summary>Several processes of one pole: only PostgreSQL keeps their membership.</summary>
public sealed class MembershipTests : StorageTest<PostgresDatabase>
{
    [Fact]
    public async Task Two_silos_find_each_other_share_a_grain_and_part_again()
    {
        var one = await StartAsync();
        var two = await StartAsync();
        await UntilAsync(async () => (await ActiveAsync(one)).Count == 2 && (await ActiveAsync(two)).Count == 2);

        await Grain(one).WriteAsync("تعاونية");
        Assert.Equal("تعاونية", await Grain(two).ReadAsync());
        Assert.Equal(1, await Store.ScalarAsync<long>("SELECT COUNT(*) FROM OrleansStorage"));

        await two.StopAsync();
        await UntilAsync(async () => (await ActiveAsync(one)).Count == 1);
        Assert.Equal("تعاونية", await Grain(one).ReadAsync());
    }

    [Fact]
    public async Task A_table_version_that_has_moved_on_takes_no_change()
    {
        var silo = await StartAsync();
        var table = silo.Services.GetRequiredService<IMembershipTable>();
        var read = await table.ReadAllAsync(Stop);
        var (entry, etag) = read.Members.Single();
        var stale = read.Version;
        Assert.True(await table.UpdateRowAsync(entry, etag, stale.Next(), Stop));

        Assert.False(await table.UpdateRowAsync(entry, etag, stale.Next(), Stop));
        Assert.False(await table.InsertRowAsync(entry, stale.Next(), Stop));
        Assert.False(await table.InsertRowAsync(entry, (await table.ReadAllAsync(Stop)).Version.Next(), Stop));
        Assert.Equal(stale.Version + 1, (await table.ReadAllAsync(Stop)).Version.Version);
    }

    [Fact]
    public async Task Rows_of_silos_long_dead_are_cleaned_away_and_no_others()
    {
        var one = await StartAsync();
        var two = await StartAsync();
        await two.StopAsync();
        var table = one.Services.GetRequiredService<IMembershipTable>();
        await UntilAsync(async () => (await table.ReadAllAsync(Stop)).Members.Any(member => member.Item1.Status == SiloStatus.Dead));

        await table.CleanupDefunctSiloEntriesAsync(DateTimeOffset.UtcNow.AddDays(-1), Stop);
        Assert.Equal(2, (await table.ReadAllAsync(Stop)).Members.Count);
        await table.CleanupDefunctSiloEntriesAsync(DateTimeOffset.UtcNow.AddDays(1), Stop);
        Assert.Equal(SiloStatus.Active, (await table.ReadAllAsync(Stop)).Members.Single().Item1.Status);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static IPracticeTestGrain Grain(IHost silo) => silo.Services.GetRequiredService<IGrainFactory>().GetGrain<IPracticeTestGrain>(Sample.Key());

    private static async Task<List<SiloAddress>> ActiveAsync(IHost silo) =>
        [.. (await silo.Services.GetRequiredService<IGrainFactory>().GetGrain<IManagementGrain>(0).GetHosts(onlyActive: true)).Keys];

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        while (!await holds())
        {
            Stop.ThrowIfCancellationRequested();
            await Task.Delay(50, Stop);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task<IHost> StartAsync()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.UseOrleans(silo =>
        {
            silo.AddCitessStorage(Options);
            silo.Configure<ClusterOptions>(cluster => cluster.ClusterId = "citess");
            silo.ConfigureEndpoints(IPAddress.Loopback, FreePort(), gatewayPort: 0);
            silo.Services.AddSingleton<IProjections, TestProjections>();
        });
        var host = builder.Build();
        Keep(new Stopping(host));
        await host.StartAsync();
        return host;
    }

    private sealed class Stopping(IHost host) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await host.StopAsync();
            host.Dispose();
        }
    }
}

using Citess.Poles.Kernel.Records;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;
using Orleans.TestingHost;

namespace Citess.Storage.Tests.Lab;

/// <summary>A silo over the test's database.</summary>
public sealed class Cluster : IAsyncDisposable
{
    private readonly InProcessTestCluster _cluster;

    private Cluster(InProcessTestCluster cluster) => _cluster = cluster;

    public IClusterClient Client => _cluster.Client;

    public IServiceProvider Silo => _cluster.Silos[0].ServiceProvider;

    public IGrainStorage Storage => Silo.GetRequiredKeyedService<IGrainStorage>("Default");

    public static async Task<Cluster> StartAsync(StorageOptions options, short silos = 1)
    {
        var builder = new InProcessTestClusterBuilder(silos);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddCitessStorage(options);
            silo.Services.AddSingleton<IProjections, TestProjections>();
        });
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return new(cluster);
    }

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();
}

using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Kernel.Records;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans.Storage;
using Orleans.TestingHost;
using Xunit;

namespace Citess.Poles.Tests.Cast;

/// <summary>A silo of Mahdia with grains in memory, written in the form in which they are stored.</summary>
public sealed class GrainHouse : IAsyncLifetime
{
    private InProcessTestCluster? cluster;

    public IGrainFactory Grains => cluster!.Client;

    public async ValueTask InitializeAsync()
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddSingleton<IGrainStorageSerializer, StateJsonSerializer>();
            silo.Services.AddSingleton<TimeProvider>(Mahdia.Clock);
            silo.Services.AddSingleton(Mahdia.Pole);
            silo.Services.AddSingleton<Press>();
            silo.Services.AddSingleton<Prose>();
            silo.Services.AddSingleton<Poles.Directory.SseActorKind>();
            silo.Services.AddSingleton<Poles.Profile.ProfileKind>();
            silo.Services.AddSingleton<Poles.Services.ServiceKind>();
            silo.Services.AddSingleton<Poles.Exchange.OfferingKind>().AddSingleton<Poles.Exchange.WantKind>();
            silo.Services.AddSingleton<Poles.Practices.Collections.CollectionKind>();
            silo.Services.AddSingleton<Poles.Calls.CallKind>();
            silo.Services.AddSingleton<Poles.Topics.OwnConceptKind>();
            silo.Services.AddKit().AddSingleton<Citess.Poles.Practices.PracticeStory>().AddSingleton<Citess.Poles.Practices.PracticeKind>();

            // Nobody publishes here: what a grain stores is looked at as it stands.
            silo.Services.AddSingleton(new Publisher(ledger: null!, Mahdia.Clock, NullLogger<Publisher>.Instance));
            silo.AddMemoryGrainStorageAsDefault();
        });
        cluster = builder.Build();
        await cluster.DeployAsync();
    }

    public async ValueTask DisposeAsync() => await cluster!.DisposeAsync();

    private sealed class StateJsonSerializer : IGrainStorageSerializer
    {
        public BinaryData Serialize<T>(T? input) => BinaryData.FromString(StateJson.Write(input));

        public T Deserialize<T>(BinaryData input) => StateJson.Read<T>(input.ToString());
    }
}

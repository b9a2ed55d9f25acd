using Citess.Storage.Migrations;
using Orleans;
using Orleans.Runtime;

namespace Citess.Storage.Grains;

/// <summary>No silo starts on a database that is not ready, whatever else the host forgets.</summary>
internal sealed class MigrationsFirst(Migrator migrator) : ILifecycleParticipant<ISiloLifecycle>
{
    public void Participate(ISiloLifecycle observer) =>
        observer.Subscribe(nameof(MigrationsFirst), ServiceLifecycleStage.First, migrator.RunAsync);
}

using Citess.Storage.Sql;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Orleans;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Providers;
using Orleans.Runtime;
using Orleans.Runtime.Hosting;
using Orleans.Storage;

namespace Citess.Storage.Grains;

/// <summary>Orleans' ADO.NET providers over our data source, our queries and our gate.</summary>
internal static class OrleansOnSql
{
    private const string ServiceId = "citess";

    public static void Add(ISiloBuilder silo, StorageOptions options)
    {
        var services = silo.Services;

        // The invariant of SQLite is that of another library, yet Orleans loads Microsoft.Data.Sqlite for it.
        var invariant = options.Provider == Provider.Sqlite ? "System.Data.SQLite" : "Npgsql";
        AddStates(services, invariant);
        AddReminders(services, invariant);
        if (options.Provider == Provider.PostgreSql)
        {
            silo.UseAdoNetClustering(clustering => clustering.Configure<Database>((each, database) => (each.Invariant, each.DataSource) = (invariant, database.Source)));
        }

        // Every row carries it: with another one the pole would find none of its own. A database holds one pole, so there
        // is nothing to tell apart.
        services.PostConfigure<ClusterOptions>(each => each.ServiceId = ServiceId);
        services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>, MigrationsFirst>();
        services.Replace(ServiceDescriptor.Singleton<IPersistentStateFactory, TypedStateNames>());
    }

    private static void AddStates(IServiceCollection services, string invariant)
    {
        services.Replace(ServiceDescriptor.Singleton<IGrainStorageSerializer, StateSerializer>());

        const string name = ProviderConstants.DEFAULT_STORAGE_PROVIDER_NAME;
        services.AddOptions<AdoNetGrainStorageOptions>(name).Configure<Database, IGrainStorageSerializer>((each, database, serializer) =>
            (each.Invariant, each.DataSource, each.GrainStorageSerializer) = (invariant, database.Source, serializer));
        services.AddTransient<IPostConfigureOptions<AdoNetGrainStorageOptions>, DefaultAdoNetGrainStorageOptionsHashPickerConfigurator>();
        services.AddGrainStorage(name, (provider, each) =>
            new GatedGrainStorage(AdoNetGrainStorageFactory.Create(provider, each), provider.GetRequiredService<WriterGate>()));
    }

    private static void AddReminders(IServiceCollection services, string invariant)
    {
        services.UseAdoNetReminderService(reminders => reminders.Configure<Database>((each, database) =>
            (each.Invariant, each.DataSource) = (invariant, database.Source)));
        var inner = services.Last(service => service.ServiceType == typeof(IReminderTable));
        services.Remove(inner);
        services.AddSingleton<IReminderTable>(provider => new GatedReminderTable(
            (IReminderTable)ActivatorUtilities.CreateInstance(provider, inner.ImplementationType!), provider.GetRequiredService<WriterGate>()));
    }
}

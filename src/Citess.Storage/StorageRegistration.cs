using System.ComponentModel.DataAnnotations;
using Citess.ActivityPub.Delivery;
using Citess.ActivityPub.Inbox;
using Citess.Poles.Accounts;
using Citess.Poles.Collaborations;
using Citess.Poles.Collaborations.Documents;
using Citess.Poles.Kernel.Blobs;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Inbox;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Kernel.Letters;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Kernel.Visitors;
using Citess.Poles.Network.Blocks;
using Citess.Poles.Network.Repair;
using Citess.Poles.Practices.Collections;
using Citess.Poles.Practices.Library;
using Citess.Storage.Accounts;
using Citess.Storage.Backup;
using Citess.Storage.Blobs;
using Citess.Storage.Catalogue;
using Citess.Storage.Collaborations;
using Citess.Storage.Grains;
using Citess.Storage.Identity;
using Citess.Storage.Inbox;
using Citess.Storage.Ledger;
using Citess.Storage.Letters;
using Citess.Storage.Library;
using Citess.Storage.Migrations;
using Citess.Storage.Sql;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Orleans.Hosting;

namespace Citess.Storage;

/// <summary>Registers all that keeps data.</summary>
public static class StorageRegistration
{
    /// <summary>The health check's name.</summary>
    public const string HealthName = "storage";

    /// <summary>Under this name the check's data say, for the operator alone, how what is wrong is mended.</summary>
    public const string HealthMend = "mend";

    /// <summary>
    /// Grain storage, reminders and, with PostgreSQL, membership, together with <see cref="AddCitessDatabase"/>. With SQLite
    /// the membership is the host's to choose.
    /// </summary>
    public static ISiloBuilder AddCitessStorage(this ISiloBuilder silo, StorageOptions options)
    {
        silo.Services.AddCitessDatabase(options);
        OrleansOnSql.Add(silo, options);
        return silo;
    }

    /// <summary>The database without Orleans: enough for the commands that back up, restore and rebuild.</summary>
    public static IServiceCollection AddCitessDatabase(this IServiceCollection services, StorageOptions options)
    {
        Validator.ValidateObject(options, new(options), validateAllProperties: true);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(new WriterGate(options.Provider));
        services.AddSingleton<Database>();
        services.AddSingleton<Migrator>();
        services.AddSingleton<Bell>();

        if (options.Provider == Provider.Sqlite)
        {
            services.AddSingleton<IFullText, SqliteFullText>();
        }
        else
        {
            services.AddSingleton<IFullText, PostgresFullText>();
        }

        services.AddSingleton<CatalogueRows>();
        services.AddSingleton<Func<IProjections>>(provider => provider.GetRequiredService<IProjections>);
        services.AddSingleton<Rebuild>();
        services.AddSingleton<ICatalogue, CatalogueStore>();
        services.AddSingleton<PublishedBatch>();
        services.AddSingleton<ILedger, LedgerStore>();
        services.AddSingleton<LedgerTail>();
        services.AddSingleton<ICourierTable, CourierTable>();
        services.AddSingleton<IArrivals, ArrivalStore>();
        services.AddSingleton<IDocuments, DocumentStore>();
        services.AddSingleton<IVersions, VersionStore>();
        services.AddSingleton<IBlobs, BlobStore>();
        services.AddSingleton<ISealedLetters, SealedLetterStore>();
        services.AddSingleton<IChanges, ChangesStore>();
        services.AddSingleton<IRepairTable, RepairTable>();
        services.AddSingleton<IInbox, InboxStore>();
        services.TryAddSingleton(AllowedHosts.All);
        services.AddSingleton<IBlocks, BlockStore>();
        services.AddSingleton<IVisitorReplies, VisitorRows>();
        services.AddSingleton<IActorCache, ActorCache>();
        services.AddSingleton<IDialectMemory, DialectStore>();
        services.AddSingleton<INodeStore, NodeStore>();
        services.AddSingleton<IAccountRows, AccountRows>();
        services.AddSingleton<IPersonNames>(provider => provider.GetRequiredService<IAccountRows>());
        services.AddSingleton<IReaders, ReaderRows>();
        services.AddSingleton<IFollowedCollections, FollowRows>();
        services.AddSingleton<ICollaborationEvents, CollaborationEvents>();
        services.AddSingleton<ICollaborationFiles, CollaborationFileStore>();
        services.AddSingleton<Restore>();
        services.AddSingleton<IBackups, Backups>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            keys => keys.XmlRepository = new CookieKeys(provider.GetRequiredService<Database>())));
        services.AddSingleton(provider => new RunningProcesses(provider.GetRequiredService<Database>(), provider.GetRequiredService<TimeProvider>()));

        // A database that neither answers nor refuses must not keep whoever asks waiting.
        services.AddHealthChecks().AddCheck<StorageHealth>(HealthName, timeout: TimeSpan.FromSeconds(5));
        return services;
    }

    /// <summary>For whoever has to do with a pole that is there: an empty database made in the wrong place would hide that it is the wrong one.</summary>
    /// <exception cref="NoPoleException">No pole was ever started on the database that the settings lead to.</exception>
    public static Task RequirePoleAsync(IServiceProvider services, CancellationToken stop = default) => services.GetRequiredService<Migrator>().RequireAsync(stop);

    /// <summary>
    /// Makes the database ready: file, settings, migrations, whom couriers rest for, keys of cookies. To be awaited before anything reads it; a second call does nothing.
    /// </summary>
    /// <exception cref="SchemaException">The database is newer than this program, or an applied migration was changed.</exception>
    public static async Task PrepareAsync(IServiceProvider services, CancellationToken stop = default)
    {
        await services.GetRequiredService<Migrator>().RunAsync(stop);
        await services.GetRequiredService<Rebuild>().RunIfNeededAsync(stop);
        await services.GetRequiredService<IBlocks>().BeginAsync(stop);
        if (services.GetService<IDataProtectionProvider>() is { } protection)
        {
            await CookieKeys.BeginAsync(services.GetRequiredService<Database>(), protection, stop);
        }
    }
}

using Citess.Poles.Kernel.Blobs;
using Citess.Poles.Kernel.Contributions;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Inbox;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Kernel.Vocabularies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Citess.Poles.Kernel.Records;

/// <summary>Registers what records share, and one kind of them.</summary>
public static class RecordsRegistration
{
    public static IServiceCollection AddRecordKernel(this IServiceCollection services)
    {
        services.AddSingleton<Press>();
        services.AddSingleton<ListedPartners>();
        services.AddSingleton<BlobDesk>();
        services.AddSingleton<Recovering>();
        services.AddSingleton<Prose>();
        services.AddSingleton<ConceptDesk>();
        services.AddSingleton<IProjections, Projections>();
        services.AddSingleton<Publisher>();
        services.AddHostedService(provider => provider.GetRequiredService<Publisher>());
        services.AddHostedService<HousekeepingStart>();
        services.AddHostedService<Renewal>();
        return services;
    }

    /// <summary>Registers a kind of record that is about other records.</summary>
    public static IServiceCollection AddContributions<TContent, TKind>(this IServiceCollection services)
        where TContent : Contribution
        where TKind : ContributionKind<TContent> =>
        services.AddRecords<TContent, TKind>().AddSingleton<IContributionKind>(provider => provider.GetRequiredService<TKind>());

    public static IServiceCollection AddRecords<TContent, TKind>(this IServiceCollection services)
        where TContent : class
        where TKind : RecordKind<TContent>
    {
        services.AddSingleton<TKind>();
        services.AddSingleton<RecordKind<TContent>>(provider => provider.GetRequiredService<TKind>());
        services.AddSingleton<IRecordKind>(provider => provider.GetRequiredService<TKind>());
        services.TryAddSingleton<RecordDesk<TContent>>();
        return services;
    }
}

using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Network.Incoming;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Citess.Poles.Network.Repair;

/// <summary>Registers what keeps poles in agreement.</summary>
internal static class RepairRegistration
{
    public static void AddRepair(this IServiceCollection services)
    {
        services.AddSingleton<Arrivals>();
        services.AddSingleton<Sights>();
        services.AddSingleton<Digests>();
        services.AddSingleton<HeldOf>();
        services.AddSingleton<Feed>();
        services.AddSingleton<Intake>();
        services.AddSingleton<Owners>();
        services.AddSingleton<FileDesk>();
        services.AddSingleton<FileIntake>();
        services.AddSingleton<ISignedFiles, ChosenFile>();
        services.AddSingleton<Differences>();
        services.AddSingleton<Purge>();
        services.AddSingleton<OriginRound>();
        services.AddSingleton<ThirdRound>();
        services.AddSingleton<HistoryRound>();
        services.AddSingleton<RepairDesk>();
        services.AddSingleton<ICopyFreshness, CopiesFreshness>();
        services.AddSingleton<RepairDispatcher>();
        services.AddHostedService(provider => provider.GetRequiredService<RepairDispatcher>());
    }

    public static void MapRepair(this IEndpointRouteBuilder routes)
    {
        ChangesEndpoint.Map(routes);
        DigestEndpoint.Map(routes);
        RepairEndpoints.Map(routes);
        FileEndpoints.Map(routes);
        HistoryEndpoint.Map(routes);
    }
}

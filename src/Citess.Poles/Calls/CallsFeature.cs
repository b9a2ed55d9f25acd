using Citess.Poles.Calls.Dossiers;
using Citess.Poles.Calls.Filling;
using Citess.Poles.Calls.Guests;
using Citess.Poles.Calls.Partners;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Records;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Citess.Poles.Calls;

/// <summary>Calls across borders, from their rules to the dossier and what became of it.</summary>
public static class CallsFeature
{
    public static IServiceCollection AddCalls(this IServiceCollection services) => services
        .AddRecords<Call, CallKind>()
        .AddSingleton<ConsortiumDesk>()
        .AddSingleton<GuestDesk>()
        .AddSingleton<DossierDesk>()
        .AddSingleton<DossierTable>()
        .AddSingleton<OpenCalls>()
        .AddSingleton<ICandidates, DirectoryCandidates>()
        .AddNav(new("calls", "calls.nav", 25));

    public static void MapCalls(this IEndpointRouteBuilder routes)
    {
        routes.MapRecords<Call>("calls");
        ConsortiumEndpoints.Map(routes);
        DossierEndpoints.Map(routes);
    }
}

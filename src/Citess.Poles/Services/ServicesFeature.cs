using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Records;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Citess.Poles.Services;

/// <summary>What help there is, from whom, and how to get it.</summary>
public static class ServicesFeature
{
    public static IServiceCollection AddServices(this IServiceCollection services) => services
        .AddRecords<Service, ServiceKind>()
        .AddNav(new("services", "nav.services", 10));

    public static void MapServices(this IEndpointRouteBuilder routes) => routes.MapRecords<Service>("services");
}

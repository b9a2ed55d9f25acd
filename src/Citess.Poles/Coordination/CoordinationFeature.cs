using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Citess.Poles.Coordination;

/// <summary>What a coordinator sees of the whole: what nobody covers, who is left out, how collaborations go.</summary>
public static class CoordinationFeature
{
    public static IServiceCollection AddCoordination(this IServiceCollection services) => services.AddSingleton<CoordinationDesk>();

    public static void MapCoordination(this IEndpointRouteBuilder routes) => CoordinationFiles.Map(routes);
}

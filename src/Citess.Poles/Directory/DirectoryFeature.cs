using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Records;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Citess.Poles.Directory;

/// <summary>Who is here: the actors of the social and solidarity economy in the territory.</summary>
public static class DirectoryFeature
{
    public static IServiceCollection AddDirectory(this IServiceCollection services) => services
        .AddRecords<SseActor, SseActorKind>()
        .AddNav(new("directory", "nav.directory", 15));

    public static void MapDirectory(this IEndpointRouteBuilder routes) => routes.MapRecords<SseActor>("actors");
}

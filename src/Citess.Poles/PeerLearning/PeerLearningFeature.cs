using Citess.Poles.PeerLearning.Guests;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Citess.Poles.PeerLearning;

/// <summary>Poles that learn from each other in a cycle: a collaboration with challenges, groups, showcases and an open vote.</summary>
public static class PeerLearningFeature
{
    public static IServiceCollection AddPeerLearning(this IServiceCollection services) => services.AddSingleton<GuestLinkDesk>();

    public static void MapPeerLearning(this IEndpointRouteBuilder routes) => CycleEndpoints.Map(routes);
}

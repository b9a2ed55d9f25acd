using Citess.Poles.Accounts;
using Citess.Poles.Calls;
using Citess.Poles.Collaborations;
using Citess.Poles.Directory;
using Citess.Poles.Exchange;
using Citess.Poles.Network;
using Citess.Poles.PeerLearning;
using Citess.Poles.Practices;
using Citess.Poles.Profile;
using Citess.Poles.Services;
using Citess.Poles.Specs;
using Citess.Poles.Topics;

namespace Citess.Server;

/// <summary>What this pole can do: one line a feature.</summary>
internal static class Features
{
    public static IServiceCollection AddFeatures(this IServiceCollection services) => services
        .AddProfile()
        .AddPractices()
        .AddDirectory()
        .AddServices()
        .AddCalls()
        .AddTopics()
        .AddExchange()
        .AddNetwork()
        .AddCollaborations()
        .AddPeerLearning()
        .AddAccounts();

    public static void MapFeatures(this IEndpointRouteBuilder routes)
    {
        routes.MapProfile();
        routes.MapPractices();
        routes.MapDirectory();
        routes.MapServices();
        routes.MapCalls();
        routes.MapTopics();
        routes.MapExchange();
        routes.MapNetwork();
        routes.MapCollaborations();
        routes.MapPeerLearning();
        routes.MapAccounts();
        routes.MapSpecs();
    }
}

using Citess.Poles.Calls;
using Citess.Poles.Collaborations.Documents;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Layout;
using Citess.Poles.Network.Blobs;
using Citess.Poles.Network.Incoming;
using Citess.Poles.Network.Recovery;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Citess.Poles.Collaborations;

/// <summary>What several poles do together: a log of signed events that each of them holds and can check alone.</summary>
public static class CollaborationsFeature
{
    public static IServiceCollection AddCollaborations(this IServiceCollection services) => services
        .AddSingleton<CollaborationBook>()
        .AddSingleton<CollaborationDesk>()
        .AddSingleton<DocumentRules>()
        .AddSingleton<INamesBlobs, DocumentReaders>()
        .AddSingleton<DocumentRound>()
        .AddHostedService(provider => provider.GetRequiredService<DocumentRound>())
        .AddSingleton<ICallWon, WonCalls>()
        .AddSingleton<AuthorKeys>()
        .AddSingleton<IFurtherMatter, IncomingEvents>()
        .AddSingleton<LogExchange>()
        .AddSingleton<IRecovers>(provider => provider.GetRequiredService<LogExchange>())
        .AddHostedService(provider => provider.GetRequiredService<LogExchange>())
        .AddNav(new("collaborations", "collab.nav", 30, NavItem.SignedIn));

    public static void MapCollaborations(this IEndpointRouteBuilder routes)
    {
        LogEndpoint.Map(routes);
        GroupEndpoint.Map(routes);
        CollaborationEndpoints.Map(routes);
        LogFile.Map(routes);
    }
}

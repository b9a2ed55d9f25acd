using Citess.ActivityPub.Delivery;
using Citess.ActivityPub.Discovery;
using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Inbox;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Network.Blobs;
using Citess.Poles.Network.Blocks;
using Citess.Poles.Network.Contributions;
using Citess.Poles.Network.Discovery;
using Citess.Poles.Network.Incoming;
using Citess.Poles.Network.Letters;
using Citess.Poles.Network.Outgoing;
using Citess.Poles.Network.Recovery;
using Citess.Poles.Network.Repair;
using Citess.Poles.Network.Visitors;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Citess.Poles.Network;

/// <summary>Partner poles: how they find us, connect, and what travels between us.</summary>
public static partial class NetworkFeature
{
    /// <summary>Needs <see cref="Origin"/>, <see cref="Pole"/> and <see cref="SafeHttpOptions"/> from the host.</summary>
    public static IServiceCollection AddNetwork(this IServiceCollection services)
    {
        services.AddSingleton<IRecordKind, PartnerListing>();
        services.AddSingleton(provider => SafeHttp.Create(provider.GetRequiredService<SafeHttpOptions>(), warning => Warn(provider.GetRequiredService<ILogger<Pole>>(), warning)));
        services.AddSingleton<NodeInfoFinder>();
        services.AddSingleton<PeerDialects>();
        services.AddSingleton<DocumentFetcher>();
        services.AddSingleton<BlobFetcher>();
        services.AddSingleton<ActorFinder>();
        services.AddSingleton<ActivityPoster>();
        services.AddSingleton(provider => new RemoteActors(
            provider.GetRequiredService<DocumentFetcher>(),
            provider.GetRequiredService<IActorCache>(),
            provider.GetRequiredService<IHostPolicy>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<Pole>().ServerSigner,

            // On one machine poles start together: the key of one that is a second late must not be missed for minutes.
            provider.GetRequiredService<SafeHttpOptions>().AllowPrivateAddresses ? new() { FailureWindow = TimeSpan.FromSeconds(2) } : new()));
        services.AddSingleton<IHostPolicy, HostPolicy>();
        services.AddSingleton<IHeldThings, HeldThings>();
        services.AddSingleton<IOwnActors, OwnActors>();
        services.AddSingleton<GatePorts>();
        services.AddSingleton<SignedRequests>();
        services.AddSingleton<Gate>();
        services.AddSingleton<IVerbHandler, FollowHandler>();
        services.AddSingleton<IVerbHandler, AnswerHandler>();
        services.AddSingleton<IVerbHandler, ShareHandler>();
        services.AddSingleton<IVerbHandler, AddHandler>();
        services.AddSingleton<Appending>();
        services.AddSingleton<Additions>();
        services.TryAddSingleton(new AllowanceOptions());
        services.AddSingleton<Allowance>();
        services.AddSingleton<VisitorNotes>();
        services.AddSingleton<VisitorDoor>();
        services.AddSingleton<Admissions>();
        services.AddSingleton<IVerbHandler, OfferHandler>();
        services.AddSingleton<LetterAnswers>();
        services.AddSingleton<LetterDesk>();
        services.AddSingleton<LetterDispatcher>();
        services.AddHostedService(provider => provider.GetRequiredService<LetterDispatcher>());
        services.AddSingleton<Postbox>();
        services.AddSingleton<Fetched>();
        services.AddSingleton<PartnerDesk>();
        services.AddSingleton<BlockDesk>();
        services.AddSingleton<IPoleNames, PoleNames>();
        services.AddSingleton<SignsOfLife>();
        services.AddSingleton<InboxDispatcher>();
        services.AddHostedService(provider => provider.GetRequiredService<InboxDispatcher>());
        services.AddHostedService<CourierDispatcher>();
        services.AddSingleton<BlobDispatcher>();
        services.AddHostedService(provider => provider.GetRequiredService<BlobDispatcher>());
        services.AddSingleton<SignedFetch>();
        services.AddSingleton<TakingBack>();
        services.AddHostedService<RecoveryFromPartners>();
        services.AddRepair();
        return services.AddNav(new("partners", "nav.partners", 50));
    }

    public static void MapNetwork(this IEndpointRouteBuilder routes)
    {
        DiscoveryEndpoints.Map(routes);
        ActorEndpoints.Map(routes);
        ContributionsEndpoint.Map(routes);
        routes.MapInboxes();
        routes.MapRepair();
        BlobEndpoints.Map(routes);
        LetterEndpoints.Map(routes);
        PartnerEndpoints.Map(routes);
        BlockEndpoints.Map(routes);
    }

    /// <summary>Where letters come in: also for a way of their own, with nothing on it that people need.</summary>
    public static void MapInboxes(this IEndpointRouteBuilder routes) => InboxEndpoint.Map(routes);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Warning}")]
    private static partial void Warn(ILogger log, string warning);
}

using System.Text.Json;
using Citess.ActivityPub.Discovery;
using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Profile;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Citess.Poles.Network.Discovery;

/// <summary>How others find this pole: WebFinger, host-meta, NodeInfo 2.1.</summary>
internal static class DiscoveryEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").ExcludeFromDescription().AllowAnonymous();
        group.MapGet("/.well-known/webfinger", Finger);
        group.MapGet("/.well-known/host-meta", ([FromServices] Origin origin) => TypedResults.Content(HostMeta.Xml(origin), HostMeta.XmlMediaType));
        group.MapGet("/.well-known/host-meta.json", ([FromServices] Origin origin) => TypedResults.Json(HostMeta.Json(origin), StateJson.Options));
        group.MapGet("/.well-known/nodeinfo", ([FromServices] Origin origin, Pole pole) => TypedResults.Json(NodeInfo.Links(origin.Url + "/nodeinfo/2.1", pole.ServerAddress), StateJson.Options));
        group.MapGet("/nodeinfo/2.1", DescribeAsync);
    }

    private static Results<JsonHttpResult<Jrd>, NotFound, BadRequest> Finger(string? resource, Pole pole, HttpResponse response)
    {
        if (string.IsNullOrEmpty(resource))
        {
            return TypedResults.BadRequest();
        }

        response.Headers.AccessControlAllowOrigin = "*";
        var handle = "acct:" + ProfileKind.Handle + "@" + pole.Authority;
        var isPole = string.Equals(resource, handle, StringComparison.OrdinalIgnoreCase) || resource == pole.ActorAddress || resource.TrimEnd('/') == pole.Origin;
        var host = "acct:" + pole.Authority.Split(':')[0] + "@" + pole.Authority;
        var isServer = string.Equals(resource, host, StringComparison.OrdinalIgnoreCase) || resource == pole.ServerAddress;
        return isPole ? TypedResults.Json(Jrd.ForActor(handle, pole.ActorAddress, pole.Origin + "/"), StateJson.Options, Jrd.MediaType)
            : isServer ? TypedResults.Json(Jrd.ForActor(host, pole.ServerAddress, pole.Origin + "/"), StateJson.Options, Jrd.MediaType)
            : TypedResults.NotFound();
    }

    private static async Task<JsonHttpResult<NodeInfo>> DescribeAsync(Profiles profiles, ILedger ledger, CancellationToken stop)
    {
        var profile = await profiles.ReadAsync();
        return TypedResults.Json(
            new NodeInfo
            {
                Software = new() { Name = "citess", Version = ThisAssembly.Version },
                Protocols = ["activitypub"],
                Usage = new() { Users = new(), LocalPosts = await ledger.CountPublicAsync(stop) },
                Metadata = new Dictionary<string, JsonElement>(StringComparer.Ordinal)
                {
                    [WireVersion.Term] = JsonSerializer.SerializeToElement(WireVersion.Current),
                    ["nodeName"] = JsonSerializer.SerializeToElement(profile?.Content.Name.SourceText ?? ""),
                    ["territory"] = JsonSerializer.SerializeToElement(profile?.Content.Territory ?? ""),
                },
            },
            StateJson.Options,
            NodeInfo.MediaType);
    }
}

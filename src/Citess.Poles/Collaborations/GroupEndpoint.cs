using Citess.ActivityPub.Inbox;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Collaborations.Log;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Network;
using Citess.Poles.Network.Recovery;
using Citess.Poles.Network.Repair;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Citess.Poles.Collaborations;

/// <summary>
/// <c>/group/{id}</c>: the collaboration as an actor of its host, FEP-1b12, to its partners alone. It has no key: what is said in
/// it, each pole says itself. When the host changes it stands at the next one, and its log has the same name as before.
/// </summary>
internal static class GroupEndpoint
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/group/{id}").ExcludeFromDescription().AllowAnonymous().WithMetadata(Signed.Required);
        group.MapGet("", (string id, HttpContext http, SignedFetch fetch, CollaborationBook book, Pole pole, CancellationToken stop) => ReadAsync(id, http, fetch, book, pole, Actor, stop));
        group.MapGet("/followers", (string id, HttpContext http, SignedFetch fetch, CollaborationBook book, Pole pole, CancellationToken stop) => ReadAsync(id, http, fetch, book, pole, Followers, stop));
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> ReadAsync(
        string id, HttpContext http, SignedFetch fetch, CollaborationBook book, Pole pole, Func<HttpContext, Collaboration, Pole, FileContentHttpResult> write, CancellationToken stop)
    {
        if ((await book.ReadAsync(id, stop)).State is { } state && state.Membership.Host == pole.ActorAddress
            && await fetch.WhoAsync(http) is SignerVerdict.Known(var who, _) && state.Membership[who.Id]?.Taking is Taking.Invited or Taking.Joined)
        {
            return write(http, state, pole);
        }

        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.NotFound();
    }

    private static FileContentHttpResult Actor(HttpContext http, Collaboration state, Pole pole)
    {
        var address = AddressOf(state, pole);
        return RepairDocuments.Write(http, address, "Group", json =>
        {
            json.WriteString("attributedTo", pole.ActorAddress);
            json.WriteString("name", state.Name);
            json.WriteString("inbox", pole.ActorAddress + "/inbox");
            json.WriteString("outbox", LogEndpoint.AddressOf(pole.Origin, state.Id, []));
            json.WriteString("followers", address + "/followers");
            json.WriteBoolean("manuallyApprovesFollowers", value: true);
            json.WriteString("collaboration", state.Id);
        });
    }

    private static FileContentHttpResult Followers(HttpContext http, Collaboration state, Pole pole) => RepairDocuments.Write(http, AddressOf(state, pole) + "/followers", "Collection", json =>
    {
        string[] partners = [.. state.Membership.Members.Where(each => each.Taking == Taking.Joined).Select(each => each.Actor)];
        json.WriteNumber("totalItems", partners.Length);
        json.WriteStartArray("items");
        foreach (var partner in partners)
        {
            json.WriteStringValue(partner);
        }

        json.WriteEndArray();
    });

    private static string AddressOf(Collaboration state, Pole pole) => $"{pole.Origin}/group/{state.Id}";
}

using System.Security.Claims;
using Citess.ActivityPub.Fetching;
using Citess.Poles.Collaborations;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Culture;
using Citess.Poles.Matching.Groups;
using Citess.Poles.PeerLearning.Guests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Citess.Poles.PeerLearning;

/// <summary>The API: a cycle read from its log, groups proposed, and links for guests. What is said in it goes to /api/collaborations.</summary>
internal static class CycleEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/cycles/{id}").WithTags("cycles").RequireAuthorization(Permissions.Write).ProducesProblem(401).ProducesProblem(403).ProducesProblem(404);
        group.MapGet("", ReadAsync).WithName("read-cycle");
        group.MapGet("/proposals", ProposeAsync).WithName("propose-groups");
        group.MapPost("/guests/{guest}/link", LinkAsync).WithName("link-guest");
        group.MapDelete("/guests/{guest}/link", EndAsync).WithName("end-guest-link");
    }

    /// <summary>The address that a guest is sent.</summary>
    public static string Link(Origin origin, string cycle, string secret) => $"{origin.Url}/{Languages.Current.Code}/cycle/{cycle}/guest/{secret}";

    private static async Task<Ok<CycleReport>> ReadAsync(string id, CollaborationDesk desk, ClaimsPrincipal who, CancellationToken stop) => TypedResults.Ok(CycleReport.Of(await CycleAsync(id, desk, who, stop)));

    private static async Task<Ok<IReadOnlyList<GroupProposal>>> ProposeAsync(string id, CollaborationDesk desk, ClaimsPrincipal who, CancellationToken stop) =>
        TypedResults.Ok<IReadOnlyList<GroupProposal>>([.. CycleMatch.Of(await CycleAsync(id, desk, who, stop)).Propose()]);

    private static async Task<Ok<GuestAddress>> LinkAsync(string id, string guest, GuestLinkDesk links, [FromServices] Origin origin, ClaimsPrincipal who, HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new GuestAddress(Link(origin, id, await links.LinkAsync(who, id, guest))));
    }

    private static async Task<NoContent> EndAsync(string id, string guest, GuestLinkDesk links, ClaimsPrincipal who)
    {
        await links.EndAsync(who, id, guest);
        return TypedResults.NoContent();
    }

    private static async Task<Cycle> CycleAsync(string id, CollaborationDesk desk, ClaimsPrincipal who, CancellationToken stop) =>
        Cycle.Of((await desk.ReadAsync(who, id, stop))?.State) ?? throw new RefusedException(Refusal.NotFound, "There is no such cycle.");
}

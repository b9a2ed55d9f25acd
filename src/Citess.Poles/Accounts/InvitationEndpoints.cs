using System.Security.Claims;
using Citess.ActivityPub.Fetching;
using Citess.Poles.Kernel.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Citess.Poles.Accounts;

/// <summary>For which role, and for whom in own words: the note is shown to administrators only.</summary>
public sealed record InvitationRequest(string Role, string? Note = null);

/// <summary>The link that lets one person in; shown this once.</summary>
public sealed record InvitationLink(string Link, DateTimeOffset Expires);

/// <summary>One invitation without its secret; <c>state</c> is open, used, withdrawn or expired.</summary>
public sealed record InvitationReport(string Id, string Role, string Note, string InvitedBy, DateTimeOffset Created, DateTimeOffset Expires, string State);

internal static class InvitationEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/invitations").WithTags("invitations").RequireAuthorization(Permissions.Administer).ProducesProblem(401).ProducesProblem(403);
        group.MapGet("/", ListAsync).WithName("list-invitations");
        group.MapPost("/", InviteAsync).WithName("invite").ProducesProblem(400);
        group.MapDelete("/{id}", WithdrawAsync).WithName("withdraw-invitation").ProducesProblem(404);
    }

    public static string Link(Origin origin, string secret) => origin.Url + "/invitation/" + secret;

    private static async Task<Ok<IReadOnlyList<InvitationReport>>> ListAsync(InvitationDesk desk, ClaimsPrincipal who, CancellationToken stop)
    {
        var all = await desk.ListAsync(who, stop);
        return TypedResults.Ok<IReadOnlyList<InvitationReport>>(
            [.. all.Select(each => new InvitationReport(each.Hash, each.Role, each.Note, each.InvitedBy, each.Created, each.Expires, desk.StateOf(each).ToString().ToLowerInvariant()))]);
    }

    private static async Task<Ok<InvitationLink>> InviteAsync(InvitationRequest request, InvitationDesk desk, [Microsoft.AspNetCore.Mvc.FromServices] Origin origin, TimeProvider clock, ClaimsPrincipal who, HttpResponse response, CancellationToken stop)
    {
        response.Headers.CacheControl = "no-store";
        var secret = await desk.InviteAsync(who, request.Role, request.Note ?? "", stop);
        return TypedResults.Ok(new InvitationLink(Link(origin, secret), clock.GetUtcNow().AddDays(InvitationDesk.Days)));
    }

    private static async Task<NoContent> WithdrawAsync(string id, InvitationDesk desk, ClaimsPrincipal who, CancellationToken stop)
    {
        await desk.WithdrawAsync(who, id, stop);
        return TypedResults.NoContent();
    }
}

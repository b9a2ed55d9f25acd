using System.Security.Claims;
using Citess.Poles.Kernel.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Citess.Poles.Network;

/// <summary>The address of a pole to connect with: a host, a handle such as <c>@pole@barcelona.example</c>, or any page there.</summary>
public sealed record ConnectRequest(string Address);

/// <summary>A partner as the API shows it. Times are UTC; <c>waiting</c> counts what it has not received yet, up to 1,000; <c>next</c> is when it is tried again, after a failure; <c>turnedAway</c> counts its letters that were answered 429, as more than its share.</summary>
public sealed record PartnerReport(string Relation, string Actor, string Name, Connection Connection, DateTimeOffset? Since, long Waiting, DateTimeOffset? Delivered, string? Problem, long Refused, DateTimeOffset? Next, long TurnedAway);

internal static class PartnerEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/partners").WithTags("partners").RequireAuthorization(Permissions.Write);
        group.MapGet("/", ListAsync).WithName("list-partners");
        group.MapPost("/", ConnectAsync).WithName("connect").RequireAuthorization(Permissions.Connect).ProducesProblem(400);
        group.MapPost("/{relation}/accept", async (string relation, PartnerDesk desk, ClaimsPrincipal who) => await DoAsync(desk.AcceptAsync(who, relation))).WithName("accept-partner").RequireAuthorization(Permissions.Connect);
        group.MapPost("/{relation}/decline", async (string relation, PartnerDesk desk, ClaimsPrincipal who) => await DoAsync(desk.DeclineAsync(who, relation))).WithName("decline-partner").RequireAuthorization(Permissions.Connect);
        group.MapPost("/{relation}/disconnect", async (string relation, PartnerDesk desk, ClaimsPrincipal who) => await DoAsync(desk.DisconnectAsync(who, relation))).WithName("disconnect-partner").RequireAuthorization(Permissions.Connect);
        group.MapPost("/{relation}/send", async (string relation, PartnerDesk desk, ClaimsPrincipal who) => await DoAsync(desk.SendNowAsync(who, relation))).WithName("send-now").RequireAuthorization(Permissions.Connect);
    }

    private static async Task<Ok<IReadOnlyList<PartnerReport>>> ListAsync(PartnerDesk desk, ClaimsPrincipal who, CancellationToken stop)
    {
        var list = await desk.ListAsync(who, stop);
        return TypedResults.Ok<IReadOnlyList<PartnerReport>>([.. list.Select(each => new PartnerReport(
            each.Entry.Id, each.View.Actor.Id, each.View.Actor.Name.SourceText, each.View.Connection, each.View.Since,
            each.Waiting, each.Courier?.DeliveredAt, each.Courier?.Problem, each.Courier?.Refused ?? 0,
            each.Next, each.Courier?.TurnedAway ?? 0))]);
    }

    private static async Task<Accepted<ConnectRequest>> ConnectAsync(ConnectRequest request, PartnerDesk desk, ClaimsPrincipal who, CancellationToken stop) =>
        TypedResults.Accepted("/api/partners/" + await desk.ConnectAsync(who, request.Address, stop), request);

    private static async Task<NoContent> DoAsync(Task command)
    {
        await command;
        return TypedResults.NoContent();
    }
}

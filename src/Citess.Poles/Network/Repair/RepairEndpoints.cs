using System.Security.Claims;
using Citess.ActivityPub.Repair;
using Citess.Poles.Kernel.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Citess.Poles.Network.Repair;

/// <summary>The address of a pole whose public things are wanted here although it is no partner.</summary>
public sealed record CopyRequest(string Address);

/// <summary>
/// How this pole agrees with another that it takes things from. <c>taken</c> of <c>total</c> is the round under way;
/// <c>via</c> is the third pole that gave what the origin could not, and <c>asOf</c> how fresh that is.
/// </summary>
public sealed record CopyReport(
    string Origin, string Actor, string Cursor, DateTimeOffset? Compared, DateTimeOffset? AgreedSince, long Taken, long Total, long Refused, string? Problem, string? Via, DateTimeOffset? AsOf, bool IsUnconfirmed);

internal static class RepairEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/copies").WithTags("copies").RequireAuthorization(Permissions.Write);
        group.MapGet("/", ListAsync).WithName("list-copies");
        group.MapPost("/", CopyAsync).WithName("copy-pole").RequireAuthorization(Permissions.Connect).ProducesProblem(400);
        group.MapPost("/{origin}/compare", CompareAsync).WithName("compare-copies").RequireAuthorization(Permissions.Connect).ProducesProblem(404);
    }

    private static async Task<Ok<IReadOnlyList<CopyReport>>> ListAsync(RepairDesk desk, ClaimsPrincipal who, CancellationToken stop)
    {
        var stands = await desk.ListAsync(who, stop);
        return TypedResults.Ok<IReadOnlyList<CopyReport>>([.. stands.Values.OrderBy(stand => stand.Origin, StringComparer.Ordinal).Select(stand => new CopyReport(
            stand.Origin, stand.Actor, new Cursor(stand.Epoch, stand.Number).ToString(), stand.ComparedAt, stand.AgreedSince, stand.Taken, stand.Total, stand.Refused, stand.Problem,
            stand.Via.Length == 0 ? null : stand.Via, stand.AsOf, stand.IsUnconfirmed))]);
    }

    private static async Task<Accepted<CopyRequest>> CopyAsync(CopyRequest request, RepairDesk desk, ClaimsPrincipal who, CancellationToken stop)
    {
        await desk.CopyAsync(who, request.Address, stop);
        return TypedResults.Accepted("/api/copies", request);
    }

    private static async Task<Accepted> CompareAsync(string origin, RepairDesk desk, ClaimsPrincipal who, CancellationToken stop)
    {
        await desk.CompareAsync(who, origin, stop);
        return TypedResults.Accepted("/api/copies");
    }
}

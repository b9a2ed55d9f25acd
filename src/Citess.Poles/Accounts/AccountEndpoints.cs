using System.Security.Claims;
using Citess.Poles.Kernel.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Citess.Poles.Accounts;

/// <summary>Who the token speaks for, and what it may do.</summary>
public sealed record WhoAmI(string Id, string Name, IReadOnlyList<string> Roles, IReadOnlyList<string> Permissions);

internal static class AccountEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/account", Read).WithName("read-account").WithTags("account").RequireAuthorization().ProducesProblem(401);

    private static Ok<WhoAmI> Read(ClaimsPrincipal who) => TypedResults.Ok(new WhoAmI(
        who.AccountId(),
        who.Identity?.Name ?? "",
        [.. Roles.All.Where(who.IsInRole)],
        [.. Permissions.Holders.Keys.Where(who.May)]));
}

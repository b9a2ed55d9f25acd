using System.Security.Claims;
using Citess.Poles.Kernel.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Citess.Poles.Accounts;

/// <summary>A name that people recognise, and what the program may do.</summary>
public sealed record ProgramRequest(string Name, string Role);

/// <summary>One program without its secret.</summary>
public sealed record ProgramReport(string ClientId, string Name, string Role, DateTimeOffset Created, DateTimeOffset? Withdrawn);

internal static class ProgramEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/programs").WithTags("programs").RequireAuthorization(Permissions.Administer).ProducesProblem(401).ProducesProblem(403);
        group.MapGet("/", ListAsync).WithName("list-programs");
        group.MapPost("/", AddAsync).WithName("add-program").ProducesProblem(400);
        group.MapDelete("/{clientId}", WithdrawAsync).WithName("withdraw-program").ProducesProblem(404);
    }

    private static async Task<Ok<IReadOnlyList<ProgramReport>>> ListAsync(ProgramDesk desk, ClaimsPrincipal who, CancellationToken stop)
    {
        var all = await desk.ListAsync(who, stop);
        return TypedResults.Ok<IReadOnlyList<ProgramReport>>([.. all.Select(each => new ProgramReport(each.ClientId, each.Name, each.Role, each.Created, each.Withdrawn))]);
    }

    private static async Task<Ok<ProgramSecret>> AddAsync(ProgramRequest request, ProgramDesk desk, ClaimsPrincipal who, HttpResponse response, CancellationToken stop)
    {
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(await desk.AddAsync(who, request.Name ?? "", request.Role ?? "", stop));
    }

    private static async Task<NoContent> WithdrawAsync(string clientId, ProgramDesk desk, ClaimsPrincipal who, CancellationToken stop)
    {
        await desk.WithdrawAsync(who, clientId, stop);
        return TypedResults.NoContent();
    }
}

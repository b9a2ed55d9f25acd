using System.Security.Claims;
using Citess.Poles.Kernel.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Citess.Poles.Network.Blocks;

/// <summary>A host to block, as a domain, a handle, or the address of a page there; its subdomains with it. The reason may be left out.</summary>
public sealed record BlockRequest(string Host, string? Reason = null);

/// <summary>A blocked host in its one normal form, with the account or program that blocked it.</summary>
public sealed record BlockReport(string Host, string Reason, string By, DateTimeOffset Since);

internal static class BlockEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/blocks").WithTags("blocks").RequireAuthorization(Permissions.Administer);
        group.MapGet("/", ListAsync).WithName("list-blocks");
        group.MapPost("/", BlockAsync).WithName("block-host").ProducesProblem(400);
        group.MapDelete("/{host}", UnblockAsync).WithName("unblock-host").ProducesProblem(404);
    }

    private static async Task<Ok<IReadOnlyList<BlockReport>>> ListAsync(BlockDesk desk, ClaimsPrincipal who, CancellationToken stop) =>
        TypedResults.Ok<IReadOnlyList<BlockReport>>([.. (await desk.ListAsync(who, stop)).Select(each => new BlockReport(each.Host, each.Reason, each.By, each.Since))]);

    private static async Task<Created<BlockRequest>> BlockAsync(BlockRequest request, BlockDesk desk, ClaimsPrincipal who, CancellationToken stop) =>
        TypedResults.Created("/api/blocks/" + await desk.BlockAsync(who, request.Host, request.Reason ?? "", stop), request);

    private static async Task<NoContent> UnblockAsync(string host, BlockDesk desk, ClaimsPrincipal who, CancellationToken stop)
    {
        await desk.UnblockAsync(who, host, stop);
        return TypedResults.NoContent();
    }
}

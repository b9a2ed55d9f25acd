using System.Security.Claims;
using Citess.ActivityPub.Repair;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Citess.Poles.Network.Repair;

internal static class FileEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/copies").WithTags("copies").RequireAuthorization(Permissions.Connect);
        group.MapGet("/file", WriteAsync).WithName("export-file").Produces(200, contentType: SignedFile.MediaType).ProducesProblem(400).ProducesProblem(410);
        group.MapPost("/file", ReadAsync).WithName("import-file").Accepts<byte[]>(SignedFile.MediaType).ProducesProblem(400).DisableAntiforgery()
            .WithMetadata(new DisableRequestSizeLimitAttribute());
    }

    private static Results<PushStreamHttpResult, ProblemHttpResult> WriteAsync(string? since, bool? isPublic, HttpContext http, ClaimsPrincipal who, FileDesk desk, Pole pole)
    {
        var least = isPublic == true ? Audience.Public : Audience.Network;
        return !Cursor.TryParse(since ?? "0", out var cursor) ? ChangesEndpoint.Unread("since is epoch.number, or 0 for the beginning.")
            : !cursor.IsOf(pole.Epoch) ? ChangesEndpoint.EpochChanged(pole)
            : TypedResults.Stream(stream => desk.WriteAsync(who, cursor, least, stream, http.RequestAborted), SignedFile.MediaType, $"{pole.Key.Id}.jsonl.gz");
    }

    private static async Task<Ok<ImportReport>> ReadAsync(HttpContext http, ClaimsPrincipal who, FileIntake intake, CancellationToken stop) =>
        TypedResults.Ok(await intake.ReadAsync(who, http.Request.Body, stop));
}

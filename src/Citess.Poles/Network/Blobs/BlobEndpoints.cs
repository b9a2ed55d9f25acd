using System.Security.Claims;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Blobs;
using Citess.Poles.Network.Repair;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Citess.Poles.Network.Blobs;

/// <summary>
/// <c>/blob/{sha256}</c>: to everyone what a public record names, to others what they may see by a record or a collaboration. What they may not
/// see looks as if it were not there. Media on the origin of the actors is where others were broken into: the type is one of
/// four, never guessed, never run, never AS2.
/// </summary>
internal static class BlobEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods(BlobTerms.Path + "{hash}", [HttpMethods.Get, HttpMethods.Head], ServeAsync).ExcludeFromDescription().AllowAnonymous().WithMetadata(Signed.Required);
        var group = routes.MapGroup("/api/blobs").WithTags("blobs");
        group.MapGet("/{hash}", ServeAsync).WithName("read-blob").AllowAnonymous().WithMetadata(Signed.Required).Produces(200, contentType: "image/jpeg", additionalContentTypes: [.. BlobLink.MediaTypes]).ProducesProblem(404);
        group.MapPut("/{hash}", BringAsync).WithName("put-blob").RequireAuthorization(Permissions.Write)
            .Accepts<byte[]>("image/jpeg", [.. BlobLink.MediaTypes]).ProducesProblem(400).ProducesProblem(409).DisableAntiforgery();
        group.MapPost("/", DevelopAsync).WithName("post-picture").RequireAuthorization(Permissions.Write)
            .Accepts<byte[]>("image/jpeg", "image/png", "image/webp").ProducesProblem(400).ProducesProblem(409).DisableAntiforgery();
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> ServeAsync(
        string hash, HttpContext http, ClaimsPrincipal who, Sights sights, IBlobs blobs, IEnumerable<INamesBlobs> others, CancellationToken stop)
    {
        if (!BlobLink.IsHash(hash) || await SeenAsync(hash, http, who, sights, blobs, others, stop) is not { } audience || await blobs.FindAsync(hash, stop) is not { } blob)
        {
            http.Response.Headers.CacheControl = "no-store";
            return TypedResults.NotFound();
        }

        // A day, though the bytes under a hash never change: what was taken back must not live in caches for a year.
        http.Response.Headers.CacheControl = audience == Audience.Public ? "public, max-age=86400, immutable" : "no-store";
        http.Response.Headers.Vary = "Cookie, Authorization, Signature";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        http.Response.Headers.ContentDisposition = "attachment";
        return TypedResults.Bytes(blob.Bytes.ToArray(), blob.MediaType, entityTag: new EntityTagHeaderValue('"' + hash + '"'));
    }

    private static async Task<Audience?> SeenAsync(string hash, HttpContext http, ClaimsPrincipal who, Sights sights, IBlobs blobs, IEnumerable<INamesBlobs> others, CancellationToken stop)
    {
        if (await blobs.SeenAsync(hash, new(who.Least()), stop) is { } open)
        {
            return open;
        }

        var asker = await sights.OfAsync(http);
        if (asker is { Actor: { } partner, Sight.Least: Audience.Network } && await blobs.SeenAsync(hash, new(Audience.Public, partner.Origin.Authority), stop) is { } shared)
        {
            return shared;
        }

        foreach (var other in others)
        {
            if (await other.ShowsAsync(hash, who, asker.Actor?.Id, stop))
            {
                return Audience.Own;
            }
        }

        return null;
    }

    private static async Task<Ok<BlobLink>> BringAsync(string hash, HttpContext http, ClaimsPrincipal who, BlobDesk desk, CancellationToken stop) =>
        TypedResults.Ok(await desk.BringAsync(who, hash, http.Request.ContentType ?? "", await ReadAsync(http, BlobLink.MaxBytes, stop), stop));

    /// <summary>A picture as a camera made it: it is made smaller and upright, without what is noted beside it, and has the address that the answer says.</summary>
    private static async Task<Ok<BlobLink>> DevelopAsync(HttpContext http, ClaimsPrincipal who, BlobDesk desk, CancellationToken stop) =>
        TypedResults.Ok(await desk.BringPictureAsync(who, await ReadAsync(http, Photograph.MaxBrought, stop), stop));

    /// <summary>One byte more than is taken tells that there is more.</summary>
    private static async Task<byte[]> ReadAsync(HttpContext http, int most, CancellationToken stop)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (bytes.Length <= most && await http.Request.Body.ReadAsync(buffer, stop) is var count and > 0)
        {
            bytes.Write(buffer, 0, count);
        }

        return bytes.ToArray();
    }
}

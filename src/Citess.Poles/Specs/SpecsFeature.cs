using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Citess.Poles.Specs;

/// <summary>What developers of other servers need, where they look for it: on any pole.</summary>
public static class SpecsFeature
{
    /// <summary>Files as they are; the same paths without <c>.md</c> are pages.</summary>
    public static void MapSpecs(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/specs/{**file:file}", Read).ExcludeFromDescription().AllowAnonymous();

    private static Results<FileContentHttpResult, NotFound> Read(string file, HttpContext http)
    {
        if (SpecFiles.Read(file) is not { } bytes)
        {
            return TypedResults.NotFound();
        }

        // Readers of JSON-LD and of schemas run in browsers too, on pages of others.
        http.Response.Headers.AccessControlAllowOrigin = "*";
        http.Response.Headers.CacheControl = "public, max-age=3600";
        return TypedResults.Bytes(bytes, TypeOf(file));
    }

    private static string TypeOf(string file) => file switch
    {
        _ when file.EndsWith(".context.json", StringComparison.Ordinal) || file.EndsWith(".jsonld", StringComparison.Ordinal) => "application/ld+json",
        _ when file.EndsWith(".schema.json", StringComparison.Ordinal) => "application/schema+json",
        _ when file.EndsWith(".json", StringComparison.Ordinal) => "application/json",
        _ when file.EndsWith(".svg", StringComparison.Ordinal) => "image/svg+xml",
        _ => "text/markdown; charset=utf-8",
    };
}

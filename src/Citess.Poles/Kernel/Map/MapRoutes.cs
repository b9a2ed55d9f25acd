using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Citess.Poles.Kernel.Map;

/// <summary>The route of the outline.</summary>
public static class MapRoutes
{
    /// <summary>Serves the outline at its path, to be kept by browsers for a year.</summary>
    public static IEndpointConventionBuilder MapOutline(this IEndpointRouteBuilder routes)
    {
        var outline = routes.ServiceProvider.GetRequiredService<IMapOutline>();
        return routes.MapGet(outline.Path, (HttpContext context) =>
        {
            context.Response.Headers[HeaderNames.CacheControl] = "public, max-age=31536000, immutable";
            return Results.Bytes(outline.Svg, "image/svg+xml");
        }).ExcludeFromDescription();
    }
}

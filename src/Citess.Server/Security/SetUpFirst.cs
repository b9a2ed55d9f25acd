using Citess.Poles.Accounts;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.StaticAssets;

namespace Citess.Server.Security;

/// <summary>As long as the pole is not set up, every page leads to where that is done; programs and other poles are told to come later.</summary>
internal sealed class SetUpFirst(RequestDelegate next, SettingUp state)
{
    private static readonly PathString[] Open = ["/health", "/openapi", "/failure", "/not-found", "/problems"];

    public async Task InvokeAsync(HttpContext http)
    {
        if (IsOpen(http) || await state.IsDoneAsync(http.RequestAborted))
        {
            await next(http);
        }
        else if (http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
        {
            http.Response.Headers.CacheControl = "no-store";
            http.Response.Redirect(http.Request.PathBase + "/set-up");
        }
        else
        {
            await Refusals.WriteAsync(http, StatusCodes.Status503ServiceUnavailable, "not-set-up", "Not set up yet", "Nobody has set this pole up yet. Come back later.");
        }
    }

    private static bool IsOpen(HttpContext http)
    {
        var endpoint = http.GetEndpoint();
        return endpoint?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null
            || endpoint?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type == typeof(SetUpPage)
            || (endpoint is null && !http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
            || Open.Any(path => http.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase));
    }
}

using Microsoft.AspNetCore.Diagnostics;

namespace Citess.Server.Security;

/// <summary>Pages for answers that have none of their own: what is not there, and what this person may not see.</summary>
public static class StatusPages
{
    /// <summary>Before <c>UseRouting</c>, since the page is found by routing anew.</summary>
    public static void UseStatusPages(this WebApplication app) => app.UseStatusCodePages(context =>
        context.HttpContext.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) ? Task.CompletedTask : ShowAsync(context));

    private static async Task ShowAsync(StatusCodeContext context)
    {
        var http = context.HttpContext;
        var (path, query, method, endpoint) = (http.Request.Path, http.Request.QueryString, http.Request.Method, http.GetEndpoint());
        http.Features.Set<IStatusCodeReExecuteFeature>(new StatusCodeReExecuteFeature
        {
            OriginalPathBase = http.Request.PathBase,
            OriginalPath = path,
            OriginalQueryString = query.Value,
            Endpoint = endpoint,
            RouteValues = new(http.Request.RouteValues),
        });
        http.SetEndpoint(null);
        http.Request.RouteValues.Clear();
        http.Request.Path = http.Response.StatusCode == StatusCodes.Status403Forbidden ? "/not-allowed" : "/not-found";
        http.Request.QueryString = QueryString.Empty;

        // A page is read, whatever led to it: posted to, it would look for a form.
        http.Request.Method = HttpMethods.Get;
        try
        {
            await context.Next(http);
        }
        finally
        {
            (http.Request.Path, http.Request.QueryString, http.Request.Method) = (path, query, method);
            http.Features.Set<IStatusCodeReExecuteFeature?>(null);
        }
    }
}

using Citess.Poles.Accounts;
using Citess.Poles.Components.Layout;
using Citess.Poles.Kernel;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Diagnostics;

namespace Citess.Server.Security;

/// <summary>Answers that have nothing of their own get a page, for what is not there and what this person may not see; programs, and other poles, a problem document.</summary>
public static class StatusPages
{
    /// <summary>Before <c>UseRouting</c>, which then finds the page already chosen.</summary>
    public static void UseStatusPages(this WebApplication app)
    {
        app.UseStatusCodePages(Answer);
        app.Use(async (http, next) =>
        {
            await next();

            // A form that the page no longer has, or that was opened in another session: nothing is said, but that it would be HTML.
            if (IsStale(http) && !http.Response.HasStarted)
            {
                http.Response.ContentType = null;
            }
        });
    }

    /// <summary>
    /// A form of a page whose token does not hold, or that the page has no more. The middleware leaves the first as a feature;
    /// of the second nothing is left but the empty answer of a page, and a page that refuses what was typed draws itself.
    /// </summary>
    private static bool IsStale(HttpContext http) => HttpMethods.IsPost(http.Request.Method) && http.Response.StatusCode == StatusCodes.Status400BadRequest
        && (http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false } || http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null);

    private static Task Answer(StatusCodeContext context) =>
        context.HttpContext.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) ? Task.CompletedTask
        : context.HttpContext.Request.Headers.Accept.ToString() is { Length: > 0 } accept && !accept.Contains("text/html", StringComparison.OrdinalIgnoreCase) && !accept.Contains("*/*", StringComparison.Ordinal) ? TellAsync(context.HttpContext)
        : ShowAsync(context);

    private static Task TellAsync(HttpContext http) => http.Response.StatusCode == StatusCodes.Status404NotFound
        ? Problems.WriteNotFoundAsync(http.Response)
        : TypedResults.Problem(statusCode: http.Response.StatusCode).ExecuteAsync(http);

    /// <summary>
    /// The page is shown at the address that was asked for, so that its links lead on from there. Components that see a 404
    /// either draw nothing or, told that they stand in its place, draw before they have what they wait for: they see a 200.
    /// </summary>
    private static async Task ShowAsync(StatusCodeContext context)
    {
        var http = context.HttpContext;
        var (method, services) = (http.Request.Method, http.RequestServices);
        var status = http.Response.StatusCode;
        var page = status == StatusCodes.Status403Forbidden ? typeof(NotAllowedPage) : IsStale(http) ? typeof(StalePage) : typeof(NotFound);

        // The page that found nothing has used up the renderer of its scope, and the renderer adds this header without looking.
        http.Response.Headers.Remove("blazor-enhanced-nav");
        await using var scope = services.CreateAsyncScope();
        http.Response.StatusCode = StatusCodes.Status200OK;
        http.Response.OnStarting(() =>
        {
            http.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        http.SetEndpoint(services.GetRequiredService<EndpointDataSource>().Endpoints.Single(each => each.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type == page));
        http.Request.RouteValues.Clear();

        // A page is read, whatever led to it: posted to, it would look for a form.
        http.Request.Method = HttpMethods.Get;
        http.RequestServices = scope.ServiceProvider;
        try
        {
            await context.Next(http);
        }
        finally
        {
            (http.Request.Method, http.RequestServices) = (method, services);
        }
    }
}

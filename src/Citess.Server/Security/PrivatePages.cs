using Citess.Poles.Kernel.Access;
using Microsoft.Net.Http.Headers;

namespace Citess.Server.Security;

/// <summary>
/// What a signed-in person sees is kept by nobody: at a shared computer the back button must not show it to the next one.
/// </summary>
internal sealed class PrivatePages(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (http.User.AccountId().Length > 0)
        {
            http.Response.OnStarting(Write, http.Response);
        }

        return next(http);
    }

    private static Task Write(object state)
    {
        var headers = ((HttpResponse)state).Headers;
        if (!headers.ContainsKey(HeaderNames.CacheControl))
        {
            headers.CacheControl = "no-store";
        }

        return Task.CompletedTask;
    }
}

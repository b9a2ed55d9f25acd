using Citess.Server.Errors;

namespace Citess.Server.Security;

/// <summary>The page for somebody who was too quick; made by hand, since rendering one is what the limit spares.</summary>
internal static class TooManyPage
{
    public static Task WriteAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        return BarePage.WriteAsync(http, "accounts.tooMany.title", "accounts.tooMany.lead");
    }
}

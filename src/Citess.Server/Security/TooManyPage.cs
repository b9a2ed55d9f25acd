using System.Net;
using Citess.Poles.Kernel.Culture;
using Citess.Poles.Kernel.Texts;

namespace Citess.Server.Security;

/// <summary>The page for somebody who was too quick; made by hand, since rendering one is what the limit spares.</summary>
internal static class TooManyPage
{
    public static Task WriteAsync(HttpContext http, CancellationToken stop)
    {
        var words = http.RequestServices.GetRequiredService<Text>();
        var language = Languages.Current;
        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        var title = WebUtility.HtmlEncode(words["accounts.tooMany.title"]);
        return http.Response.WriteAsync(
            $"""
            <!DOCTYPE html>
            <html lang="{language.Code}" dir="{language.Direction}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title><link rel="stylesheet" href="/citess.css"></head>
            <body><main><h1>{title}</h1><p>{WebUtility.HtmlEncode(words["accounts.tooMany.lead"])}</p></main></body>
            </html>
            """, stop);
    }
}

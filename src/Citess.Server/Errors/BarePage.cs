using System.Net;
using Citess.Poles.Kernel.Culture;
using Citess.Poles.Kernel.Texts;

namespace Citess.Server.Errors;

/// <summary>A page made by hand, where rendering one is what must be spared or cannot be done. Status and headers are the caller's.</summary>
internal static class BarePage
{
    /// <param name="http">The request.</param>
    /// <param name="title">Key of the title.</param>
    /// <param name="lead">Key of the sentence under it.</param>
    /// <param name="more">What comes after, as HTML.</param>
    public static Task WriteAsync(HttpContext http, string title, string lead, string more = "")
    {
        var words = http.RequestServices.GetRequiredService<Text>();
        var language = Languages.Current;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        var head = WebUtility.HtmlEncode(words[title]);
        return http.Response.WriteAsync(
            $"""
            <!DOCTYPE html>
            <html lang="{language.Code}" dir="{language.Direction}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{head}</title><link rel="stylesheet" href="/citess.css"></head>
            <body><main><h1>{head}</h1><p>{WebUtility.HtmlEncode(words[lead])}</p>{more}</main></body>
            </html>
            """, http.RequestAborted);
    }
}

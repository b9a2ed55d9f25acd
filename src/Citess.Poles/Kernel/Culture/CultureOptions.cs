using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Citess.Poles.Kernel.Culture;

/// <summary>Says which requests are for pages, and which language a pole speaks by default.</summary>
public sealed class CultureOptions
{
    private static readonly PathString[] s_notPages =
        ["/api", "/.well-known", "/inbox", "/nodeinfo", "/openapi", "/health", "/map", "/_framework"];

    /// <summary>Language for a visitor whose wishes are unknown; the pole's first one.</summary>
    public Language Default { get; set; } = Languages.Fallback;

    /// <summary>Whether a request without a language in its path is for a page; only such a one is redirected.</summary>
    public Func<HttpContext, bool> IsPage { get; set; } = AsksForPage;

    /// <summary>A GET or HEAD by a reader of HTML, for neither a file nor one of the protocol's own paths; the address of an object asked for as HTML is a page.</summary>
    public static bool AsksForPage(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            return false;
        }

        if (request.Path.Value is "" or "/" or null)
        {
            return !Accepts(request.Headers.Accept, "json");
        }

        return !s_notPages.Any(prefix => request.Path.StartsWithSegments(prefix, StringComparison.Ordinal))
            && !Path.HasExtension(request.Path.Value)
            && Accepts(request.Headers.Accept, "text/html")
            && !Accepts(request.Headers.Accept, "json");
    }

    private static bool Accepts(StringValues accept, string part)
        => accept.Any(value => value?.Contains(part, StringComparison.OrdinalIgnoreCase) == true);
}

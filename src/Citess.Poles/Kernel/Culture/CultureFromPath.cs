using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Citess.Poles.Kernel.Culture;

/// <summary>
/// Middleware: takes the language from the first segment of the path into the base path, so that page routes name no language,
/// and sends a page request without one to the reader's best language. Runs before routing.
/// </summary>
public sealed class CultureFromPath(RequestDelegate next, IOptions<CultureOptions> options)
{
    /// <summary>Sets the language, redirects, or lets the request through as it is.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (FirstSegment(request.Path, out var language, out var rest))
        {
            request.PathBase = request.PathBase.Add("/" + language.Code);
            request.Path = rest.HasValue ? rest : "/";
            Remember(context, language);
            return Go(context, language);
        }

        if (context.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            return Again(context);
        }

        return options.Value.IsPage(context) ? Redirect(context) : next(context);
    }

    private Task Go(HttpContext context, Language language)
    {
        CultureInfo.CurrentCulture = language.Culture;
        CultureInfo.CurrentUICulture = language.Culture;
        context.Response.Headers[HeaderNames.ContentLanguage] = language.Code;
        return next(context);
    }

    /// <summary>
    /// The page about an error takes the place of the one that failed: a redirect would hide the status, and the language
    /// that stood in the path is in the base already.
    /// </summary>
    private Task Again(HttpContext context)
    {
        var request = context.Request;
        if (Languages.Find(request.PathBase.Value?.Split('/')[^1]) is { } held)
        {
            return Go(context, held);
        }

        var best = LanguageChoice.Best(request, options.Value.Default);
        request.PathBase = request.PathBase.Add("/" + best.Code);
        return Go(context, best);
    }

    private static bool FirstSegment(PathString path, out Language language, out PathString rest)
    {
        foreach (var candidate in Languages.All)
        {
            if (path.StartsWithSegments("/" + candidate.Code, StringComparison.Ordinal, out rest))
            {
                language = candidate;
                return true;
            }
        }

        (language, rest) = (Languages.Fallback, path);
        return false;
    }

    private Task Redirect(HttpContext context)
    {
        var best = LanguageChoice.Best(context.Request, options.Value.Default);
        var path = context.Request.Path.Value is "/" or null ? "/" : context.Request.Path.ToUriComponent();
        context.Response.StatusCode = StatusCodes.Status302Found;
        context.Response.Headers.Location = $"{context.Request.PathBase.ToUriComponent()}/{best.Code}{path}{context.Request.QueryString}";
        context.Response.Headers.Append(HeaderNames.Vary, "Accept, Accept-Language, Cookie");
        context.Response.Headers.CacheControl = "no-cache";
        return Task.CompletedTask;
    }

    /// <summary>
    /// A cookie is set only when it says something: the reader, coming from a page of ours, chose another language than we
    /// would have. A link from elsewhere changes nobody's language, and other pages stay cacheable.
    /// </summary>
    private void Remember(HttpContext context, Language language)
    {
        if (HttpMethods.IsGet(context.Request.Method)
            && CameFromHere(context.Request)
            && LanguageChoice.Best(context.Request, options.Value.Default) != language)
        {
            context.Response.Cookies.Append(LanguageChoice.Cookie, language.Code, new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                MaxAge = TimeSpan.FromDays(365),
                Path = "/",
                SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
            });
        }
    }

    private static bool CameFromHere(HttpRequest request)
        => request.Headers.TryGetValue("Sec-Fetch-Site", out var site)
            ? site == "same-origin" && request.Headers["Sec-Fetch-Mode"] == "navigate"
            : Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var referer)
                && referer.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Puts <see cref="CultureFromPath"/> into the pipeline.</summary>
public static class CultureFromPathRegistration
{
    /// <summary>Call before <c>UseRouting</c>, after whatever answers for objects, inboxes and files.</summary>
    public static IApplicationBuilder UseCultureFromPath(this IApplicationBuilder app)
        => app.UseMiddleware<CultureFromPath>();
}

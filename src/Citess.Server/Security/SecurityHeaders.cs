using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Citess.Server.Security;

/// <summary>What a browser is told on every answer, errors included: so it stands before all else and is written last.</summary>
internal sealed class SecurityHeaders(CookieNames names) : IStartupFilter
{
    /// <summary>Nothing inline and nothing from elsewhere: a script that slips through the sanitiser has nowhere to run.</summary>
    private const string Policy = "default-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((http, following) =>
        {
            http.Response.OnStarting(Write, http.Response);
            return following(http);
        });
        next(app);
    };

    private Task Write(object state)
    {
        var headers = ((HttpResponse)state).Headers;

        // Where an endpoint asks for less, both hold: a browser takes the strictest of all.
        headers.ContentSecurityPolicy = StringValues.Concat(headers.ContentSecurityPolicy, Policy);
        headers.XContentTypeOptions = "nosniff";

        // The secret of an invitation stands in its address, and must not travel on to where a link leads.
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (names.IsSecure)
        {
            headers[HeaderNames.StrictTransportSecurity] = "max-age=31536000";
        }

        return Task.CompletedTask;
    }
}

using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel.Contributions;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Ledger;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Citess.Poles.Kernel.Records;

/// <summary>
/// Answers at the address of a record, <c>/kind/ulid</c>: the signed document to software, the page to people. Runs before
/// the language is taken from the path, so a page route and an address never meet.
/// </summary>
internal sealed class ObjectAddresses(RequestDelegate next, IEnumerable<IRecordKind> kinds, IDocuments documents)
{
    private readonly HashSet<string> kinds = kinds.Select(kind => kind.Name).Append(Addition.Kind).ToHashSet(StringComparer.Ordinal);

    public async Task InvokeAsync(HttpContext http)
    {
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method)
            || http.Request.Path.Value?.TrimStart('/').Split('/') is not [var kind, var id]
            || !kinds.Contains(kind) || !RecordKey.TryRecord(kind, id, out var key))
        {
            await next(http);
            return;
        }

        http.Response.Headers.Vary = "Accept, Accept-Language, Cookie, Signature";
        if (!WantsDocument(http.Request))
        {
            // The page in the reader's language; 302 by the language middleware would lose the method's meaning here. What is
            // no document for software is a page, also for whoever takes both, or says nothing of what they take.
            http.Request.Headers.Remove(HeaderNames.IfNoneMatch);
            http.Request.Headers.Accept = "text/html";
            await next(http);
            if (http.Response.StatusCode == StatusCodes.Status302Found && !http.Response.HasStarted)
            {
                http.Response.StatusCode = StatusCodes.Status303SeeOther;
            }

            return;
        }

        await AnswerAsync(http, key);
    }

    private async Task AnswerAsync(HttpContext http, RecordKey key)
    {
        // What is not public looks like what is not there.
        if (await documents.FindAsync("", key, http.RequestAborted) is not { Audience: Audience.Public } document)
        {
            await Problems.WriteNotFoundAsync(http.Response);
            return;
        }

        http.Response.StatusCode = document.IsTombstone ? StatusCodes.Status410Gone : StatusCodes.Status200OK;
        http.Response.ContentType = Ap.MediaType;
        http.Response.Headers.CacheControl = "public, max-age=60";
        http.Response.Headers.AccessControlAllowOrigin = "*";
        await http.Response.WriteAsync(document.Json, http.RequestAborted);
    }

    /// <summary>True when AS2 is asked for at least as much as HTML; a bare <c>*/*</c> is a person's tool.</summary>
    internal static bool WantsDocument(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted))
        {
            return false;
        }

        double document = 0, page = 0;
        foreach (var type in accepted)
        {
            var quality = type.Quality ?? 1;
            if (type.MediaType.Equals("application/activity+json", StringComparison.OrdinalIgnoreCase)
                || (type.MediaType.Equals("application/ld+json", StringComparison.OrdinalIgnoreCase) && !type.Parameters.Any(parameter => parameter.Name == "profile" && !parameter.Value.Value!.Contains("activitystreams", StringComparison.Ordinal))))
            {
                document = Math.Max(document, quality);
            }
            else if (type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase))
            {
                page = Math.Max(page, quality);
            }
        }

        return document > 0 && document >= page;
    }
}

/// <summary>Puts <see cref="ObjectAddresses"/> into the pipeline, before the language is taken from the path.</summary>
public static class ObjectAddressesRegistration
{
    public static IApplicationBuilder UseObjectAddresses(this IApplicationBuilder app) => app.UseMiddleware<ObjectAddresses>();
}

using System.Globalization;
using System.Text;
using Citess.ActivityPub.Delivery;
using Citess.ActivityPub.Inbox;
using Citess.ActivityPub.Json;
using Citess.ActivityPub.Signatures;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Inbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Citess.Poles.Network.Incoming;

/// <summary>Where others post: gate, then the disk, then 202.</summary>
internal static partial class InboxEndpoint
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/inbox", ReceiveAsync).ExcludeFromDescription().DisableAntiforgery().AllowAnonymous();
        routes.MapPost("/pole/{id}/inbox", ReceiveAtActorAsync).ExcludeFromDescription().DisableAntiforgery().AllowAnonymous();
        routes.MapPost("/server/{id}/inbox", ReceiveAtActorAsync).ExcludeFromDescription().DisableAntiforgery().AllowAnonymous();
    }

    private static async Task<Results<Accepted, ProblemHttpResult>> ReceiveAtActorAsync(HttpContext http, Pole pole, Gate gate, Admissions admissions, IInbox inbox, InboxDispatcher dispatcher, PeerDialects dialects, TimeProvider clock, ILogger<Gate> log)
    {
        var actor = http.Request.Path.Value![1..^"/inbox".Length];
        return actor == pole.Key.ToString() || actor == pole.ServerKey.ToString()
            ? await ReceiveAsync(http, pole, gate, admissions, inbox, dispatcher, dialects, clock, log)
            : Problem(StatusCodes.Status404NotFound, "not-found", "There is no such inbox.");
    }

    private static async Task<Results<Accepted, ProblemHttpResult>> ReceiveAsync(HttpContext http, Pole pole, Gate gate, Admissions admissions, IInbox inbox, InboxDispatcher dispatcher, PeerDialects dialects, TimeProvider clock, ILogger<Gate> log)
    {
        if (await ReadAsync(http) is not { } body)
        {
            var tooLarge = Gate.TooLarge();
            LogRefused(log, http.Connection.RemoteIpAddress, tooLarge.Slug);
            return Problem(tooLarge.Status, tooLarge.Slug, tooLarge.Detail);
        }

        // The host is the configured one, never what the request says: behind a proxy the two differ, and a replay at another host must fail.
        var message = new SignedMessage(http.Request.Method, http.Features.Get<IHttpRequestFeature>()!.RawTarget, pole.Authority, name => [.. http.Request.Headers[name].OfType<string>()], pole.Scheme);
        switch (await gate.JudgeAsync(new IncomingActivity(body, message), http.RequestAborted))
        {
            case GateVerdict.Accepted accepted:
                var admission = await admissions.JudgeAsync(accepted, http.RequestAborted);
                if (admission.IsPartner)
                {
                    http.Features.Set(new VouchedSender(accepted.Signer.Origin.Authority));
                }

                if (admission is Admission.Later later)
                {
                    http.Response.Headers.RetryAfter = Math.Max(1, (long)Math.Ceiling(later.After.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
                    return Problem(StatusCodes.Status429TooManyRequests, "rate-limited", later.Detail);
                }

                await inbox.KeepAsync(Letter(accepted, clock.GetUtcNow()) with { Note = ((Admission.Kept)admission).Note }, CancellationToken.None);
                dispatcher.Nudge(accepted.Signer.Origin.Authority);
                await dialects.ShownAsync(accepted.Signer.Origin, accepted.Dialect, CancellationToken.None);
                await dialects.ShownByAsync(accepted.Signer.Origin, accepted.Signer.Document, CancellationToken.None);
                return TypedResults.Accepted((string?)null);
            case GateVerdict.Repeated:
                return TypedResults.Accepted((string?)null);
            case GateVerdict.Refused refused:
                LogRefused(log, http.Connection.RemoteIpAddress, refused.Slug);
                if (refused.Status == StatusCodes.Status401Unauthorized)
                {
                    http.Response.Headers["Accept-Signature"] = MessageSignatures.Wanted;
                }

                return Problem(refused.Status, refused.Slug, refused.Detail);
            default:
                throw new InvalidOperationException("The gate has no other verdict.");
        }
    }

    private static Letter Letter(GateVerdict.Accepted accepted, DateTimeOffset now)
    {
        var isEmbedded = accepted.Activity.Object is { ValueKind: System.Text.Json.JsonValueKind.Object };
        return new()
        {
            ActivityId = accepted.Activity.Id!,
            Sender = accepted.Signer.Origin.Authority,
            Actor = accepted.Signer.Id,
            Verb = accepted.Activity.Type!,
            Hash = Convert.ToHexStringLower(accepted.Hash.Span),
            Body = Encoding.UTF8.GetString(accepted.Raw.Span),
            ObjectBody = isEmbedded || accepted.Object.ValueKind != System.Text.Json.JsonValueKind.Object ? null : accepted.Object.GetRawText(),
            Received = now,
        };
    }

    /// <summary>Null when the body is larger than an activity may be; reads no further than that.</summary>
    private static async Task<byte[]?> ReadAsync(HttpContext http)
    {
        if (http.Request.ContentLength > StrictJson.MaxBytes)
        {
            return null;
        }

        using var body = new MemoryStream((int)(http.Request.ContentLength ?? 4096));
        var buffer = new byte[16 * 1024];
        for (int read; (read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0;)
        {
            if (body.Length + read > StrictJson.MaxBytes)
            {
                return null;
            }

            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }

    private static ProblemHttpResult Problem(int status, string slug, string detail) =>
        TypedResults.Problem(statusCode: status, type: Problems.Address(slug), title: slug.Replace('-', ' '), detail: detail);

    [LoggerMessage(Level = LogLevel.Information, Message = "Refused an activity from {Address}: {Reason}")]
    private static partial void LogRefused(ILogger log, System.Net.IPAddress? address, string reason);
}

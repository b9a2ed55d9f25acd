using System.Globalization;
using System.Text;
using Citess.ActivityPub.Delivery;
using Citess.ActivityPub.Inbox;
using Citess.ActivityPub.Json;
using Citess.ActivityPub.Signatures;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Inbox;
using Citess.Poles.Network.Recovery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Citess.Poles.Network.Incoming;

/// <summary>Where others post: gate, then the disk, then 202.</summary>
internal static partial class InboxEndpoint
{
    private const int First = 16 * 1024;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").ExcludeFromDescription().DisableAntiforgery().AllowAnonymous().WithMetadata(Signed.Required);
        group.MapPost("/inbox", ReceiveAsync);
        group.MapPost("/pole/{id}/inbox", ReceiveAtActorAsync);
        group.MapPost("/server/{id}/inbox", ReceiveAtActorAsync);
    }

    private static async Task<Results<Accepted, ProblemHttpResult>> ReceiveAtActorAsync(HttpContext http, Pole pole, Gate gate, Admissions admissions, IInbox inbox, InboxDispatcher dispatcher, PeerDialects dialects, TimeProvider clock, ILogger<Gate> log)
    {
        var actor = http.Request.Path.Value!.TrimEnd('/')[1..^"/inbox".Length];
        return actor == pole.Key.ToString() || actor == pole.ServerKey.ToString()
            ? await ReceiveAsync(http, pole, gate, admissions, inbox, dispatcher, dialects, clock, log)
            : GateProblems.Of(StatusCodes.Status404NotFound, "not-found", "There is no such inbox.");
    }

    private static async Task<Results<Accepted, ProblemHttpResult>> ReceiveAsync(HttpContext http, Pole pole, Gate gate, Admissions admissions, IInbox inbox, InboxDispatcher dispatcher, PeerDialects dialects, TimeProvider clock, ILogger<Gate> log)
    {
        if (await ReadAsync(http) is not { } body)
        {
            return Refuse(http, log, Gate.Counted(Gate.TooLarge));
        }

        switch (await gate.JudgeAsync(new(body, SignedFetch.Message(http, pole)), http.RequestAborted))
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
                    return GateProblems.Of(StatusCodes.Status429TooManyRequests, "rate-limited", later.Detail);
                }

                if (admission is Admission.Unfit unfit)
                {
                    return GateProblems.Of(StatusCodes.Status422UnprocessableEntity, "reply-unfit", unfit.Detail);
                }

                // Two at once under one id both passed the gate: the disk decides.
                if (await inbox.KeepAsync(Letter(accepted, clock.GetUtcNow()) with { Note = ((Admission.Kept)admission).Note }, CancellationToken.None) == Keeping.Reused)
                {
                    return Refuse(http, log, new(GateReason.IdReused, "An activity with this id and another content came at the same time."));
                }

                dispatcher.Nudge(accepted.Signer.Origin.Authority);
                await dialects.ShownByAsync(accepted.Signer, accepted.Dialect, CancellationToken.None);
                return TypedResults.Accepted((string?)null);
            case GateVerdict.Repeated:
                return TypedResults.Accepted((string?)null);
            case GateVerdict.Refused refused:
                return Refuse(http, log, refused);
            default:
                throw new InvalidOperationException("The gate has no other verdict.");
        }
    }

    private static ProblemHttpResult Refuse(HttpContext http, ILogger log, GateVerdict.Refused refused)
    {
        LogRefused(log, http.Connection.RemoteIpAddress, refused.Slug);
        if (refused.Status == StatusCodes.Status401Unauthorized)
        {
            http.Response.Headers["Accept-Signature"] = MessageSignatures.Wanted;
        }

        return refused.ToProblem();
    }

    private static Letter Letter(GateVerdict.Accepted accepted, DateTimeOffset now) => new()
    {
        ActivityId = accepted.ActivityId,
        Sender = accepted.Signer.Origin.Authority,
        Actor = accepted.Signer.Id,
        Verb = accepted.Verb,
        Hash = Convert.ToHexStringLower(accepted.Hash.Span),
        Body = Encoding.UTF8.GetString(accepted.Raw.Span),
        ObjectBody = accepted.IsFetched ? accepted.Object.GetRawText() : null,
        Received = now,
    };

    /// <summary>Null when the body is larger than an activity may be; reads no further than that.</summary>
    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpContext http)
    {
        if (http.Request.ContentLength > StrictJson.MaxBytes)
        {
            return null;
        }

        // No more memory than bytes came, by a factor: who only says that it sends a megabyte gets none. One more than was
        // announced tells the end in the same read.
        var body = new byte[Math.Min(http.Request.ContentLength ?? First, First) + 1];
        var length = 0;
        for (int read; (read = await http.Request.Body.ReadAsync(body.AsMemory(length), http.RequestAborted)) > 0;)
        {
            length += read;
            if (length > StrictJson.MaxBytes)
            {
                return null;
            }

            if (length == body.Length)
            {
                Array.Resize(ref body, Math.Min(4 * length, StrictJson.MaxBytes + 1));
            }
        }

        return body.AsMemory(0, length);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Refused an activity from {Address}: {Reason}")]
    private static partial void LogRefused(ILogger log, System.Net.IPAddress? address, string reason);
}

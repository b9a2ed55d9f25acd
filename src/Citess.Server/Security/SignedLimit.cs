using System.Threading.RateLimiting;
using Citess.Poles.Network;
using Citess.Poles.Network.Incoming;
using Microsoft.Extensions.Options;

namespace Citess.Server.Security;

/// <summary>
/// What verifies signatures, inboxes and questions alike, by address, before anything costly is done. Not by the sender that
/// a signature names: before it is verified, anybody could use up a partner's share by its name. Whom the gate found to be a
/// partner pole has a share of its own and uses none of its address's: it catches up faster than a stranger may knock, and
/// shares the address of a proxy with others. An endpoint says itself that it is one, however its path is spelt.
/// </summary>
internal sealed class SignedLimit(RequestDelegate next, SignedShare share, IOptions<LimitsOptions> options)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (!options.Value.Enabled || http.GetEndpoint()?.Metadata.GetMetadata<Signed>() is null)
        {
            await next(http);
            return;
        }

        // Of a letter none is taken yet, only asked whether one is left: who it is from is known behind the gate.
        var isLetter = HttpMethods.IsPost(http.Request.Method);
        using var left = share.Limiter.AttemptAcquire(http, permitCount: isLetter ? 0 : 1);
        if (!left.IsAcquired)
        {
            RefusalMetrics.Count("rate-limited");
            await Limits.RejectAsync(http, left, http.RequestAborted);
            return;
        }

        try
        {
            await next(http);
        }
        finally
        {
            if (isLetter && http.Features.Get<VouchedSender>() is null)
            {
                share.Limiter.AttemptAcquire(http).Dispose();
            }
        }
    }
}

/// <summary>How much is left to each address; one for all ways by which a request may come.</summary>
internal sealed class SignedShare(IOptions<LimitsOptions> options) : IDisposable
{
    public PartitionedRateLimiter<HttpContext> Limiter { get; } =
        PartitionedRateLimiter.Create<HttpContext, string>(http => Limits.PerMinute(ClientAddress.Of(http), options.Value.Inbox));

    public void Dispose() => Limiter.Dispose();
}

using System.Threading.RateLimiting;
using Citess.Poles.Network;
using Citess.Poles.Network.Incoming;
using Microsoft.Extensions.Options;

namespace Citess.Server.Security;

/// <summary>
/// Posts to inboxes by address, before anything costly is done. Not by the sender that a signature names: before it is
/// verified, anybody could use up a partner's share by its name. Whom the gate found to be a partner pole has a share of
/// its own and uses none of its address's: it catches up faster than a stranger may knock, and shares the address of a
/// proxy with others.
/// </summary>
internal sealed class InboxLimit(RequestDelegate next, IOptions<LimitsOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> limiter = PartitionedRateLimiter.Create<HttpContext, string>(http => Limits.PerMinute(ClientAddress.Of(http), options.Value.Inbox));

    public async Task InvokeAsync(HttpContext http)
    {
        if (!options.Value.Enabled || !HttpMethods.IsPost(http.Request.Method) || http.GetEndpoint()?.Metadata.GetMetadata<Signed>() is null)
        {
            await next(http);
            return;
        }

        // None is taken yet, only asked whether one is left: who it is from is known behind the gate.
        using var left = limiter.AttemptAcquire(http, permitCount: 0);
        if (!left.IsAcquired)
        {
            await Limits.RejectAsync(http, left, http.RequestAborted);
            return;
        }

        try
        {
            await next(http);
        }
        finally
        {
            if (http.Features.Get<VouchedSender>() is null)
            {
                limiter.AttemptAcquire(http).Dispose();
            }
        }
    }

    public void Dispose() => limiter.Dispose();
}

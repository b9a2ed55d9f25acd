using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Inbox;
using Citess.ActivityPub.Signatures;
using Citess.Poles.Kernel.Identity;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Citess.Poles.Network.Recovery;

/// <summary>Who asks, by the signature of a GET.</summary>
internal sealed class SignedFetch(SignedRequests requests, Pole pole)
{
    public Task<SignerVerdict> WhoAsync(HttpContext http) => requests.JudgeAsync(Message(http, pole), default, hasBody: false, new FetchBudget(), http.RequestAborted);

    /// <summary>
    /// What a signature covers. The host is the configured one, never what the request says: behind a proxy the two differ, and
    /// a replay at another host must fail.
    /// </summary>
    public static SignedMessage Message(HttpContext http, Pole pole) => new(
        http.Request.Method, http.Features.Get<IHttpRequestFeature>()!.RawTarget, pole.Authority, name => [.. http.Request.Headers[name].OfType<string>()], pole.Scheme);
}

using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Inbox;
using Citess.ActivityPub.Signatures;
using Citess.Poles.Kernel.Identity;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Citess.Poles.Network.Recovery;

/// <summary>Who asks, by the signature of a GET.</summary>
internal sealed class SignedFetch(RemoteActors actors, Pole pole, TimeProvider clock)
{
    /// <summary>Null when the request is not signed, or not as it must be.</summary>
    public async Task<RemoteActor?> WhoAsync(HttpContext http)
    {
        var message = new SignedMessage(http.Request.Method, http.Features.Get<IHttpRequestFeature>()!.RawTarget, pole.Authority, name => [.. http.Request.Headers[name].OfType<string>()], pole.Scheme);
        return RequestSignature.TryParse(message, out var signature) is null
            && await actors.FindKeyAsync(signature.KeyId, new FetchBudget(), http.RequestAborted) is KeyLookup.Known known
            && signature.Verify(message, [], hasBody: false, known.Key, clock.GetUtcNow()) is null
            ? known.Actor
            : null;
    }
}

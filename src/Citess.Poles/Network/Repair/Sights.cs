using Citess.ActivityPub.Inbox;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Network.Recovery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Citess.Poles.Network.Repair;

/// <summary>Who asks, and what they may see of what is ours.</summary>
/// <param name="Actor">Null for anyone.</param>
internal sealed record Asker(RemoteActor? Actor, Sight Sight)
{
    public static Asker Anyone { get; } = new(null, Sight.OfAnyone);
}

/// <summary>
/// Reads from the signature of a request what may be shown: to an accepted partner what is for the network too, to everyone
/// else, and to whoever still waits for an answer, what is public.
/// </summary>
internal sealed class Sights(SignedFetch fetch, IGrainFactory grains, ICourierTable couriers)
{
    /// <summary>Null when the request bears a signature that does not hold: answered as to anyone, a partner would take it for the whole.</summary>
    public async Task<Asker?> OfAsync(HttpContext http)
    {
        if (!http.Request.Headers.ContainsKey("Signature"))
        {
            return Asker.Anyone;
        }

        if (await fetch.WhoAsync(http) is not { } who)
        {
            return null;
        }

        if (!RecordKey.TryParse(PartnerListing.Kind + "/" + who.Origin.Authority, out var key)
            || await grains.GetGrain<IPartnerGrain>(key.ToString()).ReadAsync() is not { IsSending: true } partner || !SpeaksFor(who, partner.Actor.Id))
        {
            return new(who, Sight.OfAnyone);
        }

        var stand = await couriers.FindAsync(key.Id, http.RequestAborted);
        return new(who, new(Audience.Network, stand?.Joined ?? long.MaxValue));
    }

    /// <summary>The pole itself, or the server's actor of the same origin, which signs fetches for it.</summary>
    public static bool SpeaksFor(RemoteActor who, string pole) =>
        who.Id == pole || (who.Document.Type == "Application" && who.Document.Kind is null && ActivityPub.Fetching.Origin.Same(who.Id, pole));

    public static ProblemHttpResult Unproved { get; } = TypedResults.Problem(
        statusCode: StatusCodes.Status401Unauthorized, type: Problems.Address("signature-wrong"), title: "signature wrong", detail: "The signature of this request does not hold. Ask without one for what is public.");
}

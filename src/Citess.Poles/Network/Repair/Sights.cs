using Citess.ActivityPub.Delivery;
using Citess.ActivityPub.Inbox;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Network.Incoming;
using Citess.Poles.Network.Outgoing;
using Citess.Poles.Network.Recovery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Citess.Poles.Network.Repair;

/// <summary>Who asks, and what they may see of what is ours.</summary>
/// <param name="Actor">Null for anyone.</param>
internal sealed record Asker(RemoteActor? Actor, Sight Sight)
{
    public static Asker Anyone { get; } = new(null, Sight.OfAnyone);

    /// <summary>What is answered instead, to a signature that does not hold: shown what anyone may see, a partner would take it for the whole.</summary>
    public ProblemHttpResult? Refusal { get; init; }
}

/// <summary>
/// Reads from the signature of a request what may be shown: to an accepted partner what is for the network too, to everyone
/// else, and to whoever still waits for an answer, what is public.
/// </summary>
internal sealed class Sights(SignedFetch fetch, IGrainFactory grains, ICourierTable couriers, SignsOfLife signs)
{
    public async Task<Asker> OfAsync(HttpContext http)
    {
        if (!http.Request.Headers.ContainsKey("Signature"))
        {
            return Asker.Anyone;
        }

        var verdict = await fetch.WhoAsync(http);
        if (verdict is not SignerVerdict.Known(var who, _))
        {
            return Asker.Anyone with { Refusal = ((SignerVerdict.Refused)verdict).Why.ToProblem() };
        }

        if (!RecordKey.TryParse(PartnerListing.Kind + "/" + who.Origin.Authority, out var key)
            || await grains.GetGrain<IPartnerGrain>(key.ToString()).ReadAsync() is not { IsSending: true } partner || partner.Actor.Id != who.Id)
        {
            return new(who, Sight.OfAnyone);
        }

        var stand = await couriers.FindAsync(key.Id, http.RequestAborted);
        if (stand is { Failures: >= DeliveryPolicy.Dead })
        {
            await signs.HeardAsync(key.Id);
        }

        return new(who, new(Audience.Network, stand?.Joined ?? long.MaxValue, key.Id));
    }
}

using System.Text.Json;
using Citess.ActivityPub.Vocabulary;

namespace Citess.Poles.Network.Incoming;

/// <summary>
/// A partner pole shares a record, a new revision of it, or its tombstone. The gate has made sure that the record is the
/// sender's own and that its proof holds; here is decided whether it is wanted and can be read.
/// </summary>
internal sealed class ShareHandler(IGrainFactory grains, Arrivals arrivals) : IVerbHandler
{
    public IReadOnlyList<string> Verbs => [ActivityPub.Vocabulary.Verbs.Create, ActivityPub.Vocabulary.Verbs.Update, ActivityPub.Vocabulary.Verbs.Delete];

    public async Task<Outcome> HandleAsync(IncomingLetter incoming, DateTimeOffset now)
    {
        var sender = PartnerActor.Of(incoming.Actor.Document);
        var partner = grains.GetGrain<IPartnerGrain>(sender.Key.ToString());
        if (Ap.Read<ApObject>(incoming.Object) is not { Id: { } id } thing)
        {
            return new Outcome.Nothing("the object cannot be read");
        }

        if (id == sender.Id)
        {
            return await IntroduceAsync(partner, thing, incoming.Object);
        }

        if (!await partner.IsReceivingAsync(sender.Id))
        {
            return new Outcome.Nothing("not a partner pole of ours");
        }

        return Arrive(sender, thing, incoming.Object);
    }

    /// <summary>The pole itself changed: its name, territory, keys.</summary>
    private async Task<Outcome> IntroduceAsync(IPartnerGrain partner, ApObject thing, JsonElement document)
    {
        if (Ap.Read<Actor>(document) is not { Inbox: not null } actor)
        {
            return new Outcome.Nothing("the actor cannot be read");
        }

        var sender = PartnerActor.Of(actor);
        await partner.OnUpdateAsync(sender);
        return await partner.IsReceivingAsync(sender.Id) && thing.Kind is not null ? Arrive(sender, thing, document) : new Outcome.Done();
    }

    private Outcome Arrive(PartnerActor sender, ApObject thing, JsonElement raw) =>
        arrivals.TryRead(sender.Authority, sender.Id, thing, raw.GetRawText(), out var arrival, out var reason) ? new Outcome.Arrived(arrival) : new Outcome.Nothing(reason);
}

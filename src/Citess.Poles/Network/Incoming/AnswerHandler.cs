using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Network.Repair;

namespace Citess.Poles.Network.Incoming;

/// <summary>They answer our Follow, or take back their own.</summary>
internal sealed class AnswerHandler(IGrainFactory grains, IRepairTable repairs) : IVerbHandler
{
    public IReadOnlyList<string> Verbs => [ActivityPub.Vocabulary.Verbs.Accept, ActivityPub.Vocabulary.Verbs.Reject, ActivityPub.Vocabulary.Verbs.Undo];

    public async Task<Outcome> HandleAsync(IncomingLetter incoming, DateTimeOffset now)
    {
        if (Addresses.Of(incoming.Object).FirstOrDefault() is not { } followId)
        {
            return new Outcome.Nothing("names no Follow");
        }

        var actor = PartnerActor.Of(incoming.Actor.Document);
        var partner = grains.GetGrain<IPartnerGrain>(actor.Key.ToString());
        var isOurs = incoming.Letter.Verb switch
        {
            ActivityPub.Vocabulary.Verbs.Accept => await partner.OnAcceptAsync(actor, followId),
            // A Reject may come long after an Accept: then it ends what was granted.
            ActivityPub.Vocabulary.Verbs.Reject => await partner.OnRejectAsync(actor, followId),
            _ => await partner.OnUndoAsync(actor, followId),
        };
        if (isOurs && incoming.Letter.Verb == ActivityPub.Vocabulary.Verbs.Accept)
        {
            // A new partner's whole library is pulled: what it posts one by one comes to the same, later.
            await repairs.WantAsync(actor.Authority, actor.Id, isCopied: false, now);
        }

        return isOurs ? new Outcome.Done() : new Outcome.Nothing("the Follow is not one of ours");
    }
}

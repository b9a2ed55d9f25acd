using Citess.ActivityPub.Vocabulary;

namespace Citess.Poles.Network.Incoming;

/// <summary>They ask to receive what we share.</summary>
internal sealed class FollowHandler(IGrainFactory grains) : IVerbHandler
{
    public IReadOnlyList<string> Verbs => [ActivityPub.Vocabulary.Verbs.Follow];

    public async Task<Outcome> HandleAsync(IncomingLetter incoming, DateTimeOffset now)
    {
        var actor = PartnerActor.Of(incoming.Actor.Document);
        await grains.GetGrain<IPartnerGrain>(actor.Key.ToString()).OnFollowAsync(actor, incoming.Activity.Id!, incoming.Letter.Body);
        return new Outcome.Done();
    }
}

namespace Citess.Poles.Network.Incoming;

/// <summary>They ask to receive what we share.</summary>
internal sealed class FollowHandler : IVerbHandler
{
    public IReadOnlyList<string> Verbs => [ActivityPub.Vocabulary.Verbs.Follow];

    public async Task<Outcome> HandleAsync(IncomingLetter incoming, DateTimeOffset now)
    {
        await incoming.Sender.Grain.OnFollowAsync(incoming.Sender.Partner, incoming.Letter.ActivityId, incoming.Letter.Body);
        return new Outcome.Done();
    }
}

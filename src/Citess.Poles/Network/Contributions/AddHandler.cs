using Citess.ActivityPub.Repair;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Network.Incoming;

namespace Citess.Poles.Network.Contributions;

/// <summary>A partner pole passes on what somebody said about a record of its own.</summary>
internal sealed class AddHandler(Arrivals arrivals, Additions additions) : IVerbHandler
{
    public IReadOnlyList<string> Verbs => [ActivityPub.Vocabulary.Verbs.Add];

    public async Task<Outcome> HandleAsync(IncomingLetter incoming, DateTimeOffset now)
    {
        var sender = incoming.Sender.Partner;
        if (!await incoming.Sender.IsReceivingAsync())
        {
            return new Outcome.Nothing(Admission.Stranger);
        }

        if (Ap.Read<ApObject>(incoming.Root) is not { } said || CopyRule.AboutOf(incoming.Root) is not { } kept)
        {
            return new Outcome.Nothing(Arrivals.Unfit);
        }

        return arrivals.TryRead(sender.Authority, sender.Id, said with { Id = kept }, incoming.Letter.Body, isRemoved: false, out var arrival, out var reason)
            ? new Outcome.Arrived(arrival) { Also = [.. await additions.InsideAsync(incoming.Root)] }
            : new Outcome.Nothing(reason);
    }
}

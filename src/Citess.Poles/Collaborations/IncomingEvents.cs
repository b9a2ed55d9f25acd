using System.Text;
using Citess.ActivityPub.Logs;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Network.Incoming;

namespace Citess.Poles.Collaborations;

/// <summary>A partner pole says something in a collaboration. What it stands upon and is not here is asked for at once.</summary>
internal sealed class IncomingEvents(IGrainFactory grains, CollaborationBook book, LogExchange exchange) : IFurtherMatter
{
    public async Task<Outcome?> TakeAsync(IncomingLetter incoming, DateTimeOffset now)
    {
        if (incoming.Letter.Verb != Verbs.Create || Ap.Read<ApObject>(incoming.Object)?.Kind != SignedEvent.Kind)
        {
            return null;
        }

        var raw = incoming.Object.GetRawText();
        if (SignedEvent.TryRead(Encoding.UTF8.GetBytes(raw), out var said) is { } fault)
        {
            return new Outcome.Nothing($"no event of a collaboration: {fault}");
        }

        // Of whom neither takes part here nor is connected nothing is kept, whatever it signs.
        var sender = incoming.Sender.Partner;
        if (!await incoming.Sender.IsReceivingAsync() && (await book.ReadAsync(said.Log)).State?.Membership[sender.Id] is null)
        {
            return new Outcome.Nothing("not a partner of this collaboration");
        }

        var taken = await grains.GetGrain<ICollaborationGrain>($"{CollaborationDesk.Kind}/{said.Log}").TakeAsync([raw]);
        if (taken.Waiting > 0)
        {
            exchange.Ask(said.Log, sender.Id);
        }

        return new Outcome.Done();
    }
}

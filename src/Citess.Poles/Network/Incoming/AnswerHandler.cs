using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Network.Letters;
using Citess.Poles.Network.Repair;

namespace Citess.Poles.Network.Incoming;

/// <summary>They answer our Follow, or take back their own; or they confirm that something of ours is gone from there; or it is about a letter or a further matter.</summary>
internal sealed class AnswerHandler(ILedger ledger, IArrivals arrivals, IRepairTable repairs, RepairDispatcher repair, LetterAnswers letters, IEnumerable<IFurtherMatter> matters) : IVerbHandler
{
    public IReadOnlyList<string> Verbs => [ActivityPub.Vocabulary.Verbs.Accept, ActivityPub.Vocabulary.Verbs.Reject, ActivityPub.Vocabulary.Verbs.Undo];

    public async Task<Outcome> HandleAsync(IncomingLetter incoming, DateTimeOffset now)
    {
        if (Addresses.Of(incoming.Object).FirstOrDefault() is not { } meant)
        {
            return new Outcome.Nothing("names no Follow");
        }

        var (actor, partner) = (incoming.Sender.Partner, incoming.Sender.Grain);
        if (await letters.TakeAsync(incoming, actor, meant, now) is { } about)
        {
            return about;
        }

        if (await matters.TakeAsync(incoming, now) is { } further)
        {
            return further;
        }

        if (incoming.Letter.Verb == ActivityPub.Vocabulary.Verbs.Accept
            && await ledger.FindActivityAsync(meant) is { Addressee: null, Verb: ActivityPub.Vocabulary.Verbs.Delete or ActivityPub.Vocabulary.Verbs.Remove } takenBack)
        {
            return await ConfirmAsync(incoming, actor, takenBack);
        }

        var isOurs = incoming.Letter.Verb switch
        {
            ActivityPub.Vocabulary.Verbs.Accept => await partner.OnAcceptAsync(actor, meant),
            // A Reject may come long after an Accept: then it ends what was granted.
            ActivityPub.Vocabulary.Verbs.Reject => await partner.OnRejectAsync(actor, meant),
            _ => await partner.OnUndoAsync(actor, meant),
        };
        if (isOurs && incoming.Letter.Verb == ActivityPub.Vocabulary.Verbs.Accept)
        {
            // A new partner's whole library is pulled: what it posts one by one comes to the same, later.
            await repairs.WantAsync(actor.Authority, actor.Id, isCopied: false, now);
            repair.Nudge(actor.Authority);
        }

        return isOurs ? new Outcome.Done() : new Outcome.Nothing("the Follow is not one of ours");
    }

    /// <summary>A receipt is kept to be shown to others: one without a proof would show nothing.</summary>
    private async Task<Outcome> ConfirmAsync(IncomingLetter incoming, PartnerActor actor, LedgerEntry takenBack) =>
        !incoming.Root.TryGetProperty("proof", out _) ? new Outcome.Nothing("the receipt has no proof")
        : await arrivals.ConfirmAsync(actor.Relation, takenBack.Number, incoming.Letter.Body) ? new Outcome.Done()
        : new Outcome.Nothing("was not sent there, or is confirmed already");
}

using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel.Letters;
using Citess.Poles.Network.Incoming;

namespace Citess.Poles.Network.Letters;

/// <summary>Something is offered to us: a further matter, told by the type of the object, or a letter of a partner pole that waits for us. Noted here, fetched apart: no other letter waits for a slow origin.</summary>
internal sealed class OfferHandler(ISealedLetters letters, LetterDispatcher dispatcher, IEnumerable<IFurtherMatter> matters) : IVerbHandler
{
    public IReadOnlyList<string> Verbs => [ActivityPub.Vocabulary.Verbs.Offer];

    public async Task<Outcome> HandleAsync(IncomingLetter incoming, DateTimeOffset now)
    {
        if (await matters.TakeAsync(incoming, now) is { } further)
        {
            return further;
        }

        var sender = incoming.Sender.Partner;
        if (incoming.Activity is not { } offer || offer.Kind != SealedLetter.Kind || Addresses.Of(incoming.Object).FirstOrDefault() is not { } address
            || !ForeignKey.TryParse(address, out var key) || key.Kind != SealedLetter.Kind)
        {
            return new Outcome.Nothing("offers nothing that is taken here");
        }

        if (!sender.IsPole || !await incoming.Sender.IsReceivingAsync())
        {
            return new Outcome.Nothing(Admission.Stranger);
        }

        var isNoted = await letters.NoteAsync(new()
        {
            Origin = sender.Authority,
            Id = key.Id,
            Relation = sender.Relation,
            Actor = sender.Id,
            Address = address,
            Offer = incoming.Letter.ActivityId,
            Written = offer.Published ?? now,
        });
        dispatcher.Nudge(sender.Authority + "/" + key.Id);
        return isNoted ? new Outcome.Done() : new Outcome.Nothing("is noted already, or too many letters wait");
    }
}

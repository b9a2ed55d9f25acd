using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Kernel.Letters;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Network.Incoming;

namespace Citess.Poles.Network.Letters;

/// <summary>
/// What the other side says about a letter: that it has it, that it erased it and asks us to, or, about one of its own, that
/// it takes it back.
/// </summary>
internal sealed class LetterAnswers(ISealedLetters letters, ILedger ledger, Press press, Publisher publisher)
{
    /// <summary>Null when it is about something else.</summary>
    public async Task<Outcome?> TakeAsync(IncomingLetter incoming, PartnerActor sender, string meant, DateTimeOffset now)
    {
        if (incoming.Letter.Verb == Verbs.Undo)
        {
            return incoming.Activity?.Kind != SealedLetter.Kind ? null
                : IsUnproved(incoming) ? Unproved
                : await TakenBackAsync(incoming, sender, meant, now);
        }

        // Only what we said to this very pole, about a letter.
        if (await ledger.FindActivityAsync(meant) is not { Verb: Verbs.Offer or Verbs.Undo } said || said.Addressee != sender.Relation
            || !RecordKey.TryParse(said.About, out var key) || key.Kind != SealedLetter.Kind)
        {
            return null;
        }

        return IsUnproved(incoming) ? Unproved : await AnsweredAsync(incoming.Letter.Verb, said, key, now);
    }

    private static Outcome Unproved => new Outcome.Nothing("has no proof");

    private static bool IsUnproved(IncomingLetter incoming) => !incoming.Root.TryGetProperty("proof", out _);

    private async Task<Outcome> AnsweredAsync(string verb, LedgerEntry said, RecordKey key, DateTimeOffset now)
    {
        switch (verb, said.Verb)
        {
            case (Verbs.Accept, Verbs.Offer):
                await letters.AcknowledgeAsync(key.Id, now);
                return new Outcome.Done();
            case (Verbs.Accept, Verbs.Undo):
                await letters.ConfirmAsync("", key.Id, now);
                return new Outcome.Done();
            case (Verbs.Reject, Verbs.Offer) when await letters.FindAsync("", key.Id) is { } letter:
                // They erased it and ask the same of us; that it is done here is said by taking it back.
                await letters.EraseAsync("", key.Id, now, new() { Id = $"{key}@2/0", Key = key.ToString(), Sharing = press.TakeBack(key, letter.Offer, letter.Actor, letter.Relation) });
                publisher.Nudge();
                return new Outcome.Done();
            default:
                return new Outcome.Nothing("answers no letter of ours");
        }
    }

    /// <summary>Honoured whether it was fetched or not, whether we know of it or not, and from whoever left too: it only makes less.</summary>
    private async Task<Outcome> TakenBackAsync(IncomingLetter incoming, PartnerActor sender, string meant, DateTimeOffset now)
    {
        if (incoming.Activity?.Target is not { } address || !ForeignKey.TryParse(address, out var key) || key.Kind != SealedLetter.Kind)
        {
            return new Outcome.Nothing("names no letter");
        }

        var wasErased = await letters.FindAsync(sender.Authority, key.Id) is { Erased: not null };
        var receipt = press.Confirm(incoming.Letter.ActivityId, sender.Id, sender.Relation, $"receipt/{sender.Authority}/{key}", revision: 2);
        await letters.EraseAsync(sender.Authority, key.Id, now, new() { Id = "receipt/" + incoming.Letter.ActivityId, Key = key.ToString(), Sharing = receipt });
        if (wasErased)
        {
            await letters.ConfirmAsync(sender.Authority, key.Id, now);
        }

        publisher.Nudge();
        return new Outcome.Done();
    }
}

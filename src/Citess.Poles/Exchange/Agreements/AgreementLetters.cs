using System.Runtime.CompilerServices;
using Citess.ActivityPub.Inbox;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Contributions;
using Citess.Poles.Kernel.Culture;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Network;
using Citess.Poles.Network.Incoming;

namespace Citess.Poles.Exchange.Agreements;

/// <summary>
/// What others say about agreements. A yes or no is good for the very Offer that it names, of the actor to whom that was said; who
/// else shows it, or shows it for something else, changes nothing.
/// </summary>
internal sealed class AgreementLetters(Proposals proposals, IGrainFactory grains, ILedger ledger, ICatalogue catalogue, Pole pole, Kernel.Texts.Text words, TimeProvider clock) : IFurtherMatter
{
    /// <summary>What single actors on other software may have waiting: each of them, and all together.</summary>
    private const int MostOfActor = 5;
    private const int MostOfStrangers = 200;

    /// <summary>As many open requests of each kind to one actor are looked through.</summary>
    private const int MostAsked = 50;

    /// <summary>Bytes of a confirmation by other software.</summary>
    private const int MostConfirmation = 64 * 1024;

    /// <summary>For so long after its end an answer may still come.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromDays(30);

    public async Task<Outcome?> TakeAsync(IncomingLetter incoming, DateTimeOffset now) => incoming.Letter.Verb switch
    {
        Verbs.Offer => await OfferedAsync(incoming, now),
        Verbs.Accept or Verbs.Reject => await AnsweredAsync(incoming),
        Verbs.Undo => await WithdrawnAsync(incoming),
        Verbs.Create => await ConfirmedAsync(incoming),
        _ => null,
    };

    /// <summary>A confirmation by somebody of whom something was asked, and with whom it has not come to its end.</summary>
    public async ValueTask<bool> AwaitsAsync(GateVerdict.Accepted letter, CancellationToken stop) =>
        letter.Verb == Verbs.Create && letter.Length <= MostConfirmation && AgreementWire.Confirmed(letter.Object, letter.Signer.Id) is not null
        && await OpenOfAsync(PartnerActor.Of(letter.Signer.Document).Relation, 1, stop).AnyAsync(stop);

    private async Task<Outcome?> OfferedAsync(IncomingLetter incoming, DateTimeOffset now)
    {
        var said = AgreementWire.Read(incoming.Object, out var isAgreement, out var isReciprocal);
        if (!isAgreement)
        {
            return null;
        }

        var sender = incoming.Sender.Partner;
        if (said is null || incoming.Activity is not { } offer || !said.Satisfies.EndsWith(ProposalDocument.Primary, StringComparison.Ordinal)
            || !pole.TryOwn(said.Satisfies[..^ProposalDocument.Primary.Length], out var key) || !RecordKey.TryRecord(key.Kind, key.Id, out _)
            || await proposals.HeldAsync(key) is not { IsWithdrawn: false } held || !await SeesAsync(incoming, held.Reach))
        {
            return new Outcome.Nothing("answers no offer or want that its sender sees");
        }

        var name = RecordKey.Derived(Agreement.Kind, $"{sender.Id}\n{incoming.Letter.ActivityId}");
        if (!sender.IsPole && !await HasRoomAsync(sender, name))
        {
            return new Outcome.Nothing("as many requests of strangers wait as may");
        }

        if (!sender.IsPole)
        {
            await incoming.Sender.Grain.MeetAsync(sender);
        }

        var reason = WhyNot(held.Content, said, isReciprocal, now);
        var expires = AgreementWire.Expires(offer) is { } asked && asked < now + Agreement.Patience ? asked : now + Agreement.Patience;
        return await Grain(name).OnProposedAsync(new()
        {
            Proposal = new RecordReference { Key = key.ToString() },
            Title = held.Content.Title,
            Relation = sender.Relation,
            Actor = sender.Id,
            Quantity = said.Quantity,
            Unit = EnumWords.Choice<Unit>(said.Unit) ?? Unit.One,
            Note = AgreementWire.Words(offer, Agreement.MaxNote),
            Status = reason is null ? AgreementStatus.Proposed : AgreementStatus.Declined,
            Reason = reason is null ? MultilingualText.Empty : InAll(reason),
            Offer = incoming.Letter.ActivityId,
            Proposed = incoming.Letter.Received,
            Expires = expires,
        }) ? new Outcome.Done() : new Outcome.Nothing("is another request under an id that is taken");
    }

    private async Task<Outcome?> AnsweredAsync(IncomingLetter incoming)
    {
        if (Addresses.Of(incoming.Object).FirstOrDefault() is not { } meant || !ForeignAddress.Fits(meant)
            || await ledger.FindActivityAsync(meant) is not { Verb: Verbs.Offer } said || !RecordKey.TryParse(said.About, out var key) || key.Kind != Agreement.Kind)
        {
            return null;
        }

        var sender = incoming.Sender.Partner;
        if (said.Addressee != sender.Relation || incoming.Activity is not { } answer)
        {
            return new Outcome.Nothing("answers what was said to another");
        }

        if (incoming.Letter.Verb == Verbs.Reject)
        {
            return Fits(await Grain(key).OnDeclinedAsync(sender.Id, meant, AgreementWire.Words(answer, Agreement.MaxReason)));
        }

        return Fits(AgreementWire.Finalized(answer) is { } agreed && await Grain(key).OnAcceptedAsync(sender.Id, meant, agreed.Said, agreed.Address));
    }

    private async Task<Outcome?> WithdrawnAsync(IncomingLetter incoming)
    {
        var sender = incoming.Sender.Partner;
        return Addresses.Of(incoming.Object).FirstOrDefault() is { } meant
            && Grain(RecordKey.Derived(Agreement.Kind, $"{sender.Id}\n{meant}")) is { } grain && await grain.ReadAsync() is not null
                ? Fits(await grain.OnWithdrawnAsync(sender.Id, meant)) : null;
    }

    private async Task<Outcome?> ConfirmedAsync(IncomingLetter incoming)
    {
        var sender = incoming.Sender.Partner;
        if (AgreementWire.Confirmed(incoming.Object, sender.Id) is not { } said)
        {
            return null;
        }

        if (ForeignAddress.Fits(said.Offer) && await ledger.FindActivityAsync(said.Offer) is { Verb: Verbs.Offer } offer && RecordKey.TryParse(offer.About, out var key) && key.Kind == Agreement.Kind)
        {
            return Fits(await Grain(key).OnCompletedAsync(sender.Id, said.Address, isByOffer: offer.Addressee == sender.Relation));
        }

        var known = await catalogue.SearchAsync(Asked(sender.Relation, 1, (AgreementListing.Address, said.Address)));
        if (known.Entries is [var entry, ..])
        {
            return Fits(await Grain(RecordKey.Parse(entry.Key)).OnCompletedAsync(sender.Id, said.Address, isByOffer: false));
        }

        // Other software names no Offer, and the list may not show its yes yet.
        var open = await OpenOfAsync(sender.Relation, MostAsked, CancellationToken.None).Select(asked => Grain(RecordKey.Parse(asked.Key))).ToListAsync();
        foreach (var asked in open)
        {
            if (await asked.OnCompletedAsync(sender.Id, said.Address, isByOffer: false))
            {
                return new Outcome.Done();
            }
        }

        // Or the yes has not come yet. What answers something else is no such word.
        var isKept = false;
        foreach (var asked in said.Offer.Length == 0 ? open : [])
        {
            isKept |= await asked.OnConfirmedEarlyAsync(sender.Id, said.Address);
        }

        return isKept ? new Outcome.Done() : null;
    }

    /// <summary>What was asked of one actor and has not come to its end; of what was taken back, or nobody answered in time, that is so after a while.</summary>
    private async IAsyncEnumerable<CatalogueEntry> OpenOfAsync(string relation, int most, [EnumeratorCancellation] CancellationToken stop)
    {
        var (asked, since) = (Asked(relation, most), clock.GetUtcNow() - Grace);
        foreach (var query in new[]
        {
            asked with { Status = AgreementStatus.Accepted.Word() },
            asked with { Status = AgreementStatus.Proposed.Word(), OpenAt = since },
            asked with { Status = AgreementStatus.Withdrawn.Word() },
        })
        {
            foreach (var entry in (await catalogue.SearchAsync(query, stop)).Entries.Where(entry => entry.Status != AgreementStatus.Withdrawn.Word() || entry.Updated > since))
            {
                yield return entry;
            }
        }
    }

    /// <summary>What was asked of one actor, the latest first.</summary>
    private static CatalogueQuery Asked(string relation, int most, params ReadOnlySpan<(string Facet, string? Value)> further) => new()
    {
        Kind = Agreement.Kind,
        Least = Audience.Own,
        Tags = Facets.Of([(AgreementListing.Party, relation), (AgreementListing.Side, AgreementListing.Asking), .. further]),
        Take = most,
    };

    private static async Task<bool> SeesAsync(IncomingLetter incoming, Reach reach)
    {
        var sender = incoming.Sender.Partner;
        return sender.IsPole
            ? await incoming.Sender.IsReceivingAsync() && (reach.Audience > Audience.Own || reach.Partners.Contains(sender.Relation, StringComparer.Ordinal))
            : reach.Audience == Audience.Public;
    }

    /// <summary>Whoever has a valid key could else fill the disk; a repeat of what is here needs no room.</summary>
    private async Task<bool> HasRoomAsync(PartnerActor sender, RecordKey name) =>
        await Grain(name).ReadAsync() is not null
        || (await WaitingAsync(sender.Relation) < MostOfActor && await WaitingAsync(AgreementListing.Strangers) < MostOfStrangers);

    private async Task<int> WaitingAsync(string party) =>
        (await catalogue.SearchAsync(new() { Kind = Agreement.Kind, Least = Audience.Own, Status = AgreementStatus.Proposed.Word(), Tags = Facets.Of((AgreementListing.Party, party), (AgreementListing.Side, AgreementListing.Asked)), Take = 1 })).Total;

    /// <summary>Key of a reason that needs nobody to think about it; null when a person has to.</summary>
    private static string? WhyNot(Proposal content, Stipulation said, bool isReciprocal, DateTimeOffset now) =>
        isReciprocal ? "exchange.no.reciprocal"
        : content.IsOver(now) ? "exchange.no.over"
        : said.Unit != content.Unit.Word() ? "exchange.no.unit"
        : said.Quantity > content.Left ? "exchange.no.left"
        : null;

    private MultilingualText InAll(string key) => MultilingualText.Of(
        Languages.Fallback.Code, words.In(Languages.Fallback, key), [.. Languages.All.Where(language => language != Languages.Fallback).Select(language => (language.Code, words.In(language, key)))]);

    private static Outcome Fits(bool fits) => fits ? new Outcome.Done() : new Outcome.Nothing("does not fit what was agreed with its sender");

    private IAgreementGrain Grain(RecordKey key) => grains.GetGrain<IAgreementGrain>(key.ToString());
}

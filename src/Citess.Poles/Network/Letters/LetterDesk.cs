using System.Globalization;
using System.Security.Claims;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Kernel.Letters;
using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Network.Letters;

/// <summary>Where programs, and later pages, write a letter to one partner pole, read what came, and erase.</summary>
internal sealed class LetterDesk(ISealedLetters letters, IGrainFactory grains, Press press, Publisher publisher, Recovering recovering, Pole pole, TimeProvider clock)
{
    /// <summary>A repeat with the same words is the same letter.</summary>
    public async Task<(SealedLetter Letter, bool IsNew)> WriteAsync(ClaimsPrincipal who, string id, string relation, string text, string language)
    {
        who.Require(Permissions.Correspond);
        recovering.Check();
        Check(text, language);
        var key = Key(id);
        if (await letters.FindAsync("", id) is { } held)
        {
            return held.Relation == relation && held.Text == text && held.Language == language ? (held, false) : throw Taken();
        }

        var partner = RecordKey.TryParse(PartnerListing.Kind + "/" + relation, out var partnerKey) ? await grains.GetGrain<IPartnerGrain>(partnerKey.ToString()).ReadAsync() : null;
        if (partner is not { IsSending: true, IsReceiving: true, Actor.IsPole: true })
        {
            throw new RefusedException(Refusal.Invalid, "A letter goes to one partner pole that is connected today.", new FieldProblem("Addressee", "kernel.audience.unknown"));
        }

        var offer = press.Offer(key, partner.Actor.Id, relation);
        var letter = new SealedLetter
        {
            Origin = "",
            Id = id,
            Relation = relation,
            Actor = partner.Actor.Id,
            Address = pole.Address(key),
            Offer = offer.ActivityId,
            Text = text,
            Language = language,
            Written = clock.GetUtcNow(),
        };
        if (!await letters.WriteAsync(letter, new() { Id = $"{key}@1/0", Key = key.ToString(), Sharing = offer }))
        {
            throw Taken();
        }

        publisher.Nudge();
        return (letter, true);
    }

    /// <summary>Null when there is none.</summary>
    public async Task<SealedLetter?> ReadAsync(ClaimsPrincipal who, string origin, string id)
    {
        who.Require(Permissions.Correspond);
        return await letters.FindAsync(origin, id);
    }

    public async Task<IReadOnlyList<SealedLetter>> ListAsync(ClaimsPrincipal who, int take, CancellationToken stop)
    {
        who.Require(Permissions.Correspond);
        return await letters.ListAsync(take, stop);
    }

    /// <summary>
    /// Erases it here; with <paramref name="everywhere"/> the other side is asked to do the same, and says when it has. May
    /// be repeated, also to ask later.
    /// </summary>
    public async Task<SealedLetter> EraseAsync(ClaimsPrincipal who, string origin, string id, bool everywhere)
    {
        who.Require(Permissions.Correspond);
        if (await letters.FindAsync(origin, id) is not { } letter)
        {
            throw new RefusedException(Refusal.NotFound, "There is no such letter.");
        }

        await letters.EraseAsync(origin, id, clock.GetUtcNow(), everywhere && letter.Confirmed is null ? Word(letter) : null);
        publisher.Nudge();
        return (await letters.FindAsync(origin, id))!;
    }

    private OutboxEntry Word(SealedLetter letter)
    {
        var key = Key(letter.Id);
        return letter.IsOurs
            ? new() { Id = $"{key}@2/0", Key = key.ToString(), Sharing = press.TakeBack(key, letter.Offer, letter.Actor, letter.Relation) }
            : new() { Id = $"declined/{letter.Offer}", Key = key.ToString(), Sharing = press.Decline(key, letter.Offer, letter.Actor, letter.Relation) };
    }

    private static RecordKey Key(string id) =>
        RecordKey.TryRecord(SealedLetter.Kind, id, out var key) ? key : throw new RefusedException(Refusal.NotFound, "There is no such letter.");

    private static void Check(string text, string language)
    {
        if (text.Length is 0 or > SealedLetter.MaxText || string.IsNullOrWhiteSpace(text) || !Kernel.Check.IsLanguage(language))
        {
            throw new RefusedException(
                Refusal.Invalid,
                $"A letter has a language and a text of at most {SealedLetter.MaxText.ToString(CultureInfo.InvariantCulture)} characters.",
                new FieldProblem("Text", "kernel.check.long", SealedLetter.MaxText.ToString(CultureInfo.InvariantCulture), text.Length.ToString(CultureInfo.InvariantCulture)));
        }
    }

    private static RefusedException Taken() => new(Refusal.AlreadyThere, "There is, or was, another letter with this id.");
}

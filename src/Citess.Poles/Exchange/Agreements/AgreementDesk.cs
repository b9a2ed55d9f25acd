using System.Globalization;
using System.Security.Claims;
using Citess.ActivityPub.Quirks;
using Citess.Poles.Exchange.Elsewhere;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Contributions;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Network;

namespace Citess.Poles.Exchange.Agreements;

/// <summary>Where pages and programs meet agreements: who may is asked here, and a command returns once lists show what it did.</summary>
public sealed class AgreementDesk(Proposals proposals, IGrainFactory grains, ICatalogue catalogue, Recovering recovering, Pole pole, Kernel.Texts.Text words, TimeProvider clock)
{
    /// <summary>The latest, of one state, of one side, or about one offer or want; as many as one page has.</summary>
    public async Task<CataloguePage> ListAsync(ClaimsPrincipal who, AgreementStatus? status, bool? isOurs, string? about, int skip, int take, CancellationToken stop = default)
    {
        who.Require(Permissions.Write);
        var now = clock.GetUtcNow();
        return await catalogue.SearchAsync(
            new()
            {
                Kind = Agreement.Kind,
                Least = Audience.Own,
                Status = (status == AgreementStatus.Expired ? AgreementStatus.Proposed : status)?.Word(),
                OpenAt = status == AgreementStatus.Proposed ? now : null,
                OverBy = status == AgreementStatus.Expired ? now : null,
                About = about,
                Tags = Facets.Of((AgreementListing.Side, isOurs is null ? null : isOurs.Value ? AgreementListing.Asking : AgreementListing.Asked)),
                Skip = skip,
                Take = take,
            },
            stop);
    }

    /// <summary>Null when there is none.</summary>
    public async Task<Agreement?> ReadAsync(ClaimsPrincipal who, string id)
    {
        who.Require(Permissions.Write);
        return RecordKey.TryRecord(Agreement.Kind, id, out var key) ? await Grain(key).ReadAsync() : null;
    }

    /// <summary>
    /// True when this very request was made already, whatever became of the offer or want since. Null of an address or a quantity
    /// for whoever does not say it again.
    /// </summary>
    public async Task<bool> IsMadeAsync(ClaimsPrincipal who, string id, string? address, int? quantity, string note)
    {
        who.Require(Permissions.Share);
        return await Grain(Key(id)).ReadAsync() is { } held && IsSame(held, quantity ?? held.Quantity, note) && (address is null || address == held.ProposalAddress(pole));
    }

    /// <summary>Answers an offer or a want of a partner pole. A repeat under the same id is the same request.</summary>
    public async Task ProposeAsync(ClaimsPrincipal who, string id, string authority, RecordKey proposal, int quantity, string note, string language)
    {
        who.Require(Permissions.Share);
        recovering.Check();
        var key = Key(id);
        Check("Note", note, Agreement.MaxNote, language, isNeeded: false);
        if (await Grain(key).ReadAsync() is { Elsewhere: null } held && held.Proposal.Authority == authority && held.Proposal.Key == proposal.ToString() && IsSame(held, quantity, note))
        {
            return;
        }

        if (await proposals.TheirsAsync(who, authority, proposal) is not { } theirs)
        {
            throw new RefusedException(Refusal.NotFound, "There is no such offer or want of a partner pole.");
        }

        var now = clock.GetUtcNow();
        var (content, patience) = (theirs.Content, Patience(now));
        if (content.IsOver(now))
        {
            throw Refuse("exchange.no.over", "It is over.");
        }

        if (quantity < 1 || quantity > (content.Left ?? Proposal.MaxQuantity))
        {
            throw NotLeft();
        }

        var partner = await grains.GetGrain<IPartnerGrain>("partner/" + authority).ReadAsync();
        if (partner is not { IsReceiving: true, IsSending: true } || RecordReference.Of(theirs.Address, partner.Actor.Id, pole) is not { IsNone: false, IsOurs: false } reference)
        {
            throw Refuse("exchange.refused.partner", "A request goes to a partner pole that is connected today.");
        }

        await SendAsync(key, new()
        {
            Proposal = reference,
            Title = content.Title,
            Relation = authority,
            Actor = partner.Actor.Id,
            Quantity = quantity,
            Unit = content.Unit,
            Note = Note(note, language),
            Proposed = now,
            Expires = content.Ends < patience ? content.Ends : patience,
            By = who.AccountId(),
        });
    }

    /// <summary>Answers an offer or a want that stands on other software, as it was looked at a moment ago. A repeat under the same id is the same request.</summary>
    public async Task ProposeAsync(ClaimsPrincipal who, string id, LookedAt there, int quantity, string note, string language)
    {
        who.Require(Permissions.Share);
        recovering.Check();
        var key = Key(id);
        Check("Note", note, Agreement.MaxNote, language, isNeeded: false);
        var (proposal, actor) = (there.Proposal, there.Actor);
        if (await IsMadeAsync(who, id, proposal.Address, quantity, note))
        {
            return;
        }

        var now = clock.GetUtcNow();
        if (proposal.WhyNot(now) is { } reason)
        {
            throw Refuse(reason, "It cannot be asked for from here: it is over, all of it is agreed upon, or it asks for something in return.");
        }

        if (!proposal.Fits(quantity))
        {
            throw quantity > proposal.Most ? NotLeft() : new RefusedException(
                Refusal.Invalid, "It is asked for in other amounts.", new FieldProblem("Quantity", "elsewhere.no.step", words.Amount(proposal.Step, proposal.Unit), words.Amount(proposal.First, proposal.Unit)));
        }

        // A courier must know the way before there is anything to carry.
        var partner = grains.GetGrain<IPartnerGrain>(actor.Key.ToString());
        await partner.MeetAsync(actor);
        await partner.OnUpdateAsync(actor);
        var patience = Patience(now);
        await SendAsync(key, new()
        {
            Elsewhere = there.Reference,
            Title = proposal.Title,
            Relation = actor.Relation,
            Actor = actor.Id,
            Quantity = quantity,
            Unit = EnumWords.Choice<Unit>(ValueflowsNames.Bare(proposal.Unit)) ?? Unit.One,
            Note = Note(note, language),
            Proposed = now,
            Expires = proposal.Ends is { } ends && ends < patience ? ends : patience,
            By = who.AccountId(),
        });
    }

    /// <summary>
    /// Says yes, once what is left was counted: two who say yes at the same time do not give the same thing away twice. If it comes
    /// too late, what was counted is given back.
    /// </summary>
    public Task AcceptAsync(ClaimsPrincipal who, string id) => DoAsync(who, id, async (grain, key) =>
    {
        var held = await grain.ReadAsync() is { IsOurs: false } there ? there : throw None();
        if (held.StatusAt(clock.GetUtcNow()) == AgreementStatus.Proposed)
        {
            await proposals.TakeAsync(who, RecordKey.Parse(held.Proposal.Key), id, held.Quantity);
        }

        try
        {
            return await grain.AcceptAsync(who.AccountId());
        }
        catch (RefusedException refused) when (refused.Reason == Refusal.Conflict)
        {
            await proposals.GiveBackAsync(who, RecordKey.Parse(held.Proposal.Key), id, held.Quantity);
            throw;
        }
    });

    /// <summary>Says no, with a reason in words. What was counted for a yes that a crash cut off is given back.</summary>
    public Task DeclineAsync(ClaimsPrincipal who, string id, string reason, string language)
    {
        Check("Reason", reason, Agreement.MaxReason, language, isNeeded: true);
        return DoAsync(who, id, async (grain, _) =>
        {
            var version = await grain.DeclineAsync(MultilingualText.Of(language, reason), who.AccountId());
            var held = (await grain.ReadAsync())!;
            await proposals.GiveBackAsync(who, RecordKey.Parse(held.Proposal.Key), id, held.Quantity);
            return version;
        });
    }

    public Task WithdrawAsync(ClaimsPrincipal who, string id) => DoAsync(who, id, (grain, _) => grain.WithdrawAsync(who.AccountId()));

    public Task CompleteAsync(ClaimsPrincipal who, string id) => DoAsync(who, id, (grain, _) => grain.CompleteAsync(who.AccountId()));

    private async Task DoAsync(ClaimsPrincipal who, string id, Func<IAgreementGrain, RecordKey, Task<int>> command)
    {
        who.Require(Permissions.Share);
        recovering.Check();
        var key = Key(id);
        await catalogue.WaitForAsync(key, await command(Grain(key), key));
    }

    private async Task SendAsync(RecordKey key, Agreement draft) => await catalogue.WaitForAsync(key, await Grain(key).ProposeAsync(draft));

    private static bool IsSame(Agreement held, int quantity, string note) => held.IsOurs && held.Quantity == quantity && held.Note.SourceText == note;

    /// <summary>Until when one waits for an answer, in whole seconds as it travels.</summary>
    private static DateTimeOffset Patience(DateTimeOffset now) => DateTimeOffset.FromUnixTimeSeconds((now + Agreement.Patience).ToUnixTimeSeconds());

    private static MultilingualText Note(string note, string language) => note.Length == 0 ? MultilingualText.Empty : MultilingualText.Of(language, note);

    private IAgreementGrain Grain(RecordKey key) => grains.GetGrain<IAgreementGrain>(key.ToString());

    private static void Check(string field, string text, int most, string language, bool isNeeded)
    {
        List<FieldProblem> problems = [.. Kernel.Check.Text(field, text, most, isNeeded), .. Kernel.Check.IsLanguage(language) ? Array.Empty<FieldProblem>() : [new("Language", "kernel.check.language")]];
        if (problems.Count > 0)
        {
            throw new RefusedException(Refusal.Invalid, $"It has a language, and a text of at most {most.ToString(CultureInfo.InvariantCulture)} characters.", [.. problems]);
        }
    }

    private static RecordKey Key(string id) => RecordKey.TryRecord(Agreement.Kind, id, out var key) ? key : throw None();

    private static RefusedException None() => new(Refusal.NotFound, "There is no such request.");

    private static RefusedException NotLeft() => new(Refusal.Invalid, "There is not so much left.", new FieldProblem("Quantity", "exchange.refused.left"));

    private static RefusedException Refuse(string key, string sentence) => new(Refusal.Invalid, sentence, new FieldProblem("", key));
}

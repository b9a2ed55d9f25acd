using System.Globalization;
using System.Security.Claims;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Contributions;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Network;

namespace Citess.Poles.Exchange.Agreements;

/// <summary>Where pages and programs meet agreements: who may is asked here, and a command returns once lists show what it did.</summary>
public sealed class AgreementDesk(Proposals proposals, IGrainFactory grains, ICatalogue catalogue, Recovering recovering, Pole pole, TimeProvider clock)
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

    /// <summary>Answers an offer or a want of a partner pole. A repeat under the same id is the same request.</summary>
    public async Task ProposeAsync(ClaimsPrincipal who, string id, string authority, RecordKey proposal, int quantity, string note, string language)
    {
        who.Require(Permissions.Share);
        recovering.Check();
        var key = Key(id);
        Check("Note", note, Agreement.MaxNote, language, isNeeded: false);
        if (await proposals.TheirsAsync(who, authority, proposal) is not { } theirs)
        {
            throw new RefusedException(Refusal.NotFound, "There is no such offer or want of a partner pole.");
        }

        var now = clock.GetUtcNow();
        if (theirs.Content.IsOver(now))
        {
            throw Refuse("exchange.no.over", "It is over.");
        }

        if (quantity < 1 || quantity > (theirs.Content.Left ?? Proposal.MaxQuantity))
        {
            throw new RefusedException(Refusal.Invalid, "There is not so much left.", new FieldProblem("Quantity", "exchange.refused.left"));
        }

        var partner = await grains.GetGrain<IPartnerGrain>("partner/" + authority).ReadAsync();
        if (partner is not { IsReceiving: true, IsSending: true } || RecordReference.Of(theirs.Address, partner.Actor.Id, pole) is not { IsNone: false, IsOurs: false } reference)
        {
            throw Refuse("exchange.refused.partner", "A request goes to a partner pole that is connected today.");
        }

        var patience = now + Agreement.Patience;
        var version = await Grain(key).ProposeAsync(new()
        {
            Proposal = reference,
            Title = theirs.Content.Title,
            Relation = authority,
            Actor = partner.Actor.Id,
            Quantity = quantity,
            Unit = theirs.Content.Unit,
            Note = note.Length == 0 ? MultilingualText.Empty : MultilingualText.Of(language, note),
            Proposed = now,
            Expires = theirs.Content.Ends < patience ? theirs.Content.Ends : new(patience.Ticks - (patience.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero),
            By = who.AccountId(),
        });
        await catalogue.WaitForAsync(key, version);
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

    /// <summary>Says no, with a reason in words.</summary>
    public Task DeclineAsync(ClaimsPrincipal who, string id, string reason, string language)
    {
        Check("Reason", reason, Agreement.MaxReason, language, isNeeded: true);
        return DoAsync(who, id, (grain, _) => grain.DeclineAsync(MultilingualText.Of(language, reason), who.AccountId()));
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

    private static RefusedException Refuse(string key, string sentence) => new(Refusal.Invalid, sentence, new FieldProblem("", key));
}

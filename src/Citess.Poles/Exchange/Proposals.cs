using System.Security.Claims;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Contributions;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Exchange;

/// <summary>An offer or a want of ours as it stands, whoever asks.</summary>
public sealed record HeldProposal(Proposal Content, Reach Reach, int Revision, bool IsWithdrawn);

/// <summary>Offers and wants, where it does not matter which of the two it is.</summary>
public sealed class Proposals(RecordDesk<Offering> offerings, RecordDesk<Want> wants, IGrainFactory grains, TimeProvider clock)
{
    private const int Attempts = 3;

    public static bool IsKind(string kind) => kind is OfferingKind.Kind or WantKind.Kind;

    /// <summary>Null when there is none of ours under this key.</summary>
    public async Task<HeldProposal?> HeldAsync(RecordKey key) => key.Kind switch
    {
        OfferingKind.Kind => Held(await offerings.Kind.Grain(grains, key).ReadAsync()),
        WantKind.Kind => Held(await wants.Kind.Grain(grains, key).ReadAsync()),
        _ => null,
    };

    /// <summary>What an address names as far as it is here: one of ours, or one of a partner pole that this reader may see; else none.</summary>
    public async Task<RecordReference> HereAsync(ClaimsPrincipal who, string address, Pole pole) =>
        RecordReference.Of(address, address, pole) is { IsNone: false } reference && RecordKey.Parse(reference.Key) is var key && IsKind(key.Kind)
        && (reference.IsOurs || await TheirsAsync(who, reference.Authority!, key) is not null) ? reference : RecordReference.None;

    /// <summary>One of a partner pole as it came; null when there is none that this reader may see.</summary>
    public async Task<(Proposal Content, string Address)?> TheirsAsync(ClaimsPrincipal who, string authority, RecordKey key) => key.Kind switch
    {
        OfferingKind.Kind => Living(await offerings.ReadAsync(who, authority, key.Id)),
        WantKind.Kind => Living(await wants.ReadAsync(who, authority, key.Id)),
        _ => null,
    };

    /// <summary>
    /// Opens it for another half year from today: a further revision. Renewed twice on one day it is renewed once; one that
    /// ends later than that anyway stays as it is.
    /// </summary>
    public Task<int> RenewAsync(ClaimsPrincipal who, RecordKey key, int seen) => key.Kind switch
    {
        OfferingKind.Kind => RenewAsync(offerings, who, key, seen),
        WantKind.Kind => RenewAsync(wants, who, key, seen),
        _ => throw None(),
    };

    /// <summary>Counts what was agreed upon, once for each agreement; refuses what goes beyond what is left.</summary>
    public Task TakeAsync(ClaimsPrincipal who, RecordKey key, string agreement, int quantity) => ChangeAsync(who, key, content =>
        content.Quantity == 0 || content.Counted.Contains(agreement, StringComparer.Ordinal) ? content
        : quantity > content.Left ? throw new RefusedException(Refusal.Invalid, "There is not so much left.", new FieldProblem("", "exchange.refused.left"))
        : content with { Taken = content.Taken + quantity, Counted = content.Counted.Add(agreement) });

    /// <summary>Gives back what was counted for an agreement that did not come about, if anything was.</summary>
    public async Task GiveBackAsync(ClaimsPrincipal who, RecordKey key, string agreement, int quantity)
    {
        if (await HeldAsync(key) is { IsWithdrawn: false } held && held.Content.Counted.Contains(agreement, StringComparer.Ordinal))
        {
            await ChangeAsync(who, key, content => !content.Counted.Contains(agreement, StringComparer.Ordinal) ? content
                : content with { Taken = Math.Max(0, content.Taken - quantity), Counted = content.Counted.Remove(agreement, StringComparer.Ordinal) });
        }
    }

    private async Task<int> RenewAsync<TContent>(RecordDesk<TContent> desk, ClaimsPrincipal who, RecordKey key, int seen)
        where TContent : Proposal
    {
        var held = await desk.ReadAsync(who, key.Id) ?? throw None();
        var until = Proposal.LastDay(clock.GetUtcNow());
        return until <= held.Content.Until ? held.Revision : await desk.EditAsync(who, key.Id, held.Content with { Until = until }, held.Reach, seen);
    }

    private Task ChangeAsync(ClaimsPrincipal who, RecordKey key, Func<Proposal, Proposal> change) => key.Kind switch
    {
        OfferingKind.Kind => ChangeAsync(offerings, who, key, change),
        WantKind.Kind => ChangeAsync(wants, who, key, change),
        _ => throw None(),
    };

    private static async Task ChangeAsync<TContent>(RecordDesk<TContent> desk, ClaimsPrincipal who, RecordKey key, Func<Proposal, Proposal> change)
        where TContent : Proposal
    {
        for (var attempt = 1; ; attempt++)
        {
            var held = await desk.ReadAsync(who, key.Id) is { IsWithdrawn: false } there ? there : throw None();
            var next = (TContent)change(held.Content);
            if (ReferenceEquals(next, held.Content))
            {
                return;
            }

            try
            {
                await desk.EditAsync(who, key.Id, next, held.Reach, held.Revision);
                return;
            }
            catch (RefusedException refused) when (refused.Reason == Refusal.Conflict && attempt < Attempts)
            {
                // Two who count at the same time do not contradict each other.
            }
        }
    }

    private static HeldProposal? Held<TContent>(RecordView<TContent>? view)
        where TContent : Proposal => view is null ? null : new(view.Content, view.Reach, view.Revision, view.IsWithdrawn);

    private static (Proposal Content, string Address)? Living<TContent>(RecordView<TContent>? view)
        where TContent : Proposal => view is { IsWithdrawn: false, Address: { } address } ? (view.Content, address) : null;

    private static RefusedException None() => new(Refusal.NotFound, "There is no such record.");
}

using Citess.ActivityPub.Fetching;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Exchange.Agreements;

/// <summary>
/// The word of the side whose proposal it is decides: what it accepted or declined is so, also when the other took its proposal back
/// at the same time. So both come to the same, in whichever order the letters cross.
/// </summary>
[GrainType("agreement")]
internal sealed class AgreementGrain([PersistentState("agreement")] IPersistentState<AgreementState> state, Pole pole, Press press, Publisher publisher, TimeProvider clock)
    : Grain, IAgreementGrain
{
    private readonly AgreementWire wire = new(pole, press);

    private RecordKey Key => RecordKey.Parse(this.GetPrimaryKeyString());

    private DateTimeOffset Now => clock.GetUtcNow();

    public Task<Agreement?> ReadAsync() => Task.FromResult(state.State.Held);

    public Task<int> ProposeAsync(Agreement draft)
    {
        if (state.State.Held is { } held)
        {
            return held.IsOurs && held.Proposal == draft.Proposal && held.Elsewhere?.Address == draft.Elsewhere?.Address && held.Quantity == draft.Quantity && held.Note.SourceText == draft.Note.SourceText
                ? Task.FromResult(state.State.Version)
                : throw new RefusedException(Refusal.AlreadyThere, "A request with this id is already there.");
        }

        var sharing = wire.Offer(Key, draft);
        return StoreAsync(draft with { Offer = sharing.ActivityId }, sharing);
    }

    public Task<int> WithdrawAsync(string by)
    {
        var held = Held(isOurs: true);
        return held.Status == AgreementStatus.Withdrawn ? Task.FromResult(state.State.Version)
            : held.Status != AgreementStatus.Proposed ? throw TooLate()
            : StoreAsync(held with { Status = AgreementStatus.Withdrawn, Answered = Now, By = by }, wire.Undo(Key, held));
    }

    public Task<int> AcceptAsync(string by)
    {
        var held = Held(isOurs: false);
        if (held.Status is AgreementStatus.Accepted or AgreementStatus.Completed)
        {
            return Task.FromResult(state.State.Version);
        }

        Waits(held);
        var next = held with { Status = AgreementStatus.Accepted, Address = pole.Address(Key), Answered = Now, By = by };
        return StoreAsync(next, wire.Accept(Key, next));
    }

    public Task<int> DeclineAsync(MultilingualText reason, string by)
    {
        var held = Held(isOurs: false);
        if (held.Status == AgreementStatus.Declined)
        {
            return Task.FromResult(state.State.Version);
        }

        Waits(held);
        var next = held with { Status = AgreementStatus.Declined, Reason = reason, Answered = Now, By = by };
        return StoreAsync(next, wire.Reject(Key, next));
    }

    public Task<int> CompleteAsync(string by)
    {
        var held = Held(isOurs: false);
        return held.Status == AgreementStatus.Completed ? Task.FromResult(state.State.Version)
            : held.Status != AgreementStatus.Accepted ? throw TooLate()
            : StoreAsync(held with { Status = AgreementStatus.Completed, Completed = Now, By = by }, wire.Confirm(Key, held, Now));
    }

    public async Task<bool> OnProposedAsync(Agreement received)
    {
        if (state.State.Held is not { } held)
        {
            await (received.Status == AgreementStatus.Declined ? StoreAsync(received with { Answered = Now }, wire.Reject(Key, received)) : StoreAsync(received));
            return true;
        }

        return held.Offer == received.Offer && held.Actor == received.Actor;
    }

    public async Task<bool> OnWithdrawnAsync(string actor, string offer)
    {
        if (!Fits(actor, offer, isOurs: false) || state.State.Held is not { Status: AgreementStatus.Proposed } held)
        {
            return false;
        }

        await StoreAsync(held with { Status = AgreementStatus.Withdrawn, Answered = Now });
        return true;
    }

    public async Task<bool> OnAcceptedAsync(string actor, string offer, Stipulation said, string address)
    {
        if (!Fits(actor, offer, isOurs: true) || !wire.IsStipulated(state.State.Held!, said))
        {
            return false;
        }

        var held = state.State.Held!;
        if (held.Status is AgreementStatus.Proposed or AgreementStatus.Withdrawn)
        {
            var isDone = held.Confirmed == address;
            await StoreAsync(held with { Status = isDone ? AgreementStatus.Completed : AgreementStatus.Accepted, Address = address, Answered = Now, Completed = isDone ? Now : null, Confirmed = null });
            return true;
        }

        return held.Address == address;
    }

    public async Task<bool> OnDeclinedAsync(string actor, string offer, MultilingualText reason)
    {
        if (!Fits(actor, offer, isOurs: true))
        {
            return false;
        }

        var held = state.State.Held!;
        if (held.Status is AgreementStatus.Proposed or AgreementStatus.Withdrawn)
        {
            await StoreAsync(held with { Status = AgreementStatus.Declined, Reason = reason, Answered = Now, Confirmed = null });
            return true;
        }

        return held.Status == AgreementStatus.Declined;
    }

    public async Task<bool> OnCompletedAsync(string actor, string address, bool isByOffer)
    {
        if (state.State.Held is not { IsOurs: true } held || held.Actor != actor)
        {
            return false;
        }

        // A confirmation may overtake the yes: then it names what it answers, and is that yes as well.
        var isKnown = held.Address == address ? held.Status == AgreementStatus.Accepted : isByOffer && held.Status is AgreementStatus.Proposed or AgreementStatus.Withdrawn;
        if (isKnown)
        {
            await StoreAsync(held with { Status = AgreementStatus.Completed, Address = address, Answered = held.Answered ?? Now, Completed = Now, Confirmed = null });
        }

        return isKnown || (held.Status == AgreementStatus.Completed && held.Address == address);
    }

    public async Task<bool> OnConfirmedEarlyAsync(string actor, string address)
    {
        if (state.State.Held is not { IsOurs: true, Status: AgreementStatus.Proposed or AgreementStatus.Withdrawn } held || held.Actor != actor || !Origin.Same(address, actor))
        {
            return false;
        }

        if (held.Confirmed != address)
        {
            // For lists nothing has changed, and what they leave out after a while is not to be held open by this.
            await StoreAsync(held with { Confirmed = address }, updated: state.State.Updated);
        }

        return true;
    }

    private bool Fits(string actor, string offer, bool isOurs) => state.State.Held is { } held && held.IsOurs == isOurs && held.Actor == actor && held.Offer == offer;

    private Agreement Held(bool isOurs) => state.State.Held is { } held && held.IsOurs == isOurs ? held : throw new RefusedException(Refusal.NotFound, "There is no such request.");

    private void Waits(Agreement held)
    {
        if (held.StatusAt(Now) != AgreementStatus.Proposed)
        {
            throw TooLate();
        }
    }

    private static RefusedException TooLate() => new(Refusal.Conflict, "This request was answered, taken back or expired meanwhile.");

    private async Task<int> StoreAsync(Agreement next, Sharing? sharing = null, DateTimeOffset? updated = null)
    {
        var before = state.State;
        var stored = new AgreementState { Held = next, Version = before.Version + 1, Updated = updated ?? Now };
        state.State = stored with { Outbox = [new() { Id = $"{Key}@{stored.Version}/0", Key = Key.ToString(), Listing = AgreementListing.Of(Key, stored), Sharing = sharing }] };
        try
        {
            await state.WriteStateAsync();
        }
        catch
        {
            // As in RecordGrain: what is in memory must not be believed after a failed write.
            state.State = before;
            DeactivateOnIdle();
            throw;
        }

        publisher.Nudge();
        return stored.Version;
    }
}

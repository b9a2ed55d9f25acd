using System.Text.Json;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Network;

[GrainType("partner")]
internal sealed class PartnerGrain([PersistentState("relation")] IPersistentState<PartnerState> state, Pole pole, Press press, Publisher publisher, TimeProvider clock)
    : Grain, IPartnerGrain
{
    private RecordKey Key => RecordKey.Parse(this.GetPrimaryKeyString());

    private PartnerState Held => state.State;

    public Task<PartnerView?> ReadAsync() => Task.FromResult(Held.Actor is null ? null : new PartnerView
    {
        Actor = Held.Actor,
        Connection = Held.Connection,
        Since = Held.Since,
        Updated = Held.Updated,
        IsReceiving = Held.Ours == Consent.Given,
        IsSending = Held.Theirs == Consent.Given,
    });

    public Task<bool> IsReceivingAsync(string actorId) => Task.FromResult(Held.Ours == Consent.Given && Held.Actor?.Id == actorId);

    public Task ConnectAsync(PartnerActor actor, string by)
    {
        Fits(actor);
        if (actor.Id == pole.ActorAddress)
        {
            throw new RefusedException(Refusal.Invalid, "This is your own pole.", new FieldProblem("Address", "network.problem.self"));
        }

        var change = new Change(Held with { Actor = Latest(actor), By = by });
        // Also when we asked before and had no answer: who asks again may know that the first was lost.
        if (Held.Ours != Consent.Given)
        {
            Ask(change);
        }

        if (Held.Theirs is Consent.Asked or Consent.Refused && Held.TheirFollow is not null)
        {
            Agree(change);
        }

        return StoreAsync(change);
    }

    public Task AskAgainAsync()
    {
        if (Held.Ours != Consent.Given)
        {
            return Task.CompletedTask;
        }

        var change = new Change(Held);
        Ask(change);
        change.Next = change.Next with { Ours = Consent.Given };
        return StoreAsync(change);
    }

    public Task DeclineAsync(string by)
    {
        if (Held.Theirs != Consent.Asked)
        {
            return Task.CompletedTask;
        }

        var change = new Change(Held with { Theirs = Consent.Refused, By = by });
        Answer(change, Verbs.Reject);
        return StoreAsync(change);
    }

    public Task DisconnectAsync(string by)
    {
        var change = new Change(Held with { By = by, Since = null });
        if (Held.Ours != Consent.None && Held.OurFollow is { } follow)
        {
            change.Sharings.Add(Tell(change, Verbs.Undo, Follow(follow)));
            change.Next = change.Next with { Ours = Consent.None, OurFollow = null };
        }

        if (Held.Theirs is Consent.Given or Consent.Asked)
        {
            Answer(change, Verbs.Reject);
            change.Next = change.Next with { Theirs = Consent.None, TheirFollow = null, TheirFollowJson = null };
        }

        return StoreAsync(change);
    }

    public Task OnFollowAsync(PartnerActor actor, string followId, string followJson)
    {
        Fits(actor);
        if (Held.TheirFollow == followId)
        {
            return Task.CompletedTask;
        }

        var change = new Change(Held with { Actor = Latest(actor), Theirs = Consent.Asked, TheirFollow = followId, TheirFollowJson = followJson });

        // Whom we asked needs no second question; a visitor reads only what anyone may read.
        if (!actor.IsPole || Held.Ours is Consent.Asked or Consent.Given)
        {
            Agree(change);
        }

        return StoreAsync(change);
    }

    public Task<bool> OnAcceptAsync(PartnerActor actor, string followId) =>
        OnAnswerAsync(actor, followId, next => next with { Ours = Consent.Given, Since = next.Since ?? clock.GetUtcNow() });

    public Task<bool> OnRejectAsync(PartnerActor actor, string followId) =>
        OnAnswerAsync(actor, followId, next => next with { Ours = Consent.Refused });

    public async Task<bool> OnUndoAsync(PartnerActor actor, string followId)
    {
        Fits(actor);
        if (Held.TheirFollow != followId)
        {
            return false;
        }

        await StoreAsync(new Change(Held with { Theirs = Consent.None, TheirFollow = null, TheirFollowJson = null }));
        return true;
    }

    public Task MeetAsync(PartnerActor actor)
    {
        Fits(actor);
        return Held.Actor is null && !actor.IsPole ? StoreAsync(new Change(Held with { Actor = actor })) : Task.CompletedTask;
    }

    public Task OnUpdateAsync(PartnerActor actor) => SaysAsync(actor, Latest(actor));

    public Task OnRevokedAsync(PartnerActor actor) => SaysAsync(actor, actor);

    private Task SaysAsync(PartnerActor said, PartnerActor next)
    {
        Fits(said);
        return Held.Actor is null || StateJson.Write(Held.Actor) == StateJson.Write(next) ? Task.CompletedTask : StoreAsync(new Change(Held with { Actor = next }));
    }

    private async Task<bool> OnAnswerAsync(PartnerActor actor, string followId, Func<PartnerState, PartnerState> answer)
    {
        Fits(actor);
        if (Held.OurFollow != followId)
        {
            return false;
        }

        await StoreAsync(new Change(answer(Held with { Actor = Latest(actor) })));
        return true;
    }

    /// <summary>Another actor of the same host must not speak for a pole that is known by that host.</summary>
    private void Fits(PartnerActor actor)
    {
        if (actor.Key != Key || (Held.Actor is { } known && known.Id != actor.Id && Held.Connection is not Connection.Ended))
        {
            throw new RefusedException(Refusal.Forbidden, "This relation belongs to another actor.");
        }
    }

    /// <summary>What it said of itself comes by several ways, and the older may come last.</summary>
    private PartnerActor Latest(PartnerActor said) => Held.Actor is { } known && said.IsBefore(known) ? known : said;

    private void Ask(Change change)
    {
        var sharing = Tell(change, Verbs.Follow, JsonSerializer.SerializeToElement(change.Next.Actor!.Id));
        change.Sharings.Add(sharing);
        change.Next = change.Next with { Ours = Consent.Asked, OurFollow = sharing.ActivityId };
    }

    private void Agree(Change change)
    {
        Answer(change, Verbs.Accept);
        var now = clock.GetUtcNow();
        var begins = change.Next.BeginsAtTheStart(now);

        // A new Follow of one that followed before is what a restored pole sends: it may have lost what it was given.
        change.FromStart = begins && Held.Theirs == Consent.Given;
        change.IsOnlyNew = !begins;
        change.Next = (begins ? change.Next.Begun(now) : change.Next) with { Theirs = Consent.Given, Since = change.Next.Since ?? now };
    }

    private void Answer(Change change, string verb)
    {
        using var follow = JsonDocument.Parse(change.Next.TheirFollowJson!);
        change.Sharings.Add(Tell(change, verb, follow.RootElement.Clone()));
    }

    private JsonElement Follow(string id) => Ap.Write(new Activity
    {
        Id = id,
        Type = Verbs.Follow,
        Actor = pole.ActorAddress,
        Object = JsonSerializer.SerializeToElement(Held.Actor!.Id),
    });

    private Sharing Tell(Change change, string verb, JsonElement thing) =>
        press.Tell(verb, thing, Key, Held.Version + 1, Key.Id, change.Next.Actor!.Id);

    private async Task StoreAsync(Change change)
    {
        var held = Held;
        var next = change.Next with { Version = held.Version + 1, Updated = clock.GetUtcNow() };
        state.State = next with { Outbox = [.. Entries(next, change)] };
        try
        {
            await state.WriteStateAsync();
        }
        catch
        {
            // As in RecordGrain: what is in memory must not be believed after a failed write.
            state.State = held;
            DeactivateOnIdle();
            throw;
        }

        publisher.Nudge();
    }

    private IEnumerable<OutboxEntry> Entries(PartnerState next, Change change)
    {
        // The route comes first: an answer can only be carried by a courier that knows the way.
        yield return new() { Id = $"{Key}@{next.Version}/0", Key = Key.ToString(), Listing = PartnerListing.Of(Key, next), Route = RouteOf(next) with { FromStart = change.FromStart, IsOnlyNew = change.IsOnlyNew } };
        for (var each = 0; each < change.Sharings.Count; each++)
        {
            yield return new() { Id = $"{Key}@{next.Version}/{each + 1}", Key = Key.ToString(), Sharing = change.Sharings[each] };
        }
    }

    private Route RouteOf(PartnerState next) => new()
    {
        Relation = Key.Id,
        Inbox = next.Actor!.Inbox,
        Sees = next.Theirs != Consent.Given ? null : next.Actor.IsPole ? Audience.Network : Audience.Public,
    };

    private sealed class Change(PartnerState next)
    {
        public PartnerState Next { get; set; } = next;

        public List<Sharing> Sharings { get; } = [];

        public bool FromStart { get; set; }

        public bool IsOnlyNew { get; set; }
    }
}

using System.Text.Json;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel.Ledger;

namespace Citess.Poles.Kernel.Records;

/// <summary>What comes back from partners after a restore. They answer in any order, and late: it must not matter which is first.</summary>
public abstract partial class RecordGrain<TContent>
{
    public Task RecoverAsync(TContent? content, LostRevision lost)
    {
        var held = state.State;
        if (lost.Revision < held.Revision)
        {
            return PassAsync(content, lost);
        }

        // What the house writes around the only one, its keys above all, is of today: it is never what came back.
        var isOurs = held.Content is not null && (kind.IsOnly || held.Epoch == press.Epoch);
        if (lost.Revision == held.Revision && lost.List is not null && lost.List == held.List)
        {
            return isOurs || lost.IsTombstone || held.Partners.Contains(lost.Holder, StringComparer.Ordinal) ? Task.CompletedTask : ListAsync(lost);
        }

        if (lost.Revision > held.Revision)
        {
            return isOurs ? GoBehindAsync(lost) : TakeAsync(content, lost);
        }

        // At one revision a share beats the Remove for those who see it no more, which may have come back first.
        return !isOurs && content is not null && !held.Reach.IsShared && !held.IsWithdrawn ? TakeAsync(content, lost)
            : lost.IsRemoval ? isOurs ? GoBehindAsync(lost) : Task.CompletedTask
            : lost.IsOther ? GoBehindAsync(lost)
            : Task.CompletedTask;
    }

    private Task GoBehindAsync(LostRevision lost) => StoreAsync(state.State with { Shared = state.State.Shared ?? lost.Shared }, lost.Revision);

    /// <summary>
    /// A tombstone and a Remove bring no content: what is held of it stays, so that it can still be brought back. If nothing
    /// is, the revision alone is kept, so that no older one comes to life again. Nor do they put anybody on a list: they went
    /// to all that ever saw the record, and whoever had lost sight of it before must not see it when it is brought back.
    /// </summary>
    private Task TakeAsync(TContent? content, LostRevision lost)
    {
        var held = state.State;
        var next = held with
        {
            Content = content is not null && held.Content is not null ? kind.Complete(content, held.Content) : content ?? held.Content,
            Revision = lost.Revision,
            Audience = lost.Audience,
            Partners = lost.List is null ? [] : new Reach(Audience.Own, (lost.List == held.List ? held.Partners : []).Concat(lost.IsTombstone ? [] : [lost.Holder])).Partners,
            List = lost.List ?? held.List,
            IsWithdrawn = lost.IsTombstone,
            Created = held.Content is null ? lost.Shared : held.Created,
            Shared = lost.IsRemoval ? held.Shared ?? lost.Shared : lost.Shared,
            Updated = lost.Updated,
        };
        return WriteAsync(next, lost.Holder, Again(lost, next));
    }

    /// <summary>Another pole that kept the same revision stood on the list too; the document itself does not say so.</summary>
    private Task ListAsync(LostRevision lost)
    {
        var next = state.State with { Partners = new Reach(Audience.Own, state.State.Partners.Append(lost.Holder)).Partners };
        return WriteAsync(next, lost.Holder, Again(lost, next));
    }

    /// <summary>
    /// An older revision: it brings the content, if all that came back so far had none. Whoever kept it, and does not see
    /// what is held now, is told so by name: the ledger, which is older too, may not know that it was ever given there.
    /// </summary>
    private Task PassAsync(TContent? content, LostRevision lost)
    {
        var held = state.State;
        var next = held.Content is null && content is not null ? held with { Content = content, Created = lost.Shared } : held;
        var isSeen = !held.IsWithdrawn && (held.Audience > Audience.Own || held.Partners.Contains(lost.Holder, StringComparer.Ordinal));
        var told = content is null || isSeen ? null : press.Remove(press.Frame(Key, held), press.Frame(Key, held) with { Audience = lost.Audience, List = lost.List }) with { Addressee = lost.Holder };
        return next == held && told is null ? Task.CompletedTask : WriteAsync(next, lost.Holder, told);
    }

    /// <summary>Several partners may each bring something of one revision: an entry is named by the one that did.</summary>
    private Task WriteAsync(RecordState<TContent> next, string holder, Sharing? sharing)
    {
        var entry = new OutboxEntry { Id = $"{Key}@{next.Revision}/{holder}", Key = Key.ToString(), Listing = next.Content is null ? null : kind.Describe(next, Key), Sharing = sharing };
        return WriteAsync(next with { Outbox = [entry] });
    }

    private Sharing Again(LostRevision lost, RecordState<TContent> next)
    {
        var (frame, document) = (press.Frame(Key, next), JsonElement.Parse(lost.Json));
        return lost.IsRemoval ? Press.RemoveAgain(frame, document) : press.ShareAgain(lost.IsTombstone ? Verbs.Delete : Verbs.Update, frame, document);
    }
}

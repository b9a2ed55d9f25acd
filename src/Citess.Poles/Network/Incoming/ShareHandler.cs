using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Network.Contributions;
using Citess.Poles.Network.Repair;
using Citess.Poles.Network.Visitors;

namespace Citess.Poles.Network.Incoming;

/// <summary>
/// A partner pole shares a record, a new revision of it, or takes it back; or a visitor replies. The gate has made sure that the record is the
/// sender's own and that its proof holds; here is decided whether it is wanted and can be read.
/// </summary>
internal sealed class ShareHandler(Arrivals arrivals, IDocuments documents, IRepairTable repairs, Appending appending, VisitorDoor visitors, IEnumerable<IKindHandler> kinds, Press press) : IVerbHandler
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(1);

    public IReadOnlyList<string> Verbs => [ActivityPub.Vocabulary.Verbs.Create, ActivityPub.Vocabulary.Verbs.Update, ActivityPub.Vocabulary.Verbs.Delete, ActivityPub.Vocabulary.Verbs.Remove];

    public async Task<Outcome> HandleAsync(IncomingLetter incoming, DateTimeOffset now)
    {
        if (await visitors.TakeAsync(incoming) is { } reply)
        {
            return reply;
        }

        var sender = incoming.Sender.Partner;
        if (Shared(incoming) is not { Id: { } id } thing)
        {
            return new Outcome.Nothing("the object cannot be read");
        }

        if (incoming.Letter.Verb == ActivityPub.Vocabulary.Verbs.Create && kinds.FirstOrDefault(handler => handler.Kind == thing.Kind) is { } special)
        {
            return await special.HandleAsync(incoming);
        }

        if (id == sender.Id)
        {
            return await IntroduceAsync(thing, incoming, now);
        }

        // Whoever left may still take back what it gave: that only makes less of it.
        var takesBack = incoming.Letter.Verb is ActivityPub.Vocabulary.Verbs.Delete or ActivityPub.Vocabulary.Verbs.Remove;
        if (!await incoming.Sender.IsReceivingAsync() && !(takesBack && ForeignKey.TryParse(id, out var key) && await documents.FindAsync(sender.Authority, key) is not null))
        {
            return new Outcome.Nothing(Admission.Stranger);
        }

        var outcome = Arrive(sender, thing, incoming, takesBack);
        return outcome is Outcome.Arrived arrived ? arrived with { Arrival = await appending.OfAsync(arrived.Arrival) } : outcome;
    }

    /// <summary>A Remove names its object by address alone: what it says of it stands on the activity.</summary>
    private static ApObject? Shared(IncomingLetter incoming) => incoming.Letter.Verb == ActivityPub.Vocabulary.Verbs.Remove
        ? Ap.Read<ApObject>(incoming.Root) is { } said ? said with { Id = Addresses.Of(incoming.Object).FirstOrDefault() } : null
        : Ap.Read<ApObject>(incoming.Object);

    /// <summary>The pole itself changed: its name, territory, keys.</summary>
    private async Task<Outcome> IntroduceAsync(ApObject thing, IncomingLetter incoming, DateTimeOffset now)
    {
        if (Ap.Read<Actor>(incoming.Object) is not { Inbox: not null } actor)
        {
            return new Outcome.Nothing("the actor cannot be read");
        }

        var sender = PartnerActor.Of(actor);
        await incoming.Sender.Grain.OnUpdateAsync(sender);
        if (await repairs.FindAsync(sender.Authority) is { } stand && stand.Actor == sender.Id && Revocation.MayBe(stand, actor))
        {
            // Once the letters that came with this one are done, and not over and over again for whoever shows other keys each time.
            var next = stand.ComparedAt + Again;
            await repairs.WantAsync(sender.Authority, "", isCopied: false, next > now + Settling ? next.Value : now + Settling);
        }

        return await incoming.Sender.IsReceivingAsync() && thing.Kind is not null ? Arrive(sender, thing, incoming, takesBack: false) : new Outcome.Done();
    }

    private Outcome Arrive(PartnerActor sender, ApObject thing, IncomingLetter incoming, bool takesBack)
    {
        // The signed Remove takes the place of the copy: it beats whatever is older, and a later share beats it.
        var isRemoved = incoming.Letter.Verb == ActivityPub.Vocabulary.Verbs.Remove;
        return arrivals.TryRead(sender.Authority, sender.Id, thing, isRemoved ? incoming.Letter.Body : incoming.Object.GetRawText(), isRemoved, out var arrival, out var reason)
            ? new Outcome.Arrived(arrival with { Answers = takesBack ? [Receipt(sender, arrival.Document, incoming.Letter.ActivityId)] : [] })
            : new Outcome.Nothing(reason);
    }

    private OutboxEntry Receipt(PartnerActor sender, SignedDocument document, string activityId) => new()
    {
        Id = "receipt/" + activityId,
        Key = document.Key,
        Sharing = press.Confirm(activityId, sender.Id, sender.Relation, $"receipt/{document.Origin}/{document.Key}", document.Revision),
    };
}

using System.Text.Json;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Inbox;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Network.Incoming;

/// <summary>
/// A partner pole shares a record, a new revision of it, or takes it back. The gate has made sure that the record is the
/// sender's own and that its proof holds; here is decided whether it is wanted and can be read.
/// </summary>
internal sealed class ShareHandler(IGrainFactory grains, IProjections projections, IDocuments documents, Press press) : IVerbHandler
{
    public IReadOnlyList<string> Verbs => [ActivityPub.Vocabulary.Verbs.Create, ActivityPub.Vocabulary.Verbs.Update, ActivityPub.Vocabulary.Verbs.Delete, ActivityPub.Vocabulary.Verbs.Remove];

    public async Task<Outcome> HandleAsync(IncomingLetter incoming, DateTimeOffset now)
    {
        var sender = PartnerActor.Of(incoming.Actor.Document);
        var partner = grains.GetGrain<IPartnerGrain>(sender.Key.ToString());
        if (Shared(incoming) is not { Id: { } id } thing)
        {
            return new Outcome.Nothing("the object cannot be read");
        }

        if (id == sender.Id)
        {
            return await IntroduceAsync(partner, incoming.Object);
        }

        // The gate asks for a proof of whatever names its kind; what names none could be a tombstone that nobody signed.
        if (!ForeignKey.TryParse(id, out var key) || thing.Kind != key.Kind || thing.Revision is not > 0)
        {
            return new Outcome.Nothing("not a record as poles share them");
        }

        // Whoever left may still take back what it gave: that only makes less of it.
        var takesBack = incoming.Letter.Verb is ActivityPub.Vocabulary.Verbs.Delete or ActivityPub.Vocabulary.Verbs.Remove;
        if (!await partner.IsReceivingAsync(sender.Id) && !(takesBack && await documents.FindAsync(sender.Authority, key) is not null))
        {
            return new Outcome.Nothing("not a partner pole of ours");
        }

        return Arrive(sender, key, thing, incoming, takesBack);
    }

    /// <summary>A Remove names its object by address alone: what it says of it stands on the activity.</summary>
    private static ApObject? Shared(IncomingLetter incoming) => incoming.Letter.Verb == ActivityPub.Vocabulary.Verbs.Remove
        ? new() { Id = Addresses.Of(incoming.Object).FirstOrDefault(), Kind = incoming.Activity.Kind, Revision = incoming.Activity.Revision }
        : Ap.Read<ApObject>(incoming.Object);

    /// <summary>The pole itself changed: its name, territory, keys.</summary>
    private static async Task<Outcome> IntroduceAsync(IPartnerGrain partner, JsonElement document)
    {
        if (Ap.Read<Actor>(document) is not { Inbox: not null } actor)
        {
            return new Outcome.Nothing("the actor cannot be read");
        }

        await partner.OnUpdateAsync(PartnerActor.Of(actor));
        return new Outcome.Done();
    }

    private Outcome Arrive(PartnerActor sender, RecordKey key, ApObject thing, IncomingLetter incoming, bool takesBack)
    {
        var isRemoved = incoming.Letter.Verb == ActivityPub.Vocabulary.Verbs.Remove;
        var document = new SignedDocument
        {
            Origin = sender.Authority,
            Key = key.ToString(),
            Revision = thing.Revision!.Value,

            // Who sees it elsewhere is none of a third pole's business.
            Audience = isRemoved ? Audience.Own : AudienceNames.Of(thing),

            // The signed Remove takes the place of the copy: it beats whatever is older, and a later share beats it.
            IsTombstone = isRemoved || thing.Type == "Tombstone",
            Json = isRemoved ? incoming.Letter.Body : incoming.Object.GetRawText(),
        };
        return projections.OfDocument(document) is { } listing
            ? new Outcome.Arrived(new Arrival(document, listing) { Answer = takesBack ? Receipt(sender, document, incoming.Activity.Id!) : null })
            : new Outcome.Nothing("of a kind, or in a form, that is not known here");
    }

    private OutboxEntry Receipt(PartnerActor sender, SignedDocument document, string activityId) => new()
    {
        Id = "receipt/" + activityId,
        Key = document.Key,
        Sharing = press.Confirm(activityId, sender.Id, sender.Relation, $"receipt/{document.Origin}/{document.Key}", document.Revision),
    };
}

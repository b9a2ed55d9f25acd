using System.Text.Json;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Inbox;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Network.Incoming;

/// <summary>
/// A partner pole shares a record, a new revision of it, or its tombstone. The gate has made sure that the record is the
/// sender's own and that its proof holds; here is decided whether it is wanted and can be read.
/// </summary>
internal sealed class ShareHandler(IGrainFactory grains, IProjections projections) : IVerbHandler
{
    public IReadOnlyList<string> Verbs => [ActivityPub.Vocabulary.Verbs.Create, ActivityPub.Vocabulary.Verbs.Update, ActivityPub.Vocabulary.Verbs.Delete];

    public async Task<Outcome> HandleAsync(IncomingLetter incoming, DateTimeOffset now)
    {
        var sender = PartnerActor.Of(incoming.Actor.Document);
        var partner = grains.GetGrain<IPartnerGrain>(sender.Key.ToString());
        if (Ap.Read<ApObject>(incoming.Object) is not { Id: { } id } thing)
        {
            return new Outcome.Nothing("the object cannot be read");
        }

        if (id == sender.Id)
        {
            return await IntroduceAsync(partner, incoming.Object);
        }

        if (!await partner.IsReceivingAsync(sender.Id))
        {
            return new Outcome.Nothing("not a partner pole of ours");
        }

        return Arrive(sender.Authority, id, thing, incoming.Object);
    }

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

    private Outcome Arrive(string authority, string id, ApObject thing, JsonElement raw)
    {
        // The gate asks for a proof of whatever names its kind; what names none could be a tombstone that nobody signed.
        if (!ForeignKey.TryParse(id, out var key) || thing.Kind != key.Kind || thing.Revision is not > 0)
        {
            return new Outcome.Nothing("not a record as poles share them");
        }

        var isPublic = (thing.To ?? []).Concat(thing.Cc ?? []).Any(Addresses.IsPublic);
        var document = new SignedDocument
        {
            Origin = authority,
            Key = key.ToString(),
            Revision = thing.Revision.Value,
            Audience = isPublic ? Audience.Public : Audience.Network,
            IsTombstone = thing.Type == "Tombstone",
            Json = raw.GetRawText(),
        };
        return projections.OfDocument(document) is { } listing
            ? new Outcome.Arrived(new Arrival(document, listing))
            : new Outcome.Nothing("of a kind, or in a form, that is not known here");
    }
}

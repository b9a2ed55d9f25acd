using System.Diagnostics.CodeAnalysis;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Contributions;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Inbox;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Network.Incoming;

/// <summary>
/// Turns a document of another pole, verified before, into what is kept of it: the one place for that, whichever way it came.
/// </summary>
internal sealed class Arrivals(IProjections projections)
{
    public const string Unfit = "not a record as poles share them";
    public const string Unknown = "of a kind, or in a form, that is not known here";

    /// <summary>False with a reason when it is nothing that is kept. <paramref name="owner"/> is the pole that signed it; where it took a record from us, <paramref name="isRemoved"/>, what is kept is its word on that.</summary>
    public bool TryRead(string authority, string owner, ApObject thing, string raw, bool isRemoved, [NotNullWhen(true)] out Arrival? arrival, [NotNullWhen(false)] out string? reason)
    {
        (arrival, reason) = (null, Unfit);

        // The gate asks for a proof of whatever names its kind; what names none could be a tombstone that nobody signed.
        if (thing.Id is not { } id || !ForeignKey.TryParse(id, out var key) || thing.Kind != key.Kind || thing.Revision is not > 0)
        {
            return false;
        }

        var isPole = key.Kind == Pole.PoleKind;
        if (isPole != (id == owner))
        {
            return false;
        }

        var document = new SignedDocument
        {
            Origin = authority,
            Key = key.ToString(),
            Revision = thing.Revision.Value,

            // Who sees it elsewhere is none of a third pole's business.
            Audience = isPole ? Audience.Public : isRemoved ? Audience.Own : AudienceNames.Of(thing),
            IsTombstone = isRemoved || thing.Type == "Tombstone",
            Json = raw,
            Owner = owner,
        };

        // A pole's own document is kept so that it can be passed on with what it signed; lists show it as a relation. Of what it
        // passed on itself they show what is inside.
        if (isPole || (key.Kind == Addition.Kind && thing.Type is Verbs.Add or "Tombstone"))
        {
            arrival = new(document, null);
            return true;
        }

        if (projections.OfDocument(document, thing) is not { } listing)
        {
            reason = Unknown;
            return false;
        }

        arrival = new(document, listing);
        return true;
    }
}

using System.Text.Json;
using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Inbox;
using Citess.ActivityPub.Proofs;
using Citess.ActivityPub.Vocabulary;

namespace Citess.ActivityPub.Repair;

/// <summary>
/// The gate for documents that come without the activity that first carried them: pulled from their origin, from a third
/// server, or out of a file, parsed by <see cref="Json.StrictJson"/>. Nothing is believed but the origin's own proof, so it does not matter who passed them on.
/// </summary>
public static class CopyRule
{
    /// <summary>AS2 <c>result</c>: on an Add, the address under which it is kept.</summary>
    public const string Added = "result";

    /// <summary>Judges one document against the actor that is said to have signed it. Never throws.</summary>
    public static CopyVerdict Judge(JsonElement document, RemoteActor owner, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(owner);
        if (Ap.Read<ApObject>(document) is not { Id: { } id, Kind.Length: > 0, Revision: > 0 } read || One.Text(document, "type") is null)
        {
            return new CopyVerdict.Refused(CopyFault.Unfit);
        }

        if (!owner.IsOfKnownWire || !WireVersion.IsKnown(document))
        {
            return new CopyVerdict.Refused(CopyFault.WireUnknown);
        }

        // An actor speaks for itself and is nobody's; everything else says whose it is. A Remove names a record by its address
        // alone, and an Add by the address of what it led to: neither has an effect on what is of another origin, nor on the actor.
        var isRemoval = IsRemoval(document);
        var thing = AboutOf(document);
        var isOwn = !isRemoval && Kinds.IsActor(document)
            ? id == owner.Id && !One.Has(document, "attributedTo")
            : Origin.Same(id, owner.Id) && Origin.Same(thing, owner.Id) && id != owner.Id && thing != owner.Id && One.Address(document, "attributedTo") == owner.Id;
        if (!isOwn)
        {
            return new CopyVerdict.Refused(CopyFault.NotOwner);
        }

        return owner.FaultOfProof(document, now) switch
        {
            null => new CopyVerdict.Good(read with { Id = thing }, isRemoval),
            ProofFault.WrongKey => new CopyVerdict.Refused(CopyFault.KeyUnknown),
            ProofFault.Missing or ProofFault.Several => new CopyVerdict.Refused(CopyFault.ProofMissing),
            _ => new CopyVerdict.Refused(CopyFault.ProofWrong),
        };
    }

    /// <summary>
    /// The address of what a document is about: its own, that of the record which a Remove names, or that under which an Add is
    /// kept, which each has an id of its own and takes the place of the one before; null when there is none.
    /// </summary>
    public static string? AboutOf(JsonElement document) =>
        IsRemoval(document) ? One.Address(document, "object") : One.Text(document, "type") == Verbs.Add ? One.Address(document, Added) : One.Text(document, "id");

    private static bool IsRemoval(JsonElement document) => One.Text(document, "type") == Verbs.Remove;

    /// <summary>
    /// The actor in a document that somebody else passed on, when the document is proved by a key of its own; null otherwise.
    /// That says that whoever made it holds the key, and nothing on whether the host is theirs.
    /// </summary>
    public static RemoteActor? ReadActor(JsonElement document, DateTimeOffset now) =>
        RemoteActor.TryRead(System.Text.Encoding.UTF8.GetBytes(document.GetRawText()), now) is { } actor
        && Judge(document, actor, now) is CopyVerdict.Good && Kinds.IsActor(document)
            ? actor : null;
}

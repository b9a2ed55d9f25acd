namespace Citess.ActivityPub.Inbox;

/// <summary>Why the gate refused, in the order of its steps; the name in kebab case is the slug of the problem type.</summary>
public enum GateReason
{
    /// <summary>Step 1: larger than 1 MiB.</summary>
    TooLarge,
    /// <summary>Step 1: not JSON by the strict rules.</summary>
    MalformedJson,
    /// <summary>Step 1: <c>@graph</c>, <c>@reverse</c> or <c>@included</c> would let a second reader see another document (CVE-2026-46349).</summary>
    RestructuredJsonLd,
    /// <summary>Step 1: no single id, type or actor.</summary>
    NotAnActivity,
    /// <summary>Step 2: there is no signature.</summary>
    SignatureMissing,
    /// <summary>Step 2: the signature does not parse, is one of two, or is of an unknown algorithm.</summary>
    SignatureMalformed,
    /// <summary>Step 3: the key's id is no address that may be asked.</summary>
    KeyAddress,
    /// <summary>Step 3: the key's host is blocked.</summary>
    HostBlocked,
    /// <summary>Step 4: the key's host did not answer, now or a short while ago.</summary>
    KeyUnreachable,
    /// <summary>Step 4: the key's host answers, but there is no usable key.</summary>
    KeyNotFound,
    /// <summary>Step 5: the signature covers too little, or nothing.</summary>
    NotCovered,
    /// <summary>Step 5: there is no digest, or it is not the body's.</summary>
    DigestWrong,
    /// <summary>Step 5: too old, expired, in the future, or without a time.</summary>
    OutsideWindow,
    /// <summary>Step 5: the key did not make this signature over these bytes.</summary>
    SignatureWrong,
    /// <summary>Steps 5 and 9: the actor or the object is of a version of the wire that is not known here.</summary>
    WireUnknown,
    /// <summary>Step 6: the key belongs to another than the activity's actor (CVE-2025-54888).</summary>
    ActorNotKeyOwner,
    /// <summary>Step 7: the activity's id is of another origin than its actor.</summary>
    IdForeign,
    /// <summary>Step 8: the id came before with another content.</summary>
    IdReused,
    /// <summary>Step 9: a proof is missing where it is due.</summary>
    ProofMissing,
    /// <summary>Step 9: a proof is there and does not hold.</summary>
    ProofWrong,
    /// <summary>Step 9: this verb is not spoken here.</summary>
    VerbNotSpoken,
    /// <summary>Step 9: the object is missing, is several, or is not of the form that the verb asks for.</summary>
    ObjectUnfit,
    /// <summary>Step 9: the object is only an address, and could not be fetched from there.</summary>
    ObjectUnreachable,
    /// <summary>Step 9: the object is not the actor's own.</summary>
    NotOwner,
    /// <summary>Step 9: the Follow meant is not one between the actor and an actor of ours.</summary>
    FollowUnfit,
    /// <summary>Step 9: who is to be followed is no actor of ours.</summary>
    NotOurs,
}

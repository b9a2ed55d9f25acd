namespace Citess.ActivityPub.Proofs;

/// <summary>Why the proof of a document was refused.</summary>
public enum ProofFault
{
    /// <summary>There is no proof.</summary>
    Missing,
    /// <summary>There are several proofs; none of them is tried.</summary>
    Several,
    /// <summary>The proof, or the document for its canonical form, cannot be read.</summary>
    Malformed,
    /// <summary>The type is not <c>DataIntegrityProof</c>, or the suite not <c>eddsa-jcs-2022</c>.</summary>
    WrongSuite,
    /// <summary>The purpose is not <c>assertionMethod</c>.</summary>
    WrongPurpose,
    /// <summary>Past the end that its signer gave it, or made after its key was retired.</summary>
    Expired,
    /// <summary>Created later than now by more than clocks differ.</summary>
    FromTheFuture,
    /// <summary>The key is not the verification method named, or not Ed25519.</summary>
    WrongKey,
    /// <summary>The key did not make this proof over this document.</summary>
    Mismatch,
}

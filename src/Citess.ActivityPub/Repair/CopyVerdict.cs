using Citess.ActivityPub.Vocabulary;

namespace Citess.ActivityPub.Repair;

/// <summary>What came of looking at a document that somebody passed on; the caller must switch on it.</summary>
public abstract record CopyVerdict
{
    private CopyVerdict()
    {
    }

    /// <summary>Its origin signed exactly this.</summary>
    /// <param name="Document">As it reads; of a Remove what it says of the record that it names.</param>
    /// <param name="IsRemoval">True when the origin took the record out of the sight of some who saw it.</param>
    public sealed record Good(ApObject Document, bool IsRemoval = false) : CopyVerdict;

    /// <summary>It is worth nothing, whoever passed it on.</summary>
    /// <param name="Fault">Which rule it broke.</param>
    public sealed record Refused(CopyFault Fault) : CopyVerdict;
}

/// <summary>Why a document that somebody passed on is worth nothing.</summary>
public enum CopyFault
{
    /// <summary>Not an object with an id, a kind and a revision from 1.</summary>
    Unfit,
    /// <summary>It says that it is of a wire version that is not known here.</summary>
    WireUnknown,
    /// <summary>Another origin, another owner, or an actor that is not this one.</summary>
    NotOwner,
    /// <summary>There is no proof, or there are several.</summary>
    ProofMissing,
    /// <summary>The proof names a key that the origin's actor does not list.</summary>
    KeyUnknown,
    /// <summary>The proof is malformed or was made too late, or the key did not make it over this: it was altered.</summary>
    ProofWrong,
}

using Citess.ActivityPub.Signatures;

namespace Citess.ActivityPub.Inbox;

/// <summary>What a fault of a signature is called outside.</summary>
internal static class SignatureRefusal
{
    public static GateVerdict.Refused Of(SignatureFault fault) => fault switch
    {
        SignatureFault.Missing => new(GateReason.SignatureMissing, "The request must carry a signature, by RFC 9421 or draft-cavage-12."),
        SignatureFault.NothingCovered or SignatureFault.NotCovered => new(GateReason.NotCovered, "The signature must cover @method, @target-uri and content-digest, or (request-target), host, date and digest."),
        SignatureFault.DigestMissing or SignatureFault.DigestMismatch => new(GateReason.DigestWrong, "The request must carry the digest of its body, as Content-Digest by RFC 9421, as SHA-256 Digest by draft-cavage-12."),
        SignatureFault.Expired or SignatureFault.FromTheFuture or SignatureFault.NoTime => new(GateReason.OutsideWindow, "The signature must have been made within the last hour."),
        SignatureFault.WrongKey or SignatureFault.Mismatch => new(GateReason.SignatureWrong, "The signature was not made by that key over this request."),
        SignatureFault.Malformed or SignatureFault.Several or SignatureFault.UnknownAlgorithm => new(GateReason.SignatureMalformed, "The request must carry one well-formed signature of a known algorithm."),
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };
}

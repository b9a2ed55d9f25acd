using System.Runtime.InteropServices;
using System.Text.Json;
using Citess.ActivityPub.Signatures;

namespace Citess.ActivityPub.Inbox;

/// <summary>What the gate says of an incoming activity; the caller must switch on it.</summary>
public abstract record GateVerdict
{
    private GateVerdict()
    {
    }

    /// <summary>May be kept and take effect: answer 202 once it is stored.</summary>
    /// <param name="ActivityId">Its id.</param>
    /// <param name="Verb">Its type.</param>
    /// <param name="Object">What the verb is about, as judged. Its raw text is the object word for word.</param>
    /// <param name="IsFetched">True when only the object's address came.</param>
    /// <param name="Raw">The activity word for word.</param>
    /// <param name="Hash">SHA-256 of <paramref name="Raw"/>, to be kept beside the id for step 8.</param>
    /// <param name="Signer">Who signed, which is the activity's actor.</param>
    /// <param name="Dialect">In which dialect, which the sender's server then takes itself.</param>
    public sealed record Accepted(string ActivityId, string Verb, JsonElement Object, bool IsFetched, ReadOnlyMemory<byte> Raw, ReadOnlyMemory<byte> Hash, RemoteActor Signer, SignatureDialect Dialect) : GateVerdict
    {
        /// <summary>Bytes of all that is to be kept of it.</summary>
        public int Length => Raw.Length + (IsFetched ? JsonMarshal.GetRawUtf8Value(Object).Length : 0);
    }

    /// <summary>The same bytes came before: answer 202, and nothing more.</summary>
    /// <param name="ActivityId">Its id.</param>
    public sealed record Repeated(string ActivityId) : GateVerdict;

    /// <summary>Nothing is kept, nothing happens.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="Detail">One sentence for the sender; tells nothing that the sender did not send.</param>
    public sealed record Refused(GateReason Reason, string Detail) : GateVerdict
    {
        /// <summary>The status of the answer.</summary>
        public int Status => Reason.Status();

        /// <summary>The slug of the problem type.</summary>
        public string Slug => Reason.Slug();
    }
}

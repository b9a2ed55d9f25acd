using Citess.ActivityPub.Signatures;

namespace Citess.ActivityPub.Inbox;

/// <summary>What came of looking for a key; the caller must switch on it.</summary>
public abstract record KeyLookup
{
    private KeyLookup()
    {
    }

    /// <summary>The key, and the actor that lists it.</summary>
    /// <param name="Actor">Whose key it is, by both their words.</param>
    /// <param name="Key">Ready to verify.</param>
    /// <param name="WasCached">True when it was not fetched just now, so that it may have changed.</param>
    public sealed record Known(RemoteActor Actor, IVerifier Key, bool WasCached) : KeyLookup;

    /// <summary>Its host does not answer, or did not a short while ago.</summary>
    public sealed record Unreachable : KeyLookup;

    /// <summary>Its host answers, and there is no usable key.</summary>
    public sealed record NotFound : KeyLookup;
}

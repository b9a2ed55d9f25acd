using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Signatures;

namespace Citess.ActivityPub.Inbox;

/// <summary>Steps 2 to 5 of the gate, for whatever is signed: a POST to an inbox, and a GET of what is not for everybody.</summary>
public sealed class SignedRequests(RemoteActors actors, GatePorts ports, SafeHttpOptions http, TimeProvider time)
{
    /// <summary>Says who signed. Throws only when a port does.</summary>
    public async Task<SignerVerdict> JudgeAsync(SignedMessage message, ReadOnlyMemory<byte> body, bool hasBody, FetchBudget budget, CancellationToken token)
    {
        // 2. There is one signature, in one of both dialects, and it parses.
        if (RequestSignature.TryParse(message, out var signature) is { } malformed)
        {
            return SignerVerdict.No(SignatureRefusal.Of(malformed));
        }

        // 3. The key's host may knock. Ours does not: it would be asked for its key while it waits for itself.
        if (!Ids.Fit(signature.KeyId) || !Origin.TryParse(signature.KeyId, http.AllowHttp, out var host) || host == ports.Own.Origin)
        {
            return SignerVerdict.No(GateReason.KeyAddress, "keyId must be an absolute https address of another server.");
        }

        if (await ports.Hosts.StandingAsync(host, token) == HostStanding.Blocked)
        {
            return SignerVerdict.No(GateReason.HostBlocked, "This server accepts nothing from that host.");
        }

        // 4. The key: cached, else one fetch.
        var lookup = await actors.FindKeyAsync(signature.KeyId, budget, token);
        if (lookup is not KeyLookup.Known known)
        {
            return lookup is KeyLookup.Unreachable
                ? SignerVerdict.No(GateReason.KeyUnreachable, "The host of keyId does not answer.")
                : SignerVerdict.No(GateReason.KeyNotFound, "There is no usable key at keyId that an actor claims.");
        }

        // 5. Digest, coverage, window, then the signature; a cached key that does not fit may have changed.
        var (signer, key) = (known.Actor, known.Key);
        var now = time.GetUtcNow();
        var fault = signature.Verify(message, body.Span, hasBody, key, now);
        if (fault is SignatureFault.Mismatch or SignatureFault.WrongKey && known.WasCached && await actors.RefreshAsync(signer, budget, token) is { } renewed && renewed.HttpKey(signature.KeyId, now) is { } changed)
        {
            (signer, key) = (renewed, changed);
            fault = signature.Verify(message, body.Span, hasBody, key, now);
        }

        return fault is { } wrong ? SignerVerdict.No(SignatureRefusal.Of(wrong))
            : signer.IsOfKnownWire ? new SignerVerdict.Known(signer, signature.Shows(key))
            : SignerVerdict.No(GateReason.WireUnknown, $"The actor is of another version of the wire than {Vocabulary.WireVersion.Current}.");
    }
}

/// <summary>Who signed a request; the caller must switch on it.</summary>
public abstract record SignerVerdict
{
    private SignerVerdict()
    {
    }

    /// <summary>This actor did.</summary>
    /// <param name="Signer">Whose key it is.</param>
    /// <param name="Dialect">In which dialect, which the sender's server then takes itself.</param>
    public sealed record Known(RemoteActor Signer, SignatureDialect Dialect) : SignerVerdict;

    /// <summary>Nobody that counts here.</summary>
    /// <param name="Why">As the gate says it.</param>
    public sealed record Refused(GateVerdict.Refused Why) : SignerVerdict;

    internal static SignerVerdict No(GateVerdict.Refused why) => new Refused(why);

    internal static SignerVerdict No(GateReason reason, string detail) => No(new GateVerdict.Refused(reason, detail));
}

using System.Security.Cryptography;
using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Signatures;

namespace Citess.ActivityPub.Inbox;

/// <summary>The ten steps between the network and anything that is kept. Nothing but the cache of actors and the counters changes here.</summary>
public sealed class Gate(RemoteActors actors, GatePorts ports, SafeHttpOptions http, TimeProvider time)
{
    private readonly Ownership ownership = new(actors, ports, http, time);

    /// <summary>Judges one POST to an inbox. Throws only when a port does.</summary>
    public async Task<GateVerdict> JudgeAsync(IncomingActivity request, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var verdict = await PassAsync(request, new FetchBudget(), token);
        GateMetrics.Count(verdict);
        return verdict;
    }

    /// <summary>Counts and gives the verdict on a body that was not read to its end, since it is larger than 1 MiB.</summary>
    public static GateVerdict.Refused TooLarge()
    {
        var verdict = new GateVerdict.Refused(GateReason.TooLarge, "An activity may have 1 MiB.");
        GateMetrics.Count(verdict);
        return verdict;
    }

    private async Task<GateVerdict> PassAsync(IncomingActivity request, FetchBudget budget, CancellationToken token)
    {
        // 1. The bytes are one activity, and every reader reads the same in them.
        if (Claim.TryRead(request.Body, out var claim) is { } unreadable)
        {
            return unreadable;
        }

        // 2. There is one signature, in one of both dialects, and it parses.
        if (RequestSignature.TryParse(request.Message, out var signature) is { } malformed)
        {
            return SignatureRefusal.Of(malformed);
        }

        // 3. The key's host may knock.
        if (!Origin.TryParse(signature.KeyId, http.AllowHttp, out var host))
        {
            return Refuse(GateReason.KeyAddress, "keyId must be an absolute https address.");
        }

        var standing = await ports.Hosts.StandingAsync(host, token);
        if (standing != HostStanding.Welcome)
        {
            return standing == HostStanding.Blocked
                ? Refuse(GateReason.HostBlocked, "This server accepts nothing from that host.")
                : Refuse(GateReason.HostNotListed, "This server accepts activities only from hosts that it knows.");
        }

        // 4. The key: cached, else one fetch.
        var lookup = await actors.FindKeyAsync(signature.KeyId, budget, token);
        if (lookup is not KeyLookup.Known known)
        {
            return lookup is KeyLookup.Unreachable
                ? Refuse(GateReason.KeyUnreachable, "The host of keyId does not answer.")
                : Refuse(GateReason.KeyNotFound, "There is no usable key at keyId that an actor claims.");
        }

        // 5. Digest, coverage, window, then the signature; a cached key that does not fit may have changed.
        var (signer, key) = (known.Actor, known.Key);
        var now = time.GetUtcNow();
        var fault = signature.Verify(request.Message, request.Body.Span, hasBody: true, key, now);
        if (fault is SignatureFault.Mismatch or SignatureFault.WrongKey && known.WasCached && await actors.RefreshAsync(signer, budget, token) is { } renewed && renewed.HttpKey(signature.KeyId, now) is { } changed)
        {
            (signer, key) = (renewed, changed);
            fault = signature.Verify(request.Message, request.Body.Span, hasBody: true, key, now);
        }

        if (fault is { } wrong)
        {
            return SignatureRefusal.Of(wrong);
        }

        // 6. Who signed is who speaks.
        if (!string.Equals(claim.Actor, signer.Id, StringComparison.Ordinal))
        {
            return Refuse(GateReason.ActorNotKeyOwner, "The actor is not the owner of the key that signed.");
        }

        // 7. The activity is named by its actor's own host.
        if (!Origin.Same(claim.Id, signer.Id))
        {
            return Refuse(GateReason.IdForeign, "The id of the activity must have the origin of its actor.");
        }

        // 8. Not seen before.
        ReadOnlyMemory<byte> hash = SHA256.HashData(request.Body.Span);
        if (await ports.Seen.FindAsync(claim.Id, token) is { } seen)
        {
            return seen.Span.SequenceEqual(hash.Span)
                ? new GateVerdict.Repeated(claim.Id)
                : Refuse(GateReason.IdReused, "An activity with this id and another content came before.");
        }

        // 9. What it is about is the actor's to speak of.
        var judged = await ownership.JudgeAsync(claim, signer, budget, token);

        // 10. Only from here on may anything be kept.
        return judged.Refusal ?? (GateVerdict)new GateVerdict.Accepted(claim.Activity, judged.Object, request.Body, hash, judged.Signer, signature.Shows(key));
    }

    private static GateVerdict.Refused Refuse(GateReason reason, string detail) => new(reason, detail);
}

/// <summary>What the gate asks of the application; reading only.</summary>
/// <param name="Hosts">Which hosts may knock.</param>
/// <param name="Seen">What came before.</param>
/// <param name="Held">Who owns what is held.</param>
/// <param name="Own">The actors of this server.</param>
public sealed record GatePorts(IHostPolicy Hosts, ISeenActivities Seen, IHeldObjects Held, IOwnActors Own);

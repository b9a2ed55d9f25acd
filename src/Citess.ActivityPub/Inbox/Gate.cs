using System.Security.Cryptography;
using Citess.ActivityPub.Fetching;

namespace Citess.ActivityPub.Inbox;

/// <summary>The ten steps between the network and anything that is kept. Nothing but the cache of actors and the counters changes here.</summary>
public sealed class Gate(SignedRequests requests, RemoteActors actors, GatePorts ports, SafeHttpOptions http, TimeProvider time)
{
    private readonly Ownership ownership = new(actors, ports, http, time);

    /// <summary>The verdict on a body that need not be read to its end, since it is larger than 1 MiB.</summary>
    public static GateVerdict.Refused TooLarge { get; } = new(GateReason.TooLarge, "An activity may have 1 MiB.");

    /// <summary>Judges one POST to an inbox. Throws only when a port does.</summary>
    public async Task<GateVerdict> JudgeAsync(IncomingActivity request, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Counted(await PassAsync(request, new FetchBudget(), token));
    }

    /// <summary>Counts a verdict that was reached before the gate, and gives it back.</summary>
    public static T Counted<T>(T verdict)
        where T : GateVerdict
    {
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

        // 2 to 5. Somebody signed it whose host may knock.
        var signed = await requests.JudgeAsync(request.Message, request.Body, hasBody: true, budget, token);
        if (signed is not SignerVerdict.Known(var signer, var dialect))
        {
            return ((SignerVerdict.Refused)signed).Why;
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

        // 8. Not seen before. What is held of the object is asked for in the same question.
        ReadOnlyMemory<byte> hash = SHA256.HashData(request.Body.Span);
        var about = claim.Object is { } thing ? One.Address(thing) : null;
        var held = await ports.Held.RecallAsync(signer.Id, claim.Id, about, token);
        if (held.Hash is { } seen)
        {
            return seen.Span.SequenceEqual(hash.Span)
                ? new GateVerdict.Repeated(claim.Id)
                : Refuse(GateReason.IdReused, "An activity with this id and another content came before.");
        }

        // 9. What it is about is the actor's to speak of.
        var judged = await ownership.JudgeAsync(claim, signer, new(about, held.Owner), budget, token);

        // 10. Only from here on may anything be kept.
        return judged.Refusal ?? (GateVerdict)new GateVerdict.Accepted(claim.Id, claim.Verb, judged.Object, judged.IsFetched, request.Body, hash, judged.Signer, dialect);
    }

    private static GateVerdict.Refused Refuse(GateReason reason, string detail) => new(reason, detail);
}

/// <summary>What the gate asks of the application; reading only.</summary>
/// <param name="Hosts">Which hosts may knock.</param>
/// <param name="Held">What came before, and who owns what is held.</param>
/// <param name="Own">The actors of this server.</param>
public sealed record GatePorts(IHostPolicy Hosts, IHeldThings Held, IOwnActors Own);

using System.Runtime.CompilerServices;
using Citess.ActivityPub.Discovery;
using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Inbox;
using Citess.ActivityPub.Quirks;
using Citess.ActivityPub.Signatures;
using Citess.ActivityPub.Vocabulary;

namespace Citess.ActivityPub.Delivery;

/// <summary>Which dialect each host gets: what it showed that it takes, and what it took after it refused another.</summary>
/// <remarks>
/// An unknown host gets draft-cavage. The other way round messages would be lost in silence: some servers answer 202 before they
/// verify, so no second try would ever follow.
/// </remarks>
/// <param name="memory">Keeps what is known.</param>
/// <param name="time">The clock.</param>
/// <param name="software">Asks a new host what it runs; without it nobody is asked.</param>
public sealed class PeerDialects(IDialectMemory memory, TimeProvider time, NodeInfoFinder? software = null)
{
    /// <summary>What a host showed of itself is believed for 30 days; it is shown again with each of its requests.</summary>
    public static readonly TimeSpan ShownFor = TimeSpan.FromDays(30);

    /// <summary>What was found out by trying is tried again after 7 days: software is renewed.</summary>
    public static readonly TimeSpan SettledFor = TimeSpan.FromDays(7);

    private static readonly TimeSpan Renewal = TimeSpan.FromDays(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // Refused in both dialects: the fault is another one, and for an hour each request is sent once and not twice.
    private readonly BoundedMemory<bool> refused = new(10_000, TimeSpan.FromHours(1), time);
    // What an actor shows is looked at once for as long as its document is in use, and not with each of its letters.
    private readonly ConditionalWeakTable<RemoteActor, StrongBox<SignatureDialect>> looked = [];
    private readonly BoundedMemory<bool> asked = new(10_000, TimeSpan.FromHours(1), time);

    /// <summary>What a request to this host is signed with; never a dialect for which <paramref name="signer"/> has no key.</summary>
    public async ValueTask<SignatureDialect> ChooseAsync(Origin host, ISigner signer, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(host);
        return await FindAsync(host, token) is { } known ? Signable(known.Dialect, signer) : SignatureDialect.Cavage;
    }

    /// <summary>The dialect for a second try after a refusal of the signature; null when there is no use in one.</summary>
    /// <param name="host">Who refused.</param>
    /// <param name="tried">What it refused.</param>
    /// <param name="acceptSignature">The values of its <c>Accept-Signature</c>, RFC 9421 §5; empty when it has none.</param>
    /// <param name="signer">Who signs.</param>
    public SignatureDialect? Other(Origin host, SignatureDialect tried, IReadOnlyList<string> acceptSignature, ISigner signer)
    {
        ArgumentNullException.ThrowIfNull(host);
        if (refused.TryRecall(host.Url, out _))
        {
            return null;
        }

        // Who asks for what it just got has another reason, and would get draft-cavage for days if it took that by chance.
        var wishes = Wishes(acceptSignature);
        var other = tried == SignatureDialect.Cavage ? Best(wishes) ?? SignatureDialect.Rfc9421Rsa
            : wishes.Count == 0 ? SignatureDialect.Cavage
            : wishes.Contains(tried) ? tried : Best(wishes)!.Value;
        other = Signable(other, signer);
        return other == tried ? null : other;
    }

    /// <summary>A host refused the signature in both dialects.</summary>
    public void RefusedBoth(Origin host)
    {
        ArgumentNullException.ThrowIfNull(host);
        refused.TryRemember(host.Url, true);
    }

    /// <summary>A host refused one dialect and took another. What it shows of itself counts no more for a while when the other asks less of it.</summary>
    public ValueTask SettledAsync(Origin host, SignatureDialect refused, SignatureDialect taken, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(host);
        return memory.KeepAsync(new(host.Authority, taken, IsSettled: taken < refused, time.GetUtcNow()), token);
    }

    /// <summary>A host showed that it takes this dialect: it signed so itself, or said so.</summary>
    public async ValueTask ShownAsync(Origin host, SignatureDialect dialect, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(host);
        var now = time.GetUtcNow();
        var known = await FindAsync(host, token);
        if (dialect == SignatureDialect.Cavage || known is { IsSettled: true } || known?.Dialect > dialect || (known?.Dialect == dialect && now - known.At < Renewal))
        {
            return;
        }

        await memory.KeepAsync(new(host.Authority, dialect, IsSettled: false, now), token);
    }

    /// <summary>An actor of a host says what its software can do, FEP-844e; it must have been fetched at its own address.</summary>
    public ValueTask ShownByAsync(Origin host, Actor actor, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var can = (actor.Generator?.Implements ?? []).Concat(actor.Implements ?? []).ToList();
        return ShownAsync(host, can.Contains(Capabilities.Rfc9421Ed25519) ? SignatureDialect.Rfc9421Ed25519
            : can.Contains(Capabilities.Rfc9421) ? SignatureDialect.Rfc9421Rsa : SignatureDialect.Cavage, token);
    }

    /// <summary>An actor signed a request in this dialect: that it takes it itself, and what its document says.</summary>
    public async ValueTask ShownByAsync(RemoteActor actor, SignatureDialect dialect, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (looked.TryGetValue(actor, out var before) && before.Value >= dialect)
        {
            return;
        }

        await ShownAsync(actor.Origin, dialect, token);
        await ShownByAsync(actor.Origin, actor.Document, token);
        looked.AddOrUpdate(actor, new(dialect));
    }

    /// <summary>
    /// A host of which nothing is known took a request: what it runs is asked once, and the answer kept like all else, also when it is none.
    /// Only then, so that hosts that are gone are not asked for more than they are sent.
    /// </summary>
    public async ValueTask MetAsync(Origin host, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(host);
        if (software is null || await FindAsync(host, token) is not null || !asked.TryRemember(host.Url, true))
        {
            return;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(token);
        patience.CancelAfter(Patience);
        try
        {
            var runs = await software.FindAsync(host, patience.Token);
            await memory.KeepAsync(new(host.Authority, runs is null ? SignatureDialect.Cavage : Mastodon.Takes(runs), IsSettled: false, time.GetUtcNow()), token);
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            // It is asked again in an hour; what it took it took.
        }
    }

    /// <summary>A host asks for signatures by RFC 9421 in an answer.</summary>
    public ValueTask AskedAsync(Origin host, IReadOnlyList<string> acceptSignature, CancellationToken token = default) =>
        Best(Wishes(acceptSignature)) is { } dialect ? ShownAsync(host, dialect, token) : default;

    private async ValueTask<KnownDialect?> FindAsync(Origin host, CancellationToken token) =>
        await memory.FindAsync(host.Authority, token) is { } known && time.GetUtcNow() - known.At < (known.IsSettled ? SettledFor : ShownFor) ? known : null;

    private static SignatureDialect Signable(SignatureDialect dialect, ISigner signer) =>
        dialect == SignatureDialect.Rfc9421Ed25519 && signer.For(KeyAlgorithm.Ed25519) is null ? SignatureDialect.Rfc9421Rsa : dialect;

    private static SignatureDialect? Best(List<SignatureDialect> wishes) => wishes.Count == 0 ? null : wishes.Max();

    /// <summary>The dialects that an <c>Accept-Signature</c> would take; a wish that names no algorithm takes every key that the actor publishes.</summary>
    private static List<SignatureDialect> Wishes(IReadOnlyList<string> acceptSignature)
    {
        var wishes = new List<SignatureDialect>();
        if (acceptSignature.Count > 0 && StructuredReader.TryReadDictionary(acceptSignature, out var members))
        {
            foreach (var wish in members.Values.Where(member => member.Items is not null))
            {
                var algorithm = wish["alg"] is { } named ? named.Text ?? "" : null;
                wishes.AddRange(algorithm is null or "rsa-v1_5-sha256" ? [SignatureDialect.Rfc9421Rsa] : []);
                wishes.AddRange(algorithm is null or "ed25519" ? [SignatureDialect.Rfc9421Ed25519] : []);
            }
        }

        return wishes;
    }
}

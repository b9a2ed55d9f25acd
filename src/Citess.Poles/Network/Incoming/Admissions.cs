using System.Collections.Concurrent;
using Citess.ActivityPub.Inbox;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Network.Visitors;

namespace Citess.Poles.Network.Incoming;

/// <summary>The signature of a request holds, and it is a partner pole's: limits by address are for all others.</summary>
public sealed record VouchedSender(string Authority);

/// <summary>What becomes of a letter that passed the gate.</summary>
internal abstract record Admission(bool IsPartner)
{
    public const string Stranger = "not a partner pole of ours";

    /// <summary>It is kept: whole, or with a <paramref name="Note"/> why nothing comes of it, and then without its body.</summary>
    public sealed record Kept(bool IsPartner, string? Note) : Admission(IsPartner);

    /// <summary>It is more than the sender's share: 429.</summary>
    public sealed record Later(bool IsPartner, TimeSpan After, string Detail) : Admission(IsPartner);

    /// <summary>A visitor's reply in a form in which none is kept: 422.</summary>
    public sealed record Unfit(string Detail) : Admission(IsPartner: false);
}

/// <summary>
/// Behind the gate: whoever has a valid key could else fill the disk. Of what a stranger shares only id and hash are kept, but for
/// a reply to something public of ours and what a feature waits for, and nobody has more kept than a share.
/// </summary>
internal sealed class Admissions(Allowance allowance, ICourierTable couriers, IDocuments documents, VisitorDoor visitors, IEnumerable<IFurtherMatter> matters, TimeProvider clock)
{
    /// <summary>So many of one host may follow; a server with more readers of one pole has a shared one for them.</summary>
    public const int MaxVisitors = 500;

    private const int MaxRemembered = 10_000;
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, DateTimeOffset> known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Refusals> turnedAway = new(StringComparer.Ordinal);

    public async ValueTask<Admission> JudgeAsync(GateVerdict.Accepted letter, CancellationToken stop)
    {
        var authority = letter.Signer.Origin.Authority;
        var isPole = letter.Signer.Document.Kind == Pole.PoleKind;
        var isPartner = isPole && await KnowsAsync(authority, stop);
        if (allowance.Take(authority, isPartner, letter.Length) is { } after)
        {
            await TurnAwayAsync(authority, isPartner, stop);
            return new Admission.Later(isPartner, after, "This is more than one host's share here.");
        }

        if (letter.Verb == Verbs.Follow && !isPole && await IsFullAsync(letter.Signer, stop))
        {
            return new Admission.Later(IsPartner: false, TimeSpan.FromDays(1), "As many actors of this host follow as may.");
        }

        if (!isPole && await visitors.JudgeAsync(letter, stop) is { } reply)
        {
            return reply;
        }

        return new Admission.Kept(isPartner, isPartner || await MattersAsync(letter, stop) ? null : Admission.Stranger);
    }

    /// <summary>
    /// Whom we once sent anything, or asked to connect: its answer may wait here, and what it shares right behind it must
    /// not be taken for a stranger's. Its courier is there before our Follow is sent.
    /// </summary>
    private async ValueTask<bool> KnowsAsync(string relation, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (known.TryGetValue(relation, out var until) && now < until)
        {
            return true;
        }

        if (await couriers.FindAsync(relation, stop) is null)
        {
            return false;
        }

        if (known.Count >= MaxRemembered)
        {
            known.Clear();
        }

        known[relation] = now + Remembered;
        return true;
    }

    /// <summary>Of one that is no partner pole: what makes or ends a relation, what it says of itself, and what takes back what it once gave.</summary>
    private async ValueTask<bool> MattersAsync(GateVerdict.Accepted letter, CancellationToken stop)
    {
        if (letter.Verb is not (Verbs.Create or Verbs.Update or Verbs.Delete or Verbs.Remove or Verbs.Add) || Addresses.Of(letter.Object).FirstOrDefault() is not { } about)
        {
            return true;
        }

        if (about == letter.Signer.Id)
        {
            return await KnowsAsync(PartnerActor.Of(letter.Signer.Document).Relation, stop);
        }

        if (letter.Verb is Verbs.Delete or Verbs.Remove)
        {
            return ForeignKey.TryParse(about, out var key) && await documents.FindAsync(letter.Signer.Origin.Authority, key, stop) is not null;
        }

        foreach (var matter in matters)
        {
            if (await matter.AwaitsAsync(letter, stop))
            {
                return true;
            }
        }

        return false;
    }

    private async ValueTask<bool> IsFullAsync(RemoteActor visitor, CancellationToken stop) =>
        await couriers.VisitorsOfAsync(visitor.Origin.Authority, stop) >= MaxVisitors
        && await couriers.FindAsync(PartnerActor.Of(visitor.Document).Relation, stop) is not { Sees: not null };

    /// <summary>A person is to see it beside the partner; written once a minute, since this is when there is too much to write.</summary>
    private async ValueTask TurnAwayAsync(string authority, bool isPartner, CancellationToken stop)
    {
        if (isPartner && turnedAway.GetOrAdd(authority, static _ => new()).Count(clock.GetUtcNow()) is { } letters)
        {
            await couriers.TurnAwayAsync(authority, letters, clock.GetUtcNow(), stop);
        }
    }

    private sealed class Refusals
    {
        private readonly Lock gate = new();
        private long letters;
        private DateTimeOffset told;

        /// <summary>How many there were since this was last told; null when that was a moment ago.</summary>
        public long? Count(DateTimeOffset now)
        {
            lock (gate)
            {
                letters++;
                if (now - told < Remembered)
                {
                    return null;
                }

                (var count, letters, told) = (letters, 0, now);
                return count;
            }
        }
    }
}

using System.Collections.Immutable;
using Citess.ActivityPub.Logs;

namespace Citess.Poles.Collaborations.Log;

/// <summary>How a pole takes part.</summary>
public enum Taking
{
    Invited,
    Joined,
    Declined,
    Left,
}

/// <summary>One pole of a collaboration.</summary>
public sealed record Member(string Actor, string Role, Taking Taking);

/// <summary>A proposal that another partner be the host, and who agreed to it.</summary>
/// <param name="Hash">The event that proposed it.</param>
/// <param name="Under">Who was host then: under another one the proposal is over.</param>
/// <param name="To">The next host.</param>
/// <param name="By">Who proposed it.</param>
/// <param name="Agreed">Who agreed, the proposer among them.</param>
/// <param name="IsDone">True when it came to pass.</param>
public sealed record HandOver(string Hash, string Under, string To, string By, ImmutableSortedSet<string> Agreed, bool IsDone);

/// <summary>Who takes part and who may do what, after some events, in their order. It follows from them alone.</summary>
public sealed class Membership
{
    private readonly SortedDictionary<string, Member> members = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, HandOver> handOvers = new(StringComparer.Ordinal);

    /// <param name="events">Allowed ones that change who takes part, in their order.</param>
    internal Membership(IEnumerable<SignedEvent> events)
    {
        foreach (var each in events)
        {
            Apply(each);
        }
    }

    public string Host { get; private set; } = "";

    /// <summary>True when not only the host may invite.</summary>
    public bool PartnersInvite { get; private set; }

    public bool IsClosed { get; private set; }

    public IReadOnlyCollection<Member> Members => members.Values;

    public IReadOnlyCollection<HandOver> HandOvers => handOvers.Values;

    public Member? this[string actor] => members.GetValueOrDefault(actor);

    public bool HasJoined(string actor) => this[actor]?.Taking == Taking.Joined;

    /// <summary>Those that have a vote.</summary>
    public IEnumerable<string> Voters => members.Values.Where(each => each.Taking == Taking.Joined && each.Role != PartnerRoles.Observer).Select(each => each.Actor);

    /// <summary>The role that this pole speaks in; null when it has none.</summary>
    public string? RoleOf(string actor) => actor == Host ? PartnerRoles.Host : this[actor]?.Role;

    private void Apply(SignedEvent each)
    {
        var (said, author) = (each.Said, each.Said.Author);
        switch (said.Type)
        {
            case EventTypes.Begin:
                Host = author;
                PartnersInvite = Payload.Text(said.Payload, "invite") == "partners";
                members[author] = new(author, PartnerRoles.Partner, Taking.Joined);
                Invite(said);
                break;
            case EventTypes.Invite:
                Invite(said);
                break;
            case EventTypes.Join or EventTypes.Decline or EventTypes.Leave when this[author] is { } member:
                Turn(member, said.Type);
                break;
            case EventTypes.HandOver:
                handOvers[each.Hash] = new(each.Hash, Host, Payload.Text(said.Payload, "to")!, author, [author], IsDone: false);
                Settle(each.Hash);
                break;
            case EventTypes.Agree when Payload.Text(said.Payload, PayloadForm.Of) is { } of && handOvers.TryGetValue(of, out var proposal):
                handOvers[of] = proposal with { Agreed = proposal.Agreed.Add(author) };
                Settle(of);
                break;
            case EventTypes.Close:
                IsClosed = true;
                break;
        }
    }

    private void Invite(EventDraft said)
    {
        foreach (var (actor, role) in Payload.Partners(said.Payload) ?? [])
        {
            if (!HasJoined(actor))
            {
                members[actor] = new(actor, role, Taking.Invited);
            }
        }
    }

    private void Turn(Member member, string type)
    {
        var taking = type switch
        {
            EventTypes.Join => Taking.Joined,
            EventTypes.Decline => Taking.Declined,
            _ => Taking.Left,
        };
        if (taking != Taking.Left || member.Actor != Host)
        {
            members[member.Actor] = member with { Taking = taking };
        }
    }

    /// <summary>
    /// By the host's own word and the other's consent; or, when the host does not answer any more, by more than half of the
    /// others, the host not counted. What was proposed under an earlier host is over.
    /// </summary>
    private void Settle(string hash)
    {
        var proposal = handOvers[hash];
        if (proposal.IsDone || proposal.Under != Host || !HasJoined(proposal.To) || !proposal.Agreed.Contains(proposal.To))
        {
            return;
        }

        var others = Voters.Where(actor => actor != Host).ToList();
        if (proposal.By == Host || others.Count(proposal.Agreed.Contains) * 2 > others.Count)
        {
            handOvers[hash] = proposal with { IsDone = true };
            Host = proposal.To;
        }
    }
}

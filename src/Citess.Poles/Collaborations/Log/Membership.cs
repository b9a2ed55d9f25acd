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
public sealed record Member(string Actor, string Role, Taking Taking)
{
    /// <summary>In a cycle: what its team speaks, as it said when it joined.</summary>
    public ImmutableArray<string> Languages { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>In a cycle: the ISO 3166 code of where it is, as it said when it joined; empty when it did not.</summary>
    public string Territory { get; init; } = "";
}

/// <summary>A city or an organisation that takes part in a cycle through one of the poles: what it says, that pole signs.</summary>
/// <param name="Id">Hash of the event that invited it.</param>
/// <param name="Name">How it is called.</param>
/// <param name="At">The pole through which it speaks.</param>
/// <param name="Taking">How it takes part.</param>
/// <param name="Languages">What its team speaks.</param>
/// <param name="Territory">The ISO 3166 code of where it is; empty when nobody said.</param>
public sealed record Guest(string Id, string Name, string At, Taking Taking, ImmutableArray<string> Languages, string Territory);

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
    private readonly SortedDictionary<string, Guest> guests = new(StringComparer.Ordinal);
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

    /// <summary>How they work, as the beginning says: <see cref="CycleTypes.Method"/>, or empty.</summary>
    public string Method { get; private set; } = "";

    /// <summary>True when they learn from each other in a cycle.</summary>
    public bool IsCycle => Method == CycleTypes.Method;

    public IReadOnlyCollection<Member> Members => members.Values;

    public IReadOnlyCollection<Guest> Guests => guests.Values;

    public IReadOnlyCollection<HandOver> HandOvers => handOvers.Values;

    public Member? this[string actor] => members.GetValueOrDefault(actor);

    public bool HasJoined(string actor) => this[actor]?.Taking == Taking.Joined;

    /// <summary>Those that have a vote.</summary>
    public IEnumerable<string> Voters => members.Values.Where(each => each.Taking == Taking.Joined && each.Role != PartnerRoles.Observer).Select(each => each.Actor);

    /// <summary>Null when there is none.</summary>
    public Guest? GuestOf(string id) => guests.GetValueOrDefault(id);

    /// <summary>All that have a vote in a cycle: poles by their actors, and guests that joined, while their pole takes part.</summary>
    public IEnumerable<string> Voices => Voters.Concat(guests.Values.Where(each => each.Taking == Taking.Joined && this[each.At] is { Taking: Taking.Joined, Role: not PartnerRoles.Observer }).Select(each => each.Id));

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
                Method = Payload.Text(said.Payload, "method") ?? "";
                members[author] = WithFacts(new(author, PartnerRoles.Partner, Taking.Joined), said);
                Invite(said);
                break;
            case EventTypes.Invite:
                Invite(said);
                break;
            case CycleTypes.Guest:
                guests[each.Hash] = new(each.Hash, Payload.Text(said.Payload, "name")!, Payload.Text(said.Payload, "at")!, Taking.Invited, Payload.Texts(said.Payload, "languages") ?? [], Payload.Text(said.Payload, "territory") ?? "");
                break;
            case EventTypes.Join or EventTypes.Decline or EventTypes.Leave when IsCycle && GuestOf(Payload.Text(said.Payload, CycleForm.For) ?? "") is { } guest:
                guests[guest.Id] = guest with
                {
                    Taking = TakingBy(said.Type),
                    Languages = Payload.Texts(said.Payload, "languages") ?? guest.Languages,
                    Territory = Payload.Text(said.Payload, "territory") ?? guest.Territory,
                };
                break;
            case EventTypes.Join or EventTypes.Decline or EventTypes.Leave when this[author] is { } member:
                Turn(said.Type == EventTypes.Join ? WithFacts(member, said) : member, said.Type);
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
        var taking = TakingBy(type);
        if (taking != Taking.Left || member.Actor != Host)
        {
            members[member.Actor] = member with { Taking = taking };
        }
    }

    private static Taking TakingBy(string type) => type switch
    {
        EventTypes.Join => Taking.Joined,
        EventTypes.Decline => Taking.Declined,
        _ => Taking.Left,
    };

    private static Member WithFacts(Member member, EventDraft said) => member with { Languages = Payload.Texts(said.Payload, "languages") ?? [], Territory = Payload.Text(said.Payload, "territory") ?? "" };

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

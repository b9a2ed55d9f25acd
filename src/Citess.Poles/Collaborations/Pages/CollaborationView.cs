using System.Security.Claims;
using Citess.Poles.Collaborations.Log;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Identity;

namespace Citess.Poles.Collaborations.Pages;

/// <summary>A collaboration as one reader sees it.</summary>
public sealed class CollaborationView
{
    private readonly IReadOnlyDictionary<string, string> names;

    private CollaborationView(HeldCollaboration held, string us, ClaimsPrincipal who, IReadOnlyDictionary<string, string> names)
    {
        (Held, State, Us, this.names) = (held, held.State!, us, names);
        var member = State.Membership[us];
        IsInvited = member?.Taking == Taking.Invited && who.May(Permissions.Connect) && !State.Membership.IsClosed;
        var isIn = member?.Taking == Taking.Joined && !State.Membership.IsClosed && held.Damaged.IsEmpty;
        MayLead = isIn && who.May(Permissions.Connect);
        MayWrite = isIn && member!.Role != PartnerRoles.Observer && who.May(Permissions.Share);
        IsHost = State.Membership.Host == us;
    }

    public HeldCollaboration Held { get; }

    public Collaboration State { get; }

    /// <summary>The actor of this pole.</summary>
    public string Us { get; }

    public bool IsHost { get; }

    public bool IsInvited { get; }

    /// <summary>May bind the pole: sign, hand over, leave.</summary>
    public bool MayLead { get; }

    public bool MayWrite { get; }

    /// <summary>Poles that take part.</summary>
    public IEnumerable<Member> Joined => State.Membership.Members.Where(each => each.Taking == Taking.Joined);

    public static async Task<CollaborationView> OfAsync(HeldCollaboration held, Pole pole, IPoleNames poles, ClaimsPrincipal who)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var actor in held.State!.Membership.Members.Select(each => each.Actor).Concat(held.State.Events.Select(each => each.Event.Said.Author)).Distinct(StringComparer.Ordinal))
        {
            found[actor] = (await poles.OfAsync(actor == pole.ActorAddress ? "" : new Uri(actor).Authority)).Text;
        }

        return new(held, pole.ActorAddress, who, found);
    }

    /// <summary>The name of a pole; its address when it has none here.</summary>
    public string NameOf(string actor) => names.GetValueOrDefault(actor, actor);

    /// <summary>When something was said, by the clock of whoever said it.</summary>
    public DateTimeOffset? TimeOf(Said said) => Held.Events.GetValueOrDefault(said.Event)?.Said.Time;
}

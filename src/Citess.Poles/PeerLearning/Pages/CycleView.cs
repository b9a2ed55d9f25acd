using System.Security.Claims;
using Citess.Poles.Collaborations;
using Citess.Poles.Collaborations.Log;
using Citess.Poles.Collaborations.Pages;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Texts;

namespace Citess.Poles.PeerLearning.Pages;

/// <summary>A cycle as one reader sees it: somebody of a pole, or whoever has the link of a guest.</summary>
public sealed class CycleView
{
    private readonly Func<string, string, IReadOnlyDictionary<string, object>, Task<string>> say;
    private readonly Text words;

    private CycleView(Cycle cycle, CollaborationView whole, Text words, string voice, string back, bool mayBind, bool mayWrite, Func<string, string, IReadOnlyDictionary<string, object>, Task<string>> say)
    {
        (Cycle, Whole, this.words, Voice, Back, this.say) = (cycle, whole, words, voice, back, say);
        var isOpen = !cycle.State.Membership.IsClosed && whole.Held.Damaged.IsEmpty;
        var taking = cycle.VoiceOf(voice)?.Taking;
        IsInvited = taking == Taking.Invited && isOpen && mayBind;
        MayWrite = taking == Taking.Joined && isOpen && mayWrite;
        MayBind = taking == Taking.Joined && isOpen && mayBind;
        IsHost = MayBind && cycle.State.Membership.Host == voice;
        Match = new(() => CycleMatch.Of(cycle));
    }

    public Cycle Cycle { get; }

    /// <summary>The same as a collaboration.</summary>
    public CollaborationView Whole { get; }

    /// <summary>For whom is spoken here.</summary>
    public string Voice { get; }

    /// <summary>Where one is after something was said.</summary>
    public string Back { get; }

    public bool IsInvited { get; }

    /// <summary>May write offers, questions and the like.</summary>
    public bool MayWrite { get; }

    /// <summary>May consent and vote.</summary>
    public bool MayBind { get; }

    /// <summary>May move the cycle on.</summary>
    public bool IsHost { get; }

    /// <summary>Read once, when it is first asked for.</summary>
    public Lazy<CycleMatch> Match { get; }

    public IReadOnlyList<NextStep> Next => MayWrite || IsInvited ? NextStep.Of(Cycle, Voice, IsHost) : [];

    /// <summary>As a person of this pole sees it; null when the collaboration is none.</summary>
    internal static async Task<CycleView?> OfAsync(HeldCollaboration held, Pole pole, IPoleNames poles, ClaimsPrincipal who, CollaborationDesk desk, Text words) => Cycle.Of(held.State) is not { } cycle ? null
        : new(cycle, await CollaborationView.OfAsync(held, pole, poles, who), words, pole.ActorAddress, "cycle/" + held.Id, who.May(Permissions.Connect), who.May(Permissions.Share), (ulid, says, payload) => desk.SayAsync(who, held.Id, ulid, says, payload));

    /// <summary>As a guest sees it that has this link.</summary>
    internal static async Task<CycleView?> OfGuestAsync(HeldCollaboration held, Guest guest, string secret, Pole pole, IPoleNames poles, Guests.GuestLinkDesk links, Text words, CancellationToken stop) => Cycle.Of(held.State) is not { } cycle ? null
        : new(cycle, await CollaborationView.OfAsync(held, pole, poles, new()), words, guest.Id, $"cycle/{held.Id}/guest/{secret}", mayBind: true, mayWrite: true, (ulid, says, payload) => links.SayAsync(held.Id, secret, ulid, says, payload, stop));

    public Task<string> SayAsync(string ulid, string says, IReadOnlyDictionary<string, object> payload) => say(ulid, says, payload);

    /// <summary>The name of a pole, or of a guest with the pole that signs for it.</summary>
    public string NameOf(string voice) => Cycle.VoiceOf(voice) is { Name: { } name } guest ? words["cycle.through", name, Whole.NameOf(guest.At)] : Whole.NameOf(voice);

    /// <summary>Names in one line.</summary>
    public string NamesOf(IEnumerable<string> voices) => string.Join(" · ", voices.Select(NameOf));

    /// <summary>True for what somebody wants, false for a challenge, which is a little want of all.</summary>
    public bool IsWant(string need) => Cycle.Find(CycleMatch.ThingOf(need))?.Type == CycleTypes.Want;

    /// <summary>Whether something was made by whoever reads this.</summary>
    public bool IsOwn(Thing thing)
    {
        ArgumentNullException.ThrowIfNull(thing);
        return MayWrite && thing.Speaker == Voice;
    }
}

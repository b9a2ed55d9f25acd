using System.Collections.Immutable;
using Citess.Poles.Collaborations.Log;

namespace Citess.Poles.PeerLearning;

/// <summary>Whoever has a vote in a cycle, or is invited to it.</summary>
/// <param name="Id">The actor of a pole, or the hash of the event that invited a guest.</param>
/// <param name="Name">Of a guest; null for a pole, which says itself how it is called.</param>
/// <param name="At">The pole that signs what it says: itself, unless it is a guest.</param>
/// <param name="Taking">How it takes part.</param>
/// <param name="Languages">What its team speaks.</param>
/// <param name="Territory">ISO 3166 code; empty when nobody said.</param>
public sealed record Voice(string Id, string? Name, string At, Taking Taking, ImmutableArray<string> Languages, string Territory)
{
    public bool IsGuest => Name is not null;
}

/// <summary>A group with what its members said of it as it is now.</summary>
/// <param name="Thing">What was written of it.</param>
/// <param name="Members">Voices.</param>
/// <param name="Seal">What a word of theirs binds to.</param>
public sealed record LearningGroup(Thing Thing, ImmutableArray<string> Members, string Seal)
{
    /// <summary>True and false for yes and no; null as long as a member said nothing of the group as it is now.</summary>
    public bool? WordOf(string voice) => Thing.Answers.GetValueOrDefault(voice) is { } answer && answer.EndsWith(" " + Seal, StringComparison.Ordinal) ? answer.StartsWith("yes ", StringComparison.Ordinal) : null;

    /// <summary>With the consent of each of its members, and while nothing of it is disputed.</summary>
    public bool Stands => !Thing.IsConflict && Members.All(member => WordOf(member) == true);
}

/// <summary>A vote over showcases.</summary>
/// <param name="Thing">What was put.</param>
/// <param name="Most">How many may be chosen.</param>
/// <param name="Tally">As the votes stand that are here.</param>
/// <param name="Chosen">What was counted; empty while the vote is open.</param>
public sealed record CycleVote(Thing Thing, int Most, Tally Tally, ImmutableArray<string> Chosen)
{
    public bool IsOpen => Chosen.IsEmpty;
}

/// <summary>A collaboration read as a cycle of peer learning: the same for everyone who holds the same log.</summary>
public sealed class Cycle
{
    private readonly Lazy<Dictionary<string, Thing>> things;

    private Cycle(Collaboration state)
    {
        State = state;
        things = new(() => state.Things.ToDictionary(thing => thing.Id, StringComparer.Ordinal));
        var membership = state.Membership;
        Voices =
        [
            .. membership.Members.Where(each => each.Role != PartnerRoles.Observer).Select(each => new Voice(each.Actor, null, each.Actor, each.Taking, each.Languages, each.Territory)),
            .. membership.Guests.Select(each => new Voice(each.Id, each.Name, each.At, membership.HasJoined(each.At) ? each.Taking : Taking.Left, each.Languages, each.Territory)),
        ];
        Groups = [.. Of(CycleTypes.Group).Select(Group)];
        Votes = [.. Of(CycleTypes.Ballot).Select(Vote)];
    }

    public Collaboration State { get; }

    /// <summary>One of <see cref="CycleTypes.Phases"/>.</summary>
    public string Phase => State.Things.First(thing => thing.Id == State.Id)["phase"];

    /// <summary>Poles in the order of their addresses, then guests.</summary>
    public ImmutableArray<Voice> Voices { get; }

    /// <summary>Those that take part.</summary>
    public IEnumerable<Voice> Joined => Voices.Where(each => each.Taking == Taking.Joined);

    /// <summary>All that were not dropped, whether they stand or not.</summary>
    public ImmutableArray<LearningGroup> Groups { get; }

    public ImmutableArray<CycleVote> Votes { get; }

    /// <summary>The ways to make groups that were proposed last; empty when none were.</summary>
    public ImmutableArray<ImmutableArray<ImmutableArray<string>>> Alternatives =>
        Of(CycleTypes.Groups).LastOrDefault() is { } proposed ? CycleForm.Alternatives(System.Text.Json.JsonElement.Parse(proposed["alternatives"])) : [];

    /// <summary>Null when this collaboration is none.</summary>
    public static Cycle? Of(Collaboration? state) => state?.Membership.IsCycle == true ? new(state) : null;

    /// <summary>What stands of a type: neither removed nor dropped.</summary>
    public IEnumerable<Thing> Of(string type) => State.Of(type).Where(thing => thing["status"] is not ("removed" or "dropped"));

    public Thing? Find(string id) => things.Value.GetValueOrDefault(id);

    public Voice? VoiceOf(string id) => Voices.FirstOrDefault(each => each.Id == id);

    /// <summary>Those that back a question.</summary>
    public IEnumerable<string> BackersOf(Thing question) => question.Answers.Where(answer => answer.Value == "yes" && VoiceOf(answer.Key)?.Taking == Taking.Joined).Select(answer => answer.Key);

    private static LearningGroup Group(Thing thing)
    {
        ImmutableArray<string> members = [.. thing["members"].Split('\n')];
        return new(thing, members, GroupSeal.Of(thing["title"], members));
    }

    private CycleVote Vote(Thing thing)
    {
        var most = thing["most"][0] - '0';
        var votes = Joined.Where(voice => thing.Votes.ContainsKey(voice.Id)).Select(voice => thing.Votes[voice.Id].Split('\n')).ToList();
        return new(thing, most, Tally.Of(thing["choices"].Split('\n'), most, votes), thing[Registers.Chosen] is { Length: > 0 } chosen ? [.. chosen.Split('\n')] : []);
    }
}

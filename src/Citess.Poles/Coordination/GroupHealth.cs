using System.Collections.Immutable;
using Citess.ActivityPub.Logs;
using Citess.Poles.Collaborations;
using Citess.Poles.Collaborations.Log;
using Citess.Poles.PeerLearning;

namespace Citess.Poles.Coordination;

/// <summary>How far a group of a cycle is, by what its members said and did; the phase that the cycle is in is not asked.</summary>
public enum GroupStage
{
    /// <summary>There are two versions of it.</summary>
    Disputed,

    /// <summary>A member does not want it as it is.</summary>
    Declined,

    /// <summary>A member takes part no more.</summary>
    Gone,

    /// <summary>Not all members have answered.</summary>
    Asked,

    /// <summary>All said yes.</summary>
    Study,

    /// <summary>A member shows something.</summary>
    Showcase,

    /// <summary>All members voted, or the votes were counted.</summary>
    Voted,

    /// <summary>A member tries something.</summary>
    Experiment,

    /// <summary>A member brought something to its end, or wrote what it learned.</summary>
    Result,
}

/// <summary>What a group waits for.</summary>
public enum GroupWait
{
    Choice,
    Regroup,
    Answer,
    Showcase,
    Ballot,
    Vote,
    Count,
    Experiment,
    End,
    Learned,
    Nothing,
}

/// <summary>How a group of a peer-learning cycle goes, as it stands in this database.</summary>
/// <param name="Cycle">The cycle.</param>
/// <param name="Group">The group.</param>
/// <param name="Stage">How far it is.</param>
/// <param name="Wait">What it waits for.</param>
/// <param name="On">The voices whose turn it is.</param>
/// <param name="Since">Since when it waits: of a trial that is overdue, since its day; of a group at work, since it was last heard of.</param>
/// <param name="LastLife">When a member last said something in the cycle.</param>
public sealed record GroupHealth(Cycle Cycle, LearningGroup Group, GroupStage Stage, GroupWait Wait, ImmutableArray<string> On, DateTimeOffset Since, DateTimeOffset LastLife)
{
    /// <summary>How many that take part said yes to it as it is.</summary>
    public int Agreed => Group.Members.Count(member => Group.WordOf(member) == true && Cycle.VoiceOf(member)?.Taking == Taking.Joined);

    /// <summary>True when what it waits for has a day that is still to come.</summary>
    public bool IsNotYetDue { get; init; }

    /// <summary>The groups of a cycle that goes on and that this pole has a part in; none of any other collaboration.</summary>
    public static IEnumerable<GroupHealth> Of(HeldCollaboration held, string us, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(held);
        return Cycle.Of(held.State) is { Groups.IsEmpty: false } cycle && !cycle.State.Membership.IsClosed && cycle.State.Membership[us]?.Taking is Taking.Invited or Taking.Joined
            ? new Reading(cycle, held, now).All() : [];
    }

    /// <summary>What stalls first: whoever has waited longest, behind them those whose day is still to come, and last those that wait for nothing.</summary>
    public static IEnumerable<GroupHealth> InOrder(IEnumerable<GroupHealth> all) =>
        all.OrderBy(each => each.Wait == GroupWait.Nothing).ThenBy(each => each.IsNotYetDue).ThenBy(each => each.Since).ThenBy(each => each.LastLife).ThenBy(each => each.Group.Thing.Id, StringComparer.Ordinal);

    /// <summary>One cycle, its log gone through once whatever the number of groups.</summary>
    private sealed class Reading
    {
        private readonly Cycle cycle;
        private readonly DateTimeOffset now;
        private readonly Dictionary<string, DateTimeOffset> times = new(StringComparer.Ordinal);
        private readonly Dictionary<string, DateTimeOffset> lastWords = new(StringComparer.Ordinal);
        private readonly Dictionary<string, DateTimeOffset> invitations = new(StringComparer.Ordinal);
        private readonly Dictionary<(string Group, string Voice), DateTimeOffset> answers = [];

        public Reading(Cycle cycle, HeldCollaboration held, DateTimeOffset now)
        {
            (this.cycle, this.now) = (cycle, now);
            foreach (var (made, reason) in cycle.State.Events)
            {
                // By the clock of its author, which may be wrong: but after all that it had seen, and before it came here.
                var time = Earlier(held.Arrived[made.Hash], made.Parents.Select(parent => times[parent]).Append(made.Said.Time).Max());
                times[made.Hash] = time;
                if (reason is null)
                {
                    Take(made.Said, time);
                }
            }
        }

        private void Take(EventDraft said, DateTimeOffset time)
        {
            var voice = CycleRules.Speaker(said);
            lastWords[voice] = Later(lastWords.GetValueOrDefault(voice), time);
            if (said.Type == CycleTypes.Consent)
            {
                answers[(Payload.Text(said.Payload, PayloadForm.Of)!, voice)] = time;
            }
            else if (said.Type == EventTypes.Invite)
            {
                foreach (var (actor, _) in Payload.Partners(said.Payload) ?? [])
                {
                    invitations[actor] = time;
                }
            }
        }

        public IEnumerable<GroupHealth> All() => cycle.Groups.Select(group =>
        {
            var asked = AskedOn(group);
            var life = group.Members.Select(LastWordOf).DefaultIfEmpty(asked).Max();
            var (stage, wait, on, since) = Before(group, asked) ?? After(group, asked, group.Members.Max(member => answers.GetValueOrDefault((group.Thing.Id, member), asked)), life);
            return new GroupHealth(cycle, group, stage, wait, [.. on], since, life) { IsNotYetDue = wait == GroupWait.End && DueOf(Made(group, CycleTypes.Experiment)) > now };
        });

        /// <summary>As long as it does not stand; null when it does.</summary>
        private (GroupStage, GroupWait, IEnumerable<string>, DateTimeOffset)? Before(LearningGroup group, DateTimeOffset asked)
        {
            string[] host = [cycle.State.Membership.Host];
            var no = group.Members.Where(member => group.WordOf(member) == false).ToList();
            var gone = group.Members.Where(member => TakingOf(member) is not (Taking.Joined or Taking.Invited)).ToList();
            var silent = group.Members.Where(member => group.WordOf(member) is null || TakingOf(member) == Taking.Invited).ToList();
            return group.Thing.IsConflict ? (GroupStage.Disputed, GroupWait.Choice, host, asked)
                : no.Count > 0 ? (GroupStage.Declined, GroupWait.Regroup, host, no.Min(member => answers[(group.Thing.Id, member)]))
                : gone.Count > 0 ? (GroupStage.Gone, GroupWait.Regroup, host, gone.Min(LastWordOf))
                : silent.Count > 0 ? (GroupStage.Asked, GroupWait.Answer, silent, silent.Min(member => Later(asked, InvitedOn(member))))
                : null;
        }

        /// <summary>Once it stands. What a member shows or tries counts in each of its groups: the log does not say in which it did.</summary>
        private (GroupStage, GroupWait, IEnumerable<string>, DateTimeOffset) After(LearningGroup group, DateTimeOffset asked, DateTimeOffset stands, DateTimeOffset life)
        {
            var heard = Later(stands, life);
            var (shown, tried, learned) = (Made(group, CycleTypes.Showcase), Made(group, CycleTypes.Experiment), Made(group, CycleTypes.Learned));
            var done = tried.Where(thing => thing["status"] == "done").ToList();
            if (learned.Count > 0 || done.Count > 0)
            {
                return learned.Count > 0 ? (GroupStage.Result, GroupWait.Nothing, [], heard) : (GroupStage.Result, GroupWait.Learned, Speakers(done), heard);
            }

            if (tried.Count > 0)
            {
                return (GroupStage.Experiment, GroupWait.End, Speakers(tried), DueOf(tried) is { } due && due <= now ? due : heard);
            }

            // A vote that was over before there was the group is that of an earlier round.
            var vote = cycle.Votes.LastOrDefault(each => each.IsOpen || CountedOn(each) >= times[group.Thing.Id]);
            var missing = vote is { IsOpen: true } ? group.Members.Where(member => !vote.Thing.Votes.ContainsKey(member)).ToList() : [];
            string[] host = [cycle.State.Membership.Host];
            return vote is { IsOpen: false } ? (GroupStage.Voted, GroupWait.Experiment, [], Later(heard, CountedOn(vote)))
                : vote is not null && missing.Count == 0 ? Counting(vote, host, heard)
                : vote is not null ? (shown.Count > 0 ? GroupStage.Showcase : GroupStage.Study, GroupWait.Vote, missing, times[vote.Thing.Id])
                : shown.Count > 0 ? (GroupStage.Showcase, GroupWait.Ballot, host, heard)
                : (GroupStage.Study, GroupWait.Showcase, [], heard);
        }

        /// <summary>Once the group has voted. Only what more than half voted on, and what has somebody chosen, can be counted; where all stand equal, another vote must follow.</summary>
        private (GroupStage, GroupWait, IEnumerable<string>, DateTimeOffset) Counting(CycleVote vote, IEnumerable<string> host, DateTimeOffset heard)
        {
            var others = cycle.Joined.Select(voice => voice.Id).Where(voice => !vote.Thing.Votes.ContainsKey(voice)).ToList();
            return vote.Tally.Votes * 2 > cycle.Joined.Count() && !vote.Tally.Chosen.IsEmpty ? (GroupStage.Voted, GroupWait.Count, host, heard)
                : others.Count > 0 ? (GroupStage.Voted, GroupWait.Vote, others, times[vote.Thing.Id])
                : (GroupStage.Voted, GroupWait.Ballot, host, heard);
        }

        /// <summary>With another topic or another member all are asked anew.</summary>
        private DateTimeOffset AskedOn(LearningGroup group) => group.Thing.Fields.Values.Where(field => field.Name is "title" or "members").SelectMany(field => field.Versions).Max(version => times[version.Event]);

        private DateTimeOffset CountedOn(CycleVote vote) => times[vote.Thing.Fields[Registers.Chosen].Versions[0].Event];

        /// <summary>Of a guest whose pole left, the last word of that pole.</summary>
        private DateTimeOffset LastWordOf(string voice) => cycle.VoiceOf(voice) is { IsGuest: true } guest && !cycle.State.Membership.HasJoined(guest.At)
            ? Later(lastWords.GetValueOrDefault(voice), lastWords.GetValueOrDefault(guest.At)) : lastWords.GetValueOrDefault(voice);

        /// <summary>What a member made before there was the group is of an earlier round.</summary>
        private List<Thing> Made(LearningGroup group, string type) => [.. cycle.Of(type).Where(thing => group.Members.Contains(thing.Speaker) && times[thing.Id] >= times[group.Thing.Id])];

        private static DateTimeOffset? DueOf(IEnumerable<Thing> tried) => tried.Select(thing => CollaborationHealth.Day(thing["due"])).Min();

        /// <summary>A guest whose pole left and is invited again is asked with it.</summary>
        private Taking TakingOf(string voice) => cycle.VoiceOf(voice) is not { } known ? Taking.Left
            : cycle.State.Membership.GuestOf(voice) is { Taking: Taking.Joined } guest && cycle.State.Membership[guest.At]?.Taking == Taking.Invited ? Taking.Invited : known.Taking;

        private DateTimeOffset InvitedOn(string voice) => invitations.GetValueOrDefault(cycle.VoiceOf(voice)?.At ?? voice);

        private static IEnumerable<string> Speakers(IEnumerable<Thing> things) => things.Select(thing => thing.Speaker).Distinct(StringComparer.Ordinal);

        private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

        private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
    }
}

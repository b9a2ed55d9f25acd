using Citess.Poles.Collaborations.Log;

namespace Citess.Poles.PeerLearning;

/// <summary>Something that a voice is waited for.</summary>
/// <param name="Key">Its words stand under <c>cycle.next.</c>.</param>
/// <param name="Section">Where on the page it is done.</param>
public sealed record NextStep(string Key, string Section)
{
    /// <summary>What is next for a voice, the most pressing first. For the host, also what moves the cycle on.</summary>
    public static IReadOnlyList<NextStep> Of(Cycle cycle, string voice, bool isHost)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        if (cycle.State.Membership.IsClosed || cycle.VoiceOf(voice) is not { } own)
        {
            return [];
        }

        return own.Taking switch
        {
            Taking.Invited => [new("join", "joining")],
            Taking.Joined => [.. Member(cycle, voice), .. isHost ? Host(cycle) : []],
            _ => [],
        };
    }

    private static IEnumerable<NextStep> Member(Cycle cycle, string voice)
    {
        var phase = CycleTypes.Phases.IndexOf(cycle.Phase);
        if (cycle.Groups.Any(group => group.Members.Contains(voice) && group.WordOf(voice) is null))
        {
            yield return new("consent", "groups");
        }

        if (cycle.Votes.Any(vote => vote.IsOpen && !vote.Thing.Votes.ContainsKey(voice)))
        {
            yield return new("choose", "vote");
        }

        if (phase <= 1 && !cycle.Of(CycleTypes.Offer).Any(thing => thing.Speaker == voice))
        {
            yield return new("offer", "exchange");
        }

        if (phase <= 1 && !cycle.Of(CycleTypes.Want).Any(thing => thing.Speaker == voice))
        {
            yield return new("want", "exchange");
        }

        if (cycle.Of(CycleTypes.Question).Any(question => question.Speaker != voice && !question.Answers.ContainsKey(voice)) && phase <= 3)
        {
            yield return new("back", "questions");
        }

        if (cycle.Phase == "showcase" && !cycle.Of(CycleTypes.Showcase).Any(thing => thing.Speaker == voice))
        {
            yield return new("showcase", "showcase");
        }

        if (cycle.Of(CycleTypes.Experiment).Any(thing => thing.Speaker == voice && thing["status"] == "done" && !cycle.Of(CycleTypes.Learned).Any(learned => learned["experiment"] == thing.Id)))
        {
            yield return new("learned", "experiments");
        }
    }

    private static IEnumerable<NextStep> Host(Cycle cycle)
    {
        if (cycle.Phase is "challenges" or "groups" && cycle.Groups.IsEmpty && cycle.Of(CycleTypes.Offer).Skip(1).Any())
        {
            yield return new("groups", "groups");
        }

        if (cycle.Groups.Any(group => group.Members.Any(member => group.WordOf(member) == false)))
        {
            yield return new("declined", "groups");
        }

        if (cycle.Votes.Any(vote => vote.IsOpen && vote.Tally.Votes == cycle.Joined.Count() && !vote.Tally.Chosen.IsEmpty))
        {
            yield return new("count", "vote");
        }
        else if (cycle.Phase is "vote" && cycle.Votes.IsEmpty)
        {
            yield return new("ballot", "vote");
        }

        if (CycleTypes.Phases.IndexOf(Reached(cycle)) > CycleTypes.Phases.IndexOf(cycle.Phase))
        {
            yield return new("move", "next");
        }
    }

    /// <summary>How far the members are by what they did, whatever the host said.</summary>
    private static string Reached(Cycle cycle) =>
        cycle.Of(CycleTypes.Learned).Any() && cycle.Votes.Any(vote => !vote.IsOpen) ? "results"
        : cycle.Votes.Any(vote => !vote.IsOpen) ? "experiment"
        : !cycle.Votes.IsEmpty ? "vote"
        : cycle.Groups.Any(group => group.Stands) && cycle.Groups.All(group => group.Members.All(member => group.WordOf(member) is not null)) ? "study"
        : !cycle.Groups.IsEmpty ? "groups"
        : "challenges";
}

using System.Collections.Immutable;
using Citess.Poles.Collaborations;
using Citess.Poles.Collaborations.Log;
using Citess.Poles.Coordination;
using Citess.Poles.PeerLearning;
using Citess.Poles.Tests.PeerLearning;
using Xunit;
using Voice = Citess.Poles.Tests.Collaborations.Log.Voice;

namespace Citess.Poles.Tests.Coordination;

/// <summary>What is said in a cycle day by day, and how its groups go as Mahdia holds it.</summary>
internal static class LearningGroups
{
    /// <summary>When what was said by a clock that is wrong came to Mahdia; all else came at once.</summary>
    public static readonly DateTimeOffset Arrival = Voice.Day.AddYears(1);

    /// <summary>A group of Kasserine and Barcelona, to which both said yes.</summary>
    public static LearningGroup Agreed(LearningTrio trio)
    {
        var group = trio.Group("Femmes rurales", trio.Kasserine, trio.Barcelona.Actor);
        Answer(trio, trio.SidiBouzid, group, "yes", trio.Kasserine);
        Answer(trio, trio.Barcelona, group, "yes");
        return group;
    }

    public static (GroupStage Stage, GroupWait Wait, int Days) In(LearningTrio trio) => Of(trio)[0] is var health ? (health.Stage, health.Wait, (health.Since - Voice.Day).Days) : default;

    public static List<GroupHealth> Of(LearningTrio trio) => [.. GroupHealth.InOrder(GroupHealth.Of(Held(trio.Mahdia), trio.Mahdia.Actor, trio.Mahdia.Now))];

    public static HeldCollaboration Held(Voice voice) => new(
        voice.Log, voice.Held.ToImmutableDictionary(StringComparer.Ordinal), voice.Held.ToImmutableDictionary(each => each.Key, each => each.Value.Said.Time >= Voice.Day && each.Value.Said.Time < Arrival ? each.Value.Said.Time : Arrival, StringComparer.Ordinal), [], 1);

    public static void At(LearningTrio trio, int day)
    {
        foreach (var each in trio.All)
        {
            each.Now = Voice.Day.AddDays(day);
        }
    }

    public static void Answer(LearningTrio trio, Voice voice, LearningGroup group, string answer, string? guest = null) =>
        Say(trio, voice, CycleTypes.Consent, guest is null ? new { of = group.Thing.Id, seal = group.Seal, answer } : new { of = group.Thing.Id, seal = group.Seal, answer, @for = guest });

    public static string Say(LearningTrio trio, Voice voice, string says, object payload)
    {
        var said = voice.Say(says, payload);
        trio.Meet();
        Assert.Null(trio.Mahdia.ReasonOf(said));
        return said.Hash;
    }
}

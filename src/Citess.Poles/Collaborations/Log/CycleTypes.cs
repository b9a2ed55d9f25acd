using System.Collections.Immutable;

namespace Citess.Poles.Collaborations.Log;

/// <summary>What can be said beside in a collaboration whose method is peer learning.</summary>
public static class CycleTypes
{
    /// <summary>The method that a beginning names.</summary>
    public const string Method = "peer-learning";

    /// <summary>A city or an organisation without a server takes part through one of the poles.</summary>
    public const string Guest = "guest";

    /// <summary>Where the cycle stands; made by its beginning.</summary>
    public const string Cycle = "cycle";
    public const string Challenge = "challenge";
    public const string Offer = "offer";
    public const string Want = "want";

    /// <summary>Ways in which all could be put into groups.</summary>
    public const string Groups = "groups";

    /// <summary>One group: it stands when each of its members said so.</summary>
    public const string Group = "group";

    /// <summary>A member's word on being in a group, as it is now.</summary>
    public const string Consent = "consent";
    public const string Question = "question";

    /// <summary>Backs a question, or does so no more.</summary>
    public const string Back = "back";
    public const string Showcase = "showcase";

    /// <summary>Puts showcases to the vote.</summary>
    public const string Ballot = "ballot";
    public const string Choose = "choose";

    /// <summary>Ends a vote and says what was chosen.</summary>
    public const string Count = "count";
    public const string Experiment = "experiment";

    /// <summary>What came of it: a practice or a lesson.</summary>
    public const string Learned = "learned";

    /// <summary>Where a cycle can stand, in this order.</summary>
    public static ImmutableArray<string> Phases { get; } = ["challenges", "groups", "study", "showcase", "vote", "experiment", "results"];

    /// <summary>All of them.</summary>
    internal static ImmutableHashSet<string> All { get; } = [Guest, Cycle, Challenge, Offer, Want, Groups, Group, Consent, Question, Back, Showcase, Ballot, Choose, Count, Experiment, Learned];

    /// <summary>Those that make a thing, or change one.</summary>
    internal static ImmutableHashSet<string> Things { get; } = [Cycle, Challenge, Offer, Want, Groups, Group, Question, Showcase, Ballot, Experiment, Learned];

    /// <summary>The host's to say.</summary>
    internal static ImmutableHashSet<string> OfHost { get; } = [Cycle, Groups, Group, Ballot, Count];

    /// <summary>What a pole may say for a guest of its own.</summary>
    internal static ImmutableHashSet<string> OfGuests { get; } =
        [EventTypes.Join, EventTypes.Decline, EventTypes.Leave, Challenge, Offer, Want, Consent, Question, Back, Showcase, Choose, Experiment, Learned];
}

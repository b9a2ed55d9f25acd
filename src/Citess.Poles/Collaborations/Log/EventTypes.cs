using System.Collections.Immutable;

namespace Citess.Poles.Collaborations.Log;

/// <summary>What can be said in a collaboration.</summary>
public static class EventTypes
{
    public const string Begin = "begin";
    public const string Invite = "invite";
    public const string Join = "join";
    public const string Decline = "decline";
    public const string Leave = "leave";

    /// <summary>One clause of what was agreed: a new one, other words for one, or its end.</summary>
    public const string Terms = "terms";

    /// <summary>Signs clauses, each by the hash of its words.</summary>
    public const string Sign = "sign";
    public const string Milestone = "milestone";
    public const string Task = "task";
    public const string Meeting = "meeting";
    public const string Minutes = "minutes";
    public const string Document = "document";

    /// <summary>Puts a question with its options.</summary>
    public const string Propose = "propose";
    public const string Vote = "vote";

    /// <summary>Records how a question was decided.</summary>
    public const string Decide = "decide";
    public const string Result = "result";

    /// <summary>Proposes that another partner be the host.</summary>
    public const string HandOver = "handover";

    /// <summary>Agrees to such a proposal.</summary>
    public const string Agree = "agree";
    public const string Close = "close";

    /// <summary>Those that change who takes part and who may do what.</summary>
    internal static ImmutableHashSet<string> Standing { get; } = [Begin, Invite, Join, Decline, Leave, HandOver, Agree, Close, CycleTypes.Guest];

    /// <summary>Those that make a thing, or change one.</summary>
    internal static ImmutableHashSet<string> Things { get; } = [Terms, Milestone, Task, Meeting, Minutes, Document, Propose, Result, .. CycleTypes.Things];
}

using System.Collections.Immutable;
using System.Globalization;
using Citess.Poles.Collaborations;
using Citess.Poles.Collaborations.Log;

namespace Citess.Poles.Coordination;

/// <summary>Why somebody should look at a collaboration.</summary>
public enum WaitingFor
{
    /// <summary>A pole that was invited has not answered.</summary>
    Answer,

    /// <summary>Two wrote without seeing each other, and nobody chose.</summary>
    Choice,

    /// <summary>A question is not decided.</summary>
    Decision,

    /// <summary>A task or milestone is past its day.</summary>
    Work,

    /// <summary>Events are cited that did not come here.</summary>
    Events,

    /// <summary>Events were altered in the database of this pole.</summary>
    Repair,

    /// <summary>Nobody has said anything for long.</summary>
    Word,
}

/// <summary>Something that waits, and since when.</summary>
/// <param name="For">For what.</param>
/// <param name="Since">Since when.</param>
/// <param name="Of">Actor of a pole, or the title of a thing; empty when there is none.</param>
public sealed record Waiting(WaitingFor For, DateTimeOffset Since, string Of);

/// <summary>How a collaboration goes, as it stands in this database.</summary>
/// <param name="State">What follows from its log.</param>
/// <param name="LastWord">When the last event was said.</param>
/// <param name="LastBy">Actor that said it.</param>
/// <param name="Waits">What waits, the longest first.</param>
public sealed record CollaborationHealth(Collaboration State, DateTimeOffset LastWord, string LastBy, ImmutableArray<Waiting> Waits)
{
    private static readonly TimeSpan Long = TimeSpan.FromDays(30);

    /// <summary>Null of one that is closed, or that this pole has no part in.</summary>
    public static CollaborationHealth? Of(HeldCollaboration held, string us, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(held);
        if (held.State is not { Events.Length: > 0 } state || state.Membership.IsClosed || state.Membership[us]?.Taking is not (Taking.Invited or Taking.Joined))
        {
            return null;
        }

        var last = state.Events.MaxBy(each => each.Event.Said.Time)!.Event.Said;
        IEnumerable<Waiting> waits =
        [
            .. state.Membership.Members.Where(member => member.Taking == Taking.Invited).Select(member => new Waiting(WaitingFor.Answer, InvitedOn(state, member.Actor), member.Actor)),
            .. state.Conflicts.Select(thing => new Waiting(WaitingFor.Choice, thing.Fields.Values.Where(field => field.IsConflict).SelectMany(field => field.Versions).Max(version => held.Arrived[version.Event]), TitleOf(thing))),
            .. state.Of(EventTypes.Propose).Where(question => !question.Fields.ContainsKey(Registers.Decision)).Select(question => new Waiting(WaitingFor.Decision, held.Events[question.Id].Said.Time, TitleOf(question))),
            .. state.Of(EventTypes.Task).Concat(state.Of(EventTypes.Milestone)).Where(thing => thing["status"] is "" or "open" or "doing").Select(thing => (Thing: thing, Due: Day(thing["due"]))).Where(each => each.Due < now)
                .Select(each => new Waiting(WaitingFor.Work, each.Due!.Value, TitleOf(each.Thing))),
            .. state.Missing.Length > 0 ? [new(WaitingFor.Events, state.Waiting.Select(each => held.Arrived[each.Hash]).DefaultIfEmpty(now).Min(), "")] : Array.Empty<Waiting>(),
            .. held.Damaged.Length > 0 ? [new(WaitingFor.Repair, last.Time, "")] : Array.Empty<Waiting>(),
            .. now - last.Time > Long ? [new(WaitingFor.Word, last.Time, last.Author)] : Array.Empty<Waiting>(),
        ];
        return new(state, last.Time, last.Author, [.. waits.OrderBy(each => each.Since)]);
    }

    private static DateTimeOffset InvitedOn(Collaboration state, string actor) => state.Events
        .Where(each => each.Reason is null && each.Event.Said.Type is EventTypes.Begin or EventTypes.Invite && Payload.Partners(each.Event.Said.Payload) is { } partners && partners.Any(partner => partner.Actor == actor))
        .Max(each => each.Event.Said.Time);

    private static string TitleOf(Thing thing) => thing["title"] is { Length: > 0 } title ? title : thing["text"];

    /// <summary>A day is past when it is over.</summary>
    internal static DateTimeOffset? Day(string day) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var due) && due < DateOnly.MaxValue ? new(due.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero) : null;
}

using System.ComponentModel;
using System.Text.Json;
using Citess.ActivityPub.Logs;
using Citess.Poles.Collaborations.Log;

namespace Citess.Poles.Collaborations;

/// <summary>One collaboration in a list.</summary>
public sealed record CollaborationLine(string Id, string Name, string Language, string Host, bool IsClosed, [property: Description("invited, joined, declined or left")] Taking? Taking, int Events, int Conflicts);

/// <summary>A collaboration as it follows from its log here.</summary>
public sealed record CollaborationReport
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Purpose { get; init; }

    public required string Language { get; init; }

    [Description("The actor of the pole that is host now.")]
    public required string Host { get; init; }

    public required IReadOnlyCollection<Member> Partners { get; init; }

    [Description("How they work: peer-learning, or null.")]
    public string? Method { get; init; }

    [Description("Cities and organisations that take part through one of the poles, which signs what they say.")]
    public required IReadOnlyCollection<Guest> Guests { get; init; }

    public required IReadOnlyCollection<HandOver> HandOvers { get; init; }

    [Description("Hash of all clauses as they stand: what a pole that joins agrees to.")]
    public required string Terms { get; init; }

    [Description("Clauses, tasks, milestones, meetings, minutes, documents, questions, results. A field with several versions is a conflict: whoever has seen them all says which holds.")]
    public required IReadOnlyCollection<Thing> Things { get; init; }

    [Description("Ids of the things in which something is in conflict.")]
    public required IReadOnlyCollection<string> Conflicts { get; init; }

    [Description("Numbers under which one pole said different things.")]
    public required IReadOnlyCollection<Fork> Forks { get; init; }

    [Description("How it was closed; null while it goes on.")]
    public string? Evaluation { get; init; }

    [Description("The latest events here: two poles with the same heads hold the same log.")]
    public required IReadOnlyCollection<string> Heads { get; init; }

    [Description("Events that others cite and that are not here.")]
    public required IReadOnlyCollection<string> Missing { get; init; }

    [Description("Events that were altered in the database of this pole: they count for nothing.")]
    public required IReadOnlyCollection<string> Damaged { get; init; }

    public required IReadOnlyCollection<EventLine> Events { get; init; }

    internal static CollaborationReport Of(HeldCollaboration held)
    {
        var state = held.State!;
        return new()
        {
            Id = state.Id,
            Name = state.Name,
            Purpose = state.Purpose,
            Language = state.Language,
            Host = state.Membership.Host,
            Partners = state.Membership.Members,
            Method = state.Membership.Method.Length > 0 ? state.Membership.Method : null,
            Guests = state.Membership.Guests,
            HandOvers = state.Membership.HandOvers,
            Terms = state.TermsHash,
            Things = state.Things,
            Conflicts = [.. state.Conflicts.Select(thing => thing.Id)],
            Forks = state.Forks,
            Evaluation = state.Evaluation,
            Heads = state.Heads,
            Missing = state.Missing,
            Damaged = held.Damaged,
            Events = [.. state.Events.Select(each => new EventLine(each.Event.Hash, each.Event.Said.Type, each.Event.Said.Author, each.Event.Said.Person, each.Event.Said.Time, each.Reason))],
        };
    }
}

/// <summary>One event of a log.</summary>
public sealed record EventLine(string Hash, string Says, string Author, string Person, DateTimeOffset Time, [property: Description("Why it does not count; null when it does.")] string? Reason);

/// <summary>What a program sends to say something.</summary>
public sealed record EventBody(
    [property: Description("begin, invite, join, decline, leave, terms, sign, milestone, task, meeting, minutes, document, propose, vote, decide, result, handover, agree or close; in a cycle of peer learning also guest, cycle, challenge, offer, want, groups, group, consent, question, back, showcase, ballot, choose, count, experiment, learned.")] string Says,
    [property: Description("Its fields, as specs/schemas/event.schema.json has them.")] JsonElement Payload);

/// <summary>Where the event is.</summary>
public sealed record EventReceipt(string Collaboration, string Hash);

/// <summary>One event word for word, under the hash that this pole keeps it by.</summary>
public sealed record RawEvent(string Hash, string Event);

/// <summary>A whole log, for whoever verifies it.</summary>
public sealed record RawLog(string Id, IReadOnlyList<RawEvent> Events)
{
    internal static RawLog Of(string id, IEnumerable<EventRow> rows) => new(id, [.. rows.Select(row => new RawEvent(row.Hash, row.Body))]);
}

/// <summary>What is wrong with a log as this database has it; nothing when all is good.</summary>
public sealed record LogCheck(string Id, int Events, IReadOnlyList<LogFinding> Findings);

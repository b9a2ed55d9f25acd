using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Citess.ActivityPub.Logs;

namespace Citess.Poles.Collaborations.Log;

/// <summary>One event as everyone who holds the same log judges it.</summary>
/// <param name="Event">What was said.</param>
/// <param name="Reason">Why it does not count, of <see cref="Reasons"/>; null when it does.</param>
public sealed record Judged(SignedEvent Event, string? Reason);

/// <summary>What one event says of a field.</summary>
/// <param name="Text">The word, or the words of a list one a line.</param>
/// <param name="Event">Hash of the event.</param>
/// <param name="Author">Who said it.</param>
public sealed record Said(string Text, string Event, string Author);

/// <summary>A field: one version, or several that know nothing of each other and wait for somebody who has seen them all.</summary>
public sealed record ThingField(string Name, ImmutableArray<Said> Versions)
{
    /// <summary>True when there are different words, and nobody has chosen.</summary>
    public bool IsConflict => Versions.DistinctBy(each => each.Text, StringComparer.Ordinal).Skip(1).Any();

    /// <summary>The only version, or the first of several.</summary>
    public string Text => Versions[0].Text;
}

/// <summary>Something that was made in a collaboration: a clause, a task, a question, ….</summary>
/// <param name="Id">Hash of the event that made it; of a clause of the beginning, that and its number.</param>
/// <param name="Type">The type of that event.</param>
/// <param name="Author">Who made it.</param>
public sealed record Thing(string Id, string Type, string Author)
{
    /// <summary>In a cycle: the guest for whom it was made; null when its author made it for itself.</summary>
    public string? For { get; init; }

    /// <summary>Whose it is: the guest, or the pole that made it.</summary>
    [JsonIgnore]
    public string Speaker => For ?? Author;

    /// <summary>What stands in it.</summary>
    public ImmutableSortedDictionary<string, ThingField> Fields { get; init; } = ImmutableSortedDictionary.Create<string, ThingField>(StringComparer.Ordinal);

    /// <summary>The text of a field; empty when it has none.</summary>
    public string this[string name] => Fields.GetValueOrDefault(name)?.Text ?? "";

    /// <summary>Of a clause: who signed it as it stands now. Of a question: nobody.</summary>
    public ImmutableSortedSet<string> Signed { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Of a question: what each pole wants; a pole that said two things at once wants nothing yet.</summary>
    public ImmutableSortedDictionary<string, string> Votes { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Of a group: who wants to be in it, as it was then. Of a question of a cycle: who backs it. By voice.</summary>
    public ImmutableSortedDictionary<string, string> Answers { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The word that took it away; null while it is there. As long as poles differ on it, it is there.</summary>
    internal Said? Removal => Fields.GetValueOrDefault("status") is { Versions: var said } && said.All(each => each.Text == "removed") ? said[0] : null;

    /// <summary>True when some field waits for somebody to choose.</summary>
    public bool IsConflict => Fields.Values.Any(each => each.IsConflict);
}

/// <summary>Two or more events that one pole wrote under one number: it said different things to different partners, or was restored from a backup.</summary>
public sealed record Fork(string Author, int Number, ImmutableArray<string> Events);

/// <summary>A collaboration as it follows from its log: the same for everyone who holds the same events.</summary>
public sealed record Collaboration
{
    public required string Id { get; init; }

    public string Name { get; init; } = "";

    public string Purpose { get; init; } = "";

    /// <summary>Language of name, purpose and first clauses.</summary>
    public string Language { get; init; } = "und";

    public required Membership Membership { get; init; }

    public required ImmutableArray<Thing> Things { get; init; }

    /// <summary>How it was closed; null while it goes on.</summary>
    public string? Evaluation { get; init; }

    /// <summary>All events in their order, those that do not count among them.</summary>
    public required ImmutableArray<Judged> Events { get; init; }

    public required ImmutableArray<Fork> Forks { get; init; }

    /// <summary>Events that cite what is not here, and what that is.</summary>
    public required ImmutableArray<SignedEvent> Waiting { get; init; }

    public required ImmutableArray<string> Missing { get; init; }

    /// <summary>What a next event cites.</summary>
    public required ImmutableArray<string> Heads { get; init; }

    internal EventOrder Order { get; init; } = null!;

    /// <summary>True when this event is among those that are in order here.</summary>
    public bool Holds(string hash) => Order.PlaceOf(hash) >= 0;

    /// <summary>What somebody lacks who holds these and all that they stand upon, in an order in which each can be taken.</summary>
    public IEnumerable<SignedEvent> Behind(IEnumerable<string> heads) => Order.Behind(heads);

    public IEnumerable<Thing> Of(string type) => Things.Where(thing => thing.Type == type);

    /// <summary>The words that hold now; all versions of a clause that is disputed.</summary>
    public IEnumerable<string> Clauses => Of(EventTypes.Terms).Where(clause => clause["status"] != "removed").SelectMany(clause => clause.Fields["text"].Versions.Select(each => each.Text).Distinct(StringComparer.Ordinal));

    public string TermsHash => Log.Clauses.HashOfAll(Clauses);

    /// <summary>What waits for somebody to choose. Of a document that was removed nobody needs to.</summary>
    public IEnumerable<Thing> Conflicts => Things.Where(thing => thing.IsConflict && (thing.Type != EventTypes.Document || thing.Removal is null));

    /// <summary>The last event of a pole, which its next one follows; null when it said nothing yet.</summary>
    public SignedEvent? LastOf(string author) => Events.Select(each => each.Event).Where(each => each.Said.Author == author).MaxBy(each => each.Said.Number);

    /// <summary>Null when there is no first event, or it is none.</summary>
    public static Collaboration? Of(string id, IEnumerable<SignedEvent> events) => new Folding(id, events).Result;
}

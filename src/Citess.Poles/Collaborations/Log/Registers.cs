using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Citess.ActivityPub.Logs;

namespace Citess.Poles.Collaborations.Log;

/// <summary>
/// The fields of all things. A word takes the place of those that its author had seen, and of no other: what was written
/// meanwhile stands beside it.
/// </summary>
internal sealed class Registers(EventOrder order)
{
    /// <summary>Field of a question: how it was decided.</summary>
    public const string Decision = "decision";

    /// <summary>Field of a vote: what was chosen.</summary>
    public const string Chosen = "chosen";

    private const string VotePrefix = "vote ";
    private const string AnswerPrefix = "answer ";
    private readonly Dictionary<string, (Thing Thing, int Made)> things = new(StringComparer.Ordinal);
    private readonly List<string> made = [];
    private readonly Dictionary<(string Thing, string Field), List<(int Place, string Text)>> words = [];
    private readonly List<(string Clause, string Author, int Place)> signatures = [];

    public void Take(SignedEvent each, int place)
    {
        var said = each.Said;
        switch (said.Type)
        {
            case EventTypes.Begin:
                var clauses = Payload.Texts(said.Payload, "clauses")!.Value;
                for (var number = 0; number < clauses.Length; number++)
                {
                    var id = string.Create(CultureInfo.InvariantCulture, $"{each.Hash}.{number + 1}");
                    Make(new(id, EventTypes.Terms, said.Author), place);
                    Put(id, "text", clauses[number], place);
                    Put(id, "language", Payload.Text(said.Payload, "language")!, place);
                }

                if (Payload.Text(said.Payload, "method") == CycleTypes.Method)
                {
                    Make(new(each.Hash, CycleTypes.Cycle, said.Author), place);
                    Put(each.Hash, "phase", CycleTypes.Phases[0], place);
                }

                break;
            case CycleTypes.Consent:
                Put(Payload.Text(said.Payload, PayloadForm.Of)!, AnswerOf(CycleRules.Speaker(said)), $"{Payload.Text(said.Payload, "answer")} {Payload.Text(said.Payload, "seal")}", place);
                break;
            case CycleTypes.Back:
                Put(Payload.Text(said.Payload, PayloadForm.Of)!, AnswerOf(CycleRules.Speaker(said)), Payload.Text(said.Payload, "answer")!, place);
                break;
            case CycleTypes.Choose:
                Put(Payload.Text(said.Payload, PayloadForm.Of)!, VoteOf(CycleRules.Speaker(said)), Lines(said, "choices"), place);
                break;
            case CycleTypes.Count:
                Put(Payload.Text(said.Payload, PayloadForm.Of)!, Chosen, Lines(said, "chosen"), place);
                break;
            case EventTypes.Sign:
                signatures.AddRange(Payload.Texts(said.Payload, "clauses")!.Value.Select(clause => (clause, said.Author, place)));
                break;
            case EventTypes.Vote:
                Put(Payload.Text(said.Payload, PayloadForm.Of)!, VoteOf(said.Author), Payload.Text(said.Payload, "option")!, place);
                break;
            case EventTypes.Decide:
                Put(Payload.Text(said.Payload, PayloadForm.Of)!, Decision, Payload.Text(said.Payload, "option")!, place);
                break;
            case var type when EventTypes.Things.Contains(type):
                TakeThing(each, place);
                break;
        }
    }

    /// <summary>The type of a thing that the author of an event could know of; null when there was none.</summary>
    public string? TypeAt(int place, string id) => ThingAt(place, id)?.Type;

    /// <summary>The same, with who made it.</summary>
    public Thing? ThingAt(int place, string id) => things.TryGetValue(id, out var held) && order.Saw(place, held.Made) ? held.Thing : null;

    /// <summary>All things of a type that the author of an event could know of.</summary>
    public IEnumerable<string> AllAt(int place, string type) => made.Where(id => TypeAt(place, id) == type);

    /// <summary>What consent to a group is given to, as the author of an event saw it; null while it is disputed.</summary>
    public string? SealAt(int place, string id) => (At(place, id, "title"), At(place, id, "members")) is ([var title], [var members]) ? GroupSeal.Of(title, members.Split('\n')) : null;

    /// <summary>The versions of a field as the author of an event saw them.</summary>
    public IReadOnlyList<string> At(int place, string id, string field)
    {
        var seen = words.GetValueOrDefault((id, field))?.Where(word => order.Saw(place, word.Place)).ToList() ?? [];
        return [.. Latest(seen).Select(word => word.Text)];
    }

    /// <summary>The words of all clauses as the author of an event saw them.</summary>
    public IEnumerable<string> ClausesAt(int place) => made.Where(id => TypeAt(place, id) == EventTypes.Terms && !At(place, id, "status").Contains("removed"))
        .SelectMany(id => At(place, id, "text").Distinct(StringComparer.Ordinal));

    public static string VoteOf(string voice) => VotePrefix + voice;

    private static string AnswerOf(string voice) => AnswerPrefix + voice;

    public ImmutableArray<Thing> Things()
    {
        var fields = words.ToLookup(each => each.Key.Thing, each => new ThingField(each.Key.Field, Versions(each.Value)), StringComparer.Ordinal);
        return [.. made.Select(id => Whole(things[id].Thing, [.. fields[id]]))];
    }

    private Thing Whole(Thing thing, IReadOnlyList<ThingField> fields) => thing with
    {
        Fields = fields.Where(field => !field.Name.Contains(' ', StringComparison.Ordinal)).ToImmutableSortedDictionary(field => field.Name, field => field, StringComparer.Ordinal),
        Votes = Of(fields, VotePrefix),
        Answers = Of(fields, AnswerPrefix),
        Signed = thing.Type == EventTypes.Terms && fields.FirstOrDefault(field => field.Name == "text") is { IsConflict: false } text ? SignersOf(Clauses.HashOf(text.Text)) : thing.Signed,
    };

    /// <summary>What each voice said last; who said two things at once has said nothing yet.</summary>
    private static ImmutableSortedDictionary<string, string> Of(IEnumerable<ThingField> fields, string prefix) => fields
        .Where(field => field.Name.StartsWith(prefix, StringComparison.Ordinal) && !field.IsConflict).ToImmutableSortedDictionary(field => field.Name[prefix.Length..], field => field.Text, StringComparer.Ordinal);

    private ImmutableSortedSet<string> SignersOf(string clause) => signatures.Where(each => each.Clause == clause).Select(each => each.Author).ToImmutableSortedSet(StringComparer.Ordinal);

    private ImmutableArray<Said> Versions(List<(int Place, string Text)> all) =>
        [.. Latest(all).Select(word => new Said(word.Text, order.Events[word.Place].Hash, order.Events[word.Place].Said.Author)).OrderBy(each => each.Event, StringComparer.Ordinal)];

    /// <summary>Those that no other had seen. What a later one saw is older, and what that saw is seen by it too: the latest are enough to ask.</summary>
    private List<(int Place, string Text)> Latest(List<(int Place, string Text)> all)
    {
        var latest = new List<(int Place, string Text)>();
        for (var each = all.Count - 1; each >= 0; each--)
        {
            if (!latest.Exists(later => order.Saw(later.Place, all[each].Place)))
            {
                latest.Add(all[each]);
            }
        }

        return latest;
    }

    private void TakeThing(SignedEvent each, int place)
    {
        var of = Payload.Text(each.Said.Payload, PayloadForm.Of);
        if (of is null)
        {
            Make(new(each.Hash, each.Said.Type, each.Said.Author) { For = Payload.Text(each.Said.Payload, CycleForm.For) }, place);
        }

        foreach (var member in each.Said.Payload.EnumerateObject().Where(member => member.Name is not PayloadForm.Of and not CycleForm.For))
        {
            Put(of ?? each.Hash, member.Name, member.Value.ValueKind != JsonValueKind.Array ? member.Value.GetString()! : Payload.Texts(each.Said.Payload, member.Name) is { } lines ? string.Join('\n', lines) : Nested(member.Value), place);
        }
    }

    private static string Lines(EventDraft said, string name) => string.Join('\n', Payload.Texts(said.Payload, name)!.Value);

    /// <summary>Written anew: how the author spaced it is no part of what it said.</summary>
    private static string Nested(JsonElement lists) => JsonSerializer.Serialize(CycleForm.Alternatives(lists));

    private void Make(Thing thing, int place)
    {
        things[thing.Id] = (thing, place);
        made.Add(thing.Id);
    }

    private void Put(string id, string field, string text, int place)
    {
        if (!words.TryGetValue((id, field), out var all))
        {
            words[(id, field)] = all = [];
        }

        all.Add((place, text));
    }
}

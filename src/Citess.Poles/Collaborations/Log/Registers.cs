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
    public string? TypeAt(int place, string id) => things.TryGetValue(id, out var held) && order.Saw(place, held.Made) ? held.Thing.Type : null;

    /// <summary>The versions of a field as the author of an event saw them.</summary>
    public IReadOnlyList<string> At(int place, string id, string field)
    {
        var seen = words.GetValueOrDefault((id, field))?.Where(word => order.Saw(place, word.Place)).ToList() ?? [];
        return [.. Latest(seen).Select(word => word.Text)];
    }

    /// <summary>The words of all clauses as the author of an event saw them.</summary>
    public IEnumerable<string> ClausesAt(int place) => made.Where(id => TypeAt(place, id) == EventTypes.Terms && !At(place, id, "status").Contains("removed"))
        .SelectMany(id => At(place, id, "text").Distinct(StringComparer.Ordinal));

    public static string VoteOf(string actor) => "vote " + actor;

    public ImmutableArray<Thing> Things()
    {
        var fields = words.ToLookup(each => each.Key.Thing, each => new ThingField(each.Key.Field, Versions(each.Value)), StringComparer.Ordinal);
        return [.. made.Select(id => Whole(things[id].Thing, [.. fields[id]]))];
    }

    private Thing Whole(Thing thing, IReadOnlyList<ThingField> fields) => thing with
    {
        Fields = fields.Where(field => !field.Name.StartsWith("vote ", StringComparison.Ordinal)).ToImmutableSortedDictionary(field => field.Name, field => field, StringComparer.Ordinal),
        Votes = fields.Where(field => field.Name.StartsWith("vote ", StringComparison.Ordinal) && !field.IsConflict).ToImmutableSortedDictionary(field => field.Name[5..], field => field.Text, StringComparer.Ordinal),
        Signed = thing.Type == EventTypes.Terms && fields.FirstOrDefault(field => field.Name == "text") is { IsConflict: false } text ? SignersOf(Clauses.HashOf(text.Text)) : thing.Signed,
    };

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
            Make(new(each.Hash, each.Said.Type, each.Said.Author), place);
        }

        foreach (var member in each.Said.Payload.EnumerateObject().Where(member => member.Name != PayloadForm.Of))
        {
            Put(of ?? each.Hash, member.Name, member.Value.ValueKind == JsonValueKind.Array ? string.Join('\n', Payload.Texts(each.Said.Payload, member.Name)!.Value) : member.Value.GetString()!, place);
        }
    }

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

using Citess.ActivityPub.Logs;

namespace Citess.Poles.Collaborations.Log;

/// <summary>
/// The events of one log so that each comes after all that it cites; of two that know nothing of each other, the lesser hash
/// first. It is the same order wherever the same events are, however they came.
/// </summary>
internal sealed class EventOrder
{
    private ulong[][] before;
    private readonly Dictionary<string, int> places;

    public EventOrder(IEnumerable<SignedEvent> all)
    {
        var known = all.DistinctBy(each => each.Hash).ToDictionary(each => each.Hash, StringComparer.Ordinal);
        Events = Sort(known);
        places = Events.Select((each, place) => (each.Hash, place)).ToDictionary(each => each.Hash, each => each.place, StringComparer.Ordinal);
        Waiting = [.. known.Values.Where(each => !places.ContainsKey(each.Hash)).OrderBy(each => each.Hash, StringComparer.Ordinal)];
        Missing = [.. Waiting.SelectMany(each => each.Parents).Where(parent => !known.ContainsKey(parent)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        before = new ulong[Events.Count][];
        for (var place = 0; place < Events.Count; place++)
        {
            before[place] = Before(place);
        }
    }

    public IReadOnlyList<SignedEvent> Events { get; }

    /// <summary>Those that cite something that is not here, or something that waits itself.</summary>
    public IReadOnlyList<SignedEvent> Waiting { get; }

    /// <summary>What is to be asked for.</summary>
    public IReadOnlyList<string> Missing { get; }

    /// <summary>True when the author of the event at <paramref name="later"/> had seen the one at <paramref name="earlier"/>.</summary>
    public bool Saw(int later, int earlier) => earlier < later && (before[later][earlier >> 6] & (1UL << earlier)) != 0;

    /// <summary>The latest of all: what a next event cites.</summary>
    public IEnumerable<string> Tips()
    {
        var cited = Events.SelectMany(each => each.Parents).ToHashSet(StringComparer.Ordinal);
        return Events.Select(each => each.Hash).Where(hash => !cited.Contains(hash)).Order(StringComparer.Ordinal);
    }

    /// <summary>Lets go of what is asked only while events are judged: of the longest log it is 25 MB.</summary>
    public void Forget() => before = [];

    /// <summary>What neither is among these nor stands beneath one of them, in this order; those that are not here are passed over.</summary>
    public IEnumerable<SignedEvent> Behind(IEnumerable<string> heads)
    {
        var seen = new bool[Events.Count];
        var open = new Stack<int>(heads.Select(PlaceOf).Where(place => place >= 0));
        while (open.TryPop(out var place))
        {
            if (!seen[place])
            {
                seen[place] = true;
                foreach (var parent in Events[place].Parents)
                {
                    open.Push(places[parent]);
                }
            }
        }

        return Events.Where((_, place) => !seen[place]);
    }

    public int PlaceOf(string hash) => places.GetValueOrDefault(hash, -1);

    private static List<SignedEvent> Sort(Dictionary<string, SignedEvent> known)
    {
        var open = known.Values.ToDictionary(each => each.Hash, each => each.Parents.Count(), StringComparer.Ordinal);
        var children = known.Values.SelectMany(each => each.Parents.Select(parent => (parent, each.Hash))).ToLookup(each => each.parent, each => each.Hash, StringComparer.Ordinal);
        var ready = new PriorityQueue<string, string>(StringComparer.Ordinal);
        foreach (var (hash, count) in open.Where(each => each.Value == 0))
        {
            ready.Enqueue(hash, hash);
        }

        var sorted = new List<SignedEvent>(known.Count);
        while (ready.TryDequeue(out var next, out _))
        {
            sorted.Add(known[next]);
            foreach (var child in children[next].Where(child => --open[child] == 0))
            {
                ready.Enqueue(child, child);
            }
        }

        return sorted;
    }

    private ulong[] Before(int place)
    {
        var seen = new ulong[(place >> 6) + 1];
        foreach (var parent in Events[place].Parents.Select(hash => places[hash]))
        {
            seen[parent >> 6] |= 1UL << parent;
            for (var word = 0; word < before[parent].Length; word++)
            {
                seen[word] |= before[parent][word];
            }
        }

        return seen;
    }
}

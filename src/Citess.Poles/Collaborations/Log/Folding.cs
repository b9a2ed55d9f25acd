using System.Collections.Immutable;
using Citess.ActivityPub.Logs;

namespace Citess.Poles.Collaborations.Log;

/// <summary>
/// Makes the state out of the events. Each is judged by what its author had seen, and by nothing else: so that it counts
/// everywhere or nowhere, whatever came meanwhile.
/// </summary>
internal sealed class Folding
{
    private readonly EventOrder order;
    private readonly Registers registers;
    private readonly List<int> standing = [];
    private readonly Dictionary<string, Membership> memberships = new(StringComparer.Ordinal);
    private readonly List<Judged> judged = [];

    public Folding(string id, IEnumerable<SignedEvent> events)
    {
        order = new(events.Where(each => each.Log == id));
        registers = new(order);
        if (order.PlaceOf(id) < 0)
        {
            return;
        }

        for (var place = 0; place < order.Events.Count; place++)
        {
            Take(place);
        }

        Result = judged[order.PlaceOf(id)].Reason is null ? Finish(id) : null;
        order.Forget();
    }

    public Collaboration? Result { get; }

    private void Take(int place)
    {
        var each = order.Events[place];
        var reason = Rules.Judge(each, place, MembershipAt(place), registers, order);
        judged.Add(new(each, reason));
        if (reason is not null)
        {
            return;
        }

        if (EventTypes.Standing.Contains(each.Said.Type))
        {
            standing.Add(place);
        }

        registers.Take(each, place);
    }

    /// <summary>As the author of that event saw it. Few events change who takes part, so that most see the same.</summary>
    private Membership MembershipAt(int place) => MembershipOf([.. standing.Where(earlier => order.Saw(place, earlier))]);

    private Membership MembershipOf(IReadOnlyList<int> seen)
    {
        var key = string.Join(',', seen);
        return memberships.TryGetValue(key, out var known) ? known : memberships[key] = new(seen.Select(place => order.Events[place]));
    }

    private Collaboration Finish(string id)
    {
        var first = order.Events[order.PlaceOf(id)].Said.Payload;
        return new()
        {
            Id = id,
            Order = order,
            Name = Payload.Text(first, "name")!,
            Purpose = Payload.Text(first, "purpose")!,
            Language = Payload.Text(first, "language")!,
            Membership = MembershipOf(standing),
            Things = registers.Things(),
            Evaluation = judged.Where(each => each.Reason is null && each.Event.Said.Type == EventTypes.Close).Select(each => Payload.Text(each.Event.Said.Payload, "evaluation")).FirstOrDefault(),
            Events = [.. judged],
            Forks = [.. order.Events.GroupBy(each => (each.Said.Author, each.Said.Number)).Where(same => same.Skip(1).Any())
                .Select(same => new Fork(same.Key.Author, same.Key.Number, [.. same.Select(each => each.Hash).Order(StringComparer.Ordinal)]))
                .OrderBy(fork => fork.Author, StringComparer.Ordinal).ThenBy(fork => fork.Number)],
            Waiting = [.. order.Waiting],
            Missing = [.. order.Missing],
            Heads = [.. order.Tips()],
        };
    }
}

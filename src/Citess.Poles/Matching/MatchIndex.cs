using System.Collections.Immutable;

namespace Citess.Poles.Matching;

/// <summary>
/// All wants and offers of a network with the best offers for each want, kept while they change: a change costs what it
/// touches. Of the same wants, offers and poles comes the same, in whatever order they were put. Not for several threads at once.
/// </summary>
/// <param name="graph">What concepts are to each other.</param>
/// <param name="today">The day on which all is looked at; another day needs another index.</param>
public sealed partial class MatchIndex(ConceptGraph graph, DateOnly today)
{
    /// <summary>How many offers a want is shown.</summary>
    public const int Shown = 20;

    /// <summary>How many are kept, so that one that goes need not be looked for.</summary>
    internal const int Held = 32;

    private readonly Numbers numbers = new(graph);
    private readonly Shelf<HeldOffer> offers = new();
    private readonly Shelf<HeldNeed> needs = new();
    private readonly Dictionary<string, HeldPole> poles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HeldOffer> offerById = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HeldNeed> needById = new(StringComparer.Ordinal);

    /// <summary>Everything at once, which is far quicker than one by one.</summary>
    public static MatchIndex Of(ConceptGraph graph, DateOnly today, IEnumerable<PoleFacts> poles, IEnumerable<Need> needs, IEnumerable<Offering> offerings)
    {
        var index = new MatchIndex(graph, today);
        foreach (var pole in poles)
        {
            index.poles.Add(pole.Id, new(pole));
        }

        foreach (var offering in offerings)
        {
            index.Add(offering);
        }

        foreach (var need in needs)
        {
            index.Add(need);
        }

        foreach (var need in index.needById.Values)
        {
            index.Fill(need);
        }

        return index;
    }

    /// <summary>Addresses of all wants.</summary>
    public IEnumerable<string> Needs => needById.Keys.Order(StringComparer.Ordinal);

    /// <summary>Addresses of wants that no offer meets.</summary>
    public IEnumerable<string> Uncovered => Needs.Where(need => needById[need].Best.Count == 0);

    /// <summary>Every pole that was put, with how many wants and offers of its own are here.</summary>
    public IEnumerable<(PoleFacts Pole, int Needs, int Offers)> Poles =>
        poles.Values.OrderBy(pole => pole.Facts.Id, StringComparer.Ordinal).Select(pole => (pole.Facts, pole.Needs.Count, pole.Offers.Count));

    /// <summary>The best offers for a want that was put, the best first; empty when nothing meets it or it is not here.</summary>
    public ImmutableArray<Ranked> Best(string need) => needById.TryGetValue(need, out var held) ? Shorten(held.Best, Shown) : [];

    /// <summary>Addresses of the wants for which an offer is among the best, the one that it meets best first.</summary>
    public IEnumerable<string> WantsFor(string offering) => !offerById.TryGetValue(offering, out var held) ? [] : held.HeldBy
        .OrderByDescending(need => need.Best.ScoreOf(held)).ThenBy(need => need.Need.Id, StringComparer.Ordinal).Select(need => need.Need.Id);

    /// <summary>What was put of a pole; null when it is not here.</summary>
    public PoleFacts? Facts(string pole) => poles.GetValueOrDefault(pole)?.Facts;

    /// <summary>Takes a pole in, or what changed of it, before its wants and offers.</summary>
    public void Put(PoleFacts pole)
    {
        if (!poles.TryGetValue(pole.Id, out var held))
        {
            poles.Add(pole.Id, new(pole));
            return;
        }

        var before = held.Facts;
        held.Facts = pole;
        if (before.DiffersOnlyInOthers(pole))
        {
            foreach (var other in before.Blocks.SymmetricExcept(pole.Blocks).Union(before.Met.SymmetricExcept(pole.Met)).Select(id => poles.GetValueOrDefault(id)).OfType<HeldPole>())
            {
                Meet(held, other);
                Meet(other, held);
            }

            return;
        }

        foreach (var need in held.Needs)
        {
            Fill(need);
        }

        foreach (var offer in held.Offers.ToList())
        {
            Put(offer.Offering);
        }
    }

    /// <summary>Takes a want in, or what changed of it.</summary>
    public void Put(Need need)
    {
        RemoveNeed(need.Id);
        Fill(Add(need));
    }

    /// <summary>Takes an offer in, or what changed of it, and brings every list up to date that it touches.</summary>
    public void Put(Offering offering)
    {
        var without = Take(offering.Id);
        Spread(Add(offering));
        Refill(without);
    }

    public void RemoveNeed(string id)
    {
        if (needById.Remove(id, out var held))
        {
            LetGo(held);
            held.Pole.Needs.Remove(held);
            needs.Remove(held.Number, held.Concepts);
        }
    }

    public void RemoveOffering(string id) => Refill(Take(id));

    private HeldNeed Add(Need need)
    {
        var held = new HeldNeed(need, poles[need.Pole], numbers.OfConcepts(need.Concepts), numbers.OfWords(need.Words));
        held.Number = needs.Add(held, held.Concepts);
        held.Pole.Needs.Add(held);
        needById.Add(need.Id, held);
        return held;
    }

    private HeldOffer Add(Offering offering)
    {
        var held = new HeldOffer(offering, poles[offering.Pole], numbers.OfConcepts(offering.Concepts), numbers.OfWords(offering.Words));
        held.Number = offers.Add(held, held.Concepts);
        held.Pole.Offers.Add(held);
        offerById.Add(offering.Id, held);
        return held;
    }

    /// <summary>Takes an offer out of everything, and says whose list is shorter now.</summary>
    private List<HeldNeed> Take(string id)
    {
        if (!offerById.Remove(id, out var held))
        {
            return [];
        }

        held.Pole.Offers.Remove(held);
        offers.Remove(held.Number, held.Concepts);
        foreach (var need in held.HeldBy)
        {
            need.Best.Remove(held);
        }

        return held.HeldBy;
    }

    private void Refill(List<HeldNeed> shorter)
    {
        foreach (var need in shorter.Where(need => need.Best is { IsCut: true, Count: < Shown }))
        {
            Fill(need);
        }
    }

    private static ImmutableArray<Ranked> Shorten(TopList best, int count)
    {
        var list = ImmutableArray.CreateBuilder<Ranked>();
        foreach (var entry in best.All[..Math.Min(count, best.Count)])
        {
            list.Add(new(entry.Offer.Offering.Id, entry.Offer.Offering.Pole, entry.Score));
        }

        return list.ToImmutable();
    }
}

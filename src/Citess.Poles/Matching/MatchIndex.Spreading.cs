namespace Citess.Poles.Matching;

public sealed partial class MatchIndex
{
    // Counted in while one offer is compared with all wants; nothing stays in them.
    private int[] needSums = [];
    private int[] touchedNeeds = [];

    /// <summary>By the number of a want: what <see cref="Bar"/> said of its list last.</summary>
    private int[] bars = [];

    /// <summary>Brings a new offer into every list that has a place for it.</summary>
    private void Spread(HeldOffer offer)
    {
        if (needSums.Length < needs.Room)
        {
            (needSums, touchedNeeds) = (new int[needs.Room * 2], new int[needs.Room * 2]);
        }

        var count = 0;
        foreach (var (concept, closeness) in Nearest(offer))
        {
            foreach (var number in needs.About(concept))
            {
                if (needSums[number] == 0)
                {
                    touchedNeeds[count++] = number;
                }

                needSums[number] += closeness;
            }
        }

        for (var place = 0; place < count; place++)
        {
            var number = touchedNeeds[place];
            var sum = needSums[number];
            needSums[number] = 0;
            if (sum >= bars[number])
            {
                Spread(offer, needs[number], sum);
            }
        }
    }

    private void Spread(HeldOffer offer, HeldNeed need, int sum)
    {
        if (TryAdd(need, need.Best, offer, sum, Lessons.None, out var dropped))
        {
            offer.HeldBy.Add(need);
            dropped?.HeldBy.Remove(need);
            Raise(need);
        }
    }

    /// <summary>Looks anew at what two poles are to each other, and at nothing else.</summary>
    private void Meet(HeldPole wanting, HeldPole offering)
    {
        foreach (var offer in offering.Offers)
        {
            var nearest = Nearest(offer);
            foreach (var need in wanting.Needs)
            {
                if (need.Best.Remove(offer))
                {
                    offer.HeldBy.Remove(need);
                }

                if (need.Concepts.Sum(concept => nearest.GetValueOrDefault(concept)) is > 0 and var sum)
                {
                    Spread(offer, need, sum);
                }
            }
        }

        Refill(wanting.Needs);
    }

    /// <summary>Every concept that is near one of an offer's, and how near.</summary>
    private Dictionary<int, int> Nearest(HeldOffer offer)
    {
        var nearest = new Dictionary<int, int>();
        foreach (var concept in offer.Concepts)
        {
            foreach (var (near, closeness) in numbers.Near(concept))
            {
                nearest[near] = Math.Max(nearest.GetValueOrDefault(near), closeness);
            }
        }

        return nearest;
    }

    private void Raise(HeldNeed need)
    {
        if (bars.Length <= need.Number)
        {
            Array.Resize(ref bars, needs.Room * 2);
        }

        bars[need.Number] = Bar(need, need.Best);
    }
}

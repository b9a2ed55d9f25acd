using System.Collections.Immutable;

namespace Citess.Poles.Matching;

public sealed partial class MatchIndex
{
    private int[] covers = [];
    private int[] touched = [];
    private int[] nearest = [];

    /// <summary>The best offers for a want, here or not yet here, as its pole sees them that put some aside.</summary>
    public ImmutableArray<Ranked> Rank(Need need, int count, Lessons lessons)
    {
        var held = new HeldNeed(need, poles[need.Pole], numbers.OfConcepts(need.Concepts), numbers.OfWords(need.Words));
        var best = new TopList(count);
        Rank(held, best, lessons);
        return Shorten(best, count);
    }

    /// <summary>Makes the list of a want anew.</summary>
    private void Fill(HeldNeed need)
    {
        LetGo(need);
        need.Best.Clear();
        Rank(need, need.Best, Lessons.None);
        foreach (var entry in need.Best.All)
        {
            entry.Offer.HeldBy.Add(need);
        }
    }

    private static void LetGo(HeldNeed need)
    {
        foreach (var entry in need.Best.All)
        {
            entry.Offer.HeldBy.Remove(need);
        }
    }

    /// <summary>Looks at every offer that is about something near, and only as closely as it could still have a place.</summary>
    private void Rank(HeldNeed need, TopList best, Lessons lessons)
    {
        if (need.Concepts.Length == 0 || !need.Pole.Facts.Consents)
        {
            return;
        }

        var count = Touch(need);
        var urgency = Weights.Of(need.Need.Urgency);
        for (var place = 0; place < count; place++)
        {
            var number = touched[place];
            var cover = covers[number] / need.Concepts.Length;
            covers[number] = 0;
            if ((long)cover * urgency < (long)(best.LeastScore - Weights.MostAdded) * Weights.Factor)
            {
                best.Cut();
                continue;
            }

            var offer = offers[number];
            var score = Score(need, offer, cover);
            if (score > 0 && !lessons.IsEmpty)
            {
                score = Lessons.Apply(score, lessons.For(need.Need, offer.Offering, offer.Pole.Facts));
            }

            if (score > 0)
            {
                best.TryAdd(new(offer, score, score >= best.LeastScore ? Numbers.Common(need.Words, offer.Words) : 0), out _);
            }
        }
    }

    /// <summary>Adds up, for every offer about something near, the closeness to each concept of the want.</summary>
    private int Touch(HeldNeed need)
    {
        if (covers.Length < offers.Room)
        {
            (covers, touched) = (new int[offers.Room * 2], new int[offers.Room * 2]);
        }

        var count = 0;
        foreach (var concept in need.Concepts)
        {
            // The nearest first: a later, farther concept of the same offer adds nothing.
            offers.Unmark();
            foreach (var (near, closeness) in numbers.Near(concept))
            {
                foreach (var number in offers.About(near))
                {
                    if (offers.Mark(number))
                    {
                        if (covers[number] == 0)
                        {
                            touched[count++] = number;
                        }

                        covers[number] += closeness;
                    }
                }
            }
        }

        return count;
    }

    /// <summary>Brings a new offer into every list that has a place for it.</summary>
    private void Spread(HeldOffer offer)
    {
        foreach (var concept in offer.Concepts)
        {
            _ = numbers.Near(concept);
        }

        if (nearest.Length < numbers.Concepts)
        {
            nearest = new int[numbers.Concepts * 2];
        }

        foreach (var (near, closeness) in offer.Concepts.SelectMany(numbers.Near))
        {
            nearest[near] = Math.Max(nearest[near], closeness);
        }

        needs.Unmark();
        foreach (var (near, _) in offer.Concepts.SelectMany(numbers.Near))
        {
            foreach (var number in needs.About(near))
            {
                if (needs.Mark(number))
                {
                    Spread(offer, needs[number]);
                }
            }
        }

        foreach (var (near, _) in offer.Concepts.SelectMany(numbers.Near))
        {
            nearest[near] = 0;
        }
    }

    private void Spread(HeldOffer offer, HeldNeed need)
    {
        var cover = 0;
        foreach (var concept in need.Concepts)
        {
            cover += concept < nearest.Length ? nearest[concept] : 0;
        }

        cover /= need.Concepts.Length;
        if ((long)cover * Weights.Of(need.Need.Urgency) < (long)(need.Best.LeastScore - Weights.MostAdded) * Weights.Factor)
        {
            need.Best.Cut();
            return;
        }

        var score = Score(need, offer, cover);
        if (score > 0 && need.Best.TryAdd(new(offer, score, Numbers.Common(need.Words, offer.Words)), out var dropped))
        {
            offer.HeldBy.Add(need);
            dropped?.HeldBy.Remove(need);
        }
    }

    /// <summary>0 when they may not meet.</summary>
    private int Score(HeldNeed need, HeldOffer offer, int cover) =>
        Constraints.Hold(need.Pole.Facts, need.Need, offer.Pole.Facts, offer.Offering, today)
            ? Scoring.Score(cover, need.Pole.Facts, need.Need, offer.Pole.Facts, offer.Offering, offer.Proofs.IsEmpty ? 0 : Proofs(need, offer).Sum(practice => practice.Adoptions), today)
            : 0;
}

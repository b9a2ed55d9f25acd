using System.Collections.Immutable;

namespace Citess.Poles.Matching;

public sealed partial class MatchIndex
{
    // Counted in while one want is compared with all offers; nothing stays in them.
    private int[] sums = [];
    private int[] touched = [];

    /// <summary>The best offers for a want, here or not yet here, as its pole sees them that put some aside.</summary>
    public ImmutableArray<Ranked> Rank(Need need, int count, Lessons lessons)
    {
        var held = new HeldNeed(need, poles[need.Pole], numbers.OfConcepts(need.Concepts), numbers.OfWords(need.Words));
        var best = new TopList(Math.Max(1, count));
        Rank(held, best, lessons);
        return Shorten(best, count);
    }

    /// <summary>The best offers for a want that was put, as its pole sees them that put some aside; empty when it is not here.</summary>
    public ImmutableArray<Ranked> Best(string need, Lessons lessons) =>
        lessons.IsEmpty ? Best(need) : needById.TryGetValue(need, out var held) ? Rank(held.Need, Shown, lessons) : [];

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

        Raise(need);
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

        var (count, bar) = (Touch(need), 0);
        for (var place = 0; place < count; place++)
        {
            var number = touched[place];
            var sum = sums[number];
            sums[number] = 0;
            if (sum >= bar && TryAdd(need, best, offers[number], sum, lessons, out _))
            {
                bar = Bar(need, best);
            }
        }
    }

    private bool TryAdd(HeldNeed need, TopList best, HeldOffer offer, int sum, Lessons lessons, out HeldOffer? dropped)
    {
        dropped = null;
        var score = Score(need, offer, sum / need.Concepts.Length);
        if (score > 0 && !lessons.IsEmpty)
        {
            score = Lessons.Apply(score, lessons.For(need.Need, offer.Offering, need.Pole.Facts, offer.Pole.Facts));
        }

        return score > 0 && score >= best.LeastScore && best.TryAdd(new(offer, score, Numbers.Common(need.Words, offer.Words)), out dropped);
    }

    /// <summary>The least closeness, added up over the concepts of a want, with which an offer could still have a place in its list.</summary>
    private static int Bar(HeldNeed need, TopList best) =>
        (int)Math.Max(0, (long)(best.LeastScore - Weights.MostAdded) * Weights.Factor * need.Concepts.Length / Weights.Of(need.Need.Urgency));

    /// <summary>Adds up, for every offer about something near, the closeness to each concept of the want.</summary>
    private int Touch(HeldNeed need)
    {
        if (sums.Length < offers.Room)
        {
            (sums, touched) = (new int[offers.Room * 2], new int[offers.Room * 2]);
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
                        if (sums[number] == 0)
                        {
                            touched[count++] = number;
                        }

                        sums[number] += closeness;
                    }
                }
            }
        }

        return count;
    }

    /// <summary>0 when they may not meet.</summary>
    private int Score(HeldNeed need, HeldOffer offer, int cover) =>
        Constraints.Hold(need.Pole.Facts, need.Need, offer.Pole.Facts, offer.Offering, today)
            ? Scoring.Score(cover, need.Pole.Facts, need.Need, offer.Pole.Facts, offer.Offering, offer.Proofs.IsEmpty ? 0 : Proofs(need, offer).Sum(practice => practice.Adoptions), today)
            : 0;
}

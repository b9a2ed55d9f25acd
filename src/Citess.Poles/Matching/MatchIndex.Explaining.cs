using System.Collections.Immutable;

namespace Citess.Poles.Matching;

public sealed partial class MatchIndex
{
    /// <summary>Why an offer stands where it does for a want, or why it does not; null when one of them is not here.</summary>
    public Match? Explain(string need, string offering, Lessons lessons)
    {
        if (!needById.TryGetValue(need, out var wanted) || !offerById.TryGetValue(offering, out var offered))
        {
            return null;
        }

        var checks = Constraints.Check(wanted.Pole.Facts, wanted.Need, offered.Pole.Facts, offered.Offering, today);
        var paths = wanted.Concepts.SelectMany(concept => Nearest(concept, offered))
            .Select(pair => graph.Path(numbers.Code(pair.Wanted), numbers.Code(pair.Offered))!).OrderBy(path => path.Wanted, StringComparer.Ordinal).ThenBy(path => path.Offered, StringComparer.Ordinal).ToImmutableArray();
        if (paths.IsEmpty || checks.Any(check => !check.Holds))
        {
            return new(need, offering, offered.Offering.Pole, 0, paths, [], checks, []);
        }

        var terms = Scoring.Explain(
            Cover(wanted, offered),
            paths.Select(path => path.Offered).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            wanted.Pole.Facts,
            wanted.Need,
            offered.Pole.Facts,
            offered.Offering,
            Proofs(wanted, offered),
            today);
        var lowered = lessons.For(wanted.Need, offered.Offering, wanted.Pole.Facts, offered.Pole.Facts);
        return new(need, offering, offered.Offering.Pole, Lessons.Apply(terms.Sum(term => term.Part), lowered), paths, terms, checks, lowered);
    }

    /// <summary>The score of two that are here, as in the lists, without its reasons.</summary>
    internal int Score(string need, string offering)
    {
        var (wanted, offered) = (needById[need], offerById[offering]);
        var cover = Cover(wanted, offered);
        return cover == 0 ? 0 : Score(wanted, offered, cover);
    }

    private int Cover(HeldNeed need, HeldOffer offer) =>
        need.Concepts.Length == 0 ? 0 : need.Concepts.Sum(concept => offer.Concepts.Select(other => numbers.Closeness(concept, other)).DefaultIfEmpty().Max()) / need.Concepts.Length;

    /// <summary>The concepts of an offer that are nearest to one of the want; several when they are as near as each other.</summary>
    private IEnumerable<(int Wanted, int Offered)> Nearest(int concept, HeldOffer offer)
    {
        var best = offer.Concepts.Select(other => numbers.Closeness(concept, other)).DefaultIfEmpty().Max();
        return best == 0 ? [] : offer.Concepts.Where(other => numbers.Closeness(concept, other) == best).Select(other => (concept, other));
    }

    /// <summary>Practices that others took up, about the concepts by which the two meet.</summary>
    private List<PracticeProof> Proofs(HeldNeed need, HeldOffer offer)
    {
        if (offer.Proofs.IsEmpty)
        {
            return [];
        }

        var met = need.Concepts.SelectMany(concept => Nearest(concept, offer)).Select(pair => numbers.Code(pair.Offered)).ToHashSet(StringComparer.Ordinal);
        return [.. offer.Proofs.Where(practice => practice.Concepts.Any(met.Contains))];
    }
}

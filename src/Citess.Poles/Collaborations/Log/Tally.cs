using System.Collections.Immutable;

namespace Citess.Poles.Collaborations.Log;

/// <summary>One choice and how many want it.</summary>
public sealed record TallyLine(string Choice, int Votes);

/// <summary>What a vote comes to: one voice, one vote, with which it chooses up to so many.</summary>
/// <param name="Lines">All choices, the most wanted first.</param>
/// <param name="Chosen">Those for which there is a place, whatever a lot would say.</param>
/// <param name="Tied">Those that stand equal for the last places: nobody is chosen among them but by another vote.</param>
/// <param name="Votes">How many voted.</param>
public sealed record Tally(ImmutableArray<TallyLine> Lines, ImmutableArray<string> Chosen, ImmutableArray<string> Tied, int Votes)
{
    /// <summary>The same from the votes in any order; what is no choice of this vote is passed over.</summary>
    public static Tally Of(IReadOnlyCollection<string> choices, int most, IReadOnlyCollection<IReadOnlyCollection<string>> votes)
    {
        ImmutableArray<TallyLine> lines = [.. choices.Select(choice => new TallyLine(choice, votes.Count(vote => vote.Contains(choice)))).OrderByDescending(line => line.Votes).ThenBy(line => line.Choice, StringComparer.Ordinal)];
        var wanted = lines.Where(line => line.Votes > 0).ToList();
        var last = wanted.Count > most ? wanted[most].Votes : 0;
        return new(
            lines,
            [.. wanted.Where(line => line.Votes > last).Select(line => line.Choice)],
            [.. wanted.Where(line => line.Votes == last && wanted.Count(other => other.Votes > last) < most).Select(line => line.Choice)],
            votes.Count);
    }
}

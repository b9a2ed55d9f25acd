using System.Collections.Immutable;
using Citess.Poles.Calls.Partners;

namespace Citess.Poles.Calls.State;

/// <summary>A needed role with who fills it.</summary>
/// <param name="Need">What is asked.</param>
/// <param name="FilledBy">Ids of those who fill it.</param>
public sealed record NeedState(RoleNeed Need, ImmutableArray<string> FilledBy)
{
    /// <summary>How many are still looked for.</summary>
    public int Missing => Math.Max(0, Need.Count - FilledBy.Length);
}

/// <summary>
/// Who fills which role: each candidate one, as many roles as can be filled at once. By augmenting paths, in the order of the
/// rules and of the candidates, so that the same candidates always give the same answer; what was filled stays filled.
/// </summary>
public static class RoleAssignment
{
    public static ImmutableArray<NeedState> Of(ImmutableArray<RoleNeed> needs, IReadOnlyList<Candidate> candidates)
    {
        var places = needs.SelectMany((need, row) => Enumerable.Repeat(row, Math.Clamp(need.Count, 0, CallRules.Largest))).ToArray();
        var placeOf = new int?[candidates.Count];
        for (var place = 0; place < places.Length; place++)
        {
            Fill(place, new bool[candidates.Count]);
        }

        return [.. needs.Select((need, row) => new NeedState(need, [.. candidates.Where((_, each) => placeOf[each] is { } place && places[place] == row).Select(candidate => candidate.Id)]))];

        bool Fill(int place, bool[] asked)
        {
            for (var each = 0; each < candidates.Count; each++)
            {
                if (asked[each] || !needs[places[place]].IsFor(candidates[each].Roles, candidates[each].Country))
                {
                    continue;
                }

                asked[each] = true;
                if (placeOf[each] is not { } held || Fill(held, asked))
                {
                    placeOf[each] = place;
                    return true;
                }
            }

            return false;
        }
    }
}

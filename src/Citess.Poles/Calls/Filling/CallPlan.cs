using System.Collections.Immutable;
using Citess.Poles.Calls.Partners;
using Citess.Poles.Calls.State;

namespace Citess.Poles.Calls.Filling;

/// <summary>Why somebody is proposed.</summary>
public enum ProposalReason
{
    /// <summary>It has the role that is missing.</summary>
    Role,

    /// <summary>It is from where the role must be.</summary>
    Country,

    /// <summary>It brings one of the countries that are still too few.</summary>
    NewCountry,
}

/// <summary>Who could fill one role that is missing.</summary>
/// <param name="Need">What is missing.</param>
/// <param name="Missing">How many.</param>
/// <param name="First">Those of the plan, at most as many as are missing.</param>
/// <param name="Alternatives">Others who could.</param>
public sealed record PlaceProposal(RoleNeed Need, int Missing, ImmutableArray<CallOption> First, ImmutableArray<CallOption> Alternatives)
{
    /// <summary>How many would still be missing if all of the plan came.</summary>
    public int Left => Missing - First.Length;
}

/// <summary>Who of those who are known could fill what a call misses: nobody twice, as many places as can be filled, and what would be missing then.</summary>
/// <param name="Places">For each role that is missing.</param>
/// <param name="CountriesLeft">How many countries would still be too few.</param>
public sealed record CallPlan(ImmutableArray<PlaceProposal> Places, int CountriesLeft)
{
    public const int MostAlternatives = 3;

    public static CallPlan Of(CallRules rules, CallState state, IEnumerable<CallOption> options)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(state);
        var (missing, lacks) = (state.Missing.ToImmutableArray(), Lacks(rules, state));
        var known = options.Where(option => rules.Countries.IsEmpty || rules.Countries.Contains(option.Country)).DistinctBy(option => option.Reference)
            .OrderByDescending(option => lacks && !state.Countries.Contains(option.Country)).ThenBy(option => option.Roles.Length).ThenBy(option => option.Reference, StringComparer.Ordinal).ToList();
        var filled = RoleAssignment.Of([.. missing.Select(each => each.Need with { Count = each.Missing })], [.. known.Select(option => new Candidate { Id = option.Reference, Roles = option.Roles, Country = option.Country })]);
        var taken = filled.SelectMany(each => each.FilledBy).ToHashSet(StringComparer.Ordinal);
        return new(
            [.. missing.Zip(filled, (need, place) => new PlaceProposal(
                need.Need,
                need.Missing,
                [.. known.Where(option => place.FilledBy.Contains(option.Reference))],
                [.. known.Where(option => !taken.Contains(option.Reference) && need.Need.IsFor(option.Roles, option.Country)).Take(MostAlternatives)]))],
            Math.Max(0, (rules.LeastCountries ?? 0) - known.Where(option => taken.Contains(option.Reference)).Select(option => option.Country).Concat(state.Countries).Distinct(StringComparer.Ordinal).Count()));
    }

    /// <summary>What speaks for somebody at one place.</summary>
    public static IEnumerable<ProposalReason> Reasons(CallRules rules, CallState state, RoleNeed need, CallOption option)
    {
        ArgumentNullException.ThrowIfNull(need);
        ArgumentNullException.ThrowIfNull(option);
        ArgumentNullException.ThrowIfNull(state);
        yield return ProposalReason.Role;
        if (need.Country.Length > 0)
        {
            yield return ProposalReason.Country;
        }

        if (Lacks(rules, state) && !state.Countries.Contains(option.Country))
        {
            yield return ProposalReason.NewCountry;
        }
    }

    private static bool Lacks(CallRules rules, CallState state) => rules.LeastCountries > state.Countries.Length;
}

using System.Collections.Immutable;
using Citess.Poles.Calls.Partners;

namespace Citess.Poles.Calls.State;

/// <summary>One thing that a call asks.</summary>
public enum CallRule
{
    LeastPartners,
    MostPartners,
    LeastCountries,
    AllowedCountries,
    Roles,
    Budget,
    LeastShare,
    MostShare,
}

/// <summary>Whether one rule is met now.</summary>
/// <param name="Rule">Which one.</param>
/// <param name="IsMet">False also for what cannot be told yet, as a share without an amount.</param>
/// <param name="Against">Ids of those who stand against it; often none.</param>
public sealed record RuleState(CallRule Rule, bool IsMet, ImmutableArray<string> Against);

/// <summary>Where the answer to a call stands: only who has committed counts.</summary>
public sealed record CallState
{
    public required CallDeadline Deadline { get; init; }

    /// <summary>Those who have committed, in the order in which they came.</summary>
    public required ImmutableArray<Candidate> Committed { get; init; }

    /// <summary>Countries of those, each once.</summary>
    public required ImmutableArray<string> Countries { get; init; }

    public required ImmutableArray<NeedState> Needs { get; init; }

    public required CallBudget Budget { get; init; }

    /// <summary>What the call asks, in a fixed order; what it does not ask is not among it.</summary>
    public required ImmutableArray<RuleState> Rules { get; init; }

    /// <summary>The roles that are still looked for.</summary>
    public IEnumerable<NeedState> Missing => Needs.Where(need => need.Missing > 0);

    /// <summary>Code of the role that a partner fills, else of the first that it could.</summary>
    public string RoleOf(Candidate each)
    {
        ArgumentNullException.ThrowIfNull(each);
        return Needs.FirstOrDefault(need => need.FilledBy.Contains(each.Id))?.Need.Role ?? each.Roles.FirstOrDefault("");
    }

    public int Met => Rules.Count(rule => rule.IsMet);

    /// <summary>True when nothing that the call asks is missing.</summary>
    public bool IsComplete => Met == Rules.Length;

    public static CallState Of(Call call, IEnumerable<Candidate> candidates, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(call);
        ImmutableArray<Candidate> committed = [.. candidates.Where(each => each.Standing == CandidateStanding.Committed)];
        ImmutableArray<string> countries = [.. committed.Select(each => each.Country).Distinct(StringComparer.Ordinal)];
        var needs = RoleAssignment.Of(call.Rules.Needs, committed);
        var budget = CallBudget.Of(call.Rules, committed);
        return new()
        {
            Deadline = CallDeadline.Of(call, now),
            Committed = committed,
            Countries = countries,
            Needs = needs,
            Budget = budget,
            Rules = [.. Judge(call.Rules, committed, countries.Length, needs, budget)],
        };
    }

    private static IEnumerable<RuleState> Judge(CallRules rules, ImmutableArray<Candidate> committed, int countries, ImmutableArray<NeedState> needs, CallBudget budget)
    {
        if (rules.LeastPartners is { } least)
        {
            yield return new(CallRule.LeastPartners, committed.Length >= least, []);
        }

        if (rules.MostPartners is { } most)
        {
            yield return new(CallRule.MostPartners, committed.Length <= most, []);
        }

        if (rules.LeastCountries is { } some)
        {
            yield return new(CallRule.LeastCountries, countries >= some, []);
        }

        if (rules.Countries.Length > 0)
        {
            yield return Against(CallRule.AllowedCountries, committed.Where(each => !rules.Countries.Contains(each.Country)).Select(each => each.Id));
        }

        if (needs.Length > 0)
        {
            yield return new(CallRule.Roles, needs.All(need => need.Missing == 0), []);
        }

        if (rules.Budget is not null)
        {
            yield return new(CallRule.Budget, budget.Over == 0 && !budget.IsOpen, [.. budget.Shares.Where(share => share.Amount is null).Select(share => share.Id)]);
        }

        if (rules.LeastShare is > 0 and var smallest)
        {
            yield return Against(CallRule.LeastShare, budget.Shares.Where(share => share.Percent is not { } percent || percent < smallest).Select(share => share.Id));
        }

        if (rules.MostShare is { } largest)
        {
            yield return Against(CallRule.MostShare, budget.Shares.Where(share => share.Percent is not { } percent || percent > largest).Select(share => share.Id));
        }
    }

    private static RuleState Against(CallRule rule, IEnumerable<string> who) => new(rule, !who.Any(), [.. who]);
}

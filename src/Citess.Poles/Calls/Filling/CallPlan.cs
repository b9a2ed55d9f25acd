using System.Collections.Immutable;
using System.Globalization;
using Citess.Poles.Calls.Partners;
using Citess.Poles.Calls.State;
using Citess.Poles.Matching;
using Citess.Poles.Matching.Calls;

namespace Citess.Poles.Calls.Filling;

/// <summary>Somebody who is proposed.</summary>
/// <param name="Option">Who.</param>
/// <param name="Roles">What of the missing it would fill; none for one that is only one more.</param>
/// <param name="IsNewCountry">True when it brings one of the countries that are still too few.</param>
/// <param name="Alternatives">Others in whose place no more would be missing, the best first.</param>
public sealed record PartnerProposal(CallOption Option, ImmutableArray<RoleNeed> Roles, bool IsNewCountry, ImmutableArray<CallOption> Alternatives);

/// <summary>Who of those who are known would meet the rules together with those who are in, and what would be missing even then.</summary>
/// <param name="Proposals">Nobody twice.</param>
/// <param name="Roles">Roles that would be missing, with how many.</param>
/// <param name="Partners">How many partners would be too few.</param>
/// <param name="Countries">How many countries would be too few.</param>
public sealed record CallPlan(ImmutableArray<PartnerProposal> Proposals, ImmutableArray<RoleNeed> Roles, int Partners, int Countries)
{
    private static readonly ConceptGraph s_none = ConceptGraph.From([]);

    /// <summary>By the rule of the matcher, which knows one kind of each partner: that is the role that it fills best beside the others.</summary>
    public static CallPlan Of(CallRules rules, CallState state, IEnumerable<CallOption> options)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(state);
        var known = options.DistinctBy(option => option.Reference).ToDictionary(option => option.Reference, StringComparer.Ordinal);
        var kinds = Kinds(rules, state, known.Values);
        var proposal = new CallFit(s_none, Asked(rules)).Propose(
            [.. state.Committed.Select(each => new CallPartner(each.Id, state.RoleOf(each), each.Country, []))],
            known.Values.Select(option => new CallPartner(option.Reference, kinds[option.Reference], option.Country, [])));
        return new(
            [.. proposal.Proposed.Select(each => new PartnerProposal(
                known[each.Partner],
                Needs(rules, each.Fills.Where(fill => fill.Contains('.', StringComparison.Ordinal))),
                each.Fills.Contains(known[each.Partner].Country),
                [.. each.Alternatives.Select(other => known[other])]))],
            Needs(rules, proposal.Missing.Roles.Select(role => role.Id)),
            proposal.Missing.Partners,
            proposal.Missing.Countries);
    }

    private static Matching.Calls.CallRules Asked(CallRules rules) => new()
    {
        LeastPartners = rules.LeastPartners ?? 0,
        MostPartners = rules.MostPartners ?? CallRules.Largest,
        LeastCountries = rules.LeastCountries ?? 0,
        Countries = rules.Countries,
        Roles = [.. rules.Needs.SelectMany((need, row) => Enumerable.Range(0, need.Count).Select(place => new CallRole(string.Create(CultureInfo.InvariantCulture, $"{row}.{place}"), need.Role, need.Country)))],
    };

    /// <summary>As many of the missing roles as can be are filled by somebody; who fills none is what it could be first.</summary>
    private static Dictionary<string, string> Kinds(CallRules rules, CallState state, IReadOnlyCollection<CallOption> options)
    {
        var missing = state.Missing.Select(each => each.Need with { Count = each.Missing }).ToImmutableArray();
        var able = options.Where(option => rules.Countries.IsEmpty || rules.Countries.Contains(option.Country))
            .OrderBy(option => state.Countries.Contains(option.Country)).ThenBy(option => option.Roles.Length).ThenBy(option => option.Reference, StringComparer.Ordinal);
        var filled = RoleAssignment.Of(missing, [.. able.Select(option => new Candidate { Id = option.Reference, Roles = option.Roles, Country = option.Country })])
            .SelectMany(need => need.FilledBy, (need, id) => (id, need.Need.Role)).ToDictionary(each => each.id, each => each.Role, StringComparer.Ordinal);
        return options.ToDictionary(
            option => option.Reference,
            option => filled.GetValueOrDefault(option.Reference) ?? option.Roles.FirstOrDefault(role => missing.Any(need => need.Role == role)) ?? option.Roles.FirstOrDefault(""),
            StringComparer.Ordinal);
    }

    private static ImmutableArray<RoleNeed> Needs(CallRules rules, IEnumerable<string> places) =>
        [.. places.GroupBy(place => int.Parse(place.Split('.')[0], CultureInfo.InvariantCulture)).OrderBy(group => group.Key).Select(group => rules.Needs[group.Key] with { Count = group.Count() })];
}

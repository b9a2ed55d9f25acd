using System.Collections.Immutable;

namespace Citess.Poles.Matching.Calls;

/// <summary>What some partners lack of what a call asks.</summary>
/// <param name="Partners">How many more are needed.</param>
/// <param name="Countries">How many more countries.</param>
/// <param name="Roles">Roles that nobody fills.</param>
/// <param name="Concepts">What none of them knows.</param>
public sealed record CallGaps(int Partners, int Countries, ImmutableArray<CallRole> Roles, ImmutableArray<string> Concepts)
{
    public bool IsNone => Count == 0;

    /// <summary>How much is missing, all counted alike.</summary>
    internal int Count => Partners + Countries + Roles.Length + Concepts.Length;
}

/// <summary>Somebody proposed for a call.</summary>
/// <param name="Partner">Address.</param>
/// <param name="Fills">What of <see cref="CallGaps"/> it fills: keys of roles, concepts, its country when it is a new one.</param>
/// <param name="Alternatives">Others that would leave no more missing in its place, at most three, the best first.</param>
public sealed record CallProposed(string Partner, ImmutableArray<string> Fills, ImmutableArray<string> Alternatives);

/// <summary>Partners proposed for a call, and what stays missing even with them.</summary>
public sealed record CallProposal(ImmutableArray<CallProposed> Proposed, CallGaps Missing);

/// <summary>Finds partners for a call by its rules, and says what is missing. The order in which candidates are given means nothing.</summary>
public sealed class CallFit(ConceptGraph graph, CallRules rules)
{
    private const int Alternatives = 3;

    /// <summary>What these partners lack.</summary>
    public CallGaps Missing(IReadOnlyCollection<CallPartner> partners)
    {
        var allowed = partners.Where(MayTakePart).ToList();
        return new(
            Math.Max(0, rules.LeastPartners - allowed.Count),
            Math.Max(0, rules.LeastCountries - allowed.Select(partner => partner.Country).Distinct(StringComparer.Ordinal).Count()),
            Open(allowed),
            [.. rules.Concepts.Where(concept => !allowed.Exists(partner => Closeness(partner, concept) > 0))]);
    }

    /// <summary>Adds, one after the other, whoever fills most of what is missing, then knows it best, until nothing is missing or nobody helps.</summary>
    public CallProposal Propose(IReadOnlyCollection<CallPartner> partners, IEnumerable<CallPartner> candidates)
    {
        var taken = partners.Select(partner => partner.Id).ToHashSet(StringComparer.Ordinal);
        List<CallPartner> able = [.. candidates.Where(candidate => candidate.Consents && MayTakePart(candidate) && taken.Add(candidate.Id)).OrderBy(candidate => candidate.Id, StringComparer.Ordinal)];
        var (all, chosen) = (partners.ToList(), new List<(CallPartner Partner, CallGaps Before)>());
        for (var gaps = Missing(all); !gaps.IsNone && all.Count < rules.MostPartners && Next(all, able, gaps) is { } next; gaps = Missing(all))
        {
            chosen.Add((next, gaps));
            all.Add(next);
            able.Remove(next);
        }

        return new([.. chosen.Select(each => new CallProposed(each.Partner.Id, Fills(each.Partner, all.Where(one => one != each.Partner).ToList()), Instead(each.Partner, all, able)))], Missing(all));
    }

    private CallPartner? Next(List<CallPartner> all, List<CallPartner> able, CallGaps gaps) => able
        .Select(candidate => (Candidate: candidate, Left: Missing([.. all, candidate]).Count))
        .Where(each => each.Left < gaps.Count)
        .OrderBy(each => each.Left).ThenByDescending(each => Knows(each.Candidate)).Select(each => each.Candidate).FirstOrDefault();

    private ImmutableArray<string> Instead(CallPartner partner, List<CallPartner> all, List<CallPartner> able)
    {
        List<CallPartner> others = [.. all.Where(one => one != partner)];
        var missing = Missing(all).Count;
        return [.. able.Where(candidate => Missing([.. others, candidate]).Count <= missing).OrderByDescending(Knows).Select(candidate => candidate.Id).Take(Alternatives)];
    }

    /// <summary>What would be missing without it.</summary>
    private ImmutableArray<string> Fills(CallPartner partner, List<CallPartner> others)
    {
        var (with, without) = (Missing([.. others, partner]), Missing(others));
        return
        [
            .. without.Roles.Except(with.Roles).Select(role => role.Id),
            .. without.Concepts.Except(with.Concepts, StringComparer.Ordinal),
            .. without.Countries > with.Countries ? [partner.Country] : Array.Empty<string>(),
        ];
    }

    private bool MayTakePart(CallPartner partner) => rules.Countries.IsEmpty || rules.Countries.Contains(partner.Country, StringComparer.Ordinal);

    private long Knows(CallPartner partner) => rules.Concepts.Sum(concept => (long)Closeness(partner, concept));

    private int Closeness(CallPartner partner, string concept) => graph.Near(concept).Where(near => partner.Concepts.Contains(near.Code, StringComparer.Ordinal)).Select(near => near.Closeness).DefaultIfEmpty().Max();

    /// <summary>Roles that stay open when as many as can be are filled, each by another partner: a partner moves to another role that it can fill too.</summary>
    private ImmutableArray<CallRole> Open(List<CallPartner> partners)
    {
        var filledBy = new Dictionary<CallPartner, CallRole>();
        return [.. rules.Roles.Where(role => !TryFill(role, []))];

        bool TryFill(CallRole role, HashSet<CallPartner> asked)
        {
            foreach (var partner in partners.Where(partner => (role.Kind.Length == 0 || role.Kind == partner.Kind) && (role.Country.Length == 0 || role.Country == partner.Country)))
            {
                if (asked.Add(partner) && (!filledBy.TryGetValue(partner, out var other) || TryFill(other, asked)))
                {
                    filledBy[partner] = role;
                    return true;
                }
            }

            return false;
        }
    }
}

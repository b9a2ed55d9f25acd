using System.Collections.Immutable;
using System.Security.Claims;
using Citess.Poles.Calls.Partners;
using Citess.Poles.Calls.State;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Identity;

namespace Citess.Poles.Calls.Dossiers;

/// <summary>Makes dossiers of calls.</summary>
public sealed class DossierDesk(ConsortiumDesk consortia, Pole pole, TimeProvider clock)
{
    /// <summary>Null when there is no such call.</summary>
    public async Task<Dossier?> ReadAsync(ClaimsPrincipal who, string call) =>
        await consortia.ReadAsync(who, call) is (var view, var consortium) ? Of(pole.Address(RecordKey.Parse($"{CallKind.Kind}/{call}")), view.Content, consortium, clock.GetUtcNow()) : null;

    public static Dossier Of(string address, Call call, Consortium consortium, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(consortium);
        var state = CallState.Of(call, consortium.Candidates, now);
        return new()
        {
            Call = address,
            Title = call.Title.ToMap() ?? ImmutableSortedDictionary<string, string>.Empty,
            Programme = call.Programme,
            Funder = call.Funder,
            Website = call.Website,
            Deadline = state.Deadline.At,
            TimeZone = call.TimeZone,
            Status = call.Status,
            StatusOn = call.StatusOn,
            Made = now,
            IsComplete = state.IsComplete,
            Rules = [.. state.Rules.Select(rule => new DossierRule(rule.Rule, rule.IsMet, Names(rule.Against)))],
            Needs = [.. state.Needs.Select(need => new DossierNeed(need.Need.Role, need.Need.Country, need.Need.Count, Names(need.FilledBy)))],
            Partners = [.. state.Committed.OrderByDescending(each => each.IsLead).Select(each => Partner(each, state))],
            Budget = new(
                call.Rules.Currency,
                state.Budget.Sum,
                state.Budget.Most,
                state.Budget.Over,
                [.. CallBudget.By(state.Committed, each => each.Country).Select(each => new DossierSum(each.Word, each.Sum))],
                [.. CallBudget.By(state.Committed, each => state.RoleOf(each)).Select(each => new DossierSum(each.Word, each.Sum))]),
        };

        ImmutableArray<string> Names(ImmutableArray<string> ids) => [.. ids.Select(id => consortium.Find(id)?.Name ?? "")];
    }

    private static DossierPartner Partner(Candidate each, CallState state) => new()
    {
        Name = each.Name,
        Role = state.RoleOf(each),
        Country = each.Country,
        IsLead = each.IsLead,
        LegalForm = each.Sheet.LegalForm,
        Registration = each.Sheet.Registration,
        Website = each.Sheet.Website,
        About = each.Sheet.About.ToMap(),
        Brings = each.Sheet.Brings.ToMap(),
        Experience = each.Sheet.Experience.ToMap(),
        People = each.Sheet.People.ToMap(),
        Tasks = each.Tasks.ToMap(),
        Amount = each.Amount,
        Percent = state.Budget.Shares.First(share => share.Id == each.Id).Percent is { } percent ? decimal.Round(percent, 1) : null,
        CommittedBy = each.Commitment?.Name ?? "",
        Function = each.Commitment?.Function ?? "",
        CommittedOn = each.Commitment?.On,
        IsByLink = each.Commitment is { Link.Length: > 0 },
        IsChangedSince = each.IsChangedSince,
    };
}

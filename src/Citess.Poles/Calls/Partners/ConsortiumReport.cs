using Citess.Poles.Calls.State;

namespace Citess.Poles.Calls.Partners;

/// <summary>Who is asked and who is in, and where it stands, as programs read it.</summary>
public sealed record ConsortiumReport(bool ShowsNames, IReadOnlyList<CandidateReport> Candidates, StateReport State)
{
    public static ConsortiumReport Of(Call call, Consortium consortium, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(consortium);
        return new(consortium.ShowsNames, [.. consortium.Candidates.Select(each => new CandidateReport(each with { Link = null }, each.Link is not null))], StateReport.Of(CallState.Of(call, consortium.Candidates, now)));
    }
}

/// <summary>One candidate, with <c>hasLink</c> in place of its link, which is told once; an edit names its revision in <c>If-Match</c>.</summary>
public sealed record CandidateReport(Candidate Candidate, bool HasLink);

/// <summary>Where the answer to a call stands: who counts, by id, what is missing and which rules are met.</summary>
public sealed record StateReport(DateTimeOffset? Deadline, DeadlineKind DeadlineKind, int DaysLeft, IReadOnlyList<string> Committed, IReadOnlyList<NeedState> Needs, IReadOnlyList<RuleState> Rules, long Sum, long Over, bool IsComplete)
{
    public static StateReport Of(CallState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return new(state.Deadline.At, state.Deadline.Kind, state.Deadline.Days, [.. state.Committed.Select(each => each.Id)], state.Needs, state.Rules, state.Budget.Sum, state.Budget.Over, state.IsComplete);
    }
}

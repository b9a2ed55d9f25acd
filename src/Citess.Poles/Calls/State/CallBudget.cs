using System.Collections.Immutable;
using Citess.Poles.Calls.Partners;

namespace Citess.Poles.Calls.State;

/// <summary>The share of one partner.</summary>
/// <param name="Id">Of the candidate.</param>
/// <param name="Amount">Null when nobody has said it yet.</param>
/// <param name="Percent">Of what all ask for, not rounded: a rule is kept or it is not; null without an amount.</param>
public sealed record BudgetShare(string Id, long? Amount, decimal? Percent);

/// <summary>What the committed partners ask for together, and how it stands to what may be asked for.</summary>
public sealed record CallBudget
{
    public required ImmutableArray<BudgetShare> Shares { get; init; }

    public required long Sum { get; init; }

    /// <summary>The most that may be asked for; null when the call does not say.</summary>
    public required long? Most { get; init; }

    /// <summary>What is asked for too much; 0 when nothing is.</summary>
    public long Over => Most is { } most ? Math.Max(0, Sum - most) : 0;

    /// <summary>What could still be asked for; 0 when nothing could, or the call does not say.</summary>
    public long Under => Most is { } most ? Math.Max(0, most - Sum) : 0;

    /// <summary>True when one of those who are in has not said an amount yet.</summary>
    public bool IsOpen => Shares.Any(share => share.Amount is null);

    public static CallBudget Of(CallRules rules, IReadOnlyList<Candidate> committed)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var sum = committed.Sum(each => each.Amount ?? 0);
        return new()
        {
            Sum = sum,
            Most = rules.Budget,
            Shares = [.. committed.Select(each => new BudgetShare(each.Id, each.Amount, each.Amount is { } amount && sum > 0 ? amount * 100m / sum : null))],
        };
    }

    /// <summary>The amounts added up by a word about each partner, the largest sum first.</summary>
    public static IEnumerable<(string Word, long Sum)> By(IEnumerable<Candidate> committed, Func<Candidate, string> word) =>
        committed.GroupBy(word, StringComparer.Ordinal).Select(group => (Word: group.Key, Sum: group.Sum(each => each.Amount ?? 0))).OrderByDescending(each => each.Sum).ThenBy(each => each.Word, StringComparer.Ordinal);
}

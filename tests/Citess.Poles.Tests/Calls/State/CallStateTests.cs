using System.Globalization;
using Citess.Poles.Calls;
using Citess.Poles.Calls.Partners;
using Citess.Poles.Calls.State;
using Citess.Poles.Kernel.Culture;
using Xunit;
using static Citess.Poles.Tests.Calls.CallExamples;

namespace Citess.Poles.Tests.Calls.State;

public sealed class CallStateTests
{
    private static readonly Candidate[] s_three =
    [
        Candidate("sfax", "TN", ["university"], 200_000),
        Candidate("coop", "ES", ["sse-organisation"], 300_000),
        Candidate("rete", "IT", ["sse-organisation", "network"], 250_000),
    ];

    [Theory]
    [InlineData("en", "21 days left, 3 of 5 partners, missing: a public body in Tunisia")]
    [InlineData("fr", "encore 21 jours, 3 partenaires sur 5, il manque\u00a0: un organisme public (Tunisie)")]
    [InlineData("es", "quedan 21 días, 3 de 5 socios, falta: un organismo público en Túnez")]
    [InlineData("ar", "بقي 21 يوما، 3 من 5 شركاء، ينقص: هيئة عمومية في تونس")]
    public void One_line_says_where_it_stands(string language, string line) => Assert.Equal(line, In(language, () => CallWords.Line(Open, Of(s_three), Words)));

    [Fact]
    public void Only_who_has_committed_counts()
    {
        var state = Of([.. s_three, .. Enum.GetValues<CandidateStanding>().Where(standing => standing != CandidateStanding.Committed).Select(standing => Candidate($"{standing}", "TN", ["public-body"], 50_000, standing))]);
        Assert.Equal((3, 750_000L), (state.Committed.Length, state.Budget.Sum));
        Assert.Equal("public-body", Assert.Single(state.Missing).Need.Role);
    }

    [Fact]
    public void A_call_that_asks_nothing_has_no_rules_and_is_never_said_to_be_complete()
    {
        var state = CallState.Of(Barest, [], Now);
        Assert.Empty(state.Rules);
        Assert.Equal("no deadline yet, 0 partners", In("en", () => CallWords.Line(Barest, state, Words)));
    }

    [Fact]
    public void All_rules_can_be_met()
    {
        var state = Of([.. s_three, Candidate("mahdia", "TN", ["public-body"], 100_000), Candidate("valencia", "ES", ["ngo"], 100_000)]);
        Assert.True(state.IsComplete);
        Assert.Equal(8, state.Met);
        Assert.Equal("21 days left, 5 of 5 partners, all rules are met", In("en", () => CallWords.Line(Open, state, Words)));
    }

    [Theory]
    [InlineData(CallRule.LeastPartners, 4)]
    [InlineData(CallRule.MostPartners, 9)]
    public void Too_few_and_too_many_partners_are_both_said(CallRule rule, int partners)
    {
        var state = Of([.. Enumerable.Range(0, partners).Select(each => Candidate($"{each}", "TN", ["ngo"], 1))]);
        Assert.False(state.Rules.Single(each => each.Rule == rule).IsMet);
    }

    [Fact]
    public void A_country_counts_once_and_one_that_is_not_allowed_is_named()
    {
        var state = Of([Candidate("a", "TN", ["ngo"], 1), Candidate("b", "TN", ["ngo"], 1), Candidate("c", "DE", ["ngo"], 1)]);
        Assert.Equal(["TN", "DE"], state.Countries);
        Assert.Equal(["c"], state.Rules.Single(each => each.Rule == CallRule.AllowedCountries).Against);
        Assert.Contains("1 more country", In("en", () => CallWords.Line(Open, state, Words)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_asked_for_too_much_is_said_and_what_is_left()
    {
        var over = Of([Candidate("a", "TN", ["ngo"], 600_000), Candidate("b", "ES", ["ngo"], 450_500)]);
        Assert.Equal((1_050_500L, 50_500L, 0L), (over.Budget.Sum, over.Budget.Over, over.Budget.Under));
        Assert.False(over.Rules.Single(each => each.Rule == CallRule.Budget).IsMet);
        Assert.Contains("the budget is over by 50,500\u00a0EUR", In("en", () => CallWords.Line(Open, over, Words)), StringComparison.Ordinal);
        Assert.Equal((0L, 250_000L), (Of(s_three).Budget.Over, Of(s_three).Budget.Under));
    }

    [Fact]
    public void Who_has_said_no_amount_stands_against_the_budget()
    {
        var rule = Of([Candidate("a", "TN", ["ngo"], 10), Candidate("b", "ES", ["ngo"])]).Rules.Single(each => each.Rule == CallRule.Budget);
        Assert.Equal((false, "b"), (rule.IsMet, Assert.Single(rule.Against)));
    }

    [Fact]
    public void A_share_is_judged_before_it_is_rounded()
    {
        // 40.04 per cent is more than 40, though it is shown as 40.
        var state = Of([Candidate("a", "TN", ["ngo"], 4004), Candidate("b", "ES", ["ngo"], 3000), Candidate("c", "IT", ["ngo"], 2996)]);
        Assert.Equal(["a"], state.Rules.Single(each => each.Rule == CallRule.MostShare).Against);
        Assert.Equal("40\u00a0%", In("en", () => CallWords.Percent(state.Budget.Shares[0].Percent!.Value)));

        var small = Of([Candidate("a", "TN", ["ngo"], 499), Candidate("b", "ES", ["ngo"], 9501)]);
        Assert.Equal(["a"], small.Rules.Single(each => each.Rule == CallRule.LeastShare).Against);
    }

    [Fact]
    public void Once_it_is_handed_in_the_line_says_so_with_the_day() => Assert.Equal("Handed in, 19 December 2026", In("en", () => CallWords.Line(Olives, Of(s_three), Words)));

    [Fact]
    public void Sums_by_country_begin_with_the_largest() =>
        Assert.Equal([("ES", 300_000L), ("IT", 250_000L), ("TN", 200_000L)], CallBudget.By(s_three, each => each.Country));

    private static CallState Of(IEnumerable<Candidate> candidates) => CallState.Of(Open, candidates, Now);

    private static T In<T>(string language, Func<T> say)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = Languages.Find(language)!.Culture;
            return say();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}

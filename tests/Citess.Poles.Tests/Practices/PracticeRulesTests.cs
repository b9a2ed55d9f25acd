using Citess.Poles.Kernel;
using Citess.Poles.Practices;
using Xunit;

namespace Citess.Poles.Tests.Practices;

public sealed class PracticeRulesTests
{
    private static Practice Press => PracticeExamples.Press;

    public static TheoryData<string, Practice> Wrong => new()
    {
        { "Title", Press with { Title = MultilingualText.Empty } },
        { "Title", Press with { Title = MultilingualText.Of("fr", new string('x', 101)) } },
        { "Title", Press with { Solution = MultilingualText.Of("ar", "نصّ بلغة مصدر أخرى") } },
        { "Approach", Press with { Approach = MultilingualText.Of("fr", new string('x', 1501)) } },
        { "From", Press with { From = "hier" } },
        { "To", Press with { From = "2024-05", To = "2024-04" } },
        { "Cost", Press with { Cost = -1 } },
        { "Currency", Press with { Currency = "" } },
        { "Currency", Press with { Currency = "Dinars" } },
        { "Funding", Press with { Funding = [new() { Source = FundingSource.Sales, Percent = 60 }, new() { Source = FundingSource.Loans, Percent = 41 }] } },
        { "Funding", Press with { Funding = [new() { Source = FundingSource.Sales, Percent = 1 }, new() { Source = FundingSource.Sales, Percent = 1 }] } },
        { "Sdgs", Press with { Sdgs = ["18"] } },
        { "Beneficiaries", Press with { Beneficiaries = ["nobody"] } },
        { "Phases[0].Name", Press with { Phases = [new() { Actors = MultilingualText.Of("fr", "Quelqu’un") }] } },
        { "Phases", Press with { Phases = [.. Enumerable.Repeat(Press.Phases[0], PracticePhase.Most + 1)] } },
        { "Results[1].ExpectedBy", Press with { Results = [Press.Results[0], Press.Results[1] with { ExpectedBy = "bientôt" }] } },
        { "Conditions[0].Determinant", Press with { Conditions = [new() { Determinant = "C5.1" }] } },
        { "Risks[0].Coping.fr", Press with { Risks = [new() { Name = MultilingualText.Of("fr", "Risque"), Coping = MultilingualText.Of("fr", new string('x', 601)) }] } },
        { "Blocks[0].Id", Press with { Blocks = [Press.Blocks[0] with { Id = "A B" }] } },
        { "Blocks", Press with { Blocks = [Press.Blocks[0], Press.Blocks[0]] } },
        { "Awaited", Press with { Awaited = [new() { Field = "weather", By = "2027" }] } },
        { "Awaited.lessons", Press with { Awaited = [new() { Field = "lessons", By = "" }] } },
        { "Licence", Press with { Licence = "javascript:alert(1)" } },
    };

    [Fact]
    public void A_practice_told_whole_is_fine() => Assert.Empty(PracticeRules.Check(Press));

    [Fact]
    public void What_is_missing_is_said_once() => Assert.Equal(["Title"], PracticeRules.Check(Press with { Title = MultilingualText.Empty }).Select(problem => problem.Field));

    [Theory, MemberData(nameof(Wrong))]
    public void What_is_wrong_is_said_of_its_field(string field, Practice practice) =>
        Assert.Contains(PracticeRules.Check(practice), problem => problem.Field == field || problem.Field.StartsWith(field + ".", StringComparison.Ordinal));

    [Theory]
    [InlineData("2024", true)]
    [InlineData("2024-05", true)]
    [InlineData("2024-02-29", true)]
    [InlineData("2023-02-29", false)]
    [InlineData("24", false)]
    [InlineData("2024-5", false)]
    [InlineData("٢٠٢٤", false)]
    [InlineData("", false)]
    public void A_date_is_as_precise_as_somebody_knows_it(string text, bool isDate) => Assert.Equal(isDate, PartialDate.IsDate(text));
}

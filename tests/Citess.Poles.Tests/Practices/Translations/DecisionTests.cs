using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Contributions;
using Citess.Poles.Practices.Translations;
using Citess.Poles.Tests.Cast;
using Citess.Poles.Tests.Practices.Contributing;
using Xunit;

namespace Citess.Poles.Tests.Practices.Translations;

public sealed class DecisionTests
{
    private static readonly Decision s_decision = ContributionExamples.Decision;
    private static readonly DecisionKind s_atMahdia = ContributionExamples.Decisions(Mahdia.Pole);

    [Fact]
    public void What_travels_is_read_as_it_was_written_with_a_word_or_without()
    {
        foreach (var decision in new[] { s_decision, s_decision with { Verdict = DecisionVerdict.Declined, Word = MultilingualText.Empty } })
        {
            var read = s_atMahdia.Read(Mahdia.Shared(s_atMahdia, decision, ContributionExamples.DecisionKey))!;
            Assert.Equal(ContributionExamples.Plain(decision), ContributionExamples.Plain(read));
            Assert.Empty(s_atMahdia.Check(read));
        }

        Assert.Equal(ContributionExamples.Plain(s_decision), ContributionExamples.Plain(Mahdia.Carried(s_decision)));
    }

    [Fact]
    public void The_pole_whose_translation_it_is_about_reads_it_as_about_its_own() =>
        Assert.Equal(new RecordReference { Key = ContributionExamples.TranslationKey }, ContributionExamples.Decisions(Barcelona.Pole).Read(Mahdia.Shared(s_atMahdia, s_decision, ContributionExamples.DecisionKey))!.About);

    [Theory]
    [InlineData("translation/01JDA5R1V7Q0W3M9K2X4T6B8CH", true)]
    [InlineData("note/01JDA5R1V7Q0W3M9K2X4T6B8CJ", true)]
    [InlineData("practice/01JDA5R1V7Q0W3M9K2X4T6B8CE", false)]
    [InlineData("review/01JDA5R1V7Q0W3M9K2X4T6B8CG", false)]
    public void What_a_reviewer_found_is_nothing_to_decide_on(string about, bool isFit) =>
        Assert.Equal(isFit ? [] : ["About"], s_atMahdia.Check(s_decision with { About = ContributionExamples.Of(Barcelona.Pole, about) }).Select(problem => problem.Field));

    [Fact]
    public void Its_word_has_a_length() =>
        Assert.Equal(["Word.fr"], s_atMahdia.Check(s_decision with { Word = MultilingualText.Of("fr", new('x', Decision.MaxWord + 1)) }).Select(problem => problem.Field));
}

using Citess.Poles.Components;
using Xunit;

namespace Citess.Poles.Tests.Components;

public sealed class WordDifferenceTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("trente femmes se réunissent", "quarante femmes se réunissent ici")]
    [InlineData("تجتمع ثلاثون امرأة", "تجتمع أربعون امرأة كل شهر")]
    [InlineData("a b c\n\nd", "c d\n\na b")]
    public void Each_side_can_be_read_again_whole(string first, string second)
    {
        var runs = WordDifference.Compare(first, second);

        Assert.Equal(first, string.Concat(runs.Where(run => run.Standing != Standing.Second).Select(run => run.Text)));
        Assert.Equal(second, string.Concat(runs.Where(run => run.Standing != Standing.First).Select(run => run.Text)));
    }

    [Fact]
    public void Only_the_changed_words_are_marked()
        => Assert.Equal(
            [new(Standing.First, "trente"), new(Standing.Second, "quarante"), new WordRun(Standing.Both, " femmes")],
            WordDifference.Compare("trente femmes", "quarante femmes"));

    [Fact]
    public void Equal_texts_have_no_difference()
        => Assert.Equal([new(Standing.Both, "a b")], WordDifference.Compare("a b", "a b"));

    [Fact]
    public void A_text_too_long_to_compare_is_shown_as_replaced()
    {
        var (first, second) = (string.Join(' ', Enumerable.Repeat("a", 3000)), string.Join(' ', Enumerable.Repeat("b", 3000)));

        Assert.Equal([new(Standing.First, first), new(Standing.Second, second)], WordDifference.Compare(first, second));
    }
}

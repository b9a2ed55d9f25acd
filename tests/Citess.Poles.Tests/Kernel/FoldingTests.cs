using Citess.Poles.Kernel.Texts;
using Xunit;

namespace Citess.Poles.Tests.Kernel;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("مَدْرَسَةٌ", "مدرسه")]
    [InlineData("مـــدرســـة", "مدرسه")]
    [InlineData("أحمد إيمان آمال ٱلله", "احمد ايمان امال الله")]
    [InlineData("مؤسسة مسئول ليلى", "موسسه مسيول ليلي")]
    [InlineData("ﻻجئ", "لاجي")]
    [InlineData("٢٠٢٦ ۲۰۲۶", "2026 2026")]
    [InlineData("Économie SOCIALE, solidaire!", "economie sociale solidaire")]
    [InlineData("l'économie d’ici", "l economie d ici")]
    [InlineData("col·laboració COL·LABORACIÓ coŀlaboració col•laboració", "collaboracio collaboracio collaboracio collaboracio")]
    [InlineData("a·b · c", "a b c")]
    [InlineData("Straße œuvre Łódź İstanbul ılık", "strasse oeuvre lodz istanbul ilik")]
    [InlineData("coopérative", "cooperative")]
    [InlineData("coope\u0301rative", "cooperative")]
    [InlineData("soli\u00addaire", "solidaire")]
    [InlineData("\"AND\" OR* (NEAR) a:b -x ^y", "and or near a b x y")]
    [InlineData("nul\0nul\u0001x", "nul nul x")]
    [InlineData("😀 𝒜bc 🇹🇳", "abc")]
    [InlineData("  ", "")]
    public void Words_are_compared_without_what_people_spell_differently(string text, string words)
    {
        Assert.Equal(words, string.Join(' ', Folding.Words(text)));
    }

    [Fact]
    public void Half_a_surrogate_pair_ends_a_word_and_breaks_nothing()
    {
        Assert.Equal(["a", "b"], Folding.Words("a\ud83db"));
    }

    [Fact]
    public void No_sign_breaks_it()
    {
        for (var sign = 0; sign <= char.MaxValue; sign++)
        {
            Assert.Equal("olives", Folding.Words($"olives {(char)sign}").First());
        }
    }

    [Fact]
    public void A_word_with_the_article_is_found_with_and_without_it()
    {
        Assert.Equal(["المدرسه", "مدرسه", "والنسيج", "نسيج"], Folding.Index("المدرسة والنسيج"));
        Assert.Equal(["مدرسه", "نسيج"], Folding.Query("المدرسة النسيج"));
        Assert.Equal(["الم"], Folding.Query("الم"));
    }

    [Fact]
    public void A_question_has_at_most_twelve_words_and_a_word_at_most_64_letters()
    {
        Assert.Equal(12, Folding.Query(string.Join(' ', Enumerable.Range(0, 50))).Count);
        Assert.Equal(64, Folding.Query(new string('a', 10_000))[0].Length);
    }
}

using Citess.Storage.Catalogue;
using Xunit;

namespace Citess.Storage.Tests.Catalogue;

public sealed class QuestionTests
{
    [Theory]
    [InlineData("coopératives", "cooperativa")]
    [InlineData("cooperativas", "coopérative")]
    [InlineData("cooperative", "cooperatives")]
    [InlineData("anziani", "anziano")]
    [InlineData("التعاونيات", "تعاونية")]
    [InlineData("الفلاحات", "الفلاحين")]
    [InlineData("المهاجرين", "مهاجرون")]
    [InlineData("réseaux", "réseau")]
    public void Forms_of_a_word_share_their_beginning(string one, string other) =>
        Assert.Equal(Assert.Single(Question.Of(one)).Stem, Assert.Single(Question.Of(other)).Stem);

    [Theory]
    [InlineData("eau")]
    [InlineData("2026")]
    [InlineData("ONG")]
    [InlineData("ماء")]
    public void What_is_short_or_a_number_stays_whole(string word)
    {
        var sought = Assert.Single(Question.Of(word));
        Assert.Equal(sought.Word, sought.Stem);
    }

    [Fact]
    public void Words_that_say_nothing_are_passed_over_unless_there_are_no_others()
    {
        Assert.Equal(["jardins", "ecole"], Question.Of("des jardins pour l’école").Select(word => word.Word));
        Assert.Equal(["de", "la"], Question.Of("de la").Select(word => word.Word));
        Assert.Empty(Question.Of(" ?! "));
    }

    [Fact]
    public void A_word_stands_for_the_few_things_that_are_called_so()
    {
        Assert.Equal(["zzsectora01"], Assert.Single(Question.Of("agricoltura")).Marks);
        Assert.Contains("zzsdg5", Assert.Single(Question.Of("gender")).Marks);
        Assert.Contains("zzterritorytn53", Assert.Single(Question.Of("Mahdia")).Marks);
        Assert.Empty(Assert.Single(Question.Of("xylophone")).Marks);
        Assert.All(Question.Of("personnes social people"), word => Assert.InRange(word.Marks.Length, 0, 8));
    }

    [Fact]
    public void The_index_has_each_word_and_its_stem_where_that_is_another()
    {
        Assert.Equal(["cooperatives", "yycooperativ", "four", "المدرسه", "yyالمدرس", "مدرسه", "yyمدرس"], Question.Index("Coopératives, four, المدرسة"));
        Assert.Equal([("cooperativa", false), ("cooperativ", false), ("yycooperativ", false)], Assert.Single(Question.Forms(Question.Of("cooperativa"), begun: false)));
        Assert.Equal([("four", false), ("yyfour", false)], Assert.Single(Question.Forms(Question.Of("four"), begun: false)));
    }

    /// <summary>Whoever types goes on with the last word.</summary>
    [Fact]
    public void Of_several_words_the_last_alone_may_be_half_typed()
    {
        var forms = Question.Forms(Question.Of("huerto cooperativa"), begun: true).Select(forms => forms.Where(form => !form.Word.StartsWith("zz", StringComparison.Ordinal)).ToList()).ToList();

        Assert.Equal([("huerto", false), ("huert", false), ("yyhuert", false)], forms[0]);
        Assert.Equal([("cooperativa", false), ("cooperativ", true)], forms[1]);
    }
}

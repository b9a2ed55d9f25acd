using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Practices.Translations;
using Citess.Poles.Tests.Cast;
using Citess.Poles.Tests.Practices.Contributing;
using Xunit;

namespace Citess.Poles.Tests.Practices.Translations;

public sealed class TranslationTests
{
    private static readonly Translation s_translation = ContributionExamples.Translation;
    private static readonly TranslationKind s_atMahdia = ContributionExamples.Translations(Mahdia.Pole);

    [Fact]
    public void What_travels_is_read_as_it_was_written()
    {
        Assert.Equal(ContributionExamples.Plain(s_translation), ContributionExamples.Plain(ContributionExamples.Translations(Barcelona.Pole).Read(Written())!));
        Assert.Equal(ContributionExamples.Plain(s_translation), ContributionExamples.Plain(Mahdia.Carried(s_translation)));
        Assert.Empty(s_atMahdia.Check(s_atMahdia.Read(Written())!));
        Assert.Contains("Un full per setmana.", Written().ContentMap!["ca"], StringComparison.Ordinal);
    }

    [Fact]
    public void It_has_a_language_and_texts_whose_places_and_sources_have_names()
    {
        var field = s_translation.Fields[0];
        Assert.Equal(["Language"], Fields(s_translation with { Language = "" }));
        Assert.Equal(["Language"], Fields(s_translation with { Language = "Català" }));
        Assert.Equal(["Texts"], Fields(s_translation with { Fields = [] }));
        Assert.Empty(Fields(s_translation with { Fields = [.. Enumerable.Repeat(field, Translation.MaxFields)] }));
        Assert.Equal(["Texts"], Fields(s_translation with { Fields = [.. Enumerable.Repeat(field, Translation.MaxFields + 1)] }));
        Assert.Equal(["Texts"], Fields(s_translation with { Fields = [field with { Path = "" }] }));
        Assert.Equal(["Texts"], Fields(s_translation with { Fields = [field with { Path = new('x', TranslatedField.MaxPath + 1) }] }));
        Assert.Equal(["Texts"], Fields(s_translation with { Fields = [field with { OfHash = field.OfHash[1..] }] }));
        Assert.Equal(["Texts"], Fields(s_translation with { Fields = [field with { Text = " " }] }));
        Assert.Equal(["Texts"], Fields(s_translation with { Fields = [field with { Text = new('x', Citess.Poles.Practices.Practice.MaxBody + 1) }] }));
    }

    [Theory]
    [InlineData("translatedFields", "7")]
    [InlineData("translatedFields", """[{"field":7,"sourceHash":[],"text":{}}]""")]
    [InlineData("inLanguage", "[\"ca\"]")]
    public void What_has_another_form_is_refused(string member, string json) => Assert.NotEmpty(s_atMahdia.Check(s_atMahdia.Read(Written(member, json))!));

    [Fact]
    public void No_more_texts_are_looked_at_than_may_be() =>
        Assert.Equal(Translation.MaxFields, s_atMahdia.Read(Written("translatedFields", "[" + string.Join(',', Enumerable.Repeat("{}", 900)) + "]"))!.Fields.Length);

    private static IEnumerable<string> Fields(Translation translation) => s_atMahdia.Check(translation).Select(problem => problem.Field);

    private static ApObject Written(string member = "", string? json = null) =>
        Barcelona.Shared(ContributionExamples.Translations(Barcelona.Pole), s_translation, ContributionExamples.TranslationKey, ContributionExamples.With(member, json));
}

using Citess.Poles.Kernel;
using Citess.Poles.Practices;
using Citess.Poles.Practices.Translations;
using Xunit;

namespace Citess.Poles.Tests.Practices.Translations;

/// <summary>What was translated finds its place by the text that it was made from.</summary>
public sealed class TranslatedTextsTests
{
    private static readonly Practice s_press = PracticeExamples.Press;

    [Fact]
    public void What_is_typed_is_laid_into_the_practice_with_who_how_and_from_what()
    {
        var texts = Filled("ar");
        texts.How = Making.Machine;
        texts.Texts["approach"] = " نحسب أوّلا \r\n ثمّ نزور. ";
        texts.Texts["title"] = "";
        var result = texts.Into(s_press, "https://sidi-bouzid.example");

        Assert.Equal(new LanguageText("نحسب أوّلا \n ثمّ نزور.", "https://sidi-bouzid.example", Making.Machine, MultilingualText.Hash(s_press.Approach.SourceText)), result.Approach.Texts["ar"]);
        Assert.False(result.Title.Texts.ContainsKey("ar"));
        Assert.Equal(s_press.Overview, result.Overview);
        Assert.Equal(["title", "approach"], texts.Changes(s_press).Select(change => change.Field.Path));
    }

    [Fact]
    public void A_translation_that_was_left_alone_stays_old_until_somebody_says_that_it_holds()
    {
        var texts = Filled("ar");
        Assert.True(texts.Into(s_press, "").CostNote.IsOutdated("ar"));
        texts.Holds["costNote"] = true;
        Assert.False(texts.Into(s_press, "").CostNote.IsOutdated("ar"));
    }

    [Fact]
    public void What_was_typed_before_a_source_that_changed_meanwhile_is_old()
    {
        var texts = Filled("ca");
        texts.Texts["solution"] = "Cada cooperativa reserva el seu dia.";
        var changed = s_press with { Solution = MultilingualText.Of("fr", "Chaque coopérative réserve son heure.") };
        Assert.True(texts.Into(changed, "").Solution.IsOutdated("ca"));
        Assert.False(texts.Into(s_press, "").Solution.IsOutdated("ca"));
    }

    [Fact]
    public void A_place_that_is_not_in_the_practice_or_was_not_sent_changes_nothing()
    {
        var texts = new TranslatedTexts { Language = "ca", Texts = { ["phases-9-_name"] = "x", ["contact"] = "x" } };
        Assert.Empty(texts.Changes(s_press));
        Assert.Equal(StateJson.Write(s_press), StateJson.Write(texts.Into(s_press, "")));
    }

    [Fact]
    public void A_text_is_found_where_its_source_stands_now_and_first_where_it_stood()
    {
        var proposed = new TranslatedField { Path = "phases[0].name", OfHash = MultilingualText.Hash("Compter"), Text = "Comptar" };
        Assert.Equal("phases[0].name", Place(s_press));
        Assert.Equal("phases[1].name", Place(s_press with { Phases = [s_press.Phases[1], s_press.Phases[0]] }));
        Assert.Equal("phases[0].name", Place(s_press with { Phases = [s_press.Phases[0], s_press.Phases[0]], Lessons = MultilingualText.Of("fr", "Compter") }));
        Assert.Null(Place(s_press with { Phases = [s_press.Phases[1]] }));
        Assert.Null(Place(s_press with { Phases = [s_press.Phases[0] with { Name = MultilingualText.Of("fr", "Recompter") }] }));

        string? Place(Practice practice) => proposed.PlaceIn([.. TranslatedTexts.In(practice)])?.Path;
    }

    private static TranslatedTexts Filled(string language)
    {
        var texts = new TranslatedTexts();
        texts.Fill(s_press, language);
        return texts;
    }
}

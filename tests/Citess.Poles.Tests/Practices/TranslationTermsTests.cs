using System.Text.Json;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Practices;
using Xunit;

namespace Citess.Poles.Tests.Practices;

/// <summary>Who translated what, how and from which text travels with the practice.</summary>
public sealed class TranslationTermsTests
{
    private const string Pole = "https://sidi-bouzid.example";

    [Fact]
    public void What_a_reader_would_take_for_granted_is_not_said() =>
        Assert.Empty(TranslationTerms.Write(Titled(new("عنوان", OfHash: MultilingualText.Hash("Titre")))));

    [Theory]
    [InlineData(Pole, Making.Human, "Titre")]
    [InlineData("", Making.Machine, "Titre")]
    [InlineData(Pole, Making.Official, "Titre d’avant")]
    [InlineData("", Making.Human, "Titre d’avant")]
    public void Who_made_it_how_and_from_an_earlier_text_is_read_as_it_was_written(string by, Making how, string from)
    {
        var practice = Titled(new("عنوان", by, how, MultilingualText.Hash(from)));
        var read = TranslationTerms.Read(Titled(new("عنوان")), Document(practice));
        Assert.Equal(practice.Title.Texts["ar"], read.Title.Texts["ar"]);
        Assert.Equal(from != "Titre", read.Title.IsOutdated("ar"));
    }

    [Fact]
    public void People_of_the_pole_itself_are_named_nowhere()
    {
        var practice = Titled(new("عنوان", "01JDEMPERS0AMRA00000000001", Making.Machine, MultilingualText.Hash("Titre")));
        Assert.DoesNotContain("01JDEMPERS0AMRA", JsonSerializer.Serialize(TranslationTerms.Write(practice)), StringComparison.Ordinal);
        Assert.Equal("", TranslationTerms.Read(practice, Document(practice)).Title.Texts["ar"].By);
    }

    [Fact]
    public void What_was_made_alike_is_said_once()
    {
        var said = TranslationTerms.Write(PracticeExamples.Press);
        Assert.Equal(3, said.Count);
        Assert.Contains(said, each => Terms.Word(each, "contributor") == Pole && Terms.Words(each, "fields").SequenceEqual(["title", "overview"]));
    }

    [Theory]
    [InlineData("""7""")]
    [InlineData("""[7,null,{}]""")]
    [InlineData("""[{"inLanguage":"ar","fields":{"title":1},"madeFrom":["title"]}]""")]
    [InlineData("""[{"inLanguage":"ar","madeFrom":{"title":"short"}}]""")]
    [InlineData("""[{"inLanguage":"ar","making":"magic","contributor":"javascript:alert(1)","fields":["title"]}]""")]
    [InlineData("""[{"inLanguage":"fr","making":"machine","contributor":"https://sidi-bouzid.example","fields":["title"]}]""")]
    [InlineData("""[{"inLanguage":"ar","making":"machine","contributor":"https://sidi-bouzid.example","fields":["titles","phases[0].name"]}]""")]
    public void What_another_pole_writes_in_a_form_of_its_own_is_passed_over(string json)
    {
        var read = TranslationTerms.Read(Titled(new("عنوان")), Ap.Read<ApObject>(JsonElement.Parse($$"""{"type":"Article","translations":{{json}}}"""))!);
        Assert.Equal(new LanguageText("عنوان", OfHash: MultilingualText.Hash("Titre")), read.Title.Texts["ar"]);
        Assert.Equal(new LanguageText("Titre"), read.Title.Texts["fr"]);
    }

    private static Practice Titled(LanguageText arabic) => new() { Title = MultilingualText.Of("fr", "Titre") is var title ? title with { Texts = title.Texts.Add("ar", arabic) } : title };

    private static ApObject Document(Practice practice) => Ap.Read<ApObject>(Ap.Write(new ApObject { Type = "Article", Other = Terms.Of((TranslationTerms.Term, TranslationTerms.Write(practice))) }))!;
}

using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Contributions;
using Citess.Poles.Practices.Adoptions;
using Citess.Poles.Tests.Cast;
using Citess.Poles.Tests.Practices.Contributing;
using Xunit;

namespace Citess.Poles.Tests.Practices.Adoptions;

public sealed class AdoptionTests
{
    private static readonly Adoption s_adoption = ContributionExamples.Adoption;
    private static readonly AdoptionKind s_atMahdia = ContributionExamples.Adoptions(Mahdia.Pole);
    private static readonly AdoptionKind s_atBarcelona = ContributionExamples.Adoptions(Barcelona.Pole);

    [Fact]
    public void What_travels_is_read_as_it_was_written_each_step_in_its_own_language()
    {
        Assert.Equal(ContributionExamples.Plain(s_adoption), ContributionExamples.Plain(s_atBarcelona.Read(Written())!));
        Assert.Equal(ContributionExamples.Plain(s_adoption), ContributionExamples.Plain(Mahdia.Carried(s_adoption)));
    }

    [Fact]
    public void The_pole_of_the_practice_reads_it_as_about_its_own_and_what_came_of_it_as_anothers()
    {
        var read = s_atMahdia.Read(Written())!;
        Assert.Equal(new RecordReference { Key = PracticeExamples.Key }, read.About);
        Assert.Equal(new RecordReference { Origin = Barcelona.Pole.Origin, Key = s_adoption.Adapted.Key, Owner = Barcelona.Pole.ActorAddress }, read.Adapted);
        Assert.Empty(s_atMahdia.Check(read));
    }

    [Fact]
    public void A_step_without_words_behind_one_with_words_takes_none_of_them_away()
    {
        var resumed = s_adoption with { Steps = s_adoption.Steps.Add(new() { Stage = AdoptionStage.Running, On = "2027" }) };
        var read = s_atMahdia.Read(Written(resumed))!;
        Assert.Equal("La cooperativa no ha trobat qui la porti dos dies per setmana.", read.Steps[2].Text.SourceText);
        Assert.Equal("Nos vimos tres tardes antes de nada.", Assert.Single(read.Met).Text.SourceText);
        Assert.Empty(s_atMahdia.Check(read));
    }

    [Fact]
    public void Software_that_knows_only_notes_shows_where_it_belongs_and_how_it_went()
    {
        var document = Written();
        Assert.Equal(("Note", "Un pressoir partagé"), (document.Type, document.Name));
        Assert.Contains($"<a href=\"https://mahdia.example/{PracticeExamples.Key}\"", document.ContentMap!["ca"], StringComparison.Ordinal);
        Assert.Contains("Amb torns de mig dia.", document.ContentMap["ca"], StringComparison.Ordinal);
        Assert.Contains("Con turnos de medio día.", document.ContentMap["es"], StringComparison.Ordinal);
        Assert.Contains("2026", document.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AdoptionStage.Stopped, true)]
    [InlineData(AdoptionStage.Finished, true)]
    [InlineData(AdoptionStage.Running, false)]
    public void Whoever_stops_says_why_and_whoever_is_done_what_came_of_it(AdoptionStage stage, bool needsWords)
    {
        var silent = s_adoption with { Steps = [new() { Stage = stage, On = "2026" }] };
        Assert.Equal(needsWords ? ["Told"] : [], s_atMahdia.Check(silent).Select(problem => problem.Field));
    }

    [Fact]
    public void There_is_a_first_step_and_none_after_the_thirtieth()
    {
        var step = s_adoption.Steps[0];
        Assert.Equal(["Stage"], Fields(s_adoption with { Steps = [] }));
        Assert.Empty(Fields(s_adoption with { Steps = [.. Enumerable.Repeat(step, Adoption.MaxSteps)] }));
        Assert.Equal(["Stage"], Fields(s_adoption with { Steps = [.. Enumerable.Repeat(step, Adoption.MaxSteps + 1)] }));
        Assert.Equal(["On"], Fields(s_adoption with { Steps = [step with { On = "someday" }] }));
    }

    [Fact]
    public void What_is_unknown_too_long_or_of_another_kind_is_refused()
    {
        Assert.Equal(["Blocks"], Fields(s_adoption with { Blocks = ["No Piece"] }));
        Assert.Equal(["Met"], Fields(s_adoption with { Met = [s_adoption.Met[0] with { Determinant = "C9.9" }] }));
        Assert.Equal(["Met[C1.1].ca"], Fields(s_adoption with { Met = [s_adoption.Met[0] with { Text = MultilingualText.Of("ca", new('x', ConditionMet.MaxText + 1)) }] }));
        Assert.Equal(["Adapted"], Fields(s_adoption with { Adapted = new() { Key = "service/01JDA5R1V7Q0W3M9K2X4T6B8CB" } }));
        Assert.Equal(["About"], Fields(s_adoption with { About = ContributionExamples.Of(Mahdia.Pole, "service/01JDA5R1V7Q0W3M9K2X4T6B8CE") }));
        Assert.Equal(["About"], Fields(s_adoption with { AboutRevision = 0 }));
    }

    [Theory]
    [InlineData("https://mahdia.example/practice/01JDA5R1V7Q0W3M9K2X4T6B8CE")]
    [InlineData("https://mallory.example/practice/01JDA5R1V7Q0W3M9K2X4T6B8CE")]
    public void A_practice_of_another_pole_did_not_come_of_it(string adapted) =>
        Assert.True(s_atMahdia.Read(Written(change: ContributionExamples.With("adaptedTo", $"\"{adapted}\"")))!.Adapted.IsNone);

    [Theory]
    [InlineData("about", "\"https://mahdia.example/practice/none\"")]
    [InlineData("about", "\"https://mahdia.example/practice/01JDA5R1V7Q0W3M9K2X4T6B8CE/contributions\"")]
    [InlineData("about", "{}")]
    [InlineData("about", null)]
    [InlineData("type", "\"Article\"")]
    public void What_is_about_no_record_is_not_read(string member, string? json) =>
        Assert.Null(s_atMahdia.Read(Written(change: ContributionExamples.With(member, json))));

    [Theory]
    [InlineData("""{"id":"https://mahdia.example/x","type":"OrderedCollection","attributedTo":"https://mallory.example/pole/01JD9ZK8Q4H2M6N0P3R5S7T9VW"}""")]
    [InlineData("""{"id":"https://mahdia.example/x","type":"OrderedCollection"}""")]
    [InlineData("\"https://mahdia.example/x\"")]
    [InlineData(null)]
    public void A_third_pole_does_not_read_what_names_no_owner_at_the_origin_of_the_practice(string? target) =>
        Assert.Null(s_atBarcelona.Read(Written(change: ContributionExamples.With("target", target))));

    [Theory]
    [InlineData("steps", """[1,null,{"stage":"never","asOf":"2026"},{"stage":"running","asOf":"2026"}]""", 1)]
    [InlineData("conditionsMet", """[{"determinant":"C9.9","details":{"fr":"x"}},{"details":7}]""", 3)]
    [InlineData("pieces", """["https://mallory.example/practice/1#block-x", 7, {}]""", 3)]
    public void What_another_pole_writes_in_a_form_of_its_own_is_passed_over(string member, string json, int steps)
    {
        var read = s_atMahdia.Read(Written(change: ContributionExamples.With(member, json)))!;
        Assert.Equal((steps, member == "conditionsMet" ? 0 : 1, member == "pieces" ? 0 : 1), (read.Steps.Length, read.Met.Length, read.Blocks.Length));
    }

    private static IEnumerable<string> Fields(Adoption adoption) => s_atMahdia.Check(adoption).Select(problem => problem.Field);

    private static ApObject Written(Adoption? adoption = null, Func<System.Text.Json.JsonElement, string, System.Text.Json.JsonElement?>? change = null) =>
        Barcelona.Shared(s_atBarcelona, adoption ?? s_adoption, ContributionExamples.AdoptionKey, change);
}

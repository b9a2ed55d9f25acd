using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Records.Pages;
using Citess.Poles.Practices;
using Citess.Poles.Practices.Writing;
using Xunit;

namespace Citess.Poles.Tests.Practices;

/// <summary>Each part of a practice is written by itself, and touches nothing else.</summary>
public sealed class PracticeFormsTests
{
    public static TheoryData<PracticePartForm> Parts => [new BasicsForm(), new StoryForm(), new StepsForm(), new ResultsForm(), new ConditionsForm(), new RisksForm(), new BlocksForm(), new FilesForm(), new RightsForm()];

    [Theory, MemberData(nameof(Parts))]
    public void A_form_that_is_sent_as_it_was_shown_changes_nothing(PracticePartForm form)
    {
        form.Fill(PracticeExamples.Press, "es");
        Assert.Equal(StateJson.Write(PracticeExamples.Press), StateJson.Write(form.ToContent(PracticeExamples.Press, "somebody")));
    }

    [Fact]
    public void A_row_that_was_emptied_goes_and_the_next_keeps_its_translations_as_they_were()
    {
        var form = new StepsForm();
        var press = PracticeExamples.Press with { Phases = [PracticeExamples.Press.Phases[1], PracticeExamples.Press.Phases[0]] };
        form.Fill(press, "fr");
        form.Phases[0].Name.Texts["fr"] = "  ";
        form.Phases.Add(new() { Name = TextForm.Of(new(), "fr") });

        var phase = Assert.Single(form.ToContent(press, "somebody").Phases);
        Assert.Equal(StateJson.Write(PracticeExamples.Press.Phases[0]), StateJson.Write(phase));
        Assert.Single(form.Phases);
    }

    [Fact]
    public void A_translation_of_a_text_that_changed_is_outdated()
    {
        var form = new StoryForm();
        form.Fill(PracticeExamples.Press, "fr");
        form.Sections["overview"].Texts["fr"] = "Le plus proche était à 50 km.";

        var written = form.ToContent(PracticeExamples.Press, "somebody");
        Assert.True(written.Overview.IsOutdated("ar"));
        Assert.False(written.Solution.IsOutdated("ar"));
    }

    [Fact]
    public void What_is_told_is_awaited_no_more()
    {
        var form = new StoryForm();
        form.Fill(PracticeExamples.Press, "fr");
        Assert.Equal("2026-12-31", form.Awaited["lessons"]);
        form.Sections["lessons"].Texts["fr"] = "Une machine que personne ne sait réparer.";
        Assert.Empty(form.ToContent(PracticeExamples.Press, "somebody").Awaited);
    }

    [Theory]
    [InlineData("beaucoup", "Cost")]
    [InlineData("-5", "Cost")]
    public void A_number_that_is_none_is_refused_and_stays_in_the_form(string typed, string field)
    {
        var form = new StepsForm();
        form.Fill(PracticeExamples.Press, "fr");
        form.Cost = typed;
        Assert.Contains(PracticeRules.Check(form.ToContent(PracticeExamples.Press, "somebody")), problem => problem.Field == field);
        Assert.Equal(typed, form.Cost);
    }

    [Fact]
    public void Spaces_in_a_number_are_how_people_write_it()
    {
        var form = new StepsForm();
        form.Fill(PracticeExamples.Press, "fr");
        form.Cost = "1 250\u00a0000";
        Assert.Equal(1_250_000, form.ToContent(PracticeExamples.Press, "somebody").Cost);
    }

    [Fact]
    public void How_much_is_told_is_counted_and_what_is_awaited_counts()
    {
        var (told, of) = PracticePart.Count(PracticeExamples.Press);
        Assert.Equal(of, told);
        Assert.Equal(of - 1, PracticePart.Count(PracticeExamples.Press with { Awaited = [] }).Told);
        Assert.Equal(0, PracticePart.Count(new()).Told);
    }

    [Fact]
    public void A_snapshot_is_a_practice_with_one_result()
    {
        var form = new SnapshotForm();
        form.Fill(new(), "ar");
        form.Title.Texts["ar"] = "معصرة مشتركة";
        form.Line.Texts["ar"] = "سطر واحد";
        form.Results[0].What.Texts["ar"] = "لتر إضافي للطنّ";
        form.Results[0].Figure = "12";

        var written = form.ToContent(before: null, "somebody");
        Assert.Empty(PracticeRules.Check(written));
        Assert.Equal(("ar", PracticeStatus.Running, "12"), (written.Title.Source, written.Status, Assert.Single(written.Results).Figure));
    }
}

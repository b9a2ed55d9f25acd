using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Vocabularies;
using Citess.Poles.Practices.Fit;
using Xunit;
using static Citess.Poles.Tests.Practices.Fit.FitExamples;

namespace Citess.Poles.Tests.Practices.Fit;

public sealed class FitRulesTests
{
    private static readonly DateTimeOffset Summer = Spring.AddMonths(4);
    private static readonly DateTimeOffset NextSummer = Spring.AddMonths(16);

    [Fact]
    public void Each_determinant_has_a_question_in_six_languages() =>
        Assert.All(Concepts.Determinants.All, determinant => Assert.Equal(determinant.Labels.Keys, determinant.Questions.Keys));

    [Fact]
    public void An_answer_says_when_it_was_given_and_by_whom()
    {
        var here = Says(Money, Trust);

        Assert.Equal((1, 2), (here.Revision, here.Answered));
        Assert.Equal(["C1.1", "C2.1"], here.Answers.Select(answer => answer.Determinant));
        Assert.Equal((Presence.InPlace, Trust.Note, Spring, Amira), (here.Of("C1.1").Presence, here.Of("C1.1").Note, here.Of("C1.1").Given, here.Of("C1.1").By));
        Assert.Equal(Presence.Unknown, here.Of("C4.1").Presence);
    }

    [Fact]
    public void What_was_not_changed_keeps_its_date()
    {
        var here = Says(Trust).Apply([Trust, Money], 1, Summer, Youssef);

        Assert.Equal((Spring, Amira), (here.Of("C1.1").Given, here.Of("C1.1").By));
        Assert.Equal((Summer, Youssef), (here.Of("C2.1").Given, here.Of("C2.1").By));
    }

    [Fact]
    public void The_same_again_changes_nothing()
    {
        var here = Says(Trust, Money);

        Assert.Same(here, here.Apply([Money, Trust], 1, Summer, Youssef));
        Assert.Same(here, here.Apply([Money, Trust with { IsStillSo = true }], 1, Summer, Youssef));

        // A repeat of the command that made it, by a client that did not hear the answer.
        Assert.Same(here, here.Apply([Money, Trust], 0, Summer, Amira));
    }

    [Fact]
    public void An_answer_is_old_after_a_year_until_somebody_says_it_again()
    {
        var here = Says(Trust);
        Assert.False(here.Of("C1.1").IsOld(Spring.AddYears(1)));
        Assert.True(here.Of("C1.1").IsOld(NextSummer));
        Assert.False(here.Of("C2.1").IsOld(NextSummer));

        here = here.Apply([Trust with { IsStillSo = true }], 1, NextSummer, Youssef);
        Assert.Equal((2, NextSummer, Youssef), (here.Revision, here.Of("C1.1").Given, here.Of("C1.1").By));
        Assert.False(here.Of("C1.1").IsOld(NextSummer));
    }

    [Fact]
    public void Two_people_who_answer_different_questions_do_not_meet()
    {
        var here = Says(Trust).Apply([Trust, Money], 1, Summer, Youssef);

        // Amira still sees revision 1; what she left alone is sent as Youssef made it.
        here = here.Apply([Trust, Money, Roads], 1, Summer, Amira);
        Assert.Equal((3, 3), (here.Revision, here.Answered));
    }

    [Fact]
    public void The_same_question_answered_twice_is_a_conflict()
    {
        var here = Says(Trust).Apply([Trust, Money], 1, Summer, Youssef);

        Conflict(() => here.Apply([Trust, Money with { Presence = Presence.Partly }], 1, Summer, Amira));

        // Also by not answering what somebody has answered meanwhile.
        Conflict(() => here.Apply([Trust], 1, Summer, Amira));

        // And also when the answer was taken back meanwhile.
        var back = here.Apply([Trust], 2, Summer, Youssef);
        Assert.Equal((1, Presence.Unknown), (back.Answered, back.Of("C2.1").Presence));
        Conflict(() => back.Apply([Trust, Money with { Note = "Un peu" }], 2, Summer, Amira));
    }

    [Fact]
    public void A_revision_that_never_was_is_a_conflict() => Conflict(() => Says(Trust).Apply([Trust, Money], 5, Summer, Amira));

    [Fact]
    public void A_reply_names_a_determinant_once_and_its_note_is_short()
    {
        Assert.Empty(FitRules.Check([Trust with { Note = new('م', FitAnswer.MaxNote) }, Money, Roads]));
        Assert.Equal("Answers[C1.1].Note", Assert.Single(FitRules.Check([Trust with { Note = new('م', FitAnswer.MaxNote + 1) }])).Field);
        Assert.Equal("Answers[C1.1].Presence", Assert.Single(FitRules.Check([Trust with { Presence = (Presence)7 }])).Field);
        Assert.Equal("Answers", Assert.Single(FitRules.Check([Trust, Trust])).Field);
        Assert.Equal("Answers", Assert.Single(FitRules.Check([Trust with { Determinant = "C9.9" }])).Field);
        Assert.Equal("Answers", Assert.Single(FitRules.Check([new()])).Field);
    }

    private static void Conflict(Func<FitProfile> edit) => Assert.Equal(Refusal.Conflict, Assert.Throws<RefusedException>(edit).Reason);
}

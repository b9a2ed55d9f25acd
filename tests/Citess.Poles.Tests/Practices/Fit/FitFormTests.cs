using Citess.Poles.Kernel.Texts;
using Citess.Poles.Practices.Fit;
using Citess.Poles.Tests.Components;
using Xunit;
using static Citess.Poles.Tests.Practices.Fit.FitExamples;

namespace Citess.Poles.Tests.Practices.Fit;

public sealed class FitFormTests
{
    private readonly FitProfile seen = Says(Trust);

    [Fact]
    public void A_form_sent_as_it_was_shown_changes_nothing()
    {
        var held = Says(Trust, Roads with { Note = "L’eau manque\nen été." });
        var form = FitForm.Of(held);

        // As a browser sends it.
        form.Row("C2.4").Note = "L’eau manque\r\nen été. ";
        form.Meet(held);

        Assert.Equal(1, form.Revision);
        Assert.Same(held, held.Apply(form.ToReplies(), form.Revision, Spring, Youssef));
    }

    [Fact]
    public void What_was_left_alone_takes_the_later_answer_and_what_was_typed_stays()
    {
        var form = FitForm.Of(seen);
        form.Row("C2.4").Presence = Presence.InPlace;
        var held = seen.Apply([Trust, Money, Roads], 1, Spring, Youssef);
        form.Meet(held);

        Assert.Equal(Presence.Missing, form.Row("C2.1").Presence);
        Assert.Equal(Presence.InPlace, form.Row("C2.4").Presence);
    }

    [Fact]
    public async Task A_difference_shows_only_the_questions_that_both_answered()
    {
        await using var rendering = new Rendering("fr");
        var form = FitForm.Of(seen);
        form.Row("C2.4").Presence = Presence.InPlace;
        var held = seen.Apply([Trust, Money, Roads], 1, Spring, Youssef);
        form.Meet(held);

        System.Globalization.CultureInfo.CurrentUICulture = Citess.Poles.Kernel.Culture.Languages.Find("fr")!.Culture;
        var difference = Assert.Single(form.Differences(held, rendering.Texts));
        Assert.Equal(("Marché, transports, électricité, eau et réseau", "En partie\nL’eau manque en été.", "En place"), (difference.Label, difference.Theirs, difference.Yours));
    }

    [Fact]
    public void A_form_that_a_browser_sent_half_empty_is_read()
    {
        var form = new FitForm { Revision = 1, Answers = null! };
        form.Meet(seen);

        Assert.Equal(15, form.ToReplies().Length);
        Assert.Same(seen, seen.Apply(form.ToReplies(), 1, Spring, Youssef));
    }
}

using Citess.Poles.Directory;
using Citess.Poles.Kernel;
using Xunit;

namespace Citess.Poles.Tests.Directory;

public sealed class ActorFormTests
{
    [Fact]
    public void A_form_that_nobody_touched_gives_back_what_it_was_filled_with()
    {
        var form = new ActorForm();
        form.Fill(ActorExamples.Weavers, "ar");

        Assert.Equal(StateJson.Write(ActorExamples.Weavers), StateJson.Write(form.ToContent(ActorExamples.Weavers, "somebody")));
    }

    [Theory]
    [InlineData("12", 12)]
    [InlineData(" 12 ", 12)]
    [InlineData("١٢", 12)]
    [InlineData("0", 0)]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData("a dozen", -1)]
    [InlineData("-3", -1)]
    [InlineData("1.5", -1)]
    [InlineData("9999999999", -1)]
    public void A_count_is_read_in_the_digits_of_any_script_and_never_guessed(string? typed, int? count)
    {
        var form = new ActorForm();
        form.Fill(ActorExamples.Barest, "fr");
        form.Members = typed;

        Assert.Equal(count, form.ToContent(before: null, "").Members);
        Assert.Equal(typed, form.Members);
    }

    /// <summary>A browser sends nothing for boxes that nobody ticked, and binding then writes null.</summary>
    [Fact]
    public void A_form_in_which_no_box_is_ticked_is_an_empty_list()
    {
        var form = new ActorForm();
        form.Fill(ActorExamples.Weavers, "ar");
        form.Sectors = null!;

        Assert.Empty(form.ToContent(ActorExamples.Weavers, "").Sectors);
    }
}

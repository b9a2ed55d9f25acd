using Citess.Poles.Exchange;
using Citess.Poles.Kernel;
using Xunit;

namespace Citess.Poles.Tests.Exchange;

public sealed class ProposalFormTests
{
    private const string Youssef = "01JDEMPERS0YSSF00000000001";

    [Fact]
    public void A_form_that_nobody_touched_gives_back_what_it_was_filled_with()
    {
        Assert.Equal(StateJson.Write(ProposalExamples.Room), StateJson.Write(Filled().ToContent(ProposalExamples.Room, Youssef)));
        var want = new WantForm();
        want.Fill(ProposalExamples.Lawyer, "ar");
        Assert.Equal(StateJson.Write(ProposalExamples.Lawyer), StateJson.Write(want.ToContent(ProposalExamples.Lawyer, Youssef)));
    }

    [Theory]
    [InlineData("Quantity")]
    [InlineData("Until")]
    [InlineData("From")]
    public void What_is_no_number_and_no_day_is_named_and_nothing_is_made_of_it(string field)
    {
        var form = Filled();
        _ = field switch { "Quantity" => form.Quantity = "ten", "Until" => form.Until = "soon", _ => form.From = "soon" };
        Assert.Single(ProposalExamples.Offers.Check(form.ToContent(ProposalExamples.Room, Youssef)));
    }

    [Fact]
    public void An_emptied_quantity_is_not_counted_any_more()
    {
        var form = Filled();
        form.Quantity = " ";
        Assert.Null(form.ToContent(ProposalExamples.Room, Youssef).Left);
    }

    private static OfferingForm Filled()
    {
        var form = new OfferingForm();
        form.Fill(ProposalExamples.Room, "fr");
        return form;
    }
}

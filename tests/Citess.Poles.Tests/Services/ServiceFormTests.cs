using Citess.Poles.Kernel;
using Citess.Poles.Services;
using Xunit;

namespace Citess.Poles.Tests.Services;

public sealed class ServiceFormTests
{
    private const string Youssef = "01JDEMPERS0YSSF00000000001";

    [Fact]
    public void A_form_that_nobody_touched_gives_back_what_it_was_filled_with() =>
        Assert.Equal(StateJson.Write(ServiceExamples.LegalAdvice), StateJson.Write(Filled().ToContent(ServiceExamples.LegalAdvice, Youssef)));

    [Fact]
    public void Whoever_made_sure_is_kept_with_the_day()
    {
        var form = Filled();
        form.Assured = ["2026-03-02"];
        var service = form.ToContent(ServiceExamples.LegalAdvice, Youssef);

        Assert.Equal((new DateOnly(2026, 3, 2), Youssef), (service.AssuredOn!.Value, service.AssuredBy));
    }

    [Fact]
    public void A_change_alone_does_not_make_sure_of_the_rest()
    {
        var form = Filled();
        form.Telephone = "+216 00 999 999";
        var service = form.ToContent(ServiceExamples.LegalAdvice, Youssef);

        Assert.Equal(ServiceExamples.LegalAdvice.AssuredOn, service.AssuredOn);
        Assert.Equal(ServiceExamples.LegalAdvice.AssuredBy, service.AssuredBy);
    }

    private static ServiceForm Filled()
    {
        var form = new ServiceForm();
        form.Fill(ServiceExamples.LegalAdvice, "ar");
        return form;
    }
}

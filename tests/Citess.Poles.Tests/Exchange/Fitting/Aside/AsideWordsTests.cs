using Citess.Poles.Coordination;
using Citess.Poles.Exchange.Fitting.Aside;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Matching;
using Citess.Poles.Tests.Components;
using Xunit;

namespace Citess.Poles.Tests.Exchange.Fitting.Aside;

public sealed class AsideWordsTests
{
    [Theory]
    [MemberData(nameof(Spoken.Languages), MemberType = typeof(Spoken))]
    public async Task Every_reason_and_everything_that_waits_has_its_words(string language)
    {
        await using var rendering = new Rendering(language);
        Assert.All(Enum.GetValues<DismissalReason>(), reason => Assert.True(rendering.Texts.Has("aside.reason." + reason.Word()), $"{reason}"));
        Assert.All(Enum.GetValues<WaitingFor>(), wait => Assert.True(rendering.Texts.Has("coordination.wait." + wait.Word()), $"{wait}"));
        Assert.All(Enum.GetValues<DismissalReason>(), reason => Assert.NotEmpty(rendering.Texts.Learnt(new() { Reason = reason, Country = "ES", Concepts = ["fishing"] }, "Barcelona")));
    }
}

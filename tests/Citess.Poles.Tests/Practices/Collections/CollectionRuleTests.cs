using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Contributions;
using Citess.Poles.Practices.Collections;
using Citess.Poles.Tests.Cast;
using Xunit;

namespace Citess.Poles.Tests.Practices.Collections;

public sealed class CollectionRuleTests
{
    private static readonly PracticeCollection s_presses = CollectionExamples.Presses;

    [Fact]
    public void A_collection_needs_a_title_and_nothing_else()
    {
        Assert.Empty(Fields(new() { Title = MultilingualText.Of("fr", "À lire") }));
        Assert.Equal(["Title"], Fields(s_presses with { Title = MultilingualText.Empty }));
        Assert.Equal(["Purpose.fr"], Fields(s_presses with { Purpose = MultilingualText.Of("fr", new('x', PracticeCollection.MaxPurpose + 1)) }));
    }

    [Fact]
    public void Two_hundred_practices_go_in_and_no_more_and_each_once()
    {
        var many = Enumerable.Range(0, PracticeCollection.Most).Select(number => CollectionExamples.Numbered(number, CollectionExamples.Own.Name, MultilingualText.Empty)).ToList();
        Assert.Empty(Fields(s_presses with { Practices = [.. many] }));
        Assert.Equal(["Practices"], Fields(s_presses with { Practices = [.. many, CollectionExamples.Own] }));
        Assert.Equal(["Practices"], Fields(s_presses with { Practices = [CollectionExamples.Own, CollectionExamples.Own with { Reason = MultilingualText.Empty }] }));
    }

    [Fact]
    public void A_reason_is_one_line_and_a_name_is_there()
    {
        Assert.Equal(["Practices[0].Reason.fr"], Fields(With(CollectionExamples.Own with { Reason = MultilingualText.Of("fr", new('x', CollectedPractice.MaxReason + 1)) })));
        Assert.Equal(["Practices[0].Name"], Fields(With(CollectionExamples.Own with { Name = MultilingualText.Empty })));
    }

    [Theory]
    [InlineData("", "practice/nothing", "")]
    [InlineData("", "service/01JDA5R1V7Q0W3M9K2X4T6B8CB", "")]
    [InlineData("https://mahdia.example", "practice/01JDA5R1V7Q0W3M9K2X4T6B8CB", "https://mahdia.example/pole/01JD9ZK8Q4H2M6N0P3R5S7T9VW")]
    [InlineData("https://barcelona.example", "practice/01JDA5R1V7Q0W3M9K2X4T6B8CB", "https://mallory.example/pole/01JD9ZK8Q4H2M6N0P3R5S7T9VW")]
    [InlineData("javascript:alert(1)//", "practice/01JDA5R1V7Q0W3M9K2X4T6B8CB", "javascript:alert(1)//")]
    [InlineData("no address", "practice/01JDA5R1V7Q0W3M9K2X4T6B8CB", "no address")]
    public void What_is_no_practice_of_its_pole_is_refused(string origin, string key, string owner) =>
        Assert.Equal(["Practices"], Fields(With(CollectionExamples.Own with { Practice = new RecordReference { Origin = origin, Key = key, Owner = owner } })));

    private static PracticeCollection With(CollectedPractice practice) => s_presses with { Practices = [practice] };

    private static IEnumerable<string> Fields(PracticeCollection collection) => CollectionExamples.Kind(Mahdia.Pole).Check(collection).Select(problem => problem.Field);
}

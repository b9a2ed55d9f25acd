using Citess.Poles.Kernel;
using Citess.Poles.Practices.Collections;
using Citess.Poles.Tests.Cast;
using Xunit;

namespace Citess.Poles.Tests.Practices.Collections;

public sealed class LargestCollectionTests(GrainHouse house) : IClassFixture<GrainHouse>
{
    [Fact]
    public async Task Two_hundred_practices_with_long_names_in_two_languages_and_a_reason_fit_into_one_state() =>
        Assert.Equal(1, await Grain().CreateAsync(Collection(MultilingualText.Of("ar", new('م', 80), ("fr", new('é', 80)))), Audience.Public, ""));

    [Fact]
    public async Task What_is_longer_than_a_record_may_be_is_refused_and_not_kept()
    {
        var grain = Grain();
        var refused = await Assert.ThrowsAsync<RefusedException>(() => grain.CreateAsync(Collection(Mahdia.Longest(CollectedPractice.MaxName)), Audience.Public, ""));
        Assert.Equal(Refusal.Invalid, refused.Reason);
        Assert.Null(await grain.ReadAsync());
    }

    private ICollectionGrain Grain() => house.Grains.GetGrain<ICollectionGrain>(RecordKey.New(CollectionKind.Kind, TimeProvider.System).ToString());

    private static PracticeCollection Collection(MultilingualText name) => new()
    {
        Title = Mahdia.Longest(PracticeCollection.MaxTitle),
        Purpose = Mahdia.Longest(PracticeCollection.MaxPurpose),
        Practices = [.. Enumerable.Range(0, PracticeCollection.Most).Select(number => CollectionExamples.Numbered(number, name, MultilingualText.Of("ar", new('م', 80))))],
    };
}

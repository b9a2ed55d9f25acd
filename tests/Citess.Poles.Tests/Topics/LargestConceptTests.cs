using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Vocabularies;
using Citess.Poles.Tests.Cast;
using Citess.Poles.Topics;
using Xunit;

namespace Citess.Poles.Tests.Topics;

public sealed class LargestConceptTests(GrainHouse house) : IClassFixture<GrainHouse>
{
    [Fact]
    public async Task The_longest_concept_in_six_languages_fits_into_one_state_and_what_is_refused_is_not_kept()
    {
        var longest = new OwnConcept { Name = Mahdia.Longest(OwnConcept.MaxName), Others = Mahdia.Longest(OwnConcept.MaxOthers), Note = Mahdia.Longest(OwnConcept.MaxNote), Broader = "food" };
        Assert.Equal(1, await Grain().CreateAsync(longest, Audience.Public, ""));
        var grain = Grain();
        await Assert.ThrowsAsync<RefusedException>(() => grain.CreateAsync(longest with { Broader = "" }, Audience.Public, ""));
        Assert.Null(await grain.ReadAsync());
    }

    private IOwnConceptGrain Grain() => house.Grains.GetGrain<IOwnConceptGrain>(RecordKey.New(ConceptCode.OwnKind, TimeProvider.System).ToString());
}

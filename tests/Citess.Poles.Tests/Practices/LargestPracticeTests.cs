using Citess.Poles.Kernel;
using Citess.Poles.Practices;
using Citess.Poles.Tests.Cast;
using Xunit;

namespace Citess.Poles.Tests.Practices;

public sealed class LargestPracticeTests(GrainHouse house) : IClassFixture<GrainHouse>
{
    [Fact]
    public async Task The_largest_practice_fits_into_one_state()
    {
        var grain = house.Grains.GetGrain<IPracticeGrain>(RecordKey.New(PracticeKind.Kind, TimeProvider.System).ToString());
        var practice = new Practice
        {
            Title = Mahdia.Longest(Practice.MaxTitle),
            Line = Mahdia.Longest(Practice.MaxLine),
            Overview = Mahdia.Longest(Practice.MaxSection),
            Solution = Mahdia.Longest(Practice.MaxSection),
            Approach = Mahdia.Longest(Practice.MaxSection),
            Participation = Mahdia.Longest(Practice.MaxSection),
            Outcomes = Mahdia.Longest(Practice.MaxSection),
            Transferability = Mahdia.Longest(Practice.MaxSection),
            Lessons = Mahdia.Longest(Practice.MaxSection),
            Results = [.. Enumerable.Repeat(new PracticeResult { What = Mahdia.Longest(PracticeResult.MaxWhat) }, 8)],
        };

        Assert.Equal(1, await grain.CreateAsync(practice, Audience.Public, ""));
    }
}

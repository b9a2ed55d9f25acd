using Citess.ActivityPub.Delivery;
using Xunit;

namespace Citess.ActivityPub.Tests.Delivery;

public sealed class DeliveryPolicyTests
{
    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 10)]
    [InlineData(3, 20)]
    [InlineData(10, 2560)]
    [InlineData(20, 6 * 3600)]
    [InlineData(100_000, 6 * 3600)]
    public void Pauses_double_from_five_seconds_to_six_hours(int failures, int seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), DeliveryPolicy.Pause(failures, 0.5));

    [Fact]
    public void Pauses_are_spread_by_a_fifth_either_way()
    {
        Assert.Equal(TimeSpan.FromSeconds(4), DeliveryPolicy.Pause(1, 0));
        Assert.Equal(TimeSpan.FromSeconds(6), DeliveryPolicy.Pause(1, 1));
        Assert.Equal(DeliveryPolicy.Longest * 0.8, DeliveryPolicy.Pause(20, 0));
        Assert.Equal(DeliveryPolicy.Longest, DeliveryPolicy.Pause(20, 1));
    }

    [Fact]
    public void A_peer_may_ask_for_a_longer_pause_but_not_for_ever()
    {
        Assert.Equal(TimeSpan.FromMinutes(2), DeliveryPolicy.Pause(1, 0.5, TimeSpan.FromMinutes(2)));
        Assert.Equal(TimeSpan.FromSeconds(5), DeliveryPolicy.Pause(1, 0.5, TimeSpan.FromSeconds(1)));
        Assert.Equal(DeliveryPolicy.LongestAsked, DeliveryPolicy.Pause(1, 0.5, TimeSpan.FromDays(10_000)));
    }

    [Fact]
    public void Nonsense_is_not_taken()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => DeliveryPolicy.Pause(0, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => DeliveryPolicy.Pause(1, 1.5));
    }
}

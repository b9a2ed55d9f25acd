using Citess.ActivityPub.Delivery;
using Xunit;

namespace Citess.ActivityPub.Tests.Delivery;

public sealed class DeliveryPolicyTests
{
    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 10)]
    [InlineData(4, 40)]
    [InlineData(5, 30 * 60)]
    [InlineData(6, 60 * 60)]
    [InlineData(8, 4 * 3600)]
    [InlineData(9, 6 * 3600)]
    [InlineData(100_000, 6 * 3600)]
    public void Pauses_double_from_five_seconds_and_from_half_an_hour_for_the_dead(int failures, int seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), DeliveryPolicy.Pause(failures, 0));

    [Fact]
    public void Pauses_are_spread_and_never_shorter()
    {
        Assert.Equal(TimeSpan.FromSeconds(6), DeliveryPolicy.Pause(1, 1));
        Assert.Equal(TimeSpan.FromMinutes(36), DeliveryPolicy.Pause(DeliveryPolicy.Dead, 1));
        Assert.Equal(DeliveryPolicy.Longest, DeliveryPolicy.Pause(20, 1));
    }

    [Fact]
    public void A_peer_may_ask_for_a_longer_pause_but_not_for_ever()
    {
        Assert.Equal(TimeSpan.FromMinutes(2), DeliveryPolicy.Pause(1, 0.5, TimeSpan.FromMinutes(2)));
        Assert.Equal(TimeSpan.FromSeconds(5), DeliveryPolicy.Pause(1, 0, TimeSpan.FromSeconds(1)));
        Assert.Equal(DeliveryPolicy.LongestAsked, DeliveryPolicy.Pause(1, 0.5, TimeSpan.FromDays(10_000)));
    }

    [Fact]
    public void Nonsense_is_not_taken()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => DeliveryPolicy.Pause(0, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => DeliveryPolicy.Pause(1, 1.5));
    }
}

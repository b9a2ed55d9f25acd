using Citess.Poles.Network.Incoming;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Citess.Poles.Tests.Network.Incoming;

public sealed class AllowanceTests
{
    private readonly FakeTimeProvider clock = new(new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_partner_has_a_share_of_letters_in_each_minute()
    {
        var allowance = new Allowance(new() { PartnerLetters = 3 }, clock);
        for (var letter = 0; letter < 3; letter++)
        {
            Assert.Null(allowance.Take("barcelona.example", isPartner: true, 100));
        }

        clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(TimeSpan.FromSeconds(40), allowance.Take("barcelona.example", isPartner: true, 100));
        Assert.Null(allowance.Take("sidi-bouzid.example", isPartner: true, 100));
        clock.Advance(TimeSpan.FromSeconds(40));
        Assert.Null(allowance.Take("barcelona.example", isPartner: true, 100));
    }

    [Fact]
    public void A_strangers_share_is_less_in_letters_and_in_bytes_and_holds_for_a_day()
    {
        var allowance = new Allowance(new() { StrangerLetters = 3, StrangerBytes = 1000 }, clock);
        Assert.Null(allowance.Take("mallory.example", isPartner: false, 900));
        Assert.Equal(TimeSpan.FromDays(1), allowance.Take("mallory.example", isPartner: false, 200));
        Assert.Null(allowance.Take("mallory.example", isPartner: false, 50));
        Assert.Null(allowance.Take("mallory.example", isPartner: false, 50));
        clock.Advance(TimeSpan.FromHours(23));
        Assert.Equal(TimeSpan.FromHours(1), allowance.Take("mallory.example", isPartner: false, 0));
    }

    [Fact]
    public void Invented_hosts_take_no_memory_for_ever_and_nothing_is_counted_when_limits_are_off()
    {
        var allowance = new Allowance(new() { StrangerLetters = 1 }, clock);
        for (var host = 0; host < 50_000; host++)
        {
            Assert.Null(allowance.Take("h" + host, isPartner: false, 1));
        }

        Assert.InRange(allowance.Count, 1, 20_000);
        var open = new Allowance(new() { IsOn = false, StrangerLetters = 1 }, clock);
        Assert.All(Enumerable.Range(0, 5), _ => Assert.Null(open.Take("mallory.example", isPartner: false, int.MaxValue)));
    }
}

using Citess.Poles.Network;
using Xunit;

namespace Citess.Poles.Tests.Network;

/// <summary>Who is sent all that it may see from the beginning, and how often.</summary>
public sealed class PartnerStateTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_visitor_is_sent_only_what_is_new() => Assert.False(Of(isPole: false).BeginsAtTheStart(Noon));

    [Fact]
    public void A_pole_begins_at_the_start_once_more_when_it_was_restored_soon_after_it_connected_and_then_hourly_at_most()
    {
        var connected = Of(isPole: true);
        Assert.True(connected.BeginsAtTheStart(Noon));
        var restored = connected.Begun(Noon);
        Assert.True(restored.BeginsAtTheStart(Noon.AddMinutes(1)));
        var again = restored.Begun(Noon.AddMinutes(1));

        Assert.False(again.BeginsAtTheStart(Noon.AddMinutes(60)));
        Assert.True(again.BeginsAtTheStart(Noon.AddMinutes(61)));
    }

    [Fact]
    public void A_later_word_of_an_actor_is_told_by_its_revision_and_else_by_when_it_changed()
    {
        var pole = Of(isPole: true).Actor! with { Revision = 2 };
        Assert.True((pole with { Revision = 1 }).IsBefore(pole));
        Assert.False(pole.IsBefore(pole));
        Assert.False((pole with { Revision = 3 }).IsBefore(pole));
        Assert.False((pole with { Id = "https://barcelona.example/pole/y", Revision = 1 }).IsBefore(pole));

        var visitor = Of(isPole: false).Actor! with { Updated = Noon };
        Assert.True((visitor with { Updated = Noon.AddSeconds(-1) }).IsBefore(visitor));
        Assert.False((visitor with { Updated = null }).IsBefore(visitor));
        Assert.False(visitor.IsBefore(visitor with { Updated = null }));
    }

    private static PartnerState Of(bool isPole) => new() { Actor = new() { Id = "https://barcelona.example/pole/x", Inbox = "https://barcelona.example/inbox", IsPole = isPole } };
}

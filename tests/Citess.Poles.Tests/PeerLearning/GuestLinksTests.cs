using Citess.Poles.PeerLearning.Guests;
using Xunit;

namespace Citess.Poles.Tests.PeerLearning;

public sealed class GuestLinksTests
{
    [Fact]
    public void A_link_that_was_ended_is_over_also_for_software_that_asks_only_until_when()
    {
        var now = new DateTimeOffset(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);
        var links = new GuestLinks { All = [new("1", "kasserine", "a", now.AddDays(-1)), new("2", "kasserine", "b", now.AddDays(300)), new("3", "gafsa", "c", now.AddDays(300))] }.Turn("kasserine", now, new GuestLink("4", "kasserine", "d", now.AddDays(365)));
        Assert.Equal([("3", now.AddDays(300)), ("1", now.AddDays(-1)), ("2", now), ("4", now.AddDays(365))], links.All.Select(each => (each.Id, each.Until)));
        Assert.Equal(["3", "4"], links.All.Where(each => each.Until > now).Select(each => each.Id));
    }
}

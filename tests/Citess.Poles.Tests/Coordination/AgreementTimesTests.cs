using System.Collections.Immutable;
using System.Globalization;
using Citess.Poles.Coordination;
using Citess.Poles.Exchange.Agreements;
using Citess.Poles.Tests.Exchange.Fitting;
using Xunit;

namespace Citess.Poles.Tests.Coordination;

public sealed class AgreementTimesTests : IAsyncLifetime
{
    private readonly MatchHouse house = new();

    public ValueTask InitializeAsync() => house.InitializeAsync();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public void The_middle_one_is_said_and_of_an_even_number_what_is_between_the_two()
    {
        Assert.Null(AgreementTimes.Median([]));
        Assert.Equal(3, AgreementTimes.Median([9, 1, 3]));
        Assert.Equal(2.5, AgreementTimes.Median([9, 1, 2, 3]));
    }

    [Fact]
    public async Task A_want_is_counted_from_its_first_day_and_what_was_declined_not_at_all()
    {
        var want = await house.WantAsync(change: entry => entry with { Created = entry.Created.AddDays(-10) });
        await PutAsync(want.Key, AgreementStatus.Accepted, days: 4);
        await PutAsync($"barcelona.example/offering/{house.NewId()}", AgreementStatus.Completed, days: 2);
        await PutAsync(want.Key, AgreementStatus.Declined, days: 50);
        var times = await AgreementTimes.OfAsync(house.Catalogue, TestContext.Current.CancellationToken);
        Assert.Equal([10d], times.FromWant);
        Assert.Equal([2d, 4d], times.FromRequest.Order());
    }

    private Task PutAsync(string about, AgreementStatus status, int days)
    {
        var now = house.Clock.GetUtcNow();
        var agreed = EvidenceTests.Agreed(house, about, status);
        return house.PutAsync(agreed with { Created = now.AddDays(-days), Facts = agreed.Facts.Add(AgreementListing.Answered, now.ToString("O", CultureInfo.InvariantCulture)) });
    }
}

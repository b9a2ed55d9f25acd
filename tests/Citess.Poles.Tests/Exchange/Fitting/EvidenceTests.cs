using System.Collections.Immutable;
using Citess.Poles.Exchange.Agreements;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Matching;
using Citess.Poles.Practices;
using Citess.Poles.Practices.Adoptions;
using Xunit;

namespace Citess.Poles.Tests.Exchange.Fitting;

public sealed class EvidenceTests : IAsyncLifetime
{
    private readonly MatchHouse house = new();

    public ValueTask InitializeAsync() => house.InitializeAsync();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    /// <summary>What this pole and Barcelona agreed upon and did, about a want or an offer of ours.</summary>
    public static CatalogueEntry Agreed(MatchHouse house, string about, AgreementStatus status = AgreementStatus.Completed) => house.Blank("", Agreement.Kind) with
    {
        Audience = Audience.Own,
        About = about,
        Status = status.Word(),
        Facts = ImmutableSortedDictionary<string, string>.Empty.Add("relation", MatchHouse.Barcelona),
    };

    [Fact]
    public async Task Who_agreed_before_meets_no_more_for_the_first_time_and_who_was_helped_is_not_left_out()
    {
        var want = await house.WantAsync();
        await house.OfferAsync();
        await house.OfferAsync(MatchHouse.Sfax);
        Assert.Equal([true, true], await SaidAsync(want, MatchHouse.Barcelona, Reason.FirstMeeting, Reason.UnderServed));
        Assert.Equal([true, true], await SaidAsync(want, MatchHouse.Sfax, Reason.FirstMeeting, Reason.UnderServed));

        var agreed = await house.PutAsync(Agreed(house, want.Key, AgreementStatus.Accepted));
        Assert.Equal([false, true], await SaidAsync(want, MatchHouse.Barcelona, Reason.FirstMeeting, Reason.UnderServed));
        Assert.Equal([true, true], await SaidAsync(want, MatchHouse.Sfax, Reason.FirstMeeting, Reason.UnderServed));

        await house.PutAsync(agreed with { Revision = 2, Status = AgreementStatus.Completed.Word() });
        Assert.Equal([false, false], await SaidAsync(want, MatchHouse.Barcelona, Reason.FirstMeeting, Reason.UnderServed));
        Assert.Equal([true, false], await SaidAsync(want, MatchHouse.Sfax, Reason.FirstMeeting, Reason.UnderServed));

        // After a year it is long ago; that they met stays so.
        house.Clock.Advance(TimeSpan.FromDays(367));
        await house.PutAsync(want with { Revision = 2, Ends = null, Facts = want.Facts.SetItem("until", "2028-01-01") });
        await house.OfferAsync(change: entry => entry with { Ends = null, Facts = entry.Facts.SetItem("until", "2028-01-01") });
        Assert.Equal([false, true], await SaidAsync(want, MatchHouse.Barcelona, Reason.FirstMeeting, Reason.UnderServed));
    }

    [Fact]
    public async Task An_offer_serves_whoever_asked_and_a_want_whose_it_is()
    {
        var (theirs, ours) = (await house.WantAsync(MatchHouse.Barcelona), await house.OfferAsync(""));
        Assert.Equal([true], await SaidAsync(theirs, "mahdia.example", Reason.UnderServed));
        await house.PutAsync(Agreed(house, ours.Key));
        Assert.Equal([false], await SaidAsync(theirs, "mahdia.example", Reason.UnderServed));

        // What we were given does nothing for them.
        var again = await house.WantAsync(MatchHouse.Sfax);
        await house.PutAsync(Agreed(house, $"{MatchHouse.Sfax}/offering/{house.NewId()}") with { Facts = ImmutableSortedDictionary<string, string>.Empty.Add("relation", MatchHouse.Sfax) });
        Assert.Equal([true], await SaidAsync(again, "mahdia.example", Reason.UnderServed));
    }

    [Fact]
    public async Task A_practice_that_others_took_up_is_evidence_and_one_that_they_only_want_to_try_or_gave_up_is_none()
    {
        var want = await house.WantAsync();
        await house.OfferAsync();
        var practice = await house.PutAsync(house.Blank(MatchHouse.Barcelona, PracticeKind.Kind) with { Name = MultilingualText.Of("fr", "Création d’une coopérative") });
        var adoption = house.Blank(MatchHouse.Sfax, AdoptionKind.Kind) with { About = practice.Reference, Status = AdoptionStage.Intended.Word() };
        await house.PutAsync(adoption);
        Assert.Empty(await CitedAsync(want));
        await house.PutAsync(adoption with { Revision = 2, Status = AdoptionStage.Running.Word() });
        Assert.Equal([$"{MatchHouse.Barcelona}/{practice.Key}"], await CitedAsync(want));
        await house.PutAsync(adoption with { Revision = 3, Status = AdoptionStage.Stopped.Word() });
        Assert.Empty(await CitedAsync(want));

        // Its own pole proves nothing by trying it.
        await house.PutAsync(house.Blank(MatchHouse.Barcelona, AdoptionKind.Kind) with { About = practice.Reference, Status = AdoptionStage.Finished.Word() });
        Assert.Empty(await CitedAsync(want));
    }

    private async Task<IEnumerable<string>> CitedAsync(CatalogueEntry want) =>
        (await house.Room.ForAsync(want, Lessons.None, 5, TestContext.Current.CancellationToken))[0].Match.Terms.Where(term => term.Reason == Reason.Evidence).SelectMany(term => term.Cited);

    /// <summary>Whether each of these counts for a want with an offer of this pole.</summary>
    private async Task<IEnumerable<bool>> SaidAsync(CatalogueEntry want, string pole, params Reason[] reasons)
    {
        var match = (await house.Room.ForAsync(want, Lessons.None, 20, TestContext.Current.CancellationToken)).First(fit => fit.Match.Pole == pole).Match;
        return reasons.Select(reason => match.Terms.Any(term => term.Reason == reason));
    }
}

using Citess.Poles.Exchange;
using Citess.Poles.Exchange.Fitting;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Matching;
using Citess.Poles.Matching.Fairness;
using Citess.Poles.Network.Blocks;
using Citess.Poles.Tests.Cast;
using Xunit;

namespace Citess.Poles.Tests.Exchange.Fitting;

public sealed class MatchRoomTests : IAsyncLifetime
{
    private readonly MatchHouse house = new();

    public ValueTask InitializeAsync() => house.InitializeAsync();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task What_was_written_before_the_last_reading_and_could_be_read_only_after_it_is_not_missed()
    {
        var want = await house.WantAsync();
        Assert.Empty(await house.FitsAsync(want));

        // Another process dated it, and came to its end later.
        var offer = await house.OfferAsync(came: house.Clock.GetUtcNow().AddSeconds(-5));
        Assert.Equal([offer.Reference], await house.FitsAsync(want));
    }

    [Fact]
    public async Task What_comes_while_matches_are_brought_up_to_date_is_there_the_next_time()
    {
        var want = await house.WantAsync();
        await house.OfferAsync();
        var amid = new Amid(house.Catalogue);
        using var room = new MatchRoom(amid, house.Blocks, Mahdia.Pole, house.Clock);
        CatalogueEntry? second = null;
        amid.Then = async () => second ??= await house.OfferAsync(MatchHouse.Sfax);
        Assert.Single(await room.ForAsync(want, Lessons.None, 20, TestContext.Current.CancellationToken));
        Assert.NotNull(second);
        Assert.Equal(2, (await room.ForAsync(want, Lessons.None, 20, TestContext.Current.CancellationToken)).Count);
    }

    [Fact]
    public async Task Whoever_turns_away_in_the_middle_leaves_what_the_next_one_finds()
    {
        var want = await house.WantAsync();
        Assert.Empty(await house.FitsAsync(want));
        await house.OfferAsync();
        using var leaving = new CancellationTokenSource();
        var amid = new Amid(house.Catalogue) { Then = leaving.CancelAsync };
        using var room = new MatchRoom(amid, house.Blocks, Mahdia.Pole, house.Clock);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => room.ForAsync(want, Lessons.None, 20, leaving.Token));
        Assert.Single(await room.ForAsync(want, Lessons.None, 20, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_want_that_is_wholly_agreed_upon_is_proposed_to_nobody_and_neither_is_what_is_over_withdrawn_or_blocked()
    {
        var (want, offer) = (await house.WantAsync(), await house.OfferAsync());
        Assert.Single(await house.FitsAsync(want));
        var theirs = await house.WantAsync(MatchHouse.Barcelona);
        var ours = await house.OfferAsync(origin: "");
        Assert.Single(await house.FitsAsync(ours));

        await house.PutAsync(theirs with { Revision = 2, Status = OfferingKind.Taken });
        Assert.Empty(await house.FitsAsync(ours));
        await house.PutAsync(theirs with { Revision = 3 });
        Assert.Single(await house.FitsAsync(ours));
        await house.PutAsync(theirs with { Revision = 4, IsWithdrawn = true });
        Assert.Empty(await house.FitsAsync(ours));

        await house.PutAsync(offer with { Revision = 2, Ends = house.Clock.GetUtcNow().AddHours(-1) });
        Assert.Empty(await house.FitsAsync(want));
        await house.PutAsync(offer with { Revision = 3 });
        Assert.Single(await house.FitsAsync(want));
        await house.Blocks.BlockAsync(new(MatchHouse.Barcelona, "", "", house.Clock.GetUtcNow()), TestContext.Current.CancellationToken);
        Assert.Empty(await house.FitsAsync(want));
        await house.Blocks.UnblockAsync(MatchHouse.Barcelona, house.Clock.GetUtcNow(), TestContext.Current.CancellationToken);
        Assert.Single(await house.FitsAsync(want));
    }

    [Fact]
    public async Task What_was_put_aside_is_not_proposed_and_what_is_like_it_stands_lower_here_alone()
    {
        var want = await house.WantAsync();
        var (first, second) = (await house.OfferAsync(), await house.OfferAsync(MatchHouse.Barcelona, "cooperative-creation"));
        var third = await house.OfferAsync(MatchHouse.Sfax);
        var before = await house.FitsAsync(want);
        Assert.Equal(3, before.Count);
        var aside = new Dismissal("1", $"mahdia.example/{want.Key}", first.Reference, MatchHouse.Barcelona, [], "ES", DismissalReason.TooFar);
        var after = await house.FitsAsync(want, Lessons.From("mahdia.example", [aside]));
        Assert.Equal([third.Reference, second.Reference], after);
        var told = (await house.Room.ForAsync(want, Lessons.From("mahdia.example", [aside]), 20, TestContext.Current.CancellationToken))[1];
        Assert.Equal(aside, Assert.Single(told.Match.Lowered).Dismissal);
        Assert.Equal(before, await house.FitsAsync(want, Lessons.From("sfax.example", [aside])));
    }

    [Fact]
    public async Task First_places_are_shared_out_and_who_gives_way_is_said()
    {
        string[] poles = [.. Enumerable.Range(0, 8).Select(each => $"p{each}.example")];
        foreach (var pole in poles)
        {
            await house.PartnerAsync(pole, "IT-21");
            await house.OfferAsync(pole);
        }

        List<CatalogueEntry> wants = [];
        foreach (var _ in poles)
        {
            wants.Add(await house.WantAsync());
        }

        List<Fit> first = [];
        foreach (var want in wants)
        {
            first.Add((await house.Room.ForAsync(want, Lessons.None, 5, TestContext.Current.CancellationToken))[0]);
        }

        var standing = await house.Room.StandingAsync(TestContext.Current.CancellationToken);
        Assert.Equal(FairPlaces.EvenShares, standing.Places.Bound);
        Assert.All(standing.Poles, pole => Assert.InRange(pole.First, 0, standing.Places.Bound));
        Assert.Equal(standing.Places.GivenWay.Length, first.Count(fit => fit.Given is not null));
        Assert.Equal(wants.Count - standing.Places.Bound, standing.Places.GivenWay.Length);
        Assert.All(first.Where(fit => fit.Given is not null), fit => Assert.Equal((poles[0], fit.Match.Offering), (fit.Given!.From.Pole, fit.Given.To.Offering)));
    }

    [Fact]
    public async Task What_nobody_covers_and_who_was_not_helped_is_counted()
    {
        var old = await house.WantAsync(concept: "fishing", change: entry => entry with { Created = entry.Created.AddDays(-100) });
        var fresh = await house.WantAsync(MatchHouse.Barcelona, "fishing");
        await house.WantAsync();
        await house.OfferAsync();
        var standing = await house.Room.StandingAsync(TestContext.Current.CancellationToken);
        Assert.Equal([$"mahdia.example/{old.Key}", fresh.Reference], standing.Uncovered.Select(want => want.Id));
        Assert.Equal(old.Created, standing.Uncovered[0].Since);
        Assert.Equal((3, 1), (standing.Wants, standing.Offers));
        var (mahdia, barcelona) = (standing.Poles.Single(pole => pole.Id == "mahdia.example"), standing.Poles.Single(pole => pole.Id == MatchHouse.Barcelona));
        Assert.Equal((2, 1, 0, 0, true), (mahdia.Wants, mahdia.Uncovered, mahdia.First, mahdia.Share, mahdia.IsUnderServed));
        Assert.Equal((1, 1, 1, 1000, true), (barcelona.Wants, barcelona.Uncovered, barcelona.First, barcelona.Share, barcelona.IsUnderServed));

        await house.PutAsync(EvidenceTests.Agreed(house, about: old.Key));
        Assert.False((await house.Room.StandingAsync(TestContext.Current.CancellationToken)).Poles.Single(pole => pole.Id == "mahdia.example").IsUnderServed);
    }

    /// <summary>The catalogue, and something that happens while it is read.</summary>
    private sealed class Amid(ICatalogue inner) : ICatalogue
    {
        public Func<Task>? Then { get; set; }

        public async Task<CataloguePage> SearchAsync(CatalogueQuery query, CancellationToken stop = default)
        {
            var page = await inner.SearchAsync(query, stop);
            if (query.Kind == OfferingKind.Kind && Then is { } then)
            {
                Then = null;
                await then();
                stop.ThrowIfCancellationRequested();
            }

            return page;
        }

        public Task<IReadOnlyList<CatalogueEntry>> SimilarAsync(CatalogueEntry entry, IReadOnlyCollection<string> facets, Audience least, int most, CancellationToken stop = default) => inner.SimilarAsync(entry, facets, least, most, stop);

        public Task<CatalogueEntry?> FindAsync(string origin, RecordKey key, CancellationToken stop = default) => inner.FindAsync(origin, key, stop);

        public Task<bool> WaitForAsync(RecordKey key, int revision, CancellationToken stop = default) => inner.WaitForAsync(key, revision, stop);

        public Task<int> RebuildAsync(CancellationToken stop = default) => inner.RebuildAsync(stop);
    }
}

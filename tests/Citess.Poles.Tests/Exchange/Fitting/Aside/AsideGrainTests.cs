using System.Text;
using Citess.Poles.Exchange.Fitting.Aside;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Matching;
using Citess.Poles.Tests.Cast;
using Xunit;

namespace Citess.Poles.Tests.Exchange.Fitting.Aside;

public sealed class AsideGrainTests(GrainHouse house) : IClassFixture<GrainHouse>
{
    private static readonly PutAside Far = new()
    {
        Id = "01JDA5R1V7Q0W3M9K2X4T6B8CA",
        Own = ProposalExamples.LawyerKey,
        Other = "barcelona.example/offering/01JDA5R1V7Q0W3M9K2X4T6B8CB",
        Concepts = ["legal-advice", "statutes", "fishing", "loans", "cooperative-creation"],
        Country = "ES",
        Reason = DismissalReason.TooFar,
        At = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero),
        By = "01JDEMPERS0AMRA00000000001",
    };

    [Fact]
    public async Task What_is_put_aside_twice_is_there_once_with_the_later_reason_and_can_be_taken_back()
    {
        var grain = house.Grains.GetGrain<IAsideGrain>("aside/twice");
        await grain.PutAsync(Far);
        await grain.PutAsync(Far with { Id = "01JDA5R1V7Q0W3M9K2X4T6B8CC", Reason = DismissalReason.NoCapacity });
        var held = Assert.Single((await grain.ReadAsync()).Held);
        Assert.Equal((DismissalReason.NoCapacity, "barcelona.example", "offering/01JDA5R1V7Q0W3M9K2X4T6B8CB"), (held.Reason, held.Pole, held.OtherKey));
        await grain.TakeBackAsync(Far.Id);
        Assert.Single((await grain.ReadAsync()).Held);
        await grain.TakeBackAsync(held.Id);
        Assert.Empty((await grain.ReadAsync()).Held);
    }

    [Fact]
    public void The_latest_count_and_together_they_are_no_more_than_a_state_may_hold()
    {
        var all = Enumerable.Range(0, PutAsides.Most + 5).Aggregate(new PutAsides(), (held, each) => held.With(Far with { Id = $"{each}", Other = Far.Other + each }));
        Assert.Equal((PutAsides.Most, "5"), (all.Held.Length, all.Held[0].Id));
        Assert.InRange(Encoding.UTF8.GetByteCount(StateJson.Write(all)), 100_000, 256 * 1024);
    }

    [Fact]
    public void What_is_stored_and_sent_between_grains_is_read_as_it_was()
    {
        var all = new PutAsides { Held = [Far] };
        Assert.Equal(StateJson.Write(all), StateJson.Write(Mahdia.Carried(all)));
        Assert.Equal(StateJson.Write(all), StateJson.Write(StateJson.Read<PutAsides>(StateJson.Write(all))));
    }

    [Fact]
    public async Task Who_may_not_speak_for_the_pole_teaches_it_nothing()
    {
        await using var match = new Fixture();
        var desk = match.Desk(house.Grains);
        Assert.Equal(Refusal.Forbidden, (await Assert.ThrowsAsync<RefusedException>(() => desk.ListAsync(Mahdia.Visitor))).Reason);
        Assert.Equal(Refusal.Forbidden, (await Assert.ThrowsAsync<RefusedException>(() => desk.PutAsync(Mahdia.Visitor, Far.Own, Far.Other, Far.Reason))).Reason);
        Assert.Throws<RefusedException>(() => { _ = desk.TakeBackAsync(Mahdia.Visitor, Far.Id); });
        Assert.Empty(await desk.ListAsync(Mahdia.Amira));
    }

    [Fact]
    public async Task Only_what_is_there_and_of_two_sides_is_put_aside_and_it_says_what_it_was()
    {
        await using var match = new Fixture();
        var (rows, desk) = (match.House, match.Desk(house.Grains));
        await rows.InitializeAsync();
        var (want, offer, theirs) = (await rows.WantAsync(), await rows.OfferAsync(), await rows.WantAsync(MatchHouse.Barcelona));
        foreach (var (own, other) in new[]
        {
            (want.Key, theirs.Reference), (want.Key, want.Key), (want.Key, $"barcelona.example/offering/{rows.NewId()}"), (offer.Key, offer.Reference), ("want/x/y", offer.Reference), ("", ""),
        })
        {
            Assert.Equal(Refusal.NotFound, (await Assert.ThrowsAsync<RefusedException>(() => desk.PutAsync(Mahdia.Amira, own, other, DismissalReason.TooFar))).Reason);
        }

        await Assert.ThrowsAsync<RefusedException>(() => desk.PutAsync(Mahdia.Amira, want.Key, offer.Reference, (DismissalReason)9));
        Assert.Empty(await desk.ListAsync(Mahdia.Amira));
        await desk.PutAsync(Mahdia.Amira, want.Key, offer.Reference, DismissalReason.TooFar);
        var held = Assert.Single(await desk.ListAsync(Mahdia.Amira));
        Assert.Equal((want.Key, offer.Reference, "ES", "cooperative-creation", Mahdia.Amira.AccountId()), (held.Own, held.Other, held.Country, Assert.Single(held.Concepts), held.By));
        await desk.TakeBackAsync(Mahdia.Amira, held.Id);
        Assert.Empty(await desk.ListAsync(Mahdia.Amira));
    }

    private sealed class Fixture : IAsyncDisposable
    {
        public MatchHouse House { get; } = new();

        public AsideDesk Desk(IGrainFactory grains) => new(grains, House.Catalogue, Mahdia.Pole, Mahdia.Clock);

        public ValueTask DisposeAsync() => House.DisposeAsync();
    }
}

using Citess.Poles.Directory;
using Citess.Poles.Kernel;
using Citess.Poles.Tests.Cast;
using Xunit;

namespace Citess.Poles.Tests.Directory;

public sealed class ActorGrainTests(GrainHouse house) : IClassFixture<GrainHouse>
{
    private static readonly string By = Citess.Poles.Kernel.Access.Permissions.AccountId(Mahdia.Amira);

    [Fact]
    public async Task An_actor_is_written_edited_withdrawn_and_restored()
    {
        var grain = New();

        Assert.Equal(1, await grain.CreateAsync(ActorExamples.Weavers, Audience.Public, By));
        Assert.Equal(2, await grain.EditAsync(ActorExamples.Weavers with { Members = 13 }, Audience.Public, 1, By));
        Assert.Equal(3, await grain.WithdrawAsync(2, By));
        Assert.True((await grain.ReadAsync())!.IsWithdrawn);
        Assert.Equal(4, await grain.RestoreAsync(3, By));

        var held = (await grain.ReadAsync())!;
        Assert.False(held.IsWithdrawn);
        Assert.Equal(13, held.Content.Members);
        Assert.Equal("+216 00 123 456", held.Content.Telephone);
    }

    [Fact]
    public async Task The_largest_actor_fits_into_one_state()
    {
        var grain = New();

        Assert.Equal(1, await grain.CreateAsync(ActorExamples.Largest, Audience.Public, By));
        Assert.Equal(SseActor.MaxAbout, (await grain.ReadAsync())!.Content.About.Show("it").Text.Length);
    }

    [Fact]
    public async Task An_actor_with_a_wrong_field_is_not_stored()
    {
        var grain = New();

        var refused = await Assert.ThrowsAsync<RefusedException>(() => grain.CreateAsync(ActorExamples.Weavers with { Women = 99 }, Audience.Public, By));
        Assert.Equal("Women", Assert.Single(refused.Problems).Field);
        Assert.Null(await grain.ReadAsync());
    }

    private IActorGrain New() => house.Grains.GetGrain<IActorGrain>(RecordKey.New(SseActorKind.Kind, TimeProvider.System).ToString());
}

using Citess.Poles.Directory;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Profile;
using Citess.Poles.Tests.Cast;
using Citess.Poles.Tests.Directory;
using Xunit;

namespace Citess.Poles.Tests.Kernel;

/// <summary>What comes back from partners after a restore, in whichever order and however late.</summary>
public sealed class RecoveryTests(GrainHouse house) : IClassFixture<GrainHouse>
{
    private const string Barcelona = "barcelona.example";
    private const string Gabes = "gabes.example";
    private static readonly string By = Citess.Poles.Kernel.Access.Permissions.AccountId(Mahdia.Amira);

    private readonly string key = RecordKey.New(SseActorKind.Kind, TimeProvider.System).ToString();

    private IActorGrain Grain => house.Grains.GetGrain<IActorGrain>(key);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_withdrawn_stays_so_whichever_partner_answers_first(bool tombstoneFirst)
    {
        var withdrawn = Lost(2, Barcelona, type: "Tombstone") with { IsTombstone = true };
        await BackAsync(tombstoneFirst, (null, withdrawn), (ActorExamples.Weavers, Lost(1, Gabes)));

        var held = (await Grain.ReadAsync())!;
        Assert.Equal((2, true, 12), (held.Revision, held.IsWithdrawn, held.Content.Members));
    }

    [Fact]
    public async Task Of_what_came_back_as_a_tombstone_alone_the_revision_is_kept()
    {
        await Grain.RecoverAsync(null, Lost(2, Barcelona, type: "Tombstone") with { IsTombstone = true });

        Assert.Null(await Grain.ReadAsync());
        var refused = await Assert.ThrowsAsync<RefusedException>(() => Grain.CreateAsync(ActorExamples.Weavers, Audience.Public, By));
        Assert.Equal(Refusal.AlreadyThere, refused.Reason);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_narrowed_stays_so_whichever_partner_answers_first(bool removalFirst)
    {
        await BackAsync(removalFirst, (null, Removed(2, Barcelona)), (ActorExamples.Weavers, Lost(1, Gabes)));

        var held = (await Grain.ReadAsync())!;
        Assert.Equal((2, Audience.Own, false, 12), (held.Revision, held.Audience, held.IsWithdrawn, held.Content.Members));

        // And the next change goes behind it.
        Assert.Equal(3, await Grain.EditAsync(ActorExamples.Weavers with { Members = 13 }, Audience.Network, 2, By));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_went_from_the_network_to_a_list_is_for_that_list_whichever_partner_answers_first(bool removalFirst)
    {
        var list = Lost(2, Gabes, Audience.Own) with { List = "01JDA5R1V7Q0W3M9K2X4T6B8CE" };
        await BackAsync(removalFirst, (null, Removed(2, Barcelona)), (ActorExamples.Weavers, list));

        var held = (await Grain.ReadAsync())!;
        Assert.Equal((2, Audience.Own), (held.Revision, held.Audience));
        Assert.Equal([Gabes], held.Partners);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_tombstone_puts_nobody_on_the_list_of_what_is_brought_back(bool strangerFirst)
    {
        // Barcelona had lost sight of it: the tombstone came to all that ever saw it.
        var list = Lost(1, Gabes, Audience.Own) with { List = "01JDA5R1V7Q0W3M9K2X4T6B8CE" };
        await Grain.RecoverAsync(ActorExamples.Weavers, list);
        await BackAsync(strangerFirst, (null, Withdrawn(Barcelona)), (null, Withdrawn(Gabes)));

        Assert.Equal(3, await Grain.RestoreAsync(2, By));
        Assert.Equal([Gabes], (await Grain.ReadAsync())!.Partners);

        LostRevision Withdrawn(string holder) => Lost(2, holder, Audience.Own, "Tombstone") with { IsTombstone = true, List = list.List };
    }

    [Fact]
    public async Task What_people_changed_after_the_restore_goes_behind_what_comes_back_later()
    {
        await Grain.CreateAsync(ActorExamples.Weavers, Audience.Public, By);
        await Grain.RecoverAsync(ActorExamples.Barest, Lost(8, Barcelona));

        var held = (await Grain.ReadAsync())!;
        Assert.Equal((9, 12), (held.Revision, held.Content.Members));
    }

    [Fact]
    public async Task Two_contents_under_one_revision_end_in_a_higher_one()
    {
        await Grain.CreateAsync(ActorExamples.Weavers, Audience.Public, By);
        await Grain.RecoverAsync(ActorExamples.Barest, Lost(1, Barcelona) with { IsOther = true });

        var held = (await Grain.ReadAsync())!;
        Assert.Equal((2, 12), (held.Revision, held.Content.Members));
    }

    [Fact]
    public async Task The_profile_of_the_pole_goes_behind_what_others_know_of_it_with_the_keys_of_today()
    {
        var profile = house.Grains.GetGrain<IProfileGrain>(Mahdia.Pole.Key.ToString());
        await profile.CreateAsync(new() { Name = MultilingualText.Of("fr", "Mahdia"), Territory = "TN-53", Languages = ["fr"] }, Audience.Public, By);
        await profile.RecoverAsync(null, Lost(5, Barcelona, Audience.Public, "Organization"));

        Assert.Equal(6, (await profile.ReadAsync())!.Revision);
    }

    [Fact]
    public async Task The_same_twice_changes_nothing()
    {
        await Grain.RecoverAsync(ActorExamples.Weavers, Lost(3, Barcelona));
        await Grain.RecoverAsync(ActorExamples.Weavers, Lost(3, Gabes));
        await Grain.RecoverAsync(ActorExamples.Barest, Lost(2, Gabes));

        var held = (await Grain.ReadAsync())!;
        Assert.Equal((3, 12, Audience.Network), (held.Revision, held.Content.Members, held.Audience));
    }

    private async Task BackAsync(bool inOrder, params (SseActor? Content, LostRevision Lost)[] copies)
    {
        foreach (var (content, lost) in inOrder ? copies : copies.Reverse())
        {
            await Grain.RecoverAsync(content, lost);
        }
    }

    private LostRevision Removed(int revision, string holder) => Lost(revision, holder, Audience.Own, "Remove") with { IsRemoval = true };

    private LostRevision Lost(int revision, string holder, Audience audience = Audience.Network, string type = "Profile") => new()
    {
        Revision = revision,
        Audience = audience,
        Holder = holder,
        IsTombstone = false,
        Shared = Mahdia.Clock.GetUtcNow(),
        Updated = Mahdia.Clock.GetUtcNow(),
        Json = $$"""{"id":"{{Mahdia.Pole.Origin}}/{{key}}","type":"{{type}}"}""",
    };
}

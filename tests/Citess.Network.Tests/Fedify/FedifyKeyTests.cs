using Citess.Network.Tests.House;
using Xunit;

namespace Citess.Network.Tests.Fedify;

/// <summary>Dialects and keys between Mahdia and a real server of another kind: each learns what the other does now.</summary>
public sealed class FedifyKeyTests(FedifyPair pair) : IClassFixture<FedifyPair>
{
    private RunningPole Mahdia => pair.Mahdia;

    [Fact]
    public async Task Fedify_is_sent_draft_cavage_until_it_signs_by_RFC_9421_itself()
    {
        await using var fedify = await FedifyPeer.StartAsync();
        await pair.FollowAsync(fedify, "cavage");
        var accept = await fedify.GotAsync("Accept");
        Assert.Equal(("cavage", "rsa-sha256", true), (accept.Dialect, accept.Algorithm, accept.IsSigned));

        var said = await fedify.SayAsync(new { verb = "Create", to = pair.Pole, dialect = "rfc9421", article = new { id = Samples.NewId(), name = "Taller", content = "" } });
        Assert.Equal([("rfc9421", 202)], said.Posts.Select(post => (post.Dialect, post.Status!.Value)));
        Assert.Equal(["Rfc9421Rsa"], await Mahdia.Database.QueryAsync<string>("SELECT dialect FROM peer_dialect WHERE authority = @Authority", new { fedify.Authority }));

        var id = Samples.NewId();
        await Mahdia.CreateAsync(id, Samples.Practice("Atelier"));
        var create = await fedify.GotAsync("Create", each => each.Object?.Id == Mahdia.Address(id));
        Assert.Equal(("rfc9421", "rsa-v1_5-sha256", true), (create.Dialect, create.Algorithm, create.IsSigned));
        await Eventually.TrueAsync(async () => (await fedify.HandledAsync()).Contains(create.Id, StringComparer.Ordinal), fedify.Output);
    }

    [Theory]
    [InlineData("cavage")]
    [InlineData("rfc9421")]
    public async Task Keys_of_4096_bits_which_are_Fedifys_default_are_taken(string dialect)
    {
        await using var fedify = await FedifyPeer.StartAsync(rsaBits: 4096);
        var follow = await pair.FollowAsync(fedify, dialect);
        Assert.Equal([(dialect, 202)], follow.Posts.Select(post => (post.Dialect, post.Status!.Value)));
    }

    [Theory]
    [InlineData("cavage", false)]
    [InlineData("cavage", true)]
    [InlineData("rfc9421", false)]
    public async Task New_keys_of_Fedify_are_learned_and_its_old_ones_are_worth_nothing(string dialect, bool sameIds)
    {
        await using var fedify = await FedifyPeer.StartAsync();
        Assert.Equal(202, await SayAsync(useOldKeys: false));
        await fedify.RotateAsync("montserrat", sameIds);
        Assert.Equal(202, await SayAsync(useOldKeys: false));
        Assert.Equal(401, await SayAsync(useOldKeys: true));
        Assert.Equal(202, await SayAsync(useOldKeys: false));

        async Task<int> SayAsync(bool useOldKeys)
        {
            var said = await fedify.SayAsync(new { verb = "Create", to = pair.Pole, dialect, useOldKeys, article = new { id = Samples.NewId(), name = "Taller", content = "" } });
            var statuses = said.Posts.Select(post => post.Status!.Value).Distinct().ToList();
            return Assert.Single(statuses);
        }
    }

    [Fact]
    public async Task New_keys_of_Mahdia_are_learned_by_Fedify()
    {
        await using var fedify = await FedifyPeer.StartAsync();
        await pair.FollowAsync(fedify);
        var (before, after) = (Samples.NewId(), Samples.NewId());
        await Mahdia.CreateAsync(before, Samples.Practice("Pressoir"));
        var old = await fedify.GotAsync("Create", each => each.Object?.Id == Mahdia.Address(before));
        Assert.Equal((pair.Pole + "#main-key", true), (old.KeyId, old.IsSigned));

        await Mahdia.Process.StopAsync();
        var (exit, said) = await Mahdia.Process.RunAsync("rotate-keys");
        Assert.True(exit == 0, said);
        await Mahdia.Process.StartAsync();
        await Mahdia.CreateAsync(after, Samples.Practice("Four solaire"));

        var create = await fedify.GotAsync("Create", each => each.Object?.Id == Mahdia.Address(after));
        Assert.Equal((pair.Pole + "#main-key-2", true, true, true), (create.KeyId, create.IsSigned, create.IsProved, create.IsObjectProved));
        await Eventually.TrueAsync(async () => (await fedify.HandledAsync()).Contains(create.Id, StringComparer.Ordinal), fedify.Output);

        // What the old key proved still holds.
        Assert.True((await fedify.JudgeAsync(await Mahdia.DocumentAsync(Mahdia.Address(before)))).IsProved);
    }
}

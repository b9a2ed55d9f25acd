using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Kernel.Records.Pages;
using Citess.Poles.Tests.Cast;
using Xunit;

namespace Citess.Poles.Tests.Kernel;

public sealed class ReachTests
{
    private const string List = "01JNPV3T000000000000000001";

    [Fact]
    public void A_list_is_ours_alone_with_names_so_that_rules_about_the_network_pass_over_it()
    {
        var list = new Reach(Audience.Own, ["b.example", "a.example", "b.example"]);

        Assert.Equal(["a.example", "b.example"], list.Partners);
        Assert.True(list is { IsList: true, IsShared: true, Audience: < Audience.Network, Extent: Audience.Network });
        Assert.Equal(list, new Reach(Audience.Own, ["a.example", "b.example"]));
        Assert.Equal(list, Mahdia.Carried(list));
        Assert.Empty(new Reach(Audience.Network, ["a.example"]).Partners);
    }

    [Fact]
    public void Somebody_loses_sight_when_the_audience_narrows_or_a_name_leaves_the_list()
    {
        var (one, two) = (new Reach(Audience.Own, ["a.example"]), new Reach(Audience.Own, ["a.example", "b.example"]));

        Assert.True(two.LosesSightBy(one));
        Assert.True(one.LosesSightBy(Audience.Own));
        Assert.True(new Reach(Audience.Network).LosesSightBy(two));
        Assert.True(new Reach(Audience.Public).LosesSightBy(Audience.Network));
        Assert.False(one.LosesSightBy(two));
        Assert.False(two.LosesSightBy(Audience.Network));
        Assert.False(new Reach(Audience.Own).LosesSightBy(one));
    }

    [Fact]
    public void A_form_names_at_least_one_partner_for_a_list()
    {
        Assert.Equal("Partners", Assert.Single(Assert.Throws<RefusedException>(() => AudienceChoice.List.ToReach([])).Problems).Field);
        Assert.All(new[] { new Reach(Audience.Own, ["a.example"]), Audience.Own, Audience.Network, Audience.Public }, reach => Assert.Equal(reach, AudienceChoices.Of(reach).ToReach(reach.Partners)));
    }

    [Theory]
    [InlineData(Addresses.Public, Audience.Public, null)]
    [InlineData("https://mahdia.example/audience/network", Audience.Network, null)]
    [InlineData("https://mahdia.example/audience/" + List, Audience.Own, List)]
    [InlineData("https://mallory.example/audience/network", Audience.Own, null)]
    [InlineData("https://mahdia.example/audience/something-new", Audience.Own, null)]
    public void An_audience_that_is_not_known_is_for_nobody_else(string name, Audience audience, string? list)
    {
        var document = new ApObject { Id = "https://mahdia.example/practice/" + List, To = [name] };

        Assert.Equal((audience, list), (AudienceNames.Of(document), AudienceNames.ListOf(document)));
    }

    [Fact]
    public void A_signed_document_for_a_list_names_the_list_and_nobody_on_it()
    {
        var state = new RecordState<object> { Partners = ["barcelona.example"], List = List };
        var frame = new Press(Mahdia.Pole, Mahdia.Clock).Frame(RecordKey.Parse("practice/" + List), state);

        Assert.Equal(["https://mahdia.example/audience/" + List], frame.To);
        Assert.Equal(["barcelona.example"], frame.Partners);
    }
}
